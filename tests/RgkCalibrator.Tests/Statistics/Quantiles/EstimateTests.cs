using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Tests.Statistics.Quantiles;

public sealed class EstimateTests
{
    [Fact]
    public void An_estimate_tells_the_percentile_and_its_interval()
    {
        // n20 of vectors.csv. R: quantile(x, 0.8, type = 2) is 24; the limits stand in binom_ci_applied.csv.
        var sample = new Sample([4, 4, 4, 6, 6, 8, 8, 8, 10, 12, 12, 12, 16, 16, 20, 24, 24, 36, 48, 96]);
        Assert.Equal(
            new Estimate(Percentage.Of(80), Method.Type2, 20, 20, 24, 12, 96, 0.95, true),
            Estimate.FromComplete(sample, Percentage.Of(80), QuantileType.Type2, 0.95));
    }

    [Fact]
    public void An_empty_sample_reaches_nothing() => Assert.Equal(
        new Estimate(Percentage.Of(80), Method.Type7, 0, 0, null, null, null, 0.95, false),
        Estimate.FromComplete(new Sample([]), Percentage.Of(80), QuantileType.Type7, 0.95));

    [Fact]
    public void The_interval_is_the_same_for_each_type()
    {
        var sample = new Sample(Enumerable.Range(1, 57).Select(i => Math.Sqrt(i)));
        var limits = Enum.GetValues<QuantileType>()
            .Select(type => Estimate.FromComplete(sample, Percentage.Of(75), type, 0.9))
            .Select(estimate => (estimate.Lower, estimate.Upper)).Distinct();
        Assert.Single(limits);
    }

    [Fact]
    public void Every_type_of_percentile_is_a_method_of_the_same_name()
    {
        foreach (var type in Enum.GetValues<QuantileType>())
        {
            Assert.Equal(
                type.ToString(),
                Estimate.FromComplete(new Sample([1]), Percentage.Of(50), type, 0.9).Method.ToString());
        }
    }
}
