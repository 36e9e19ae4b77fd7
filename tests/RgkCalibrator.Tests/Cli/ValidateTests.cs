using RgkCalibrator.Cli;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Tests.Output.Packets;

namespace RgkCalibrator.Tests.Cli;

public sealed class ValidateTests : IDisposable
{
    private readonly DirtySet _set = new();

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void A_report_on_the_screen_is_plain_text(string language)
    {
        var outcome = Outcome.Of(["validate", .. _set.All, "--lang", language]);

        Golden.Verify($"validatie-{language}.txt", outcome.Output);
        Assert.Equal(5, outcome.Code);
        Assert.Equal(
            language == "nl"
                ? "Let op: bestanden die niet konden worden gelezen: 3 van 5."
                : "Note: files that could not be read: 3 of 5.",
            Assert.Single(outcome.ErrorLines));
        Assert.All(outcome.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.All(DirtySet.Secrets, secret =>
            Assert.DoesNotContain(secret, outcome.Output + outcome.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void Rejected_rows_give_0_and_under_strict_1_with_the_same_report()
    {
        var free = Outcome.Of("validate", _set.Csv);
        var strict = Outcome.Of("validate", _set.Csv, "--strict", "--out", _set["uit"]);

        Assert.Equal((0, 1), (free.Code, strict.Code));
        Assert.StartsWith(free.Output, strict.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_set["uit/intern/validatie.html"]));
    }

    [Fact]
    public void Rows_of_Parquet_in_which_client_or_product_is_null_are_rejected_and_counted()
    {
        using var reading = new Reading();
        // Where a product is null in a chunk there is one in the next, which may still lie there.
        var path = reading.WriteQuery("""
            SELECT CASE WHEN i % 4 >= 2 THEN 'een kind met een lange naam ' || i END AS client_id,
                   CASE WHEN (i + i // 2048) % 2 = 1
                       THEN CASE WHEN i < 4096 THEN '45C02' ELSE 'een lange code ' || i END END AS product_code,
                   DATE '2019-03-01' AS start_date, DATE '2019-03-31' AS end_date, 4 AS volume, 'uur' AS unit
            FROM range(8192) AS t(i)
            """);

        var outcome = Outcome.Of("validate", path);

        Assert.Equal(0, outcome.Code);
        string[] counted =
        [
            "gebruikt 1.024", "afgekeurd 7.168", "alle rijen 8.192", "2019 8.192 1.024 0 0 0 7.168",
            "missing-client 4.096", "missing-product 2.048", "unknown-product 1.024",
            "45C02 Individuele begeleiding licht 2.048 1.024 0 0 0 1.024",
        ];
        var lines = outcome.Output.Split('\n')
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.All(counted, piece => Assert.Contains(
            lines, line => $" {line} ".Contains($" {piece} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_code_is_that_of_the_first_trouble_and_the_report_is_written()
    {
        Assert.Equal(2, Outcome.Of("validate", _set.Csv, _set.NoUnit).Code);
        Assert.Equal(2, Outcome.Of("validate", _set.Question).Code);

        var outcome = Outcome.Of("validate", _set.OpenQuote, _set.NoUnit, "--out", _set["uit"]);

        Assert.Equal(5, outcome.Code);
        Assert.Contains("Geschreven: ", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["intern/rejected.csv", "intern/validatie.html", "intern/validatie.json", "manifest.json"],
            SmallRegion.Files(_set["uit"]).Keys);
    }

    [Fact]
    public void A_folder_with_something_else_is_left_alone()
    {
        Directory.CreateDirectory(_set["vol"]);
        File.WriteAllText(_set["vol/brief.txt"], "van mij");

        var outcome = Outcome.Of("validate", _set.Csv, "--out", _set["vol"]);

        Assert.Equal((5, string.Empty), (outcome.Code, outcome.Output));
        Assert.Equal(["brief.txt"], SmallRegion.Files(_set["vol"]).Keys);
    }

    [Fact]
    public void The_demo_shows_where_the_rows_ended()
    {
        var outcome = Outcome.Of("demo", "--clients", "2000", "--out", _set["demo"]);

        Assert.Contains(", en waar zij bleven:\n  Plaats ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\n  alle rijen ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_table_keeps_all_its_words_and_its_numbers_on_the_right()
    {
        var words = string.Join(' ', Enumerable.Range(1, 40).Select(i => "woord" + Numbers.Whole(i)));
        var table = new Table(
            "",
            [new("Tekst", "t", ColumnKind.Text), new("Getal", "n", ColumnKind.Number)],
            [[TableCell.Text(words), TableCell.Text("12")]]);
        using var output = new StringWriter { NewLine = "\n" };

        TextTable.Write(table, output);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.Equal((lines[0].Length, true), (lines[1].Length, lines[1].EndsWith("   12", StringComparison.Ordinal)));
        Assert.Equal(
            words,
            string.Join(
                ' ',
                lines.Skip(1).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Where(word => word != "12")));
    }
}
