using FsCheck;
using FsCheck.Fluent;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Tests.Trajectories;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Groups;

/// <summary>
/// What is known at the start must not hang on how long care turns out to be, or membership would be chosen by length.
/// </summary>
public sealed class MembershipTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(1729, 1729);

    [Fact]
    public void Order_stay_and_age_are_the_same_whenever_the_observation_ends()
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };
        var compared = 0;
        Prop.ForAll(Arb.From(Gen.Choose(0, 100_000)), seed =>
        {
            var (settings, rows, rules) = Drawn(seed);
            var early = settings with { AsKnownOn = new DateOnly(2021, 1, 1).AddDays(seed % 600) };

            var (all, known) = (Built(reading, rows, settings, rules), Built(reading, rows, early, rules));

            return known.Rows().Where(row => row.IsInCohort)
                .All(row => Same(row, all.Rows().Single(other => Key(other) == Key(row)), ref compared));
        }).Check(Seeded);
        Assert.True(compared > 300, Numbers.Whole(compared));
    }

    [Fact]
    public void Order_stay_and_age_are_the_same_however_long_the_care_goes_on()
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };
        var compared = 0;
        Prop.ForAll(Arb.From(Gen.Choose(0, 100_000)), seed =>
        {
            var (settings, rows, rules) = Drawn(seed);
            var before = Built(reading, rows, settings, rules);
            // The last care of each client and product goes on for some weeks; of a stay it does not, since it may
            // touch more.
            var lasts = rows.Where(row => rules[row.Product!].Role != CareRole.Stay)
                .GroupBy(row => (row.Client, row.Product)).Select(group => group.MaxBy(row => row.End)!);
            var longer = lasts.Select(row =>
                row with
                {
                    Start = row.End!.Value.AddDays(1),
                    End = row.End.Value.AddDays(40),
                    Birth = row.Birth,
                }).Where(row => row.Start <= settings.Observed.Last);

            var after = Built(reading, [.. rows, .. longer], settings, rules);

            return before.Rows().Where(row => row.IsInCohort)
                .All(row => Same(row, after.Rows().Single(other => Key(other) == Key(row)), ref compared));
        }).Check(Seeded);
        Assert.True(compared > 300, Numbers.Whole(compared));
    }

    private static bool Same(TrajectoryRow one, TrajectoryRow other, ref int compared)
    {
        compared++;
        return (one.Order, one.WithStay, one.AgeAtStart) == (other.Order, other.WithStay, other.AgeAtStart);
    }

    private static (string, string, string, DateOnly) Key(TrajectoryRow row) =>
        (row.ClientId, row.ProductCode, row.ProviderId, row.Start);

    private static (TrajectorySettings, List<TestRow>, Dictionary<string, ProductRules>) Drawn(int seed)
    {
        var random = new RandomDeclarations(seed);
        var settings = random.Settings() with
        {
            AsKnownOn = null,
            EndKnowledge = EndKnowledge.Gap,
            GapDays = 90,
            AtStartDays = 30,
            SplitByProvider = false,
        };
        // Without messages and with one birth date for each child: those of later lines would count as well.
        var rows = random.Rows(settings)
            .Where(row => row.Unit != "dagdeel" && row.Product is not null && row.End is not null)
            .Select(row =>
                row with
                {
                    CareStart = null,
                    CareEnd = null,
                    Birth = new DateOnly(2010, 5, 1),
                    Assignment = null,
                }).ToList();
        var rules = RandomDeclarations.AllProducts.Index().ToDictionary(
            pair => pair.Item,
            pair =>
                new ProductRules([DurationStep.Months(12)])
                {
                    Role = pair.Index == 2 ? CareRole.Stay : CareRole.Ambulatory,
                },
            StringComparer.Ordinal);
        return (settings, rows, rules);
    }

    private static TrajectorySet Built(
        Reading reading,
        IReadOnlyList<TestRow> rows,
        TrajectorySettings settings,
        Dictionary<string, ProductRules> rules)
    {
        var codes = new CodeBook([]);
        using var declarations = reading.Read(
            [reading.Write(rows)], new IntakeSettings(settings.ObservedThen().Last, codes, OnlyKnownProducts: false));
        return TrajectoryBuilder.Build(declarations, settings, rules, RunSettings.Default);
    }
}
