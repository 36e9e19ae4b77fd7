using System.Globalization;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Tests.Disclosure.Attack;
using Xunit.Abstractions;

namespace RgkCalibrator.Tests.Disclosure.Releases;

/// <summary>What can be worked out of a comparison of scenarios of one made-up region.</summary>
public sealed class ScenarioReleaseTests(ITestOutputHelper output)
{
    // RGK_ATTACKS=2000 tries as many as a release of the program should.
    private static readonly int Regions = int.Parse(
        Environment.GetEnvironmentVariable("RGK_ATTACKS") ?? "10", CultureInfo.InvariantCulture);

    private static readonly DisclosureProfile Profile = RandomRelease.Together;

    [Fact]
    public void Of_narrower_scenarios_no_small_group_follows_and_of_each_by_itself_some_do()
    {
        var (pinned, without, shown, alone) = (0, 0, 0, 0);
        for (var seed = 0; seed < Regions; seed++)
        {
            var (region, scenarios) = MadeReleases.Comparison(seed, 0, 0);
            var held = HeldScenarios.From(scenarios, ReleaseLedger.Empty, Profile);
            var each = scenarios.ConvertAll(one => HeldScenarios.From([one], ReleaseLedger.Empty, Profile).Safe);
            for (var narrow = 1; narrow < scenarios.Count; narrow++)
            {
                // Each of them is a part of the one before it.
                pinned += DraftPairs.OnNested(
                    Draft(held.Safe.Scenarios[narrow]), Draft(held.Safe.Scenarios[narrow - 1]), Profile);
                without += DraftPairs.OnNested(
                    Draft(each[narrow].Scenarios[0]), Draft(each[narrow - 1].Scenarios[0]), Profile);
                (shown, alone) = (shown + Shown(held.Safe.Scenarios[narrow]), alone + Shown(each[narrow].Scenarios[0]));
            }
        }

        output.WriteLine(
            $"{2 * Regions} narrower scenarios: {pinned} pinned together, {without} each by itself; "
                + $"{alone - shown} of {alone} figures withheld.");
        Assert.Equal(0, pinned);
        Assert.InRange(without, Regions / 4, int.MaxValue);
        Assert.InRange(shown, alone / 4, alone);
    }

    [Fact]
    public void Of_other_percentiles_no_small_group_follows_and_of_each_by_itself_some_do()
    {
        var (pinned, without, told, alone) = (0, 0, 0, 0);
        for (var seed = 0; seed < Regions; seed++)
        {
            var (region, scenarios) = MadeReleases.Comparison(seed, 3, -5);
            var held = HeldScenarios.From(scenarios, ReleaseLedger.Empty, Profile).Safe.Scenarios;
            var each = scenarios.ConvertAll(
                one => HeldScenarios.From([one], ReleaseLedger.Empty, Profile).Safe.Scenarios[0]);
            foreach (var (one, other) in new[] { (0, 1), (0, 2), (1, 2) })
            {
                pinned += DraftPairs.OnSameChildren(Draft(held[one]), Draft(held[other]), Profile);
                without += DraftPairs.OnSameChildren(Draft(each[one]), Draft(each[other]), Profile);
                told += FewWithinOneAlone(region, held[one], held[other]);
                alone += FewWithinOneAlone(region, each[one], each[other]);
            }
        }

        output.WriteLine(
            $"{2 * Regions} other percentiles: {pinned} pinned together, {without} each by itself; few within one line "
                + $"alone by {told} pairs of shares together, {alone} each by itself.");
        Assert.Equal(0, pinned);
        Assert.Equal(0, told);
        Assert.InRange(alone, 1, int.MaxValue);
    }

    [Fact]
    public void Where_fewer_children_differ_than_the_smallest_group_the_figures_are_those_of_the_base()
    {
        var kept = 0;
        for (var seed = 0; seed < Regions; seed++)
        {
            var (region, scenarios) = MadeReleases.Comparison(seed, 0, 0);
            var product = region.Products.MaxBy(one => one.Whole.Cohort)!;
            var few = product.Whole.Child.ToArray().Distinct().Take(Profile.SmallestGroup - 1).ToHashSet();
            var fewer = MadeReleases.Scenario("minder", region.Keeping((group, child) =>
                group.Product.Code != product.Whole.Product.Code || !few.Contains(child)), scenarios[0]);

            var held = HeldScenarios.From([scenarios[0], fewer], ReleaseLedger.Empty, Profile);

            Assert.Equal(Text(held.Safe.Scenarios[0]), Text(held.Safe.Scenarios[1]));
            var alone = HeldScenarios.From([fewer], ReleaseLedger.Empty, Profile).Safe.Scenarios[0];
            kept += Text(alone) == Text(held.Safe.Scenarios[0]) ? 0 : 1;
        }

        output.WriteLine($"By themselves {kept} of {Regions} would differ.");
        Assert.NotEqual(0, kept);
    }

    [Fact]
    public void A_comparison_once_more_shows_the_same_and_adds_nothing_to_the_ledger()
    {
        var (_, scenarios) = MadeReleases.Comparison(5, 3, 0);
        var first = HeldScenarios.From(scenarios, ReleaseLedger.Empty, Profile);
        var again = HeldScenarios.From(scenarios, MadeReleases.Read(first.Ledger), Profile);

        Assert.NotEmpty(first.Ledger.Products);
        Assert.Equal(first.Ledger.Products.Count, again.Ledger.Products.Count);
        Assert.Equal(first.Safe.Scenarios.Select(Text), again.Safe.Scenarios.Select(Text));
    }

    /// <summary>How many lines of which the two shares within tell of few children, counted one by one.</summary>
    private static int FewWithinOneAlone(RandomRelease region, SafeScenario one, SafeScenario other) =>
        region.Lines.Count(draft =>
        {
            var (mine, theirs) = (LineOf(one, draft), LineOf(other, draft));
            if (mine?.WithinBoth is not { IsBand: false } || theirs?.WithinBoth is not { IsBand: false })
                return false;
            var known = Observed.VolumesWithin(draft.Group, draft.Estimator, 0);
            var (gained, lost) = (new HashSet<int>(), new HashSet<int>());
            foreach (var place in known.Places)
            {
                var (here, there) = (IsWithin(draft.Group, mine, place), IsWithin(draft.Group, theirs, place));
                if (here != there)
                    (here ? gained : lost).Add(draft.Group.Child[place]);
            }

            return gained.Count is > 0 and < 10 || lost.Count is > 0 and < 10;
        });

    private static bool IsWithin(Group group, SafeLine line, int place)
    {
        var step = group.Product.AllowedDurations.TakeWhile(one => one != line.Chosen.Duration).Count();
        return group.EndsWithin(step)[place]
            && group.CohortVolumeWithin(step)[place] <= group.Product.TicksOf(line.Chosen.Volume!.Value);
    }

    private static SafeLine? LineOf(SafeScenario scenario, DraftLine draft) => scenario.Lines
        .FirstOrDefault(one => one.Line.Product.Code == draft.Group.Product.Code
            && one.Line.SubgroupId == draft.Group.Subgroup)?.Line;

    private static string Text(SafeScenario scenario) => string.Join('\n', scenario.Lines.Select(one =>
        $"{one.Line.Product.Code} {one.Line.SubgroupId} {one.Line.Trajectories} {one.Line.Chosen} "
            + $"{one.Line.WithinBoth} {one.AtBase}"));

    private static int Shown(SafeScenario scenario) => scenario.Verdicts.Count(verdict => verdict.Loss is null);

    private static SafeDraft Draft(SafeScenario scenario) =>
        SafeDraft.Of([.. scenario.Lines.Select(one => (one.Line, (SafeDistributions?)null))], [], Profile);
}
