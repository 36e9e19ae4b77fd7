namespace RgkCalibrator.Tests.Cli;

public sealed class VerifyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public VerifyTests()
    {
        File.WriteAllText(
            _folder["in.csv"],
            "client_id;product_code;start_date;end_date;volume;unit\nK1;45C02;2019-03-01;2019-03-31;2;uur\n");
        Assert.Equal(0, Outcome.Of("validate", _folder["in.csv"], "--out", _folder["uit"]).Code);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_packet_as_it_was_written_is_whole()
    {
        var outcome = Outcome.Of("verify", _folder["uit/"]);

        Assert.Equal(new Outcome(0, "Heel: 3 bestanden zijn zoals ze zijn geschreven.\n", ""), outcome);
    }

    [Fact]
    public void What_was_changed_taken_away_or_added_is_named()
    {
        File.AppendAllText(_folder["uit/intern/rejected.csv"], " ");
        File.Delete(_folder["uit/intern/validatie.json"]);
        File.WriteAllText(_folder["uit/a.txt"], "x");

        var outcome = Outcome.Of("verify", _folder["uit"], "--lang", "en");

        Assert.Equal(3, outcome.Code);
        Assert.Equal(
            """
              does not belong: a.txt
              changed: intern/rejected.csv
              missing: intern/validatie.json
            Not whole: 3 files differ from manifest.json, 1 does not.

            """,
            outcome.Output);
    }

    [Theory]
    [InlineData("nl", "Niet heel: 1 bestand wijkt af van manifest.json, 2 niet.\n")]
    [InlineData("en", "Not whole: 1 file differs from manifest.json, 2 do not.\n")]
    public void One_file_is_told_as_one(string language, string expected)
    {
        File.Delete(_folder["uit/intern/validatie.json"]);

        Assert.EndsWith(
            expected, Outcome.Of("verify", _folder["uit"], "--lang", language).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packet_that_was_moved_aside_is_put_back()
    {
        Directory.Move(_folder["uit"], _folder[".uit.vorige"]);

        var outcome = Outcome.Of("verify", _folder["uit"]);

        Assert.Equal(0, outcome.Code);
        Assert.Contains("het vorige pakket is teruggezet", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["in.csv", "uit"],
            Directory.EnumerateFileSystemEntries(_folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(5, "nergens")]
    [InlineData(5, "in.csv")]
    [InlineData(2, null)]
    public void What_is_no_packet_is_refused(int code, string? name)
    {
        string[] packet = name is null ? [] : [_folder[name]];

        var outcome = Outcome.Of(["verify", .. packet]);

        Assert.Equal((code, ""), (outcome.Code, outcome.Output));
        Assert.Equal(3, outcome.ErrorLines.Count);
    }
}
