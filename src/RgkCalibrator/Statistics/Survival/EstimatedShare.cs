using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>A share with its limits.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Lower">The lower limit, 0 to 1.</param>
/// <param name="Upper">The upper limit, 0 to 1.</param>
public sealed record EstimatedShare(double Share, double Lower, double Upper)
{
    /// <summary>The share of a count with exact limits; when n is 0, the limits are 0 and 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// k lies outside 0 to n, or the confidence not between 0 and 1.
    /// </exception>
    public static EstimatedShare FromCounts(long k, long n, double confidence)
    {
        var exact = ShareInterval.FromCounts(k, n, confidence);
        return new EstimatedShare(exact.Share ?? 0, exact.Lower, exact.Upper);
    }

    /// <summary>
    /// Whether a share of a sample of this size is at least a percentage, apart from rounding errors.
    /// </summary>
    internal static bool Reaches(double share, Percentage percentage, long count) =>
        share >= percentage.Share - FlatTolerance.ForSize(count);
}
