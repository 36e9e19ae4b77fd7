using System.Globalization;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

public sealed class TrajectoryRulesTests
{
    private static readonly TrajectorySettings GapOf90 = Reading.GapOf90;

    [Theory]
    [InlineData(0, "2019-04-01", 1, "adjacent")]
    [InlineData(0, "2019-04-02", 2, "one free day")]
    [InlineData(30, "2019-05-01", 1, "thirty free days")]
    [InlineData(30, "2019-05-02", 2, "thirty-one free days")]
    [InlineData(90, "2019-06-30", 1, "ninety free days")]
    [InlineData(90, "2019-07-01", 2, "ninety-one free days")]
    public void More_free_days_than_the_gap_end_a_trajectory(int gapDays, string next, int trajectories, string why)
    {
        var rows = Built(GapOf90 with { GapDays = gapDays }, Row("2019-03-01", "2019-03-31"), Row(next, next));

        Expect.Equal(trajectories, rows.Count, why);
    }

    [Fact]
    public void A_nested_line_does_not_shorten_what_it_lies_in()
    {
        var rows = Built(
            GapOf90 with { GapDays = 0 },
            Row("2019-01-01", "2019-12-31"),
            Row("2019-02-01", "2019-02-28"),
            Row("2020-01-01", "2020-01-31"));

        Assert.Equal(Day("2020-01-31"), Assert.Single(rows).End);
    }

    [Fact]
    public void Days_before_1970_come_before_those_after_it()
    {
        var row = Assert.Single(Built(GapOf90, Row("1970-01-01", "1970-01-31"), Row("1969-12-01", "1969-12-31")));

        Assert.Equal((Day("1969-12-01"), Day("1970-01-31")), (row.Start, row.End));
    }

    [Theory]
    [InlineData("2023-07-01", "2023-09-30", 92, true, "the last line ends 92 days before the end of what is observed")]
    [InlineData("2023-07-01", "2023-10-01", 93, true, "91 days before")]
    [InlineData("2023-07-01", "2023-10-02", 93, false, "90 days before: it may go on")]
    [InlineData("2023-07-01", "2023-10-31", 93, false, "the example of the specification")]
    [InlineData("2023-10-01", "2023-12-31", 1, false, "starts on the day of censoring")]
    [InlineData("2023-10-02", "2023-12-31", null, null, "starts a day later: too recent")]
    public void An_end_is_known_when_the_gap_after_it_is_observed(
        string start, string end, int? time, bool? isEvent, string why)
    {
        var row = Assert.Single(Built(GapOf90, Row(start, end)));

        Expect.Equal((time, isEvent), (row.TimeDays, row.IsEvent), why);
        Assert.Equal(time is not null, row.IsInCohort);
    }

    [Theory]
    [InlineData("2018-04-01", null, false, "90 days after the first observed day")]
    [InlineData("2018-04-02", null, true, "91 days after it")]
    [InlineData("2018-01-15", "2018-01-01", true, "a start message of the first observed day")]
    [InlineData("2018-01-15", "2017-12-31", false, "a start message of the day before it")]
    [InlineData("2017-12-01", "2018-01-01", true, "declared before, started on the first observed day")]
    public void A_start_is_known_when_the_gap_before_it_is_observed_or_a_message_says_so(
        string start, string? careStart, bool isKnown, string why)
    {
        var line = Row(start, "2018-05-31") with { CareStart = careStart is null ? null : Day(careStart) };

        Expect.Equal(isKnown, Assert.Single(Built(GapOf90, line)).IsStartKnown, why);
    }

    [Theory]
    [InlineData("2019-02-28", false)]
    [InlineData("2019-03-01", true)]
    [InlineData("2019-06-30", true)]
    [InlineData("2019-07-01", false)]
    public void The_cohort_is_those_that_start_in_it(string start, bool isInCohort)
    {
        var settings = GapOf90 with { Cohort = new Period(Day("2019-03-01"), Day("2019-06-30")) };

        Assert.Equal(isInCohort, Assert.Single(Built(settings, Row(start, "2019-07-31"))).IsInCohort);
    }

    [Fact]
    public void The_earliest_true_start_and_the_latest_true_end_replace_the_declared_dates()
    {
        var row = Assert.Single(Built(
            GapOf90,
            Row("2019-03-01", "2019-03-31") with { CareStart = Day("2019-03-12"), CareEnd = Day("2019-04-10") },
            Row("2019-04-01", "2019-04-30") with { CareStart = Day("2019-03-14"), CareEnd = Day("2019-04-17") }));

        Assert.Equal((Day("2019-03-12"), Day("2019-04-17"), 37), (row.Start, row.End, row.DurationDays));
    }

    [Fact]
    public void True_dates_do_not_join_what_the_declared_dates_part()
    {
        var rows = Built(
            GapOf90 with { GapDays = 0 },
            Row("2019-03-01", "2019-03-31") with { CareEnd = Day("2019-06-30") },
            Row("2019-05-01", "2019-05-31"));

        Assert.Equal([Day("2019-06-30"), Day("2019-05-31")], rows.Select(row => row.End));
    }

    [Theory]
    [InlineData("2008-03-01,2008-03-01,2007-01-01", "2008-03-01", "the most frequent")]
    [InlineData("2008-03-01,2007-01-01,2009-01-01", "2007-01-01", "all equally frequent: the earliest")]
    [InlineData("2009-01-01,2009-01-01,2008-03-01,2008-03-01", "2008-03-01", "two equally frequent: the earlier")]
    [InlineData("2020-01-01,2020-01-01,2008-03-01", null, "the most frequent comes after the start")]
    [InlineData("", null, "none")]
    [InlineData("1900-01-01,1900-01-01,2008-03-01", "2008-03-01", "what stands for unknown does not count")]
    [InlineData("1900-01-01,1970-01-01", null, "only what stands for unknown")]
    [InlineData("1900-01-01,2009-01-01,2009-01-01,2008-03-01", "2009-01-01", "nor among others")]
    public void Conflicting_birth_dates_of_a_client_count_over_all_products(string births, string? birth, string why)
    {
        var lines = births.Split(',').Select((text, i) => Row("2019-03-01", "2019-03-31") with
        {
            Birth = text.Length == 0 ? null : Day(text),
            Product = Numbers.Whole(i),
        });

        var ages = Built(GapOf90, [.. lines]).Select(row => row.AgeAtStart).Distinct();

        int? expected = birth is null ? null : Age.On(DayNumber.Of(Day("2019-03-01")), DayNumber.Of(Day(birth)));
        Expect.Equal(expected, Assert.Single(ages), why);
    }

    [Fact]
    public void Clients_whose_birth_date_cannot_be_theirs_are_counted_once()
    {
        using var reading = new Reading();
        TestRow[] lines = [Row("2019-03-01", "2019-03-31"), Row("2019-04-01", "2019-04-30")];
        using var declarations = reading.Read(reading.Write(
        [
            .. lines.Select(line => line with { Birth = new DateOnly(1900, 1, 1) }),
            .. lines.Select((line, i) => line with { Client = "c2", Birth = new DateOnly(1900 + (109 * i), 1, 1) }),
            .. lines.Select(line => line with { Client = "c3", Birth = new DateOnly(2009, 1, 1) }),
        ]));

        var built = Reading.Build(declarations, GapOf90);

        Assert.Equal((2, 0), (built.UnbelievedBirths, built.BirthConflicts));
        Assert.Equal([null, 10, 10], built.Rows().Select(row => row.AgeAtStart));
    }

    [Fact]
    public void A_change_of_provider_parts_a_trajectory_only_where_that_is_asked()
    {
        TestRow[] lines =
        [
            Row("2019-03-01", "2019-03-31") with { Provider = "A" },
            Row("2019-04-01", "2019-04-30") with { Provider = "B" },
        ];

        Assert.Equal([string.Empty], Built(GapOf90, lines).Select(row => row.ProviderId));
        Assert.Equal(["A", "B"], Built(GapOf90 with { SplitByProvider = true }, lines).Select(row => row.ProviderId));
    }

    [Fact]
    public void Lines_of_an_unknown_product_in_two_units_are_two_products()
    {
        var rows = Built(
            GapOf90, Row("2019-03-01", "2019-03-31"), Row("2019-03-01", "2019-03-31") with { Unit = "dagdeel" });

        Assert.Equal([CareUnit.Dagdeel, CareUnit.Uur], rows.Select(row => row.Unit));
    }

    [Fact]
    public void Minutes_are_carried_as_hours()
    {
        var row = Assert.Single(
            Built(
                GapOf90,
                Row("2019-03-01", "2019-03-31") with { Unit = "minuut", Volume = 90 },
                Row("2019-04-01", "2019-04-30")));

        Assert.Equal((5.5, CareUnit.Uur), (row.Volume, row.Unit));
    }

    [Fact]
    public void A_build_that_is_asked_to_stop_says_that_it_stopped()
    {
        using var reading = new Reading();
        using var declarations = reading.Read(reading.Write(TestRow.Good));
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => TrajectoryBuilder.Build(
            declarations,
            GapOf90,
            new Dictionary<string, ProductRules>(),
            RunSettings.Default with { Stop = stop.Token }));
    }

    private static IReadOnlyList<TrajectoryRow> Built(TrajectorySettings settings, params IReadOnlyList<TestRow> rows)
    {
        using var reading = new Reading();
        return reading.Trajectories(settings, rows);
    }

    private static TestRow Row(string start, string end) => TestRow.Good with { Start = Day(start), End = Day(end) };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
