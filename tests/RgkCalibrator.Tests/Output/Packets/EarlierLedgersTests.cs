using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Tests.Output.Packets;

/// <summary>What a run is told that earlier ones of its kind released.</summary>
public sealed class EarlierLedgersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // The last release of a quarter is the one that is kept.
    [Fact]
    public void The_packet_that_is_replaced_comes_after_those_that_are_named_in_their_order()
    {
        foreach (var name in new[] { "een", "twee", "uit" })
            Write(name, LedgerOf(name).Write);

        Assert.Equal(["twee", "een", "uit"], Read("twee", "een").Quarters.Select(quarter => quarter.Code));
    }

    [Theory]
    [InlineData("rgk-released-control")]
    [InlineData("rgk-released")]
    [InlineData("else")]
    public void A_file_that_says_that_it_is_something_else_is_no_release(string format)
    {
        Write("ander", $$"""{"format":"{{format}}","formatVersion":1}""");

        Assert.Equal(_folder["ander"], Refusal("ander").Where);
        Assert.Equal("none", Refusal("ander").What.English);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"format\":1}")]
    [InlineData("{\"format\":\"rgk-released-monitor\",\"formatVersion\":1,\"quarters\":[")]
    [InlineData("{\"format\":\"rgk-released-monitor\",\"formatVersion\":9,\"quarters\":[]}")]
    public void A_file_that_does_not_say_so_is_damaged_or_of_another_version(string text)
    {
        Write("stuk", text);

        Assert.Equal(_folder["stuk/intern/vrijgegeven.json"], Path.GetFullPath(Refusal("stuk").Where));
        Assert.Contains("damaged or of another version", Refusal("stuk").What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_ledger_is_no_release_but_one_that_is_not_there_yet_can_be_written()
    {
        Directory.CreateDirectory(_folder["leeg"]);

        Assert.Equal(("none", _folder["leeg"]), (Refusal("leeg").What.English, Refusal("leeg").Where));
        Assert.Equal("none", Refusal("nergens").What.English);
        Assert.Empty(Read().Quarters);
    }

    private static MonitorLedger LedgerOf(string code)
    {
        var none = new ReleasedSide([], []);
        return new(
        [
            new(code, string.Empty, "1", new RoundedQuarter(new Quarter(8100), 0, 0, 0, QuarterRole.Since), none, none),
        ]);
    }

    private void Write(string name, Action<Stream> write)
    {
        using var output = StagedOutput.ForFolder(_folder[name], PacketKind.Monitor);
        EarlierLedgers.Write(output, write);
        Manifest.Write(output, [], Ledger.Empty, []);
        output.Commit();
    }

    private void Write(string name, string text) =>
        Write(name, file => file.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    private MonitorLedger Read(params string[] named)
    {
        using var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Monitor);
        return EarlierLedgers.Read<MonitorLedger>(
            output, [.. named.Select(name => _folder[name])],
            folder => new(ExitCode.Files, Wording.Same("none"), folder, Wording.Same("name another")));
    }

    private CalibrationException Refusal(string named) =>
        Assert.Throws<CalibrationException>(() => Read(named));
}
