using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Testing;

/// <summary>Exact tests of a number k of n against a share; Conover (1999), Practical Nonparametric Statistics, section 3.1.</summary>
public static class BinomialTest
{
    // As R's binom.test: chances that are equal but for rounding count as equal.
    private const double AsLikely = 1 + 1e-7;

    /// <summary>P(X ≥ k), from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative, or the share lies outside 0 to 1.</exception>
    public static double AtLeast(long k, long n, double share)
    {
        Check(n, share);
        if (k <= 0 || k > n)
            return k <= 0 ? 1 : 0;
        return RegularizedBeta.Of(share, k, n - k + 1.0);
    }

    /// <summary>P(X ≤ k), from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative, or the share lies outside 0 to 1.</exception>
    public static double AtMost(long k, long n, double share)
    {
        Check(n, share);
        if (k < 0 || k >= n)
            return k < 0 ? 0 : 1;
        return RegularizedBeta.Of(1 - share, n - k, k + 1.0);
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

    /// <summary>The chance of all numbers that are no more likely than k, from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">k lies outside 0 to n, or the share outside 0 to 1.</exception>
    public static double TwoSided(long k, long n, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, n);
        var limit = Exactly(k, n, share) * AsLikely;
        var mode = Math.Clamp((long)Math.Floor((n + 1) * share), 0, n);
        if (Exactly(mode, n, share) <= limit)
            return 1;
        // Chances rise up to the mode and fall after it.
        return k < mode
            ? AtMost(k, n, share) + AtLeast(First(mode, n, j => Exactly(j, n, share) <= limit), n, share)
            : AtMost(First(-1, mode, j => Exactly(j, n, share) > limit) - 1, n, share) + AtLeast(k, n, share);
    }

    // The first number after low for which it is so, knowing that it stays so; high + 1 when there is none.
    private static long First(long low, long high, Func<long, bool> isSo)
    {
        var (no, yes) = (low, high + 1);
        while (yes - no > 1)
        {
            var middle = no + ((yes - no) / 2);
            if (isSo(middle))
                yes = middle;
            else
                no = middle;
        }

        return yes;
    }

    private static void Check(long n, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (share is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies from 0 to 1.");
    }
}
