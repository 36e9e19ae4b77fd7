using FsCheck;
using FsCheck.Fluent;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Tests.Statistics;

public sealed class CensoringLawTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(1729, 1729);
    private static readonly SurvivalLimits[] Limits = Enum.GetValues<SurvivalLimits>();

    // Few distinct times, so that ties of ends, of censorings and of both abound.
    private static readonly Gen<(int Time, bool Event, int Volume)[]> Elements =
        Gen.Choose(1, 12).SelectMany(time => Gen.Choose(0, 3).Zip(Gen.Choose(0, 15))
            .Select(pair => (time, pair.Item1 > 0, pair.Item2)))
        .ArrayOf().Where(elements => elements.Length > 0);

    private static readonly Gen<(
        (int Time, bool Event, int Volume)[] Elements, Percentage Percentage, SurvivalLimits Limits)> Cases =
        from elements in Elements
        from halves in Gen.Choose(0, 200)
        from limits in Gen.Elements(Limits)
        select (elements, Percentage.Of(halves / 2m), limits);

    [Fact]
    public void Without_censoring_both_are_type_2() => Holds((elements, percentage, limits) =>
    {
        var (volumes, times, _) = Columns(elements);
        var events = Array.ConvertAll(times, _ => true);
        var type2 = Quantile.Of(new Sample(volumes), percentage, QuantileType.Type2);
        return type2 == new KaplanMeier(new SurvivalSample(volumes, events)).Percentile(percentage, limits, 0.95).Value
            && type2 == new Ipcw(new VolumeSample(volumes, times, events)).Percentile(percentage, limits, 0.95).Value;
    });

    [Fact]
    public void Weights_on_durations_give_Kaplan_Meier_with_its_limits() => Holds((elements, percentage, limits) =>
    {
        var (_, times, events) = Columns(elements);
        var weighted = new Ipcw(new VolumeSample(times, times, events)).Percentile(percentage, limits, 0.95);
        var curve = new KaplanMeier(new SurvivalSample(times, events)).Percentile(percentage, limits, 0.95);
        return (weighted.Value, weighted.Lower, weighted.Upper) == (curve.Value, curve.Lower, curve.Upper);
    });

    [Fact]
    public void The_order_of_the_elements_changes_nothing() => Holds((elements, percentage, limits) =>
        At(elements, percentage, limits) == At([.. elements.Reverse<(int, bool, int)>()], percentage, limits));

    [Fact]
    public void A_scale_of_a_power_of_two_moves_percentile_and_limits_along() => Holds((elements, percentage, limits) =>
    {
        var (volumes, times, events) = Columns(elements);
        var (plain, scaled) = (
            At(elements, percentage, limits),
            new Ipcw(new VolumeSample(
                Array.ConvertAll(volumes, volume => volume * 8), Array.ConvertAll(times, time => time / 4), events))
                .Percentile(percentage, limits, 0.95));
        return (plain.Value * 8, plain.Lower * 8, plain.Upper * 8) == (scaled.Value, scaled.Lower, scaled.Upper);
    });

    [Fact]
    public void A_shift_moves_the_percentile_of_volumes_along() => Holds((elements, percentage, limits) =>
    {
        var (volumes, times, events) = Columns(elements);
        var shifted = new VolumeSample(Array.ConvertAll(volumes, volume => volume + 1024), times, events);
        return At(elements, percentage, limits).Value + 1024 == new Ipcw(shifted)
            .Percentile(percentage, limits, 0.95).Value
            || At(elements, percentage, limits).Value is null;
    });

    [Fact]
    public void Counts_give_what_the_expanded_sample_gives()
    {
        var cases =
            from elements in Elements
            from counts in Gen.Choose(0, 4).ArrayOf(elements.Length)
            from halves in Gen.Choose(0, 200)
            select (elements, counts, Percentage.Of(halves / 2m));
        Prop.ForAll(Arb.From(cases), triple =>
        {
            var (elements, counts, percentage) = triple;
            var (volumes, times, events) = Columns(elements);
            var counted = new VolumeSample(volumes, times, events, [.. counts.Select(count => (long)count)]);
            (int, bool, int)[] expanded = [.. elements.Zip(counts)
                .SelectMany(pair => Enumerable.Repeat(pair.First, pair.Second))];
            var (one, other) = (
                new Ipcw(counted).Percentile(percentage, SurvivalLimits.Log, 0.95),
                At(expanded, percentage, SurvivalLimits.Log));
            return one with { Shortfall = null } == other with { Shortfall = null }
                && Math.Abs((one.Shortfall?.Share ?? 0) - (other.Shortfall?.Share ?? 0)) < 1e-14;
        }).Check(Seeded);
    }

    [Fact]
    public void The_running_variance_is_that_of_the_formula() => Holds((elements, _, _) =>
    {
        var (volumes, times, events) = Columns(elements);
        var sample = new VolumeSample(volumes, times, events);
        var estimator = new Ipcw(sample);
        var running = new CensoringVariance(sample.Survival, estimator.Inverse);
        for (var i = 0; i < sample.Volumes.Length; i++)
        {
            running.Add(sample.Places[i], estimator.Inverse[sample.Places[i]]);
            if (Math.Abs(running.Value - Naive(elements, [.. sample.Places.Take(i + 1)], sample.Survival)) > 1e-11)
                return false;
        }

        return true;
    });

    private static void Holds(Func<(int Time, bool Event, int Volume)[], Percentage, SurvivalLimits, bool> law) =>
        Prop.ForAll(Arb.From(Cases), triple => law(triple.Elements, triple.Percentage, triple.Limits)).Check(Seeded);

    private static Estimate At(
        (int Time, bool Event, int Volume)[] elements, Percentage percentage, SurvivalLimits limits)
    {
        var (volumes, times, events) = Columns(elements);
        return new Ipcw(new VolumeSample(volumes, times, events)).Percentile(percentage, limits, 0.95);
    }

    // Straight from the definition, with G and g counted anew at every time.
    private static double Naive((int Time, bool Event, int Volume)[] elements, int[] inside, SurvivalSample sample)
    {
        var (sum, n) = (0.0, (double)elements.Length);
        foreach (var u in Enumerable.Range(0, sample.Times.Length).Where(u => sample.Censored[u] > 0))
        {
            var (before, after) = (
                G(elements, sample.Times[u], withTies: false), G(elements, sample.Times[u], withTies: true));
            var outlasting = elements.Count(
                element => element.Time > sample.Times[u]
                    || (element.Time == sample.Times[u] && !element.Event)) / before;
            var g = inside.Where(place => place > u)
                .Sum(place => 1 / G(elements, sample.Times[place], withTies: false)) / outlasting;
            sum += after == 0 ? 0 : sample.Censored[u] / (n * before * after) * g * (1 - g);
        }

        return sum;
    }

    private static double G((int Time, bool Event, int Volume)[] elements, double time, bool withTies) => elements
        .Where(element => !element.Event && (element.Time < time || (withTies && element.Time == time)))
        .Select(element => element.Time).Distinct()
        .Aggregate(1.0, (product, u) =>
            product * (1 - ((double)elements.Count(element => !element.Event && element.Time == u)
            / elements.Count(element => element.Time > u || (element.Time == u && !element.Event)))));

    private static (double[] Volumes, double[] Times, bool[] Events) Columns(
        (int Time, bool Event, int Volume)[] elements) => (
        Array.ConvertAll(elements, element => (double)element.Volume),
        Array.ConvertAll(elements, element => (double)element.Time),
        Array.ConvertAll(elements, element => element.Event));
}
