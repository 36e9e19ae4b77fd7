using System.Text.RegularExpressions;

namespace RgkCalibrator.Tests.Cli;

/// <summary>What becomes of <c>--percentile</c> and <c>--compared</c>, through the command line.</summary>
public sealed partial class PercentileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "82,5",
        "90",
        "nl",
        "Duur P90;Duur P82,5;Volume P90;Volume P82,5",
        "duration_p90,duration_p82_5,volume_p90,volume_p82_5")]
    [InlineData(
        "90",
        "82.5",
        "en",
        "Duration P82.5;Duration P90;Volume P82.5;Volume P90",
        "duration_p82_5,duration_p90,volume_p82_5,volume_p90")]
    public void Every_document_speaks_of_the_percentiles_asked_for_and_of_no_other(
        string percentile, string compared, string language, string headings, string names)
    {
        Assert.Equal(
            0, Derive("--percentile", percentile, "--compared", compared, "--lang", language, "--png", "none").Code);

        var texts = Texts().ToList();
        Assert.True(texts.Count > 100);
        Assert.All(texts, text => Assert.False(Usual().IsMatch(text.Text), $"{text.Name}: {Usual().Match(text.Text)}"));
        Assert.Contains(headings, Text("extern/kader-concept.csv"), StringComparison.Ordinal);
        Assert.Contains(names, Text("extern/kader-concept-machine.csv"), StringComparison.Ordinal);
        Assert.Contains(
            $"\"percentile\": \"P{percentile.Replace(',', '.')}\"", Text("manifest.json"), StringComparison.Ordinal);
        Assert.Contains("\"percentile\": 82.5,", Text("extern/kader-concept.json"), StringComparison.Ordinal);
        Assert.Equal(["82.5", "90"], Column("intern/estimates.csv", "p"));
        Assert.Equal(["82.5", "90"], Column("intern/lines.csv", "p"));
        Assert.Contains(
            language == "nl" ? " 82,5% " : " 82.5%.", Text("extern/kader-concept.md"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            language == "nl" ? "82.5" : "82,5", Text("extern/kader-concept.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P80", "P75")]
    [InlineData("P75", "P80", "--percentile", "75")]
    [InlineData("P80", "P85", "--compared", "85")]
    [InlineData("P75", "P50", "--percentile", "75", "--compared", "50,0")]
    [InlineData("P99.5", "P50", "--percentile", "99.5", "--compared", "50")]
    public void What_is_not_asked_for_is_as_usual_and_never_twice_the_same(
        string chosen, string compared, params string[] options)
    {
        // Of a percentile so high nothing may be shown of so small a region.
        var outcome = Derive(options);
        Assert.Equal(chosen == "P99.5" ? 4 : 0, outcome.Code);
        if (outcome.Code != 0)
            return;

        Assert.Contains($"\"percentile\": \"{chosen}\"", Text("manifest.json"), StringComparison.Ordinal);
        Assert.Contains($"\"compared\": \"{compared}\"", Text("manifest.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_usual_percentiles_asked_for_by_name_change_no_byte()
    {
        Assert.Equal(0, Derive("--percentile", "80", "--compared", "75,0", "--threads", "1", "--png", "none").Code);

        Assert.Equal(SmallRegion.Files(SmallRegion.Packet), SmallRegion.Files(_folder["uit"]));
    }

    [Fact]
    public void The_demo_takes_percentiles_too()
    {
        var outcome = Outcome.Of("demo", "--clients", "2000", "--percentile", "70", "--out", _folder["uit"]);

        Assert.Equal(0, outcome.Code);
        Assert.Contains("Duur P75;Duur P70;", Text("extern/kader-concept.csv"), StringComparison.Ordinal);
        Assert.Contains(
            "- Het voorstel is P70; P75 staat er ter vergelijking naast.",
            Text("extern/kader-concept.md"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--percentile", "49,5", "below half")]
    [InlineData("--percentile", "100", "the largest value")]
    [InlineData("--compared", "82,25", "a quarter")]
    [InlineData("--compared", "P80", "its name")]
    [InlineData("--percentile", "8e1", "an exponent")]
    [InlineData("--percentile", "8 0", "a space")]
    [InlineData("--percentile", "tachtig", "a word")]
    [InlineData("--percentile", "79228162514264337593543950336", "more than any number holds")]
    public void Any_other_percentile_is_refused(string option, string text, string why)
    {
        foreach (var command in new string[][] { ["derive", SmallRegion.Declarations], ["demo"] })
        {
            var outcome = Outcome.Of([.. command, "--out", _folder["uit"], option, text]);

            Expect.Equal(2, outcome.Code, why);
            Assert.Equal(
                [
                    "Fout: Dit percentiel kan niet.",
                    $"Waar: {option} {text}",
                    "Oplossing: Geef een heel of half getal van 50 tot en met 99,5, zoals 80 of 82,5.",
                ],
                outcome.ErrorLines);
            Assert.False(Directory.Exists(_folder["uit"]));
        }
    }

    [Theory]
    [InlineData("Waar: --percentile 82.5, --compared 82.5", "--percentile", "82,5", "--compared", "82.5")]
    [InlineData("Waar: --percentile 80, --compared 80", "--compared", "80")]
    public void Twice_the_same_percentile_is_refused(string where, params string[] options) => Assert.Equal(
        [
            "Fout: Het percentiel van het voorstel en dat ernaast zijn hetzelfde.", where,
            "Oplossing: Geef met --compared een ander percentiel, hoger of lager; "
                + "zonder --percentile is het voorstel P80.",
        ],
        Derive(options).ErrorLines);

    private Outcome Derive(params string[] options) =>
        Outcome.Of(["derive", SmallRegion.Declarations, "--out", _folder["uit"], .. options]);

    private string Text(string file) => File.ReadAllText(_folder["uit/" + file]);

    private IEnumerable<string> Column(string file, string name)
    {
        var rows = Text(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(',')).ToList();
        return rows.Skip(1).Select(row => row[Array.IndexOf(rows[0], name)]).Distinct().Order(StringComparer.Ordinal);
    }

    /// <summary>
    /// All texts of a packet, those inside packages too; without those of boxes, which have a P75 of their own.
    /// </summary>
    private IEnumerable<(string Name, string Text)> Texts() => PackageTexts.In(_folder["uit"])
        // The ledger of releases is for the program alone: long columns in base64, where any letters can stand.
        .Where(text => !text.Name.EndsWith(".parquet", StringComparison.Ordinal)
            && !text.Name.EndsWith("vrijgegeven.json", StringComparison.Ordinal))
        .Select(text => text with { Text = BoxWords().Replace(text.Text, string.Empty) });

    // Not the cells P75 and P80 of a sheet.
    [GeneratedRegex("(?<!r=\")[Pp](75|80)(?![0-9])")]
    private static partial Regex Usual();

    // In the workbook of a chart of boxes P75 is the name of a column, and in the report a step of the slider.
    [GeneratedRegex(
        "P25 (tot|to|en|and) P75|P25, P50 (en|and) P75|(zonder|without) P75|, P75 [0-9][^,]*,|>P75</t>|name=\"P75\""
            + "|<t[dh]>P(75|80)</t[dh]>")]
    private static partial Regex BoxWords();
}
