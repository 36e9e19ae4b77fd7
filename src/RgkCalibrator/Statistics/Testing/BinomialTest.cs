using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Testing;

/// <summary>
/// Exact one-sided tests of a number k of n against a share: Conover (1999), Practical Nonparametric Statistics,
/// section 3.1.
/// </summary>
public static class BinomialTest
{
    /// <summary>P(X ≥ k), from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative, or the share lies outside 0 to 1.</exception>
    public static double AtLeast(long k, long n, double share)
    {
        Check(n, share);
        if (k <= 0 || k > n)
            return k <= 0 ? 1 : 0;
        return RegularizedBeta.At(share, k, n - k + 1.0);
    }

    /// <summary>P(X ≤ k), from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative, or the share lies outside 0 to 1.</exception>
    public static double AtMost(long k, long n, double share)
    {
        Check(n, share);
        if (k < 0 || k >= n)
            return k < 0 ? 0 : 1;
        return RegularizedBeta.At(1 - share, n - k, k + 1.0);
    }

    /// <summary>P(X = k), from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative, or the share lies outside 0 to 1.</exception>
    public static double Exactly(long k, long n, double share)
    {
        Check(n, share);
        if (k < 0 || k > n)
            return 0;
        return share is 0 or 1 ? Convert.ToDouble(k == (share == 0 ? 0 : n)) : RegularizedBeta.Binomial(k, n, share);
    }

    private static void Check(long n, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (share is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies from 0 to 1.");
    }
}
