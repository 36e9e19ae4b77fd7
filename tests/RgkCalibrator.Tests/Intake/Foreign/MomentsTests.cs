using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Tests.Intake.Foreign;

/// <summary>Moments without a zone: what a clock said, or UTC, or a question.</summary>
public sealed class MomentsTests
{
    [Theory]
    [InlineData("2021-01-01 00:00", "2021-01-31 00:00", "2021-01-01..2021-01-31", "midnights on a clock")]
    [InlineData("2021-01-01 08:30", "2021-01-31 22:30", "2021-01-01..2021-01-31", "times of day")]
    [InlineData("2020-12-31 23:00", "2021-01-30 23:00", "2021-01-01..2021-01-31", "winter in UTC")]
    [InlineData("2021-05-31 22:00", "2021-06-29 22:00", "2021-06-01..2021-06-30", "summer in UTC")]
    [InlineData(
        "2021-06-01 00:00",
        "2021-06-30 23:00",
        "2021-06-01..2021-06-30",
        "the last hour in summer, which is no midnight in UTC")]
    [InlineData(
        "2021-06-01 00:00",
        "2021-06-29 22:00",
        "2021-06-01..2021-06-30",
        "one column as it is, one in UTC: only UTC has days that begin at 22:00")]
    [InlineData(
        "2021-01-01 00:00",
        "2021-01-31 23:00",
        null,
        "the last hour in winter, or the first of the next day in UTC")]
    public void Days_follow_from_the_times_of_a_file(string start, string end, string? period, string why)
    {
        Assert.NotEmpty(why);
        using var reading = new Reading();
        var path = Write(reading, start, end, count: 4);

        if (period is null)
        {
            Assert.Contains(
                "end_date: { column: end_date, format: iso | utc }",
                Assert.Throws<CalibrationException>(() => reading.Trajectories(path)).Remedy.Dutch,
                StringComparison.Ordinal);
        }
        else
        {
            Assert.All(
                reading.Trajectories(path),
                row => Assert.Equal(period, $"{ForeignRow.Text(row.Start)}..{ForeignRow.Text(row.End)}"));
        }
    }

    [Theory]
    [InlineData("utc", 1)]
    [InlineData("iso", 31)]
    public void A_mapping_decides_where_the_times_leave_a_question(string format, int lastDay)
    {
        var mapping = $"columns:\n  end_date: {{ column: end_date, format: {format} }}\n";
        using var reading = new Reading { Mapping = MappingFile.Parse(mapping, "mapping.yaml") };

        Assert.All(
            reading.Trajectories(Write(reading, "2021-01-01 00:00", "2021-01-31 23:00", count: 4)),
            row => Assert.Equal(lastDay, row.End.Day));
    }

    private static string Write(Reading reading, string start, string end, int count) => reading.WriteQuery(
        $"SELECT 'K' || i AS client_id, '45C02' AS product_code, TIMESTAMP '{start}' AS start_date, "
        + $"TIMESTAMP '{end}' AS end_date, 1 AS volume, 'uur' AS unit FROM range({Numbers.Whole(count)}) AS t(i)");
}
