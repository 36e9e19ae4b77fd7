using System.Globalization;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

/// <summary>
/// episodes_input.csv and episodes_expected.csv: trajectories and administrative censoring in the window 2018-2023,
/// computed in R apart from this program, for gaps of 0, 30 and 90 days, with and without a split by provider.
/// </summary>
public sealed class TrajectoryOracleTests
{
    private static readonly string[] Columns =
    [
        "client", "product", "provider", "seq", "start", "end", "days", "volume", "rows", "right_censored",
        "left_unknown", "admin_cut",
        "admin_time", "admin_event", "kind",
    ];

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(30, false)]
    [InlineData(30, true)]
    [InlineData(90, false)]
    [InlineData(90, true)]
    public void Every_column_is_the_one_that_R_gives(int gapDays, bool splitByProvider)
    {
        using var reading = new Reading();
        var settings = new TrajectorySettings(Reading.Observed, Reading.Observed, gapDays, splitByProvider);

        var rows = reading.Trajectories(settings, [.. Reference.Rows("episodes_input.csv").Select(Input)]);

        var expected = Reference.Rows("episodes_expected.csv")
            .Where(row => row.Whole("gap_days") == gapDays && row["split_by_provider"] == (splitByProvider ? "1" : "0"))
            .Select(Expected)
            .OrderBy(line => line, StringComparer.Ordinal);
        Assert.Equal(expected, rows.Select(row => Shown(row, new ObservationWindow(settings).CensoredAt)));
        Assert.All(rows, row => Assert.Equal(CareUnit.Uur, row.Unit));
    }

    private static TestRow Input(IReadOnlyDictionary<string, string> row) =>
        new(
            row["client"],
            row["product"],
            Day(row["start"]),
            Day(row["end"]),
            decimal.Parse(row["volume"], CultureInfo.InvariantCulture),
            "uur")
        {
            Provider = row["provider"],
        };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Expected(IReadOnlyDictionary<string, string> row) =>
        string.Join(',', Columns.Select(column => row[column].Trim('"')));

    private static string Shown(TrajectoryRow row, int censoredAt) => string.Join(
        ',',
        row.ClientId,
        row.ProductCode,
        row.ProviderId.Length == 0 ? "*" : row.ProviderId,
        Numbers.Whole(row.Sequence),
        Iso(row.Start),
        Iso(row.End),
        Numbers.Whole(row.DurationDays),
        row.Volume.ToString("0.0", CultureInfo.InvariantCulture),
        Numbers.Whole(row.Lines),
        row.IsEndKnown ? "0" : "1",
        row.IsStartKnown ? "0" : "1",
        Iso(DayNumber.ToDate(censoredAt)),
        row.TimeDays is { } time ? Numbers.Whole(time) : string.Empty,
        row.IsEvent is { } isEvent ? isEvent ? "1" : "0" : string.Empty,
        row.Sequence == 1 ? "first" : "follow-up");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
