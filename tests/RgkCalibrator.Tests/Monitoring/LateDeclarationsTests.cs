using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Charting;

namespace RgkCalibrator.Tests.Monitoring;

/// <summary>What late declarations and the framework do to a chart, over fifty seeds.</summary>
public sealed class LateDeclarationsTests
{
    private const int Seeds = 50;

    // So many that a little that is missing would show.
    private const int PerQuarter = 2000;

    private static readonly DateOnly ObservedTo = new(2026, 12, 31);
    private static readonly (Quarter, Quarter) Quarters = (new(4 * 2023), Quarter.Of(ObservedTo));
    private static readonly int[] Durations = [3, 6];

    // With no gap, and files of the last observed day, quarters could be followed of which hardly any was declared.
    [Fact]
    public void A_fall_by_late_declarations_alone_is_never_a_signal()
    {
        var (naive, incomplete) = (0, 0);
        foreach (var (seed, months) in Cases())
        {
            var region = new LateRegion(seed, PerQuarter, months, effect: 0, Quarters);
            var whole = Falls(region.Chart(ObservedTo, gap: 0, declaredTo: null));
            var late = region.Chart(ObservedTo, gap: 0, ObservedTo);

            // What chance alone makes a signal of, may be one.
            Assert.Subset(whole, Falls(late));
            Assert.All(
                late.Quarters.Where(quarter => quarter.Count.State != QuarterState.Complete),
                quarter => Assert.Empty(quarter.Signals));
            incomplete += late.Quarters.Count(quarter => quarter.Count.State == QuarterState.DeclarationsLate);
            naive += Falls(region.Chart(ObservedTo, gap: 0, ObservedTo, ignoresLate: true)).Except(whole).Count();
        }

        // Without the care for what is to come, falls are seen.
        Assert.InRange(naive, Seeds, int.MaxValue);
        Assert.InRange(incomplete, Seeds, int.MaxValue);
    }

    [Theory]
    [InlineData("45C02", 175, 12)]
    [InlineData("45HBO", 115, 9)]
    [InlineData("54001", 440, 12)]
    [InlineData("54002", 630, 12)]
    // A change of 30% on 175 trajectories is about 2.5 sigma a quarter.
    [InlineData("45C05", 175, 12)]
    public void A_change_since_the_framework_is_found_within_three_quarters_of_four_regions_in_five(
        string product, int perQuarter, int months)
    {
        var (since, effect) = (Quarter.Of(LateRegion.Since), LateRegion.EffectOf(product));
        var found = Enumerable.Range(0, Seeds).Count(seed =>
        {
            var region = new LateRegion(seed, perQuarter, months, effect, (new((4 * 2018) + 2), new((4 * 2026) + 1)));
            return Falls(region.Chart(new(2027, 12, 31), gap: 90, new(2028, 1, 31)))
                .Any(quarter => quarter.Number <= since.Number + 3);
        });

        Assert.InRange(found, 4 * Seeds / 5, Seeds);
    }

    [Fact]
    public void Without_a_change_signals_are_as_rare_as_chance_makes_them()
    {
        var (quarters, signals) = (0, 0);
        foreach (var seed in Enumerable.Range(1000, Seeds))
        {
            var chart = new LateRegion(seed, 200, 12, effect: 0, (new((4 * 2018) + 2), new((4 * 2026) + 2)))
                .Chart(new(2027, 12, 31), gap: 90, new(2028, 1, 31));
            quarters += chart.Quarters.Count(
                quarter => quarter.Z is not null && quarter.Count.Role == QuarterRole.Since);
            signals += chart.Quarters.Count(quarter => quarter.Signals.Count > 0);
        }

        // One in 91 by the five rules, of limits that are known; these are estimated.
        Assert.InRange((double)signals / quarters, 0, 0.05);
    }

    private static IEnumerable<(int Seed, int Months)> Cases() =>
        Enumerable.Range(0, Seeds).SelectMany(_ => Durations, (seed, months) => (seed, months));

    private static HashSet<Quarter> Falls(QuarterChart chart) =>
    [
        .. chart.Quarters.Where(quarter => quarter.Signals.Any(signal => signal.Side == ChartSide.Below))
            .Select(quarter => quarter.Count.Quarter),
    ];
}
