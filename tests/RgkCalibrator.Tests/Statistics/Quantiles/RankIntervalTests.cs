using System.Numerics;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Tests.Statistics.Quantiles;

public sealed class RankIntervalTests
{
    [Fact]
    public void The_ranks_and_chances_are_those_of_R()
    {
        // R 4.2.2: from pbinom and qbinom.
        var rows = Reference.Rows("binom_rank_ci.csv");
        Assert.Equal(912, rows.Count);
        foreach (var row in rows)
        {
            var interval = RankInterval.ForSize(row.Whole("n"), row.Percentage(), row.Number("conf"));
            Assert.Equal((row.Whole("lower_rank"), row.Whole("upper_rank")), (interval.Lower, interval.Upper));
            AssertClose(row.Number("tail_low"), interval.TailBelow);
            AssertClose(row.Number("tail_high"), interval.TailAbove);
            AssertClose(row.Number("coverage"), interval.Coverage);
        }
    }

    [Fact]
    public void The_smallest_samples_with_a_limit_are_those_of_R()
    {
        foreach (var row in Reference.Rows("binom_min_n.csv"))
        {
            var intervals = Enumerable.Range(1, 50)
                .Select(n => RankInterval.ForSize(n, row.Percentage(), row.Number("conf"))).ToList();
            Assert.Equal(row.Whole("min_n_upper_finite"), intervals.First(interval => interval.Upper <= interval.N).N);
            Assert.Equal(row.Whole("min_n_lower_finite"), intervals.First(interval => interval.Lower >= 1).N);
        }
    }

    [Fact]
    public void The_limits_in_a_sample_are_those_of_R()
    {
        var samples = Reference.Rows("vectors.csv").GroupBy(row => row["vector"])
            .ToDictionary(rows => rows.Key, rows => new Sample(rows.Select(row => row.Number("x"))));
        foreach (var row in Reference.Rows("binom_ci_applied.csv"))
        {
            var interval = RankInterval.ForSize(row.Whole("n"), row.Percentage(), row.Number("conf"));
            Assert.Equal((row.Whole("lower_rank"), row.Whole("upper_rank")), (interval.Lower, interval.Upper));
            Assert.Equal((row.Limit("lower"), row.Limit("upper")), interval.On(samples[row["vector"]]));
        }
    }

    [Theory]
    [InlineData(0, 40, 1, 1)]
    [InlineData(60, 400, 68, 10)]
    public void The_ranks_are_those_of_whole_number_arithmetic(int from, int to, int step, int halvesStep)
    {
        for (var n = from; n <= to; n += step)
        {
            for (var halves = 0; halves <= 200; halves += halvesStep)
            {
                var weights = Weights(n, halves);
                foreach (var percent in new[] { 50, 80, 90, 95, 99 })
                {
                    var interval = RankInterval.ForSize(n, Percentage.Of(halves / 2m), percent / 100.0);
                    Assert.Equal(Naive(weights, percent), ((int)interval.Lower, (int)interval.Upper));
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 97.5, 0.95, 1, 2)] // P(X ≤ 0) = 1/40
    [InlineData(2, 50, 0.5, 1, 2)] // P(X ≤ 0) = 1/4
    [InlineData(2, 90, 0.98, 1, 3)] // P(X ≤ 0) = 1/100
    public void A_chance_of_exactly_half_alpha_is_small_enough(
        long n, double percent, double confidence, long lower, long upper)
    {
        var interval = RankInterval.ForSize(n, Percentage.Of((decimal)percent), confidence);
        Assert.Equal((lower, upper), (interval.Lower, interval.Upper));
    }

    [Theory]
    [InlineData(0, 80, 0, 1, "an empty sample")]
    [InlineData(9, 0, 0, 1, "the minimum: nothing below")]
    [InlineData(9, 100, 9, 10, "the maximum: nothing above")]
    public void At_the_ends_one_side_has_no_limit(long n, int percent, long lower, long upper, string because)
    {
        Assert.NotEmpty(because);
        var interval = RankInterval.ForSize(n, Percentage.Of(percent), 0.95);
        Assert.Equal((lower, upper), (interval.Lower, interval.Upper));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(95.0)]
    [InlineData(double.NaN)]
    public void A_confidence_that_is_no_share_is_refused(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RankInterval.ForSize(20, Percentage.Of(80), confidence));

    [Fact]
    public void An_interval_is_not_read_off_a_sample_of_another_size() =>
        Assert.Throws<ArgumentException>(() => RankInterval.ForSize(3, Percentage.Of(50), 0.9).On(new Sample([1, 2])));

    [Theory] // Sums of the binomial chances in 30 digits (mpmath 1.3: loggamma, then ratios).
    [InlineData(10_000, 90.0, 0.99, 8_922, 9_078, 0.0047765271777227159, 0.0045335508715593305)]
    [InlineData(99_999, 80.0, 0.95, 79_751, 80_248, 0.024770519853538047, 0.024691797910874941)]
    [InlineData(1_000_000, 80.0, 0.95, 799_216, 800_785, 0.024966359994447381, 0.024883387321988348)]
    [InlineData(1_234_567, 97.5, 0.99, 1_203_255, 1_204_150, 0.0049504366928635228, 0.0049388259885666563)]
    [InlineData(2_500_000, 75.0, 0.95, 1_873_658, 1_876_343, 0.024968635343607844, 0.024928229447917109)]
    [InlineData(30_000_000, 0.5, 0.9, 149_365, 150_637, 0.049912577266385569, 0.049796548085462275)]
    [InlineData(1_000_000_000, 80.0, 0.95, 799_975_208, 800_024_793, 0.024998084594203098, 0.02499545889284993)]
    [InlineData(1_000_000_000, 50.0, 0.99, 499_959_273, 500_040_728, 0.0049999426565553622, 0.0049999426565553622)]
    public void Large_samples_lose_no_digits(
        long n, double percent, double confidence, long lower, long upper, double tailBelow, double tailAbove)
    {
        var interval = RankInterval.ForSize(n, Percentage.Of((decimal)percent), confidence);
        Assert.Equal((lower, upper), (interval.Lower, interval.Upper));
        AssertClose(tailBelow, interval.TailBelow);
        AssertClose(tailAbove, interval.TailAbove);
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.InRange(actual, expected - (1e-12 * expected), expected + (1e-12 * expected));

    // 200^n times the chance of each outcome.
    private static BigInteger[] Weights(int n, int halves)
    {
        var (weights, choose) = (new BigInteger[n + 1], BigInteger.One);
        for (var k = 0; k <= n; k++)
        {
            weights[k] = choose * BigInteger.Pow(halves, k) * BigInteger.Pow(200 - halves, n - k);
            choose = choose * (n - k) / (k + 1);
        }

        return weights;
    }

    private static (int Lower, int Upper) Naive(BigInteger[] weights, int percent)
    {
        var limit = (100 - percent) * BigInteger.Pow(200, weights.Length - 1) / 200;
        var (lower, upper) = (0, weights.Length);
        for (var tail = weights[0]; tail <= limit; tail += weights[lower])
            lower++;
        for (var tail = weights[^1]; tail <= limit; tail += weights[upper - 1])
            upper--;
        return (lower, upper);
    }
}
