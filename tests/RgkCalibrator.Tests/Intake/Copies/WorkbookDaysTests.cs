using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Tests.Intake.Copies;

/// <summary>How days are written in one column of a workbook says something of its other columns.</summary>
public sealed class WorkbookDaysTests : IDisposable
{
    // 1 March and 31 March 2021.
    private const int FirstFrom1900 = 44_256;
    private const int FirstFrom1904 = 42_794;
    private const int FirstFrom1970 = 18_687;

    private static readonly object?[] Header =
        ["client_id", "product_code", "start_date", "end_date", "volume", "unit", "birth_date"];

    private readonly Reading _reading = new();
    private int _files;

    public void Dispose() => _reading.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_text_with_the_month_first_in_one_column_is_a_question_for_the_others(bool countsFrom1904)
    {
        var asked = Refusal(countsFrom1904, "3/1/2021", "3/5/2021", "3/25/2010");

        Assert.Equal("start_date, end_date, birth_date", asked.Columns);
        Assert.Contains("of de maand", asked.What, StringComparison.Ordinal);
        Assert.Contains("format: day-first | month-first", asked.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, FirstFrom1900)]
    [InlineData(true, FirstFrom1904)]
    public void Numbers_of_days_that_the_workbook_explains_are_left_out_of_that_question(bool countsFrom1904, int day)
    {
        var asked = Refusal(countsFrom1904, "3/1/2021", day + 30, "3/25/2010");

        Assert.Equal("start_date, birth_date", asked.Columns);
    }

    [Theory]
    [InlineData(false, FirstFrom1900)]
    [InlineData(true, FirstFrom1904)]
    public void A_text_that_can_only_have_the_day_first_is_none_beside_numbers_of_days(bool countsFrom1904, int day)
    {
        var row = Assert.Single(_reading.Trajectories(Save(countsFrom1904, "1-3-2021", day + 30, "25-3-2010")));

        Assert.Equal(
            (new DateOnly(2021, 3, 1), new DateOnly(2021, 3, 31), 10), (row.Start, row.End, row.AgeAtStart));
    }

    [Theory]
    [InlineData(false, FirstFrom1970 + 30, "start_date, end_date")]
    [InlineData(false, FirstFrom1900 + 30, "start_date, end_date")]
    [InlineData(true, FirstFrom1970 + 30, "start_date, end_date")]
    [InlineData(true, FirstFrom1904 + 30, "start_date, end_date")]
    [InlineData(true, "2021-03-31", "start_date")]
    public void Numbers_of_days_as_R_counts_them_are_a_question_for_all_columns_of_numbers(
        bool countsFrom1904, object end, string columns)
    {
        var asked = Refusal(countsFrom1904, FirstFrom1970, end, "2010-03-25");

        Assert.Equal(columns, asked.Columns);
        Assert.Contains("Vanaf welke dag", asked.What, StringComparison.Ordinal);
        Assert.Contains("days-since-1970", asked.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, FirstFrom1900, "")]
    [InlineData(true, FirstFrom1904, "")]
    [InlineData(false, FirstFrom1900, "d")]
    public void A_plain_number_in_a_column_of_days_is_the_day_that_Excel_shows(
        bool countsFrom1904, int day, string type)
    {
        object shown = type == "d" ? new RawCell("<v>2021-03-01</v>", "d") : new DateOnly(2021, 3, 1);
        var birth = new DateOnly(2010, 3, 25);
        var mixed = Book(
            countsFrom1904,
            new TestSheet("2021", Header, ["k1", "45C02", shown, day + 30, 3, "uur", birth], null,
                ["k2", "45C02", day, day + 30, new RawCell("<v>12345</v>", "", 1), "uur", birth]),
            new TestSheet("2022", Header, ["k3", "45C02", day, new DateOnly(2021, 3, 31), 12_345, "uur", birth]));

        var rows = _reading.Trajectories(mixed);

        Assert.Equal(
            [("k1", 3), ("k3", 12_345)],
            rows.Select(row => (row.ClientId, (int)row.Volume)).Order());
        Assert.All(
            rows,
            row => Assert.Equal(
                (new DateOnly(2021, 3, 1), new DateOnly(2021, 3, 31), 10), (row.Start, row.End, row.AgeAtStart)));
        Assert.Equal(RejectionReason.BadVolume, Assert.Single(_reading.LedgerOf(mixed).RejectedRows).Reason);
    }

    private (string Columns, string What, string Remedy) Refusal(
        bool countsFrom1904, object start, object end, object birth)
    {
        var path = Save(countsFrom1904, start, end, birth);

        var refused = Assert.Throws<CalibrationException>(() => _reading.LedgerOf(path));

        Assert.Equal(ExitCode.WrongUse, refused.ExitCode);
        var place = refused.Where.Split(", ", 2);
        Assert.Equal(Path.GetFileName(path), place[0]);
        return (place[1], refused.What.Dutch, refused.Remedy.Dutch);
    }

    private string Save(bool countsFrom1904, object start, object end, object birth) => Book(
        countsFrom1904, new TestSheet("2021", Header, ["k1", "45C02", start, end, 3, "uur", birth]));

    private string Book(bool countsFrom1904, params TestSheet[] sheets) =>
        new TestWorkbook(sheets) { CountsFrom1904 = countsFrom1904 }
            .Save(_reading.Folder[Numbers.Whole(++_files) + ".xlsx"]);
}
