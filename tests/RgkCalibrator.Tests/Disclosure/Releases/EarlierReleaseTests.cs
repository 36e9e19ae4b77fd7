using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Disclosure.Attack;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Disclosure.Releases;

/// <summary>What stands in a release in place of figures that cannot stand beside those of an earlier one.</summary>
public sealed class EarlierReleaseTests
{
    private static readonly DisclosureProfile Profile = RandomRelease.Together;

    private static readonly FrameworkSettings Settings = new() { Estimator = Estimator.Completed };

    [Fact]
    public void A_draft_after_a_comparison_shows_its_own_figures_or_those_of_the_base_and_never_those_of_a_scenario()
    {
        var (kept, other) = (0, 0);
        for (var seed = 0; seed < 6; seed++)
        {
            var (region, scenarios) = MadeReleases.Comparison(seed, 0, 0);
            var compared = HeldScenarios.From(scenarios, ReleaseLedger.Empty, Profile);

            var draft = MadeReleases.Draft(region, compared.Ledger);

            foreach (var line in draft.Safe.Lines.Where(line => IsKept(draft, line)))
            {
                kept++;
                Assert.Equal(Told(Of(compared, 0, line)), Told(line));
                other += Told(Of(compared, 1, line)) == Told(line) ? 0 : 1;
            }
        }

        Assert.InRange(other, 1, kept);

        static bool IsKept(HeldDraft draft, SafeLine line) =>
            draft.Outcomes.Single(one => one.Code == line.Product.Code).Outcome == ReleaseOutcome.Kept;
    }

    [Fact]
    public void A_draft_that_withholds_a_product_counts_as_an_earlier_draft_or_base_did_and_never_as_a_scenario()
    {
        var other = 0;
        for (var seed = 0; seed < 6; seed++)
        {
            var (region, scenarios) = MadeReleases.Comparison(seed, 0, 0);
            var compared = HeldScenarios.From(scenarios, ReleaseLedger.Empty, Profile);
            var higher = Percentage.Of((region.Settings.Percentage.Halves + 3) / 2m);

            var draft = MadeReleases.Draft(At(region, higher), compared.Ledger);

            foreach (var (code, _) in draft.Outcomes.Where(one => one.Outcome == ReleaseOutcome.Withheld))
            {
                foreach (var line in draft.Safe.Lines.Where(line => line.Product.Code == code))
                {
                    Assert.Equal(Of(compared, 0, line).Trajectories, line.Trajectories);
                    other += Of(compared, 1, line).Trajectories == line.Trajectories ? 0 : 1;
                }
            }
        }

        Assert.NotEqual(0, other);
    }

    [Fact]
    public void A_subgroup_that_the_release_in_its_place_did_not_have_is_shown_without_figures()
    {
        var before = Region(Parts(("jong", 0, 60), ("oud", 100, 60)));
        var after = Region(Parts(("jong", 0, 60), ("oud", 100, 60), ("nieuw", 200, 3)));
        var first = HeldScenarios.From([MadeReleases.Scenario("basis", before, null)], ReleaseLedger.Empty, Profile);

        var next = HeldScenarios.From(
            [MadeReleases.Scenario("basis", after, null)], MadeReleases.Read(first.Ledger), Profile);

        Assert.Equal(ReleaseOutcome.Kept, Assert.Single(next.Outcomes[0]).Value);
        Assert.Equal(["jong", "oud", "nieuw"], next.Safe.Scenarios[0].Lines.Select(one => one.Line.SubgroupId));
        Assert.Equal(
            first.Safe.Scenarios[0].Lines.Select(one => Told(one.Line)),
            next.Safe.Scenarios[0].Lines.Take(2).Select(one => Told(one.Line)));
        var newcomer = next.Safe.Scenarios[0].Lines[2].Line;
        Assert.NotNull(newcomer.Withheld);
        Assert.Equal(Profile.Count(0, children: 0), newcomer.Trajectories);
    }

    [Fact]
    public void No_volume_stands_at_the_duration_of_a_base_whose_place_an_earlier_release_with_another_duration_takes()
    {
        // With 500 children 400 end within 12 months; without the first 399 of 499, and P80 lies within 24.
        var all = Region(Whole(0, 500));
        var fewer = Region(Whole(1, 499));
        var first = HeldScenarios.From([MadeReleases.Scenario("basis", all, null)], ReleaseLedger.Empty, Profile);
        var usual = MadeReleases.Scenario("basis", fewer, null);
        var longer = MadeReleases.Scenario(
            "lang", all.Keeping((_, child) => child >= 100 || child % 5 == 4), usual);

        var next = HeldScenarios.From([usual, longer], MadeReleases.Read(first.Ledger), Profile);

        Assert.Equal(DurationStep.Months(24), usual.Lines[0].Duration);
        var (shown, beside) = (next.Safe.Scenarios[0].Lines[0], next.Safe.Scenarios[1].Lines[0]);
        Assert.Equal(DurationStep.Months(12), shown.Line.Chosen.Duration);
        Assert.NotNull(beside.Line.Chosen.Volume);
        Assert.Null(beside.AtBase);
    }

    [Fact]
    public void A_scenario_in_whose_place_an_earlier_and_longer_one_stands_has_no_volume_at_the_duration_of_the_base()
    {
        // At first P80 of the scenario lies within 24 months; with one child more within 12, as that of the base.
        var usual = MadeReleases.Scenario("basis", Region(Whole(0, 1000, within: 850)), null);
        var first = HeldScenarios.From(
            [usual, MadeReleases.Scenario("smal", Region(Whole(1, 499)), usual)], ReleaseLedger.Empty, Profile);
        var again = MadeReleases.Scenario("smal", Region(Whole(0, 500)), usual);

        var next = HeldScenarios.From([usual, again], MadeReleases.Read(first.Ledger), Profile);

        Assert.Equal(ReleaseOutcome.Kept, next.Outcomes[1].Single().Value);
        Assert.Equal(usual.Lines[0].Duration, again.Lines[0].Duration);
        var kept = next.Safe.Scenarios[1].Lines[0];
        Assert.Equal(DurationStep.Months(24), kept.Line.Chosen.Duration);
        Assert.Null(kept.AtBase);
    }

    [Fact]
    public void A_comparison_whose_base_shows_nothing_adds_nothing_to_what_was_released()
    {
        var usual = MadeReleases.Scenario("basis", Region(Whole(0, 9)), null);
        var wide = MadeReleases.Scenario("breed", Region(Whole(0, 100)), usual);

        var held = HeldScenarios.From([usual, wide], ReleaseLedger.Empty, Profile);

        Assert.False(held.Safe.IsShown);
        Assert.Contains(held.Safe.Scenarios[1].Lines, one => one.Line.Withheld is null);
        Assert.Empty(held.Ledger.Products);
    }

    [Fact]
    public void Three_children_more_are_not_told_by_a_draft_in_another_unit_or_within_other_durations()
    {
        var first = MadeReleases.Draft(Region(Whole(0, 1000)));
        foreach (var product in new[]
                 {
                     Care.Usual with { Unit = CareUnit.Etmaal },
                     Care.Usual with { AllowedDurations = [.. new[] { 6, 12, 24 }.Select(DurationStep.Months)] },
                 })
        {
            var (more, many) = (Region(Whole(0, 1003, product)), Region(Whole(0, 2000, product)));

            var three = MadeReleases.Draft(more, first.Ledger);
            var twenty = MadeReleases.Draft(many, first.Ledger);

            Assert.NotNull(Assert.Single(three.Safe.Lines).Withheld);
            Assert.Null(Assert.Single(MadeReleases.Draft(more).Safe.Lines).Withheld);
            Assert.Null(Assert.Single(twenty.Safe.Lines).Withheld);
        }
    }

    [Fact]
    public void A_scenario_in_another_unit_does_not_take_the_volume_of_an_earlier_one()
    {
        var hours = HeldScenarios.From(
            [MadeReleases.Scenario("basis", At(Region(Whole(0, 400)), Percentage.Of(70)), null)],
            ReleaseLedger.Empty, Profile);
        var days = Whole(0, 400, Care.Usual with { Unit = CareUnit.Etmaal }, more: 1);
        var usual = MadeReleases.Scenario("basis", Region(days), null);
        var lower = MadeReleases.Scenario("lager", At(Region(days), Percentage.Of(70)), usual);

        var next = HeldScenarios.From([usual, lower], MadeReleases.Read(hours.Ledger), Profile);

        var earlier = hours.Safe.Scenarios[0].Lines[0].Line.Chosen.Volume;
        Assert.Equal(1, lower.Lines[0].Volume - earlier);
        Assert.Equal(lower.Lines[0].Volume, next.Safe.Scenarios[1].Lines[0].Line.Chosen.Volume);
    }

    [Theory]
    [InlineData(156, null)]
    [InlineData(600, 30L)]
    public void How_many_lie_outside_in_a_year_is_told_from_the_smallest_group_on(int children, long? outside)
    {
        var usual = Partly(children);

        var line = HeldScenarios.From([usual], ReleaseLedger.Empty, Profile).Safe.Scenarios[0].Lines[0];

        Assert.NotNull(line.Line.WithinBoth);
        Assert.Equal(outside, line.OutsidePerYear);
    }

    [Fact]
    public void How_many_lie_outside_in_a_year_is_not_told_of_care_that_ran()
    {
        var usual = Partly(children: 600);
        var ran = usual with
        {
            Lines = [.. usual.Lines.Select(line => line with { Days = line.Days with { Rule = CohortRule.Active } })],
        };

        Assert.NotNull(OutsideOf(usual));
        Assert.Null(OutsideOf(ran));

        static long? OutsideOf(ScenarioMaterial scenario) =>
            HeldScenarios.From([scenario], ReleaseLedger.Empty, Profile).Safe.Scenarios[0].Lines[0].OutsidePerYear;
    }

    // One in twelve uses much, one in twelve long and one in twelve both; the cohort is of six years.
    private static ScenarioMaterial Partly(int children) => MadeReleases.Scenario(
        "basis",
        Region(new(Care.Group(Care.Usual, Enumerable.Range(0, children).Select(child => Care.Of(
            child, child % 12 is 0 or 6 ? 5 : 3, 10 + (child % 40) + (child % 12 is 0 or 1 ? 100 : 0)))))),
        null);

    private static RandomRelease Region(ProductGroups product) => new([product], Settings);

    private static RandomRelease At(RandomRelease region, Percentage percentage) =>
        new(region.Products, region.Settings with { Percentage = percentage });

    /// <summary>Children of whom four of five end within 12 months, and the others within 24.</summary>
    private static ProductGroups Whole(
        int first, int count, Product? product = null, int? within = null, decimal more = 0) =>
        new(Care.Group(product ?? Care.Usual, Cares(first, count, product ?? Care.Usual, within, more)));

    private static ProductGroups Parts(params (string Id, int First, int Count)[] parts) => new(
        Care.Group(Care.Usual, parts.SelectMany(part => Cares(part.First, part.Count, Care.Usual, null, 0))),
        [
            .. parts.Select(part => Care.Group(
                Care.Usual, Cares(part.First, part.Count, Care.Usual, null, 0), new GroupScope(part.Id, part.Id))),
        ],
        Care.Group(Care.Usual, parts.SelectMany(part => Cares(part.First, part.Count, Care.Usual, null, 0))));

    private static IEnumerable<Care> Cares(int first, int count, Product product, int? within, decimal more)
    {
        var steps = product.AllowedDurations.Count;
        var year = product.AllowedDurations.TakeWhile(one => one.Length < 12).Count();
        return Enumerable.Range(first, count).Select(child =>
        {
            var isShort = within is { } limit ? child < limit : child % 5 != 4;
            return Care.Of(child, isShort ? year : steps - 1, 10 + (child * 7 % 90) + more, steps) with
            {
                Months = isShort ? 12 : 24,
            };
        });
    }

    private static SafeLine Of(HeldScenarios compared, int scenario, SafeLine line) =>
        compared.Safe.Scenarios[scenario].Of(line)!.Line;

    private static string Told(SafeLine line) => $"{line.Withheld} {line.Trajectories} {line.Chosen}";
}
