using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Tests.Statistics.Survival;

public sealed class IpcwTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Window =
        Reference.Rows("censored_window_120.csv");

    [Fact]
    public void The_weights_of_a_window_are_those_of_R()
    {
        // R 4.2.2: event / G(t-), with G from survfit(Surv(time, 1 - event) ~ 1) after moving censorings past the ends
        // at equal times.
        var estimator = new Ipcw(WindowSample("volume"));
        foreach (var row in Window)
        {
            var weight = row["event"] == "1" ? estimator.WeightAt(row.Number("time")) : 0;
            Assert.Equal(row.Number("ipcw"), weight, 1e-12);
        }
    }

    [Theory]
    [InlineData(75)]
    [InlineData(80)]
    public void The_percentiles_of_a_window_are_those_of_R(int percent)
    {
        var row = Reference.Rows("censoring_bias_single.csv")
            .Single(row => row["n"] == "120" && row.Percentage() == Percentage.Of(percent));
        var sample = WindowSample("volume");
        var estimator = new Ipcw(sample);
        var estimate = estimator.Percentile(row.Percentage(), SurvivalLimits.LogLog, 0.95);
        Assert.Equal((120, row.Whole("events")), (estimate.N, estimate.Events));
        Assert.Equal(row.Number("vol_ipcw"), estimate.Value);
        Assert.Equal(row.Number("sum_w_over_n"), estimator.KnownShare, 1e-14);
        Assert.Equal(
            row.Number("dur_km"),
            new KaplanMeier(sample.Survival).Percentile(row.Percentage(), SurvivalLimits.LogLog, 0.95).Value);
        // The columns of percentiles without weights are of type 1.
        Assert.Equal(
            row.Number("vol_completed_only"), Quantile.Of(sample.Completed(), row.Percentage(), QuantileType.Type1));
    }

    [Theory]
    [InlineData(75)]
    [InlineData(80)]
    public void What_a_spreadsheet_would_do_is_that_of_R_too_and_differs(int percent)
    {
        var row = Reference.Rows("censoring_bias_single.csv")
            .Single(row => row["n"] == "120" && row.Percentage() == Percentage.Of(percent));
        var naive = new KaplanMeier(new SurvivalSample(Column("volume"), Events()))
            .Percentile(row.Percentage(), SurvivalLimits.Log, 0.95);
        Assert.Equal(row.Number("vol_naive_km"), naive.Value);
        Assert.NotEqual(row.Number("vol_ipcw"), naive.Value);
        double[] completed = [.. Column("time").Zip(Events()).Where(pair => pair.Second).Select(pair => pair.First)];
        Assert.Equal(row.Number("dur_completed_only"), First(completed, row));
        Assert.Equal(row.Number("dur_all_as_if_done"), First(Column("time"), row));
        Assert.Equal(row.Number("dur_true_sample"), First(Column("true_duration"), row));
        Assert.Equal(row.Number("vol_true_sample"), First(Column("true_volume"), row));
    }

    [Fact]
    public void Within_a_year_what_outlasts_it_is_complete()
    {
        var sample = VolumeSample.Within(365, [30, 40, 35, 50], [200, 300, 500, 700], [true, true, false, false]);
        var estimate = new Ipcw(sample).Percentile(Percentage.Of(80), SurvivalLimits.Log, 0.95);
        Assert.Equal((4, 4, 50.0), (estimate.N, estimate.Events, estimate.Value!.Value));
        var months = VolumeSample.Within(12.0, [30, 40, 35, 50], [6.5, 9.9, 16.2, 23], [true, true, false, false]);
        Assert.Equal(estimate, new Ipcw(months).Percentile(Percentage.Of(80), SurvivalLimits.Log, 0.95));
    }

    [Fact]
    public void Within_a_duration_a_trajectory_last_seen_on_its_last_day_is_complete_and_one_day_earlier_is_not()
    {
        Assert.Equal(2, VolumeSample.Within(10, [3, 4], [10, 12], [false, false]).Survival.EventCount);
        Assert.Equal(1, VolumeSample.Within(10, [3, 4], [9, 12], [false, false]).Survival.EventCount);
    }

    [Fact]
    public void What_is_censored_after_everything_else_stays_unknown()
    {
        var estimate = new Ipcw(new VolumeSample([10, 20, 30, 99], [1, 2, 3, 4], [true, true, true, false]))
            .Percentile(Percentage.Of(80), SurvivalLimits.Log, 0.95);
        Assert.Null(estimate.Value);
        Assert.False(estimate.Reached);
        Assert.Equal(new Shortfall(99, 0.75), estimate.Shortfall);
    }

    [Theory]
    [InlineData(new double[0], new double[0], new bool[0], null, "nothing")]
    [InlineData(new[] { 7.5 }, new[] { 3.0 }, new[] { true }, 7.5, "one that is complete")]
    [InlineData(new[] { 7.5 }, new[] { 3.0 }, new[] { false }, null, "one that still grows")]
    [InlineData(new[] { 7.5, 2 }, new[] { 3.0, 4 }, new[] { false, true }, 2.0,
        "the weight of what was lost goes to what is left")]
    [InlineData(new[] { 0.0, 0, 0 }, new[] { 1.0, 2, 3 }, new[] { true, false, true }, 0.0, "nothing was used")]
    [InlineData(new[] { 4.0, 4, 4, 4 }, new[] { 1.0, 2, 3, 4 }, new[] { true, true, false, true }, 4.0,
        "all volumes equal")]
    [InlineData(new[] { 1.0, 2, 3 }, new[] { 1.0, 2, 3 }, new[] { false, false, false }, null, "all still grow")]
    public void The_80th_percentile_of_little_data(
        double[] volumes, double[] times, bool[] events, double? expected, string because)
    {
        Assert.NotEmpty(because);
        var estimate = new Ipcw(new VolumeSample(volumes, times, events))
            .Percentile(Percentage.Of(80), SurvivalLimits.Log, 0.95);
        Assert.Equal(expected, estimate.Value);
        Assert.Equal((volumes.Length, expected is not null), (estimate.N, estimate.Reached));
    }

    [Fact]
    public void Elements_that_count_for_nothing_change_nothing()
    {
        var with = new VolumeSample([5, 1, 9, 3], [4, 9, 7, 2], [true, false, true, true], [2, 0, 1, 3]);
        var without = new VolumeSample([5, 9, 3], [4, 7, 2], [true, true, true], [2, 1, 3]);
        for (var percent = 0; percent <= 100; percent++)
            Assert.Equal(At(without, percent), At(with, percent));
    }

    [Fact]
    public void Columns_of_unequal_length_and_numbers_that_are_not_finite_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new VolumeSample([1, 2], [3], [true]));
        Assert.Throws<ArgumentException>(() => new VolumeSample([1], [3], [true, true]));
        Assert.Throws<ArgumentException>(() => new VolumeSample([double.NaN], [3], [false]));
        Assert.Throws<ArgumentException>(() => VolumeSample.Within(365, [1, 2], [3, 4], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ipcw(new VolumeSample([1], [3], [true])).WeightAt(2));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    public void The_interval_holds_the_true_percentile_as_often_as_it_says(int n)
    {
        // Times exponential, one or two units of volume per time, censored at 0.3 to 4: a quarter. Beyond v lies (e^-v
        // + e^(-v/2))/2.
        var truth = -2 * Math.Log((Math.Sqrt(2.6) - 1) / 2);
        var (missed, rounds, random) = (0, 1000, new SplitMix64(1729));
        for (var round = 0; round < rounds; round++)
        {
            var estimate = new Ipcw(Drawn(n, ref random)).Percentile(Percentage.Of(80), SurvivalLimits.LogLog, 0.95);
            missed += estimate.Lower > truth || estimate.Upper < truth ? 1 : 0;
        }

        // Fifty are expected; four standard deviations of a binomial number are 28.
        Assert.InRange(missed, 22, 78);
    }

    private static VolumeSample Drawn(int n, ref SplitMix64 random)
    {
        var (volumes, times, events) = (new double[n], new double[n], new bool[n]);
        for (var i = 0; i < n; i++)
        {
            var (time, censoring) = (-Math.Log(Uniform(ref random)), 0.3 + (3.7 * Uniform(ref random)));
            (times[i], events[i]) = (Math.Min(time, censoring), time <= censoring);
            volumes[i] = (1 + random.BelowFrom64Bits(2)) * times[i];
        }

        return new VolumeSample(volumes, times, events);
    }

    private static double Uniform(ref SplitMix64 random) => (random.BelowFrom64Bits(1 << 30) + 0.5) / (1 << 30);

    private static Estimate At(VolumeSample sample, int percent) =>
        new Ipcw(sample).Percentile(Percentage.Of(percent), SurvivalLimits.LogLog, 0.9);

    private static VolumeSample WindowSample(string volume) => new(Column(volume), Column("time"), Events());

    private static double? First(double[] values, IReadOnlyDictionary<string, string> row) =>
        Quantile.Of(new Sample(values.AsSpan()), row.Percentage(), QuantileType.Type1);

    private static double[] Column(string name) => [.. Window.Select(row => row.Number(name))];

    private static bool[] Events() => [.. Window.Select(row => row["event"] == "1")];
}
