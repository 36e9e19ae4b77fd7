using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Tests.Trajectories;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Groups;

public sealed class GroupingTests
{
    private static readonly IReadOnlyList<Product> Products =
    [
        new("45C04", "Gezin", FrameworkKind.Norm, CareRole.Ambulatory, CareUnit.Uur),
        new("54002", "Behandeling", FrameworkKind.Rgk, CareRole.Ambulatory, CareUnit.Uur)
        {
            AllowedDurations = [DurationStep.Weeks(12), DurationStep.Weeks(26), DurationStep.SchoolYear],
        },
        new("none", "Zonder lijn", FrameworkKind.None, CareRole.Ambulatory, CareUnit.Uur)
        {
            FormerCodes = [new("45C02", null)],
        },
        new("product_zonder_code", "Groep", FrameworkKind.Norm, CareRole.Ambulatory, CareUnit.Dagdeel),
        new("never", "Komt niet voor", FrameworkKind.Norm, CareRole.Ambulatory, CareUnit.Uur),
    ];

    [Fact]
    public void Samples_are_the_complete_trajectories_of_the_cohort_on_60_random_sets()
    {
        using var reading = new Reading();
        for (var seed = 1729; seed < 1789; seed++)
        {
            var random = new RandomDeclarations(seed);
            var settings = random.Settings();
            var rows = random.Rows(settings);
            var catalogue = new ProductCatalogue("test", settings, Products);
            var set = Built(reading, rows, catalogue);

            var groups = Grouping.Of(set, catalogue);

            Assert.Equal(
                ["45C04", "54002", "product_zonder_code", "never"], groups.Select(group => group.Product.Code));
            foreach (var group in groups)
                Compare(group, [.. rows.Where(row => IsOf(group.Product, row))], settings);
            Assert.Equal(
                set.Rows().Count(IsCounted),
                groups.Sum(group => group.Count)
                    + set.Rows().Count(row => row.ProductCode == "none" && IsCounted(row)));
        }
    }

    [Fact]
    public void A_child_with_several_trajectories_and_products_is_one_child()
    {
        using var reading = new Reading();
        TestRow Line(string client, string product, int year) =>
            TestRow.Good with
            {
                Client = client,
                Product = product,
                Start = new DateOnly(year, 3, 1),
                End = new DateOnly(year, 3, 31),
            };
        TestRow[] rows =
        [
            Line("a", "45C04", 2019), Line("a", "45C04", 2020), Line("b", "45C04", 2019), Line("a", "54002", 2019),
        ];
        var catalogue = new ProductCatalogue("test", Reading.GapOf90, Products);

        var groups = Grouping.Of(Built(reading, rows, catalogue), catalogue);

        Assert.Equal([(3, 2), (1, 1), (0, 0), (0, 0)], groups.Select(group => (group.Count, group.Children)));
        Assert.Equal(2, groups[0].Child.ToArray().CountBy(child => child).Max(pair => pair.Value));
        Assert.Contains(groups[1].Child[0], groups[0].Child.ToArray());
    }

    [Fact]
    public void Trajectories_of_another_catalogue_are_refused()
    {
        using var reading = new Reading();
        var catalogue = new ProductCatalogue("test", Reading.GapOf90, Products);
        var set = Built(reading, [TestRow.Good], catalogue);
        var other = new ProductCatalogue(
            "other", Reading.GapOf90, [Products[1] with { AllowedDurations = [DurationStep.Weeks(12)] }]);

        Assert.Throws<ArgumentException>(() => Grouping.Of(set, other));
    }

    private static bool IsCounted(TrajectoryRow row) => row is { IsInCohort: true, IsEndKnown: true };

    private static bool IsOf(Product product, TestRow row) =>
        row.Product == product.Code && (row.Unit == "dagdeel") == (product.Unit == CareUnit.Dagdeel);

    private static void Compare(Group group, IReadOnlyList<TestRow> rows, TrajectorySettings settings)
    {
        var steps = group.Product.AllowedDurations;
        var naive = new NaiveTrajectories(settings, steps).Of(rows).Where(one => one.Row.IsInCohort).ToList();
        var complete = naive.Where(one => one.Row.IsEndKnown).ToList();
        var expected = complete.GroupBy(one => one.Row.ClientId).Select(child => Sorted(child.Select(one => string.Join(
            ' ',
            one.Row.DurationDays,
            Numbers.Exact(CalendarMonths.Between(one.Row.Start, one.Row.End)),
            steps.TakeWhile(step => one.Row.End > step.LastDay(one.Row.Start)).Count(),
            one.Row.VolumeTicks,
            string.Join(' ', steps.Select(step => one.Row.End <= step.LastDay(one.Row.Start))),
            string.Join(' ', one.Within)))));

        Assert.Equal(naive.Count, group.Cohort);
        Assert.Equal(naive.DistinctBy(one => one.Row.ClientId).Count(), group.CohortChildren);
        CompareRunning(group, [.. naive.Where(one => !one.Row.IsEndKnown)], settings);
        Assert.Equal(complete.Count, group.Count);
        Assert.Equal(complete.DistinctBy(one => one.Row.ClientId).Count(), group.Children);
        var found = Enumerable.Range(0, group.Count).GroupBy(i => group.Child[i])
            .Select(child => Sorted(child.Select(i => string.Join(
            ' ',
            group.Days[i],
            Numbers.Exact(group.Months[i]),
            group.Step[i],
            group.Volume[i],
            string.Join(' ', steps.Select((_, step) => group.EndsWithin(step)[i])),
            string.Join(' ', steps.Select((_, step) => group.VolumeWithin(step)[i]))))));
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static void CompareRunning(Group group, IReadOnlyList<NaiveTrajectory> running, TrajectorySettings settings)
    {
        var last = settings.ObservedThen().Last.AddDays(-settings.GapDays - 1);
        var steps = group.Product.AllowedDurations;
        var expected = running.Select(one => string.Join(
            ' ',
            last.DayNumber - one.Row.Start.DayNumber + 1,
            Numbers.Exact(CalendarMonths.Between(one.Row.Start, last)),
            one.Row.VolumeTicks,
            string.Join(' ', steps.Select(step => last >= step.LastDay(one.Row.Start))),
            string.Join(' ', one.Within)));
        var axes = steps.Select((_, step) => group.TimesTo(step)).ToList();
        var found = Enumerable.Range(group.Count, group.Cohort - group.Count).Select(i => string.Join(
            ' ',
            group.CohortDays[i],
            Numbers.Exact(group.CohortMonths[i]),
            group.CohortVolume[i],
            string.Join(' ', axes.Select(axis => axis.Times[i] >= axis.Limit)),
            string.Join(' ', steps.Select((_, step) => group.CohortVolumeWithin(step)[i]))));

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(0, group.Cohort).Select(i => i < group.Count), group.Ends());
        for (var step = 0; step < steps.Count; step++)
        {
            Assert.False(group.EndsWithin(step)[group.Count..].Contains(true));
            // An end lies within a duration exactly when it does so on its axis.
            Assert.Equal(
                group.EndsWithin(step)[..group.Count].ToArray(),
                axes[step].Times.Take(group.Count).Select(time => time <= axes[step].Limit));
        }
    }

    private static string Sorted(IEnumerable<string> trajectories) =>
        string.Join(" | ", trajectories.Order(StringComparer.Ordinal));

    private static TrajectorySet Built(Reading reading, IReadOnlyList<TestRow> rows, ProductCatalogue catalogue)
    {
        var intake = new IntakeSettings(
            catalogue.Trajectories.ObservedThen().Last, catalogue.Codes(), OnlyKnownProducts: true);
        using var declarations = reading.Read([reading.Write(rows)], intake);
        return TrajectoryBuilder.Build(
            declarations, catalogue.Trajectories, catalogue.Rules(isCut: false), RunSettings.Default);
    }
}
