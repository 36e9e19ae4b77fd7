using System.Globalization;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

/// <summary>A message may never leave declared care outside.</summary>
public sealed class CareMessagesTests
{
    [Fact]
    public void A_stop_at_the_first_provider_does_not_end_what_goes_on_at_the_second()
    {
        var row = Built(
            Line("2023-01-01", "2023-07-31", "A", "2023-01-01", "2023-07-31"),
            Line("2023-08-01", "2023-12-31", "B", "2023-08-01", null));

        Assert.Equal(
            (Day("2023-01-01"), Day("2023-12-31"), 274, false), (row.Start, row.End, row.TimeDays, row.IsEvent));
    }

    [Theory]
    [InlineData("2021-03-10", "2021-03-10", "inside the first line")]
    [InlineData("2021-03-31", "2021-03-31", "its last day")]
    [InlineData("2021-02-10", "2021-02-10", "before it was declared")]
    [InlineData("2021-04-01", "2021-03-01", "the first line would be outside")]
    [InlineData("2021-05-12", "2021-03-01", "two lines would be outside")]
    [InlineData("1900-01-01", "2021-03-01", "no date")]
    [InlineData("2099-12-31", "2021-03-01", "no date either")]
    public void The_start_is_that_of_a_message_unless_it_leaves_a_line_outside(
        string careStart, string start, string why)
    {
        var row = Built(
            Line("2021-03-01", "2021-03-31", "A", null, null),
            Line("2021-04-01", "2021-04-30", "A", careStart, null),
            Line("2021-05-01", "2021-05-31", "A", null, null));

        Assert.True(Day(start) == row.Start, why);
    }

    [Theory]
    [InlineData(null, "2021-05-17", "2021-05-17", "inside the last line")]
    [InlineData(null, "2021-05-01", "2021-05-01", "its first day")]
    [InlineData(null, "2021-06-20", "2021-06-20", "after it was declared")]
    [InlineData(null, "2021-04-30", "2021-05-31", "the last line would be outside")]
    [InlineData("2021-05-17", null, "2021-05-31", "the last line has no stop")]
    [InlineData("2021-05-17", "2021-05-03", "2021-05-17", "the latest of two")]
    [InlineData(null, "2099-12-31", "2021-05-31", "no date")]
    [InlineData(null, "9999-12-31", "2021-05-31", "no date either")]
    [InlineData(null, "1900-01-01", "2021-05-31", "nor this")]
    [InlineData(null, "2024-01-01", "2021-05-31", "after what is observed")]
    [InlineData(null, "2023-12-31", "2023-12-31", "the last observed day")]
    public void The_end_is_that_of_a_stop_of_the_last_line(string? earlier, string? stop, string end, string why)
    {
        var row = Built(
            Line("2021-04-01", "2021-04-30", "A", null, earlier), Line("2021-05-01", "2021-05-31", "A", null, stop));

        Assert.True(Day(end) == row.End, why);
    }

    [Theory]
    [InlineData("T1", "2021-05-17", "its assignment has a stop")]
    [InlineData("T2", "2021-05-31", "another assignment has")]
    [InlineData("", "2021-05-31", "it has no assignment")]
    public void A_stop_of_its_assignment_is_a_stop_of_the_last_line(string assignment, string end, string why)
    {
        var row = Built(
            Line("2021-04-01", "2021-04-30", "A", null, "2021-05-17") with { Assignment = "T1" },
            Line("2021-05-01", "2021-05-31", "A", null, null) with { Assignment = assignment });

        Assert.True(Day(end) == row.End, why);
    }

    [Theory]
    [InlineData("2021-03-01", "2021-05-31", "A", "2021-05-31", "on the same days")]
    [InlineData("2021-01-01", "2021-05-31", "A", "2021-05-31", "since longer")]
    [InlineData("2021-01-01", "2021-04-15", "A", "2021-04-20", "to before the stop")]
    [InlineData("2021-01-01", "2021-05-31", "B", "2021-04-20", "at the provider who sent the stop")]
    public void A_stop_ends_nothing_while_another_provider_declares_on(
        string start, string end, string provider, string expected, string why)
    {
        var row = Built(
            Line(start, end, provider, null, null), Line("2021-03-01", "2021-05-31", "B", null, "2021-04-20"));

        Assert.True(Day(expected) == row.End, why);
    }

    [Theory]
    [InlineData("A", "2021-03-01")]
    [InlineData("B", "2021-03-10")]
    public void A_start_moves_nothing_where_another_provider_declared_before_it(string provider, string start) =>
        Assert.Equal(
            Day(start),
            Built(
                Line("2021-03-01", "2021-03-31", provider, null, null),
                Line("2021-03-10", "2021-04-30", "B", "2021-03-10", null)).Start);

    [Fact]
    public void The_order_of_rows_changes_nothing()
    {
        TestRow[] rows =
        [
            Line("2021-03-01", "2021-04-30", "A", null, "2021-04-20"),
            Line("2021-03-01", "2021-05-31", "B", null, null),
            Line("2021-03-01", "2021-05-31", "B", "2021-03-02", "2021-05-02"),
        ];

        Assert.Equal(Built(rows), Built([.. rows.Reverse()]));
    }

    [Fact]
    public void Messages_without_effect_are_counted_by_trajectory()
    {
        using var reading = new Reading();
        using var declarations = reading.Read(reading.Write(
            Line("2021-03-01", "2021-03-31", "A", "2021-03-02", "2021-03-17"),
            Line("2021-04-01", "2021-04-30", "B", null, null),
            Line("2021-03-01", "2021-03-31", "A", "2021-03-02", "2021-03-17") with { Client = "c2" }));

        Assert.Equal(1, Reading.Build(declarations, Reading.GapOf90).MessagesWithoutEffect);
    }

    private static TrajectoryRow Built(params IReadOnlyList<TestRow> rows)
    {
        using var reading = new Reading { Mapping = ColumnMapping.None with { Asked = CanonicalColumns.Noted } };
        return Assert.Single(reading.Trajectories(Reading.GapOf90, rows));
    }

    private static TestRow Line(string start, string end, string provider, string? careStart, string? careEnd) =>
        TestRow.Good with
        {
            Start = Day(start),
            End = Day(end),
            Provider = provider,
            CareStart = careStart is null ? null : Day(careStart),
            CareEnd = careEnd is null ? null : Day(careEnd),
        };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
