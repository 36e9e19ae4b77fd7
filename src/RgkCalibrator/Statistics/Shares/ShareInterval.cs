using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Shares;

/// <summary>
/// The exact limits of a share k/n, with equal tails: Clopper and Pearson (1934), Biometrika 26(4),
/// doi:10.1093/biomet/26.4.404. The lower limit is the π with P(X ≥ k) = α/2, the upper one that with P(X ≤ k) = α/2, X
/// binomial(n, π).
/// </summary>
/// <param name="K">How many, 0 to n.</param>
/// <param name="N">Of how many, 0 or more.</param>
/// <param name="Share">k/n, 0 to 1; null when n is 0.</param>
/// <param name="Lower">0 to 1; 0 when k is 0.</param>
/// <param name="Upper">0 to 1; 1 when k is n.</param>
/// <param name="Confidence">Between 0 and 1.</param>
public sealed record ShareInterval(long K, long N, double? Share, double Lower, double Upper, double Confidence)
{
    /// <summary>The share of a count with its limits; when n is 0, the limits are 0 and 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// k lies outside 0 to n, or the confidence not between 0 and 1.
    /// </exception>
    public static ShareInterval FromCounts(long k, long n, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, n);
        var tail = EqualTails.ChanceOf(confidence);
        return new ShareInterval(
            k,
            n,
            n == 0 ? null : (double)k / n,
            k == 0 ? 0 : RegularizedBeta.Inverse(tail, k, n - k + 1.0),
            k == n ? 1 : 1 - RegularizedBeta.Inverse(tail, n - k, k + 1.0),
            confidence);
    }
}
