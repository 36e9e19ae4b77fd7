using System.Globalization;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Disclosure.Attack;
using RgkCalibrator.Tests.Groups;
using Xunit.Abstractions;

namespace RgkCalibrator.Tests.Disclosure.Releases;

/// <summary>What can be worked out of a comparison of scenarios of one made-up region.</summary>
public sealed class ScenarioReleaseTests(ITestOutputHelper output)
{
    // RGK_ATTACKS=2000 tries as many as a release of the program should.
    private static readonly int Regions = int.Parse(
        Environment.GetEnvironmentVariable("RGK_ATTACKS") ?? "10", CultureInfo.InvariantCulture);

    private static readonly DisclosureProfile Profile = RandomRelease.Together;

    private static readonly Period Cohort = new(new DateOnly(2018, 1, 1), new DateOnly(2023, 12, 31));

    private static readonly ReleaseKeys Keys = new(
        [.. Enumerable.Range(0, 2_000_000).Select(child => (ulong)child)], [0]);

    [Fact]
    public void Of_narrower_scenarios_no_small_group_follows_and_of_each_by_itself_some_do()
    {
        var (pinned, without, shown, alone) = (0, 0, 0, 0);
        for (var seed = 0; seed < Regions; seed++)
        {
            var (region, scenarios) = Made(seed, 0, 0);
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
            var (region, scenarios) = Made(seed, 3, -5);
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
            var (region, scenarios) = Made(seed, 0, 0);
            var product = region.Products.MaxBy(one => one.Whole.Cohort)!;
            var few = product.Whole.Child.ToArray().Distinct().Take(Profile.SmallestGroup - 1).ToHashSet();
            var fewer = Material("minder", Keeping(region, (group, child) =>
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
        var (_, scenarios) = Made(5, 3, 0);
        var first = HeldScenarios.From(scenarios, ReleaseLedger.Empty, Profile);
        using var file = new MemoryStream();
        LedgerFormat.Write(first.Ledger, file);
        file.Position = 0;

        var again = HeldScenarios.From(scenarios, LedgerFormat.Read(file)!, Profile);

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

    /// <summary>
    /// A region and three scenarios: the base, and two at percentiles so many halves higher; of the same percentile
    /// each has a part of the children of the one before it, of some products all but a few.
    /// </summary>
    private static (RandomRelease Region, List<ScenarioMaterial> Scenarios) Made(int seed, params int[] halves)
    {
        var made = RandomRelease.Of(seed, 2500 + (700 * (seed % 20)));
        var region = new RandomRelease(
            made.Products, made.Settings with { Estimator = Estimator.Completed });
        var scenarios = new List<ScenarioMaterial> { Material("basis", region, null) };
        var narrow = region;
        foreach (var (more, i) in halves.Select((more, i) => (more, i)))
        {
            if (more == 0)
            {
                narrow = Keeping(narrow, (group, child) => ((((ulong)child * 2654435761) + (ulong)(seed + i)) % 1000)
                    >= (ulong)(Math.Pow(group.Product.Code[^1] - '0', 2) * 5) + 2);
            }

            var percentage = Percentage.Of((region.Settings.Percentage.Halves + more) / 2m);
            var settings = region.Settings with
            {
                Percentage = percentage,
                Compared = percentage == region.Settings.Compared
                    ? region.Settings.Percentage
                    : region.Settings.Compared,
            };
            scenarios.Add(Material(
                $"scenario {Numbers.Whole(i + 1)}", new RandomRelease(narrow.Products, settings), scenarios[0]));
        }

        return (region, scenarios);
    }

    private static ScenarioMaterial Material(string name, RandomRelease region, ScenarioMaterial? usual)
    {
        var scenario = new Scenario(name) { Percentage = region.Settings.Percentage };
        IReadOnlyList<ProductGroups>[] groups = [usual?.Products ?? region.Products, region.Products];
        var first = usual?.Scenario ?? scenario;
        var lines = ScenarioLines.Compare(groups, [first, scenario], region.Settings, [Cohort, Cohort]);
        return new(scenario, region.Products, [.. lines.Select(line => line.Scenarios[^1])], region.Settings, Keys);
    }

    private static RandomRelease Keeping(RandomRelease region, Func<Group, int, bool> keeps)
    {
        return new RandomRelease(
        [
            .. region.Products.Select(product =>
            {
                var whole = Part(product.Whole, GroupScope.Whole);
                return product.Parts.Count == 0
                    ? new ProductGroups(whole)
                    : new ProductGroups(whole, [.. product.Parts.Select(part => Part(part, part.Scope))], whole);
            }),
        ],
            region.Settings);

        Group Part(Group group, GroupScope scope) => Care.Group(
            group.Product, Care.CaresOf(group).Where(care => keeps(group, care.Child)), scope);
    }
}
