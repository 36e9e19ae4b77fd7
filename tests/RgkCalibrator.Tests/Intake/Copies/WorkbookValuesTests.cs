using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RgkCalibrator.Intake.Copies;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Tests.Intake.Copies;

/// <summary>What cells hold is copied as text that can be read in one way only.</summary>
public sealed class WorkbookValuesTests : IDisposable
{
    // Places of TestWorkbook.Formats.
    private const int Day = 1;
    private const int DayAndTime = 2;
    private const int Time = 3;
    private const int NineDigits = 6;
    private const int Percent = 7;
    private const int Stretch = 9;

    private readonly TemporaryFolder _folder = new();
    private int _files;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("3", "3")]
    [InlineData("0", "0")]
    [InlineData("-2", "-2")]
    [InlineData("1.5", "1,5")]
    [InlineData("1.234", "1,2340", "three decimals could be thousands")]
    [InlineData("-1.234", "-1,2340")]
    [InlineData("1.2340000000000001", "1,2340")]
    [InlineData("0.30000000000000004", "0,3", "0.1 + 0.2")]
    [InlineData("2.0", "2")]
    [InlineData("1.50", "1,5")]
    [InlineData("1234567", "1234567")]
    [InlineData("1E-3", "0,0010")]
    [InlineData("1.5E+3", "1500")]
    [InlineData("123456789012345", "123456789012345", "15 digits are whole")]
    [InlineData("1234567890123456", "1,23456789012346E+15", "the 16th is lost")]
    [InlineData("9007199254740993", "9,00719925474099E+15", "beyond 2^53")]
    [InlineData("1E+15", "1E+15")]
    [InlineData("1E+300", "1E+300")]
    public void A_number_is_written_with_the_digits_that_Excel_shows(string stored, string copied, string why = "") =>
        Assert.Equal((copied, why), (Copied(new RawCell($"<v>{stored}</v>")), why));

    [Fact]
    public void Every_number_of_15_digits_is_read_back_in_one_way_only() => Prop.ForAll(
        Arb.From(from digits in Gen.Choose(0, 999_999_999) from decimals in Gen.Choose(0, 6) select (digits, decimals)),
        number =>
        {
            var value = number.digits / Enumerable.Repeat(10m, number.decimals).Aggregate(1m, (all, one) => all * one);
            var stored = ((double)value).ToString("R", CultureInfo.InvariantCulture);
            var utf8 = Encoding.UTF8.GetBytes(Copied(new RawCell($"<v>{stored}</v>")));

            var expected = NumberParser.ToTicks(
                Encoding.ASCII.GetBytes(value.ToString(CultureInfo.GetCultureInfo("nl-NL"))), ValueFormat.DecimalComma);
            Assert.Equal(expected, NumberParser.ToTicks(utf8, ValueFormat.DecimalComma));
            Assert.True(value % 1 == 0 || !NumberParser.IsNumber(utf8, ValueFormat.DecimalPoint));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50).WithReplay(1729, 1729));

    [Theory]
    [InlineData("12345", NineDigits, "000012345")]
    [InlineData("1234567890", NineDigits, "1234567890")]
    [InlineData("0.5", Percent, "0,5")]
    [InlineData("1.5", 8, "1,5", "letters in quotes and behind a backslash are no day")]
    [InlineData("1.5", 10, "1,5", "an exponent is no day")]
    [InlineData("44256", Day, "2021-03-01")]
    [InlineData("44256", 4, "2021-03-01")]
    [InlineData("44256", 5, "2021-03-01")]
    [InlineData("44256", 11, "2021-03-01", "a month and a year")]
    [InlineData("44256.75", DayAndTime, "2021-03-01 18:00:00")]
    [InlineData("44255.9583333333", DayAndTime, "2021-02-28 23:00:00")]
    [InlineData("44256.99999999", Day, "2021-03-02", "a second that is rounded")]
    [InlineData("0.75", Time, "18:00:00")]
    [InlineData("1.5", Stretch, "36:00:00", "hours as a time are no volume")]
    [InlineData("1", Day, "1900-01-01")]
    [InlineData("59", Day, "1900-02-28")]
    [InlineData("60", Day, "1900-02-29", "the day that never was")]
    [InlineData("61", Day, "1900-03-01")]
    [InlineData("0", Day, "1900-01-00")]
    [InlineData("2958465", Day, "9999-12-31")]
    [InlineData("2958466", Day, "2958466")]
    [InlineData("-1", Day, "-1")]
    public void A_number_is_read_as_it_is_shown(string stored, int style, string copied, string why = "") =>
        Assert.True(copied == Copied(new RawCell($"<v>{stored}</v>", "", style)), why);

    [Theory]
    [InlineData("0", "1904-01-01")]
    [InlineData("42794", "2021-03-01")]
    public void Days_of_a_workbook_that_counts_from_1904_are_those_days(string stored, string copied) =>
        Assert.Equal(copied, Copied(new RawCell($"<v>{stored}</v>", "", Day), countsFrom1904: true));

    [Fact]
    public void Every_day_is_that_day()
    {
        for (var year = 1901; year < 2100; year += 7)
        {
            var day = new DateOnly(year, (year % 12) + 1, 28);
            var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.Equal(text, Copied(day));
            Assert.Equal(year < 1904 ? text : Copied(day, countsFrom1904: true), text);
        }
    }

    [Fact]
    public void Texts_stay_as_they_are()
    {
        Assert.Equal("1.234", Copied("1.234"));
        Assert.Equal("007", Copied("007"));
        Assert.Equal("\"a;\"\"b\"\"\nc\"", Copied(new RawCell("<is><t>a;\"b\"_x000D_&#10;c</t></is>", "inlineStr")));
        Assert.Equal("_x0000_", Copied(new RawCell("<is><t>_x0000_</t></is>", "inlineStr")));
        Assert.Equal("abc", Copied(new RawCell(
            "<is><r><t>a</t></r><rPh sb='0' eb='1'><t>x</t></rPh><r><rPr/><t>b</t></r><r><t>c</t></r></is>",
            "inlineStr")));
        Assert.Equal("2021-03-01", Copied(new RawCell("<v>2021-03-01T00:00:00Z</v>", "d")));
        Assert.Equal("TRUE", Copied(true));
    }

    [Theory]
    [InlineData("<f>A1</f><v>7</v>", "", "7")]
    [InlineData("<f>A1</f><v>tekst</v>", "str", "tekst")]
    [InlineData("<f>WEBSERVICE(\"http://x\")</f>", "", "#N/A", "a formula is never evaluated")]
    [InlineData("<f>A1</f><v/>", "", "#N/A")]
    [InlineData("<f>A1</f><v></v>", "str", "", "a formula whose outcome is an empty text")]
    [InlineData("<f>A1</f><v>#REF!</v>", "e", "#N/A", "else it would be the name of a client")]
    [InlineData("<v>#DIV/0!</v>", "e", "#N/A")]
    public void The_outcome_of_a_formula_counts(string content, string type, string copied, string why = "") =>
        Assert.True(copied == Copied(new RawCell(content, type)), why);

    [Fact]
    public void Errors_are_counted_and_leave_their_row_rejected()
    {
        using var reading = new Reading();
        var day = new DateOnly(2021, 3, 1);
        var path = new TestWorkbook(new TestSheet(
            "2021",
            ["client_id", "product_code", "start_date", "end_date", "volume", "unit"],
            ["k1", "45C02", day, day, 3, "uur"],
            [new RawCell("<v>#REF!</v>", "e"), "45C02", day, day, 3, "uur"],
            ["k1", "45C02", day, day, new RawCell("<f>1+1</f>"), "uur"]))
            .Save(_folder["fouten.xlsx"]);

        var ledger = reading.LedgerOf(path);

        Assert.Equal([3L, 4L], ledger.RejectedRows.Select(row => row.Row));
        Assert.Contains(": 2;", Assert.Single(ledger.Warnings).Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_numbers_with_three_decimals_asks_no_question()
    {
        using var reading = new Reading();
        var path = Declared(1.234, 2.345);

        Assert.Equal((1.234m + 2.345m) * 6000, (decimal)(long)reading.LedgerOf(path).Files[0].Ticks);
    }

    [Fact]
    public void Texts_with_three_decimals_ask_the_question_that_they_ask_in_CSV()
    {
        using var reading = new Reading();

        var refused = Assert.Throws<CalibrationException>(() => reading.LedgerOf(Declared("1.234", "2.345")));

        Assert.Contains("decimal mark", refused.What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Clients_with_more_digits_than_a_number_holds_are_refused()
    {
        using var reading = new Reading();
        var path = Save(new RawCell("<v>1234567890123456</v>"), false, "client_id", new DateOnly(2021, 3, 1), 3);

        var refused = Assert.Throws<CalibrationException>(() => reading.LedgerOf(path));

        Assert.Contains("shortened", refused.What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_days_without_a_format_count_from_1904_where_the_workbook_does()
    {
        using var reading = new Reading();
        foreach (var (from1904, serial, day) in new[] { (true, 42794, 1), (false, 44256, 1), (true, 42798, 5),
            (false, 44260, 5) })
        {
            var path = Save("k1", from1904, "client_id", serial, 3);
            var trajectory = Assert.Single(reading.Trajectories(path));
            Assert.Equal(new DateOnly(2021, 3, day), trajectory.Start);
        }
    }

    private string Declared(object first, object second)
    {
        var day = new DateOnly(2021, 3, 1);
        return new TestWorkbook(new TestSheet(
            "a",
            ["client_id", "product_code", "start_date", "end_date", "volume", "unit"],
            ["k1", "45C02", day, day, first, "uur"],
            ["k2", "45C02", day, day, second, "uur"])).Save(NewPath());
    }

    private string Save(object client, bool countsFrom1904, string name, object day, object volume)
    {
        var sheet = new TestSheet(
            "a",
            [name, "product_code", "start_date", "end_date", "volume", "unit"],
            [client, "45C02", day, day, volume, "uur"]);
        return new TestWorkbook(sheet) { CountsFrom1904 = countsFrom1904 }.Save(NewPath());
    }

    private string NewPath() => _folder[Numbers.Whole(++_files) + ".xlsx"];

    // A column of texts keeps the row of an empty cell.
    private string Copied(object cell, bool countsFrom1904 = false)
    {
        var path = new TestWorkbook(new TestSheet("a", ["naam", "waarde"], ["x", cell]))
        {
            CountsFrom1904 = countsFrom1904,
        }.Save(NewPath());
        var text = CopyText.Of(path);
        Assert.StartsWith("sep=;\nnaam;waarde\nx;", text, StringComparison.Ordinal);
        return text["sep=;\nnaam;waarde\nx;".Length..^1];
    }
}

/// <summary>The copy in CSV of a workbook.</summary>
internal static class CopyText
{
    internal static string Of(string path)
    {
        using var source = File.OpenRead(path);
        using var target = new MemoryStream();
        XlsxCopy.Kind(HeaderRules.Guess).Copy(source, Path.GetFileName(path), target, CancellationToken.None);
        return Encoding.UTF8.GetString(target.ToArray());
    }
}
