using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Tests.Cli;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Basics;

public sealed class FormulaTextTests
{
    // Of OWASP's page on CSV injection, and what gets past a look at the first sign alone.
    public static TheoryData<string> Formulas =>
    [
        "=1+1", "=HYPERLINK(\"http://a.nl\";\"hier\")", "=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "-2+3+cmd|'x'!A0",
        "@SUM(1+1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u00A0=1+1", "\u200B=1+1", "\uFEFF=1+1", "\u202E=1+1",
        "＝1+1", "＋1+A1", "－1+A1", "＠SUM(1)", "'=1+1", "''=1+1", "-A1", "+A1", "-(1)", "- =1", "+",
        "-5\"", "--A1", "=", "@",
    ];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_formula_gets_an_apostrophe_that_can_be_taken_away(string text)
    {
        var written = FormulaText.Neutral(text);

        Assert.Equal("'" + text, written);
        Assert.Equal(text, Bare(written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("-1.234,50")]
    [InlineData("- 5")]
    [InlineData("+31612345678")]
    [InlineData("-€ 12,50")]
    [InlineData("-1.5E-05")]
    [InlineData("+12,5%")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("'s-Gravenhage")]
    [InlineData("a=b")]
    [InlineData("é=1")]
    [InlineData("'")]
    [InlineData("45C02")]
    public void Numbers_and_other_texts_stay_as_they_are(string text) => Assert.Equal(text, FormulaText.Neutral(text));

    [Fact]
    public void Whatever_is_written_is_read_as_it_was_and_is_no_formula()
    {
        var chance = new SplitMix64(1729);
        string[] pieces = ["'", "=", "+", "-", "@", " ", "\t", "1", "A", ",", "\u200B", "＝", "€", "E", "\"", "é"];
        for (var i = 0; i < 50_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, chance.BelowFrom32Bits(7))
                .Select(_ => pieces[chance.BelowFrom32Bits(pieces.Length)]));
            var written = FormulaText.Neutral(text);

            Assert.Equal(text, Bare(written));
            Assert.False(written.Length > 0 && written[0] is '=' or '@' or '\t');
            Assert.False(written.Length > 1 && written[0] is '+' or '-' && written[1] is 'A' or '=' or '@' or '(');
        }
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void No_csv_for_programs_holds_a_formula(string text)
    {
        using var stream = new MemoryStream();
        var csv = new CsvWriter(stream);

        csv.Text(text);
        csv.Text("x");
        csv.EndLine();
        csv.Flush();

        var written = Encoding.UTF8.GetString(stream.ToArray());
        Assert.StartsWith("'", written.TrimStart('"'), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_trajectories_holds_no_formula()
    {
        using var reading = new Reading();
        var file = reading.Write(TestRow.Good with { Client = "=1+1" }, TestRow.Good with { Client = "@kind" });

        Assert.Equal(0, Outcome.Of("trajectories", file, "--out", reading.Folder["t.csv"]).Code);

        var lines = File.ReadAllLines(reading.Folder["t.csv"]);
        Assert.Equal(["'=1+1", "'@kind"], lines.Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void What_a_copy_neutralises_is_read_as_it_was()
    {
        using var reading = new Reading();
        const string header = "client_id,product_code,start_date,end_date,volume,unit,provider_id\n";
        File.WriteAllText(
            reading.Folder["a.csv"],
            header + "k1,=A1,2021-03-01,2021-03-31,2,uur,@aanbieder\nk1,=A1,2021-05-01,2021-05-31,-2.5,uur,-\n");
        File.WriteAllText(reading.Folder["key"], "een sleutel van meer dan 32 tekens, met zorg gekozen");

        Assert.Equal(
            0,
            Outcome.Of(
                "pseudonymise", reading.Folder["a.csv"], "--key", reading.Folder["key"], "--out",
                reading.Folder["uit"]).Code);

        var copy = File.ReadAllText(reading.Folder["uit/a.csv"]);
        Assert.Contains(",'=A1,2021-03-01,2021-03-31,2,uur,'@aanbieder", copy, StringComparison.Ordinal);
        Assert.Contains(",-2.5,uur,-", copy, StringComparison.Ordinal);
        var trajectory = Assert.Single(reading.Trajectories(reading.Folder["uit/a.csv"]));
        Assert.Equal("=A1", trajectory.ProductCode);
    }

    private static string Bare(string text) =>
        Encoding.UTF8.GetString(FormulaText.Bare(Encoding.UTF8.GetBytes(text)));
}
