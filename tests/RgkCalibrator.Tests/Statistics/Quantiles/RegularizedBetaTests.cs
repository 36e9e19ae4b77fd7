using MathNet.Numerics;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Tests.Statistics.Quantiles;

public sealed class RegularizedBetaTests
{
    [Fact]
    public void It_agrees_with_MathNet_where_that_is_exact()
    {
        double[] parameters = [0.2, 0.5, 1, 2.5, 7, 30, 111.5];
        foreach (var a in parameters)
        {
            foreach (var b in parameters)
            {
                for (var x = 0.02; x < 1; x += 0.07)
                    AssertClose(SpecialFunctions.BetaRegularized(a, b, x), RegularizedBeta.At(x, a, b), 1e-11);
            }
        }
    }

    [Fact]
    public void Its_tails_are_sums_of_binomial_chances()
    {
        // P(Bin(20, 0.2) ≥ k) with whole numbers: C(20, j)·4^(20 − j) out of 5^20.
        double tail = 0, choose = 1;
        for (var k = 20; k >= 1; k--)
        {
            tail += choose * Math.Pow(4, 20 - k) / Math.Pow(5, 20);
            AssertClose(tail, RegularizedBeta.At(0.2, k, 20 - k + 1), 1e-12);
            AssertClose(choose * Math.Pow(4, 20 - k) / Math.Pow(5, 20), RegularizedBeta.Binomial(k, 20, 0.2), 1e-12);
            choose = choose * k / (20 - k + 1);
        }
    }

    [Theory] // The tails of RankIntervalTests, which were summed in 30 digits.
    [InlineData(1_000_000, 0.8, 799_215, 0.024966359994447381)]
    [InlineData(2_500_000, 0.75, 1_873_657, 0.024968635343607844)]
    [InlineData(1_000_000_000, 0.8, 799_975_207, 0.024998084594203098)]
    [InlineData(1_000_000_000, 0.5, 499_959_272, 0.0049999426565553622)]
    public void A_milliard_trials_lose_few_digits(long n, double p, long k, double atMost) =>
        AssertClose(atMost, RegularizedBeta.At(1 - p, n - k, k + 1), 1e-10);

    [Fact]
    public void The_inverse_gives_the_share_back()
    {
        double[] parameters = [0.5, 1, 4, 60, 5000];
        double[] shares = [1e-12, 0.025, 0.3, 0.975, 0.999];
        foreach (var a in parameters)
        {
            foreach (var b in parameters)
            {
                foreach (var share in shares)
                    AssertClose(share, RegularizedBeta.At(RegularizedBeta.Inverse(share, a, b), a, b), 1e-9);
            }
        }
    }

    [Fact]
    public void A_share_of_nothing_has_no_chance()
    {
        Assert.Equal(0, RegularizedBeta.At(0, 2, 3));
        Assert.Equal(1, RegularizedBeta.At(1, 2, 3));
        Assert.Equal(Math.Pow(0.75, 4), RegularizedBeta.Binomial(0, 4, 0.25), 1e-15);
        Assert.Equal(Math.Pow(0.25, 4), RegularizedBeta.Binomial(4, 4, 0.25), 1e-15);
    }

    private static void AssertClose(double expected, double actual, double relative) =>
        Assert.InRange(actual, expected - (relative * expected), expected + (relative * expected));
}
