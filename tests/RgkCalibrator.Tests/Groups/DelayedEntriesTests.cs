using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Tests.Trajectories;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Groups;

/// <summary>Who began before what is observed: apart, with its entry, and only where that is asked.</summary>
public sealed class DelayedEntriesTests
{
    private static readonly Product Usual = new(
        "45C02", "Begeleiding", FrameworkKind.Norm, CareRole.Ambulatory, CareUnit.Uur);

    [Fact]
    public void They_are_those_of_the_rules_and_nothing_else_changes_on_100_random_sets()
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };
        IReadOnlyList<Product> products = [Usual, Usual with { Code = "45C04" }, Usual with { Code = "54002" }];
        var (taken, ended) = (0, 0);
        for (var seed = 1729; seed < 1829; seed++)
        {
            var random = new RandomDeclarations(seed);
            var (settings, rows) = Drawn(random, seed);
            var (on, off) = (
                new ProductCatalogue("test", settings, products),
                new ProductCatalogue("test", settings with { StartedBefore = false }, products));
            var naive = new NaiveTrajectories(settings, on.Rules(isCut: true)).Of(rows).Select(one => one.Row).ToList();

            var (with, without) = (
                Grouping.Of(Built(reading, rows, on), on), Grouping.Of(Built(reading, rows, off), off));

            foreach (var (one, other) in with.Zip(without))
            {
                var expected = naive.Where(row =>
                    row.ProductCode == one.Product.Code && row is { EntryDays: not null, TimeDays: not null }
                        && row.TimeDays > row.EntryDays).ToList();
                Assert.Equal(
                    expected.Select(Told).Order(StringComparer.Ordinal),
                    Told(one.Delayed).Order(StringComparer.Ordinal));
                Assert.Equal((0, CohortOf(other)), (other.Delayed.Count, CohortOf(one)));
                Assert.Equal(
                    naive.Count(row => row.ProductCode == one.Product.Code && row.EntryDays is not null),
                    one.Scope.StartedBefore);
                (taken, ended) = (taken + one.Delayed.Count, ended + one.Delayed.Ends.Count(end => end));
            }
        }

        Assert.True(taken > 25 && ended > 15 && ended < taken, Numbers.Whole(taken) + " " + Numbers.Whole(ended));
    }

    [Theory]
    [InlineData(CohortRule.Started, 1)]
    [InlineData(CohortRule.Ended, 0)]
    [InlineData(CohortRule.Active, 0)]
    public void They_go_with_a_cohort_by_its_start_alone(CohortRule rule, int count)
    {
        var group = Assert.Single(
            Groups(
                [Usual],
                Reading.GapOf90 with { StartedBefore = true, Rule = rule },
                Before("2017-06-01", "2018-05-31")));

        Assert.Equal((count, 1), (group.Delayed.Count, group.Scope.StartedBefore));
    }

    [Theory]
    [InlineData("2017-12-31", 0, "nobody could have seen it")]
    [InlineData("2018-01-01", 1, "one day of it was seen")]
    public void One_that_ended_before_what_is_observed_is_not_taken(string end, int count, string why)
    {
        var group = Assert.Single(
            Groups([Usual], Reading.GapOf90 with { StartedBefore = true }, Before("2017-06-01", end)));

        Expect.Equal(count, group.Delayed.Count, why);
    }

    [Fact]
    public void Entry_and_time_lie_on_one_axis()
    {
        var delayed = Assert.Single(
            Groups([Usual], Reading.GapOf90 with { StartedBefore = true }, Before("2017-11-15", "2018-02-14"))).Delayed;

        Assert.Equal((47, 92, true), (delayed.EntryDays[0], delayed.Days[0], delayed.Ends[0]));
        Assert.Equal((1 + (17 / 31.0), 3.0), (delayed.EntryMonths[0], delayed.Months[0]));
        // From 15 November to 31 July are 259 days.
        var school = delayed.On(DurationStep.SchoolYear);
        Assert.Equal((47 / 259.0, 92 / 259.0), (school.Entries[0], school.Times[0]));
    }

    [Theory]
    [InlineData(ConditionKind.Age, "0-5", 1, 0)]
    [InlineData(ConditionKind.Location, "KDC", 1, 0)]
    [InlineData(ConditionKind.Order, "first", 0, 0)]
    [InlineData(ConditionKind.Order, "follow-up", 0, 0)]
    [InlineData(ConditionKind.WithStay, "false", 0, 0)]
    [InlineData(ConditionKind.Concurrent, "false", 0, 0)]
    [InlineData(ConditionKind.Age, "6-11", 0, 1)]
    public void Subgroups_take_them_by_what_is_known_of_them(
        ConditionKind kind, string value, int inSubgroup, int inRest)
    {
        var product = Usual with
        {
            Subgroups = [new("deel", "Deel", [new SubgroupCondition(kind, [value])])],
            Current = [new CurrentLine(9, DurationStep.Months(6))],
        };
        TestRow[] rows =
        [
            .. Before("2017-06-01", "2018-05-31"),
            // Care before it is seen, so that the walk of chains calls it a follow-up; it is not taken for one.
            TestRow.Good with
            {
                Product = Usual.Code,
                Start = new DateOnly(2017, 1, 1),
                End = new DateOnly(2017, 1, 31),
            },
        ];

        var groups = Groups([product], Reading.GapOf90 with { StartedBefore = true }, rows);

        Assert.Equal([1, inSubgroup, inRest], groups.Select(group => group.Delayed.Count));
        Assert.Equal([0, 0, 0], groups.Select(group => group.Scope.Unplaced));
    }

    /// <summary>
    /// With many a start message just before what is observed, and at times so early a last day that some still run.
    /// </summary>
    private static (TrajectorySettings Settings, List<TestRow> Rows) Drawn(RandomDeclarations random, int seed)
    {
        var drawn = random.Settings() with { StartedBefore = true };
        var settings = seed % 3 == 0 ? drawn with { AsKnownOn = new DateOnly(2018, 5, 15) } : drawn;
        var rows = random.Rows(settings).Where(row => row.Unit != "dagdeel");
        return (
            settings,
            [
                .. rows.Select(row =>
                    row.Start < new DateOnly(2018, 2, 1) && seed % 2 == 0
                        ? row with { CareStart = row.Start!.Value.AddDays(-40) }
                        : row),
            ]);
    }

    private static TestRow[] Before(string start, string end)
    {
        var (first, last) = (
            DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture));
        return
        [
            TestRow.Good with
            {
                Product = Usual.Code, Birth = new DateOnly(2014, 1, 1), Location = "KDC", CareStart = first,
                Start = last.AddDays(-20), End = last,
            },
        ];
    }

    private static IReadOnlyList<Group> Groups(
        IReadOnlyList<Product> products, TrajectorySettings settings, IReadOnlyList<TestRow> rows)
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };
        var catalogue = new ProductCatalogue("test", settings, products);
        return Care.Grouped(Built(reading, rows, catalogue), catalogue);
    }

    private static string Told(TrajectoryRow row) => string.Join(
        ' ',
        row.EntryDays,
        row.TimeDays,
        row.IsEndKnown,
        Numbers.Exact(CalendarMonths.Between(row.Start, new DateOnly(2017, 12, 31))),
        Numbers.Exact(CalendarMonths.Between(row.Start, row.Start.AddDays(row.TimeDays!.Value - 1))));

    private static IEnumerable<string> Told(DelayedEntries delayed) =>
        Enumerable.Range(0, delayed.Count).Select(i => string.Join(
            ' ',
            delayed.EntryDays[i],
            delayed.Days[i],
            delayed.Ends[i],
            Numbers.Exact(delayed.EntryMonths[i]),
            Numbers.Exact(delayed.Months[i])));

    private static string CohortOf(Group group) => string.Join(
        ' ',
        [
            group.Count,
            group.Cohort,
            group.Children,
            group.CohortChildren,
            .. group.CohortDays.ToArray(),
            .. group.CohortVolume.ToArray(),
            .. group.Child.ToArray(),
            .. Enumerable.Range(0, group.Product.AllowedDurations.Count)
                .SelectMany(step => group.CohortVolumeWithin(step).ToArray()),
        ]);

    private static TrajectorySet Built(Reading reading, IReadOnlyList<TestRow> rows, ProductCatalogue catalogue)
    {
        var intake = new IntakeSettings(
            catalogue.Trajectories.ObservedThen().Last, catalogue.Codes(), OnlyKnownProducts: true);
        using var declarations = reading.Read([reading.Write(rows)], intake);
        return TrajectoryBuilder.Build(
            declarations, catalogue.Trajectories, catalogue.Rules(isCut: true), RunSettings.Default);
    }
}
