using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Tests.Cli;

namespace RgkCalibrator.Tests.Output.Packets;

/// <summary>What one command made is not wiped out by another.</summary>
public sealed class PacketKindTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(nameof(PacketKind.Draft), nameof(PacketKind.Annexes), "rgk derive")]
    [InlineData(nameof(PacketKind.Draft), nameof(PacketKind.Validation), "rgk derive")]
    [InlineData(nameof(PacketKind.Pseudonyms), nameof(PacketKind.Draft), "rgk pseudonymise")]
    [InlineData(nameof(PacketKind.Requests), nameof(PacketKind.Draft), "rgk check")]
    [InlineData(nameof(PacketKind.Region), nameof(PacketKind.Comparison), "rgk generate")]
    public void A_packet_of_another_kind_is_not_replaced(string first, string second, string command)
    {
        Write(Enum.Parse<PacketKind>(first));

        var refused = Assert.Throws<CalibrationException>(() => Write(Enum.Parse<PacketKind>(second)));

        Assert.Equal((ExitCode.Files, _folder["uit"]), (refused.ExitCode, refused.Where));
        Assert.Contains(command, refused.What.Dutch, StringComparison.Ordinal);
        Write(Enum.Parse<PacketKind>(first));
    }

    [Fact]
    public void A_packet_of_an_older_version_which_does_not_say_its_kind_is_replaced()
    {
        Write(PacketKind.Draft);
        var manifest = _folder["uit/manifest.json"];
        File.WriteAllText(
            manifest, File.ReadAllText(manifest).Replace("  \"kind\": \"draft\",\n", null, StringComparison.Ordinal));

        Write(PacketKind.Comparison);

        Assert.Contains("\"kind\": \"comparison\"", File.ReadAllText(manifest), StringComparison.Ordinal);
    }

    [Fact]
    public void Annexes_do_not_take_the_place_of_the_packet_and_the_workbook_that_they_are_made_of()
    {
        var workbook = Path.Combine(SmallRegion.Packet, "extern", "kader-concept.xlsx");

        var outcome = Outcome.Of("finalize", workbook, "--run", SmallRegion.Packet, "--out", SmallRegion.Packet);

        Assert.Equal((int)ExitCode.WrongUse, outcome.Code);
        Assert.Contains("wordt gelezen", outcome.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(workbook));
    }

    public void Dispose() => _folder.Dispose();

    private void Write(PacketKind kind)
    {
        using var output = StagedOutput.ForFolder(_folder["uit"], kind);
        File.WriteAllText(output.PathOf("a.txt"), "a");
        Manifest.Write(output, [], Ledger.Empty, []);
        output.Commit();
    }
}
