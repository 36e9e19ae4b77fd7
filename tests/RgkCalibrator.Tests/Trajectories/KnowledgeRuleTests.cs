using System.Globalization;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

public sealed class KnowledgeRuleTests
{
    private static readonly TrajectorySettings Stops = Reading.GapOf90 with { EndKnowledge = EndKnowledge.Stops };

    [Theory]
    [InlineData("2023-12-31", "31", true, "a stop on the last observed day")]
    [InlineData("2024-01-01", "31", false, "a stop a day later")]
    [InlineData("2023-12-31", "", true, "a stop without a reason")]
    [InlineData("2023-12-31", "20", false, "temporary")]
    [InlineData("2023-12-31", "37", false, "a change request")]
    [InlineData("2023-12-31", "38", false, "another provider, and providers are not split")]
    [InlineData(null, "31", false, "no stop message")]
    public void A_stop_message_makes_an_end_known(string? careEnd, string reason, bool isKnown, string why)
    {
        var line = Row("2023-07-01", "2023-12-15") with
        {
            CareEnd = careEnd is null ? null : Day(careEnd),
            EndReason = reason,
        };

        Expect.Equal(isKnown, Built(Stops, line).IsEndKnown, why);
        Assert.False(Built(Reading.GapOf90, line).IsEndKnown, why);
    }

    [Fact]
    public void Another_provider_ends_care_where_providers_are_split() => Assert.True(Built(
        Stops with { SplitByProvider = true },
        Row("2023-07-01", "2023-12-15") with { CareEnd = Day("2023-12-31"), EndReason = "38" }).IsEndKnown);

    [Theory]
    [InlineData("2018-01-01", null, "the first observed day")]
    [InlineData("2017-12-31", 1, "the day before")]
    [InlineData("2016-12-31", 366, "a year and a day before")]
    [InlineData(null, null, "no start message")]
    public void Care_that_began_before_what_is_observed_enters_late(string? careStart, int? entry, string why)
    {
        var row = Built(
            Reading.GapOf90,
            Row("2018-01-15", "2018-05-31") with { CareStart = careStart is null ? null : Day(careStart) });

        Expect.Equal(entry, row.EntryDays, why);
        Assert.True(entry is null || row is { IsStartKnown: false, IsInCohort: false, Order: CareOrder.Unknown }, why);
    }

    [Fact]
    public void What_was_known_on_a_day_is_the_lines_up_to_it_and_the_messages()
    {
        var settings = Reading.GapOf90 with { AsKnownOn = Day("2021-03-10") };

        var row = Built(
            settings,
            Row("2021-01-01", "2021-01-31") with { CareEnd = Day("2021-04-30") },
            Row("2021-03-01", "2021-03-31") with { Volume = 31 },
            Row("2021-04-01", "2021-04-30"));

        Assert.Equal((Day("2021-03-10"), 14.0, 2, false), (row.End, row.Volume, row.Lines, row.IsEndKnown));
        Assert.Null(row.TimeDays);
        Assert.True(Built(settings with { AsKnownOn = Day("2021-05-02") }, Row("2021-01-01", "2021-01-31")).IsEndKnown);
    }

    [Theory]
    [InlineData("2021-03-10", true)]
    [InlineData("2021-03-11", false)]
    public void A_stop_message_of_the_last_day_that_is_known_counts_and_of_the_next_does_not(
        string careEnd, bool isKnown)
    {
        var line = Row("2021-03-01", "2021-03-08") with { CareEnd = Day(careEnd), EndReason = "31" };

        Assert.Equal(isKnown, Built(Stops with { AsKnownOn = Day("2021-03-10") }, line).IsEndKnown);
    }

    [Theory]
    [InlineData("2021-03-01", true)]
    [InlineData("2021-03-02", false)]
    public void A_start_message_of_the_last_day_that_is_known_counts_and_of_the_next_does_not(
        string careStart, bool isKnown)
    {
        var settings = Reading.GapOf90 with { AsKnownOn = Day("2021-03-01") };
        var line = Row("2021-02-20", "2021-04-30") with { CareStart = Day(careStart) };

        Assert.Equal(Day(isKnown ? "2021-03-01" : "2021-02-20"), Built(settings, line).Start);
    }

    [Fact]
    public void What_is_known_at_the_end_of_what_is_observed_is_all_there_is()
    {
        var line = Row("2023-12-15", "2024-01-14") with { Volume = 31 };

        Assert.Equal(31, Built(Reading.GapOf90, line).Volume);
        Assert.Equal(17, Built(Reading.GapOf90 with { AsKnownOn = Day("2023-12-31") }, line).Volume);
    }

    [Theory]
    [InlineData(5, 4, "A", "the largest volume")]
    [InlineData(4, 5, "B", "the largest volume, of the later line")]
    [InlineData(4, 4, "A", "equal: the first to begin")]
    public void The_main_provider_and_place_are_those_with_the_largest_volume(
        int first, int second, string main, string why)
    {
        var row = Built(Reading.GapOf90, Placed("A", "2020-03-01", first), Placed("B", "2020-04-01", second));

        Expect.Equal(
            (main, main, main, main), (row.MainProvider, row.Location, row.Intervention, row.Municipality), why);
        Assert.Equal(string.Empty, row.ProviderId);
    }

    [Fact]
    public void Of_equal_volumes_that_begin_on_one_day_the_first_by_text_counts() =>
        Assert.Equal(
            "A", Built(Reading.GapOf90, Placed("B", "2020-03-01", 4), Placed("A", "2020-03-01", 4)).MainProvider);

    [Fact]
    public void Volumes_of_one_value_count_together()
    {
        var row = Built(
            Reading.GapOf90, Placed("A", "2020-03-01", 4), Placed("B", "2020-03-02", 3), Placed("B", "2020-03-03", 3));

        Assert.Equal("B", row.Location);
    }

    [Fact]
    public void Of_duplicates_that_differ_in_their_place_alone_one_stays_whatever_the_order()
    {
        TestRow[] rows =
        [
            Placed("B", "2020-03-01", 4) with { Provider = "P", Id = "1" },
            Placed("A", "2020-03-01", 4) with { Provider = "P", Id = "1" },
            Placed("C", "2020-03-01", 4) with { Provider = "P", Id = "1" },
        ];

        Assert.Equal("A", Built(Reading.GapOf90, rows).Location);
        Assert.Equal("A", Built(Reading.GapOf90, [.. rows.Reverse()]).Location);
    }

    private static TestRow Placed(string value, string start, int volume) => Row(start, start) with
    {
        Volume = volume,
        Provider = value,
        Location = value,
        Intervention = value,
        Municipality = value,
    };

    private static TrajectoryRow Built(TrajectorySettings settings, params IReadOnlyList<TestRow> rows)
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };
        return Assert.Single(reading.Trajectories(settings, rows));
    }

    private static TestRow Row(string start, string end) => TestRow.Good with { Start = Day(start), End = Day(end) };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
