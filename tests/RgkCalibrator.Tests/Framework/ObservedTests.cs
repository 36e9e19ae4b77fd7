using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Tests.Trajectories;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

public sealed class ObservedTests
{
    private static readonly IReadOnlyList<Product> Products =
    [
        new("45C04", "Gezin", FrameworkKind.Norm, CareRole.Ambulatory, CareUnit.Uur),
        new("54002", "Behandeling", FrameworkKind.Rgk, CareRole.Ambulatory, CareUnit.Uur)
        {
            AllowedDurations = [DurationStep.Weeks(12), DurationStep.Weeks(26), DurationStep.SchoolYear],
        },
    ];

    [Fact]
    public void Columns_are_those_of_the_rows_that_could_be_followed_on_40_random_sets()
    {
        using var reading = new Reading();
        var (outlasting, within) = (0, 0);
        for (var seed = 1729; seed < 1769; seed++)
        {
            var random = new RandomDeclarations(seed);
            var catalogue = new ProductCatalogue("test", random.Settings(), Products);
            // A stop message can end care before its last line does; then not all of the volume lies within.
            var set = Built(
                reading,
                [.. random.Rows(catalogue.Trajectories).Select(row => row with { CareEnd = null })],
                catalogue);
            var knownTo = catalogue.Trajectories.ObservedThen().Last.AddDays(-catalogue.Trajectories.GapDays - 1);
            foreach (var group in Grouping.Of(set, catalogue))
            {
                for (var step = 0; step < group.Product.AllowedDurations.Count; step++)
                {
                    var followed = Observed.Followed(group, step, knownTo);
                    Compare(
                        followed, [.. set.Rows().Where(row => row.ProductCode == group.Product.Code)], set, knownTo);
                    outlasting += followed.Places.Count(followed.Outlasts);
                    within += followed.Places.Count(place => !followed.Outlasts(place));
                }
            }
        }

        Assert.True(outlasting > 100 && within > 100, $"{Numbers.Whole(outlasting)} {Numbers.Whole(within)}");
    }

    [Theory]
    [InlineData("2019-12-31", 1, "twelve months from 1 January end on 31 December")]
    [InlineData("2019-12-30", 0, "one day short")]
    public void A_start_counts_when_its_last_day_within_the_duration_is_known(string knownTo, int count, string why)
    {
        var group = Care.Group(Care.Usual, [Followed.Of(0, 10)]);

        Expect.Equal(
            count,
            Observed.Followed(group, Followed.TwelveMonths, DateOnly.ParseExact(knownTo, "yyyy-MM-dd", null)).Count,
            why);
    }

    [Fact]
    public void Those_that_meet_a_condition_keep_their_columns()
    {
        var care = Enumerable.Range(0, 90).Select(i => Followed.Of(i, 10 + i, 2018 + (i % 5), i % 4 == 0) with
        {
            Covariates = Followed.By(i % 3, i % 20),
        });
        var followed = Followed.Twelve(care);

        var parts = Enumerable.Range(0, 3)
            .Select(provider => followed.Where(place => followed.Group.Covariates[place].Provider == provider))
            .ToList();

        Assert.Equal(90, parts.Sum(part => part.Count));
        Assert.Equal(Rows(followed), parts.SelectMany(Rows).Order(StringComparer.Ordinal));
    }

    private static void Compare(Observed followed, List<TrajectoryRow> rows, TrajectorySet set, DateOnly knownTo)
    {
        var expected = rows.Where(row => row.IsInCohort && followed.Duration!.LastDay(row.Start) <= knownTo).ToList();
        var outlasting = expected.Where(row => !(row.IsEndKnown && row.End <= followed.Duration!.LastDay(row.Start)))
            .ToList();

        Assert.Equal(
            expected.Select(Row).Order(StringComparer.Ordinal), Columns(followed, set).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Select(row => row.ClientId).Distinct().Count(), followed.Children().Distinct().Count());
        // Whoever ends within the duration used all of its volume there.
        Assert.Equal(
            expected.Except(outlasting).Select(row => row.VolumeTicks / (double)Ticks.PerUnit).Order(),
            followed.Places.Where(place => !followed.Outlasts(place)).Select(followed.UnitsAt).Order());

        string Row(TrajectoryRow row) =>
            string.Join(' ', row.Start.Year, outlasting.Contains(row), row.MainProvider, row.AgeAtStart);
    }

    private static IEnumerable<string> Columns(Observed followed, TrajectorySet set) => followed.Places.Select(place =>
    {
        var known = followed.Group.Covariates[place];
        var provider = set.Providers[known.Provider];
        return string.Join(' ', followed.StartYear(place), followed.Outlasts(place), provider, known.AgeAtStart);
    });

    private static IEnumerable<string> Rows(Observed followed) =>
        followed.Places.Zip(followed.Children(), followed.Units())
        .Select(one => string.Join(
            ' ',
            followed.StartYear(one.First),
            one.Second,
            followed.Outlasts(one.First),
            Numbers.Exact(one.Third),
            followed.Group.Covariates[one.First].Provider))
        .Order(StringComparer.Ordinal);

    private static TrajectorySet Built(Reading reading, IReadOnlyList<TestRow> rows, ProductCatalogue catalogue)
    {
        var intake = new IntakeSettings(
            catalogue.Trajectories.ObservedThen().Last, catalogue.Codes(), OnlyKnownProducts: true);
        using var declarations = reading.Read([reading.Write(rows)], intake);
        return TrajectoryBuilder.Build(
            declarations, catalogue.Trajectories, catalogue.Rules(isCut: false), RunSettings.Default);
    }
}
