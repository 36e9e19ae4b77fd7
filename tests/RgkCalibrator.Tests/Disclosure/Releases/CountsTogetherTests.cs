using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Attack;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Framework;
using RgkCalibrator.Tests.Disclosure.Attack;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Disclosure.Releases;

public sealed class CountsTogetherTests
{
    private static readonly DisclosureProfile Profile = RandomRelease.Together;

    // Children of two kinds, in the last years and before: many of each, and some of both kinds in the last years.
    private static readonly (bool IsOne, bool IsOther, bool IsLate, int Count)[] Kinds =
    [
        (false, false, true, 411), (true, false, true, 191), (false, true, true, 191), (true, true, true, 5),
        (false, false, false, 188), (true, false, false, 108), (false, true, false, 108),
    ];

    [Fact]
    public void How_many_few_are_of_two_kinds_does_not_follow_from_scenarios_without_each_and_without_both()
    {
        var all = Region();
        var scenarios = Scenarios(all);
        var (held, each) = (
            HeldScenarios.From(scenarios, ReleaseLedger.Empty, Profile),
            scenarios.ConvertAll(one => HeldScenarios.From([one], ReleaseLedger.Empty, Profile).Safe.Scenarios[0]));

        // By themselves their counts say 2 to 8.
        Assert.Equal([1200, 900, 900, 600, 800, 600, 600, 410], each.ConvertAll(CountOf));
        Assert.True(IsPinned([.. each.Select((one, i) => (i, CountOf(one)))]));
        Assert.False(IsPinned([.. held.Safe.Scenarios.Select((one, i) => (i, CountOf(one)))]));
        Assert.InRange(held.Safe.Scenarios.Count(one => CountOf(one) is not null), 4, 7);
        // A scenario that was left out stays so beside those that came after it.
        var again = HeldScenarios.From(scenarios, MadeReleases.Read(held.Ledger), Profile);
        Assert.Equal(held.Safe.Scenarios.Select(CountOf), again.Safe.Scenarios.Select(CountOf));
        Assert.Equal(held.Ledger.Products.Count, again.Ledger.Products.Count);
    }

    private static List<ScenarioMaterial> Scenarios(RandomRelease all)
    {
        var usual = MadeReleases.Scenario("basis", all, null);
        return [usual, .. Choices().Skip(1).Select((keeps, i) =>
            MadeReleases.Scenario(Numbers.Whole(i + 1), all.Keeping((_, child) => keeps(child)), usual))];
    }

    /// <summary>All, without each kind and without both; then the same of the last years.</summary>
    private static IEnumerable<Func<int, bool>> Choices() =>
        from isLate in new[] { false, true }
        from without in new (bool One, bool Other)[] { (false, false), (true, false), (false, true), (true, true) }
        select (Func<int, bool>)(child => KindOf(child) is var kind && (kind.IsLate || !isLate)
            && !(without.One && kind.IsOne) && !(without.Other && kind.IsOther));

    /// <summary>By the sizes of the seven kinds as unknowns.</summary>
    private static bool IsPinned(IReadOnlyList<(int Choice, long? Count)> told)
    {
        var choices = Choices().ToList();
        var known = told.Where(one => one.Count is not null).Select(one => (
            Kinds.Select((_, kind) => choices[one.Choice](FirstOf(kind)) ? 1.0 : 0).ToArray(),
            one.Count!.Value - 2.0, one.Count.Value + 2.0)).ToList();
        double[] ofBoth = [.. Kinds.Select(kind => kind is (true, true, _, _) ? 1.0 : 0)];
        var bounds = new LinearBounds(Kinds.Length, known).Of(ofBoth);
        return bounds is { Least: >= 1, Most: < 10 };
    }

    private static long? CountOf(SafeScenario scenario) => scenario.Lines[0].Line.Trajectories.Value;

    private static RandomRelease Region() => new(
        [
            new(Care.Group(Care.Usual, Enumerable.Range(0, Kinds.Sum(kind => kind.Count)).Select(child => Care.Of(
                child, child % 5 == 4 ? 5 : 3, 10 + (child * 7 % 90)) with { Months = child % 5 == 4 ? 24 : 12 }))),
        ],
        new FrameworkSettings { Estimator = Estimator.Completed });

    private static (bool IsOne, bool IsOther, bool IsLate, int Count) KindOf(int child) =>
        Kinds.Select((kind, i) => (kind, First: FirstOf(i))).Last(one => one.First <= child).kind;

    private static int FirstOf(int kind) => Kinds.Take(kind).Sum(one => one.Count);
}
