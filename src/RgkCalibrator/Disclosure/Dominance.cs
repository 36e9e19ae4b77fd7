namespace RgkCalibrator.Disclosure;

/// <summary>
/// Whether a sum or a mean may be shown beside who contribute to it: by none of them can the part of another be worked
/// out closely.
/// </summary>
/// <remarks>
/// The (n, k) rule and the p% rule of Hundepool et al. (2012), Statistical Disclosure Control, section 4.2.2,
/// doi:10.1002/9781118348239.
/// </remarks>
internal static class Dominance
{
    private const double LargestShare = 0.5;
    private const double TwoLargestShare = 0.67;
    private const double LeastError = 0.1;

    /// <summary>Whether none of the contributions dominates their sum; they are zero or more.</summary>
    /// <param name="contributions">What each child, or each provider, contributes.</param>
    /// <returns>False where they add up to nothing.</returns>
    internal static bool IsAbsent(IEnumerable<long> contributions)
    {
        var sorted = contributions.OrderDescending().ToList();
        var (sum, first, second) = (sorted.Sum(), sorted.FirstOrDefault(), sorted.Skip(1).FirstOrDefault());
        return first < LargestShare * sum && first + second < TwoLargestShare * sum
            // The second knows its own part: what is left must hide the first's.
            && sum - first - second >= LeastError * first;
    }
}
