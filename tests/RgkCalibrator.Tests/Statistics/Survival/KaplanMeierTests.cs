using System.Globalization;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Tests.Statistics.Survival;

public sealed class KaplanMeierTests
{
    private static readonly Percentage[] Some =
        [Percentage.Of(25), Percentage.Of(50), Percentage.Of(75), Percentage.Of(80), Percentage.Of(90)];

    internal static SurvivalSample Leukaemia => new(
        [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
        [true, true, true, false, true, false, true, false, false, true, true, false, false, false, true, true, false,
            false, false, false, false]);

    [Fact]
    public void The_percentiles_and_their_limits_are_those_of_R()
    {
        // R 4.2.2, survival 3.5-3: quantile(survfit(Surv(entry, time, event) ~ 1, weights, conf.type = ...), p).
        var compared = 0;
        foreach (var row in Reference.Rows("surv_quantiles.csv").Where(row => Limits(row) is not null))
        {
            var estimate = new KaplanMeier(Sample(row))
                .Percentile(row.Percentage(), Limits(row)!.Value, row.Number("conf"));
            Assert.Equal((row.Whole("n"), row.Whole("events")), (estimate.N, estimate.Events));
            Assert.Equal(
                (Name(row), Value(row, "quantile"), Value(row, "lower"), Value(row, "upper")),
                (Name(row), estimate.Value, estimate.Lower, estimate.Upper));
            Assert.Equal(estimate.Value is not null, estimate.Reached);
            compared++;
        }

        Assert.Equal(21 * 3 * 5, compared);
    }

    [Fact]
    public void Every_step_of_the_curve_is_that_of_R()
    {
        // R 4.2.2: survfit(...)$surv, $std.err, $lower, $upper.
        var curves = Reference.Rows("surv_curves.csv").GroupBy(row => Name(row)).Select(rows => rows.ToList()).ToList();
        Assert.Equal(2 * 21, curves.Count);
        foreach (var curve in curves)
        {
            var steps = new KaplanMeier(Sample(curve[0])).Curve(Limits(curve[0])!.Value, 0.95);
            Assert.Equal(curve.Count, steps.Count);
            foreach (var (row, step) in curve.Zip(steps))
                AssertSame(row, step);
        }
    }

    [Fact]
    public void The_curve_of_the_leukaemia_trial_is_that_of_the_textbooks()
    {
        // Freireich et al. (1963), Blood 21(6), the treated; the factors by hand.
        double[] factors = [18 / 21.0, 16 / 17.0, 14 / 15.0, 11 / 12.0, 10 / 11.0, 6 / 7.0, 5 / 6.0];
        var product = 1.0;
        var steps = new KaplanMeier(Leukaemia).Curve(SurvivalLimits.Log, 0.95).Where(step => step.Events > 0).ToList();
        Assert.Equal([6, 7, 10, 13, 16, 22, 23], steps.Select(step => step.Time));
        foreach (var (factor, step) in factors.Zip(steps))
            AssertClose(product *= factor, step.Survival);
        Assert.Equal(23, new KaplanMeier(Leukaemia).Percentile(Percentage.Of(50), SurvivalLimits.Log, 0.95).Value);
    }

    [Fact]
    public void With_delayed_entry_every_step_counts_who_had_entered_and_not_yet_left()
    {
        var random = new SplitMix64(1729);
        for (var round = 0; round < 200; round++)
        {
            var n = 1 + random.BelowFrom64Bits(25);
            int[] entries = [.. Enumerable.Range(0, n).Select(_ => random.BelowFrom64Bits(8))];
            int[] times = Array.ConvertAll(entries, entry => entry + 1 + random.BelowFrom64Bits(8));
            bool[] events = Array.ConvertAll(entries, _ => random.BelowFrom64Bits(3) > 0);
            var (survival, variance) = (1.0, 0.0);
            foreach (var step in new KaplanMeier(new SurvivalSample(times, events, entries))
                .Curve(SurvivalLimits.Plain, 0.95))
            {
                double atRisk = Enumerable.Range(0, n).Count(i => entries[i] < step.Time && step.Time <= times[i]);
                double ended = Enumerable.Range(0, n).Count(i => events[i] && times[i] == step.Time);
                (survival, variance) = (
                    survival * (1 - (ended / atRisk)),
                    variance + (ended == 0 ? 0 : ended / (atRisk * (atRisk - ended))));
                Assert.Equal((atRisk, ended), (step.AtRisk, step.Events));
                Assert.Equal(survival, step.Survival, 1e-13);
                AssertClose(Math.Sqrt(variance), step.LogError);
            }
        }
    }

    [Fact]
    public void Days_and_fractions_of_them_give_the_same()
    {
        var rows = Reference.Rows("surv_data.csv").Where(row => row["set"] is "lung").ToList();
        var events = rows.ConvertAll(row => row["event"] == "1").ToArray();
        var days = rows.ConvertAll(row => (int)row.Whole("time")).ToArray();
        var doubles = Array.ConvertAll(days, day => (double)day);
        var spread = Array.ConvertAll(days, day => day * 1_000_000);
        foreach (var p in Some)
        {
            var expected = new KaplanMeier(new SurvivalSample(days, events)).Percentile(p, SurvivalLimits.LogLog, 0.95);
            Assert.Equal(
                expected,
                new KaplanMeier(new SurvivalSample(doubles, events)).Percentile(p, SurvivalLimits.LogLog, 0.95));
            Assert.Equal(
                expected.Value * 1_000_000,
                new KaplanMeier(new SurvivalSample(spread, events)).Percentile(p, SurvivalLimits.LogLog, 0.95).Value);
        }
    }

    [Fact]
    public void What_is_not_reached_tells_how_far_the_data_go()
    {
        var estimate = At(
            [1, 2, 3, 4, 5, 6, 7, 8, 8, 8], [true, true, true, true, true, true, true, false, false, false], 75);
        Assert.Null(estimate.Value);
        Assert.False(estimate.Reached);
        Assert.Equal(8, estimate.Shortfall!.Last);
        Assert.Equal(0.7, estimate.Shortfall.Share, 1e-15);
        Assert.Null(At([1, 2], [true, true], 75).Shortfall);
    }

    [Theory]
    [InlineData(new int[0], new bool[0], null, "nobody")]
    [InlineData(new[] { 5 }, new[] { true }, 5.0, "one end")]
    [InlineData(new[] { 5 }, new[] { false }, null, "one that still runs")]
    [InlineData(new[] { 5, 9 }, new[] { true, true }, 9.0, "two ends")]
    [InlineData(new[] { 5, 9 }, new[] { false, true }, 9.0, "the one that is left ends")]
    [InlineData(new[] { 5, 9 }, new[] { true, false }, null, "half ends")]
    [InlineData(new[] { 3, 5, 7 }, new[] { false, false, false }, null, "nobody ends")]
    [InlineData(new[] { 4, 4, 4, 4 }, new[] { true, true, true, true }, 4.0, "all at the same time")]
    [InlineData(new[] { 4, 4, 4, 4 }, new[] { true, false, true, true }, null,
        "at one time ends come before censorings")]
    [InlineData(new[] { 1, 2, 3, 4, 10 }, new[] { true, true, true, true, true }, 7.0, "a flat at 80%")]
    [InlineData(new[] { 1, 2, 3, 4, 10 }, new[] { true, true, true, true, false }, 7.0,
        "the last flat reaches to the last time")]
    [InlineData(new[] { 0, 0, 1 }, new[] { true, true, true }, 1.0, "times of nothing")]
    public void The_80th_percentile_of_little_data(int[] times, bool[] events, double? expected, string because)
    {
        Assert.NotEmpty(because);
        var estimate = At(times, events, 80);
        Assert.Equal(expected, estimate.Value);
        Assert.Equal(times.Length, estimate.N);
        Assert.Equal(times.Length == 0 || estimate.Reached, estimate.Shortfall is null);
    }

    [Theory]
    [InlineData(3, 1, EstimateWarnings.None)]
    [InlineData(2, 1, EstimateWarnings.MuchCensored)]
    [InlineData(300, 100, EstimateWarnings.None)]
    [InlineData(299, 100, EstimateWarnings.MuchCensored)]
    public void More_than_a_quarter_censored_is_told(int ended, int running, EstimateWarnings expected)
    {
        var times = Enumerable.Range(1, ended + running).ToArray();
        Assert.Equal(expected, At(times, [.. times.Select(time => time <= ended)], 50).Warnings);
    }

    [Theory]
    [InlineData(9, 1, true, "nine at risk before the last enters")]
    [InlineData(10, 1, false, "ten at risk")]
    [InlineData(9, 0, false, "nobody enters later")]
    public void A_small_early_risk_set_is_told(int early, int late, bool isTold, string because)
    {
        Assert.NotEmpty(because);
        int[] times = [1, .. Enumerable.Repeat(9, early - 1), .. Enumerable.Repeat(9, late)];
        int[] entries = [.. Enumerable.Repeat(0, early), .. Enumerable.Repeat(5, late)];
        var warnings = new KaplanMeier(new SurvivalSample(times, [.. times.Select(_ => true)], entries))
            .Percentile(Percentage.Of(80), SurvivalLimits.Log, 0.95).Warnings;
        Assert.Equal(isTold, warnings.HasFlag(EstimateWarnings.SmallEarlyRiskSet));
    }

    [Fact]
    public void A_small_risk_set_after_the_percentile_moves_nothing_and_is_not_told()
    {
        int[] times = [.. Enumerable.Repeat(2, 90), 5, 7, .. Enumerable.Repeat(9, 8)];
        int[] entries = [.. Enumerable.Repeat(0, 92), .. Enumerable.Repeat(6, 8)];
        var curve = new KaplanMeier(new SurvivalSample(times, [.. times.Select(_ => true)], entries));
        Assert.Equal(EstimateWarnings.None, curve.Percentile(Percentage.Of(80), SurvivalLimits.Log, 0.95).Warnings);
        Assert.Equal(
            EstimateWarnings.SmallEarlyRiskSet, curve.Percentile(Percentage.Of(99), SurvivalLimits.Log, 0.95).Warnings);
    }

    [Fact]
    public void An_entry_that_is_not_before_its_time_is_refused() =>
        Assert.Throws<ArgumentException>(() => new SurvivalSample([5, 6], [true, true], [0, 6]));

    [Fact]
    public void Columns_of_unequal_length_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new SurvivalSample([5, 6], [true]));
        Assert.Throws<ArgumentException>(() => new SurvivalSample([5, 6], [true, true], [0]));
        Assert.Throws<ArgumentException>(() => new SurvivalSample([5, 6], [true, true], [0, 0], [1]));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_time_that_is_not_finite_is_refused(double time)
    {
        Assert.Throws<ArgumentException>(() => new SurvivalSample([1.5, time], [true, true]));
        Assert.Throws<ArgumentException>(() => new SurvivalSample([1.5, 2.5], [true, true], [0, -time]));
    }

    [Fact]
    public void A_count_outside_zero_to_a_milliard_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SurvivalSample([1], [true], default, [-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SurvivalSample([1], [true], default, [1_000_000_001]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_confidence_outside_is_refused(double confidence)
    {
        var curve = new KaplanMeier(new SurvivalSample([1], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => curve.Percentile(Percentage.Of(80), SurvivalLimits.Log, confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.Curve(SurvivalLimits.Log, confidence));
    }

    [Fact]
    public void Milliards_are_counted_without_writing_them_out()
    {
        var times = Enumerable.Range(1, 5000).ToArray();
        var counts = times.Select(_ => WeightedSample.LargestCount).ToArray();
        var complete = new KaplanMeier(new SurvivalSample(times, [.. times.Select(_ => true)], default, counts));
        Assert.Equal(4000.5, complete.Percentile(Percentage.Of(80), SurvivalLimits.Log, 0.95).Value);
        counts[^1]--;
        var oneLess = new KaplanMeier(
            new SurvivalSample([1, 2, 3, 4, 5], [true, true, true, true, true], default, [.. counts[..4], counts[^1]]));
        Assert.Equal(4, oneLess.Percentile(Percentage.Of(80), SurvivalLimits.Log, 0.95).Value);
    }

    private static Estimate At(int[] times, bool[] events, int percent) =>
        new KaplanMeier(new SurvivalSample(times, events)).Percentile(Percentage.Of(percent), SurvivalLimits.Log, 0.95);

    private static void AssertSame(IReadOnlyDictionary<string, string> row, SurvivalStep step)
    {
        Assert.Equal(
            (Name(row), row.Number("time"), row.Whole("n.risk"), row.Whole("n.event"), row.Whole("n.censor")),
            (Name(row), step.Time, step.AtRisk, step.Events, step.Censored));
        AssertClose(row.Number("surv"), step.Survival);
        AssertClose(
            row["std.err.cumhaz"] == "Inf" ? double.PositiveInfinity : row.Number("std.err.cumhaz"), step.LogError);
        AssertClose(Value(row, "lower"), step.Lower);
        AssertClose(Value(row, "upper"), step.Upper);
    }

    private static void AssertClose(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } number && number != actual)
        {
            Assert.True(
                Math.Abs(number - actual!.Value) <= 1e-12 * Math.Abs(number),
                string.Create(CultureInfo.InvariantCulture, $"{actual} for {number}"));
        }
    }

    private static double? Value(IReadOnlyDictionary<string, string> row, string column) =>
        row[column] is "NA" or "NaN" ? null : row.Number(column);

    private static string Name(IReadOnlyDictionary<string, string> row) =>
        $"{row["set"]} {row["group"]} {row["conf.type"]}";

    private static SurvivalLimits? Limits(IReadOnlyDictionary<string, string> row) => row["conf.type"] switch
    {
        "log" => SurvivalLimits.Log,
        "log-log" => SurvivalLimits.LogLog,
        "plain" => SurvivalLimits.Plain,
        _ => null,
    };

    private static SurvivalSample Sample(IReadOnlyDictionary<string, string> which)
    {
        var rows = Reference.Rows("surv_data.csv")
            .Where(row => row["set"] == which["set"] && (which["group"] == "ALL" || row["group"] == which["group"]))
            .ToList();
        return new SurvivalSample(
            rows.ConvertAll(row => row.Number("time")).ToArray(),
            rows.ConvertAll(row => row["event"] == "1").ToArray(),
            rows.ConvertAll(row => row.Number("entry")).ToArray(),
            rows.ConvertAll(row => row.Whole("weight")).ToArray());
    }
}
