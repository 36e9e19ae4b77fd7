using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Framework.Studies;

/// <summary>
/// How many observations of a group lie beyond a line when those of one child belong together: the counts divided by
/// the design effect, and rounded. Rao and Scott (1992), A simple method for the analysis of clustered binary data,
/// Biometrics 48(2), doi:10.2307/2532311.
/// </summary>
/// <param name="Counted">The counts as they are.</param>
/// <param name="Effective">The counts of as many independent observations as tell the same.</param>
/// <param name="DesignEffect">How much more the share varies than between independent observations, at least 1.</param>
internal sealed record ClusteredCount(BeyondCount Counted, BeyondCount Effective, double DesignEffect)
{
    /// <summary>The counts of independent observations.</summary>
    internal static ClusteredCount Independent(long beyond, long n) => new(new(beyond, n), new(beyond, n), 1);

    /// <summary>
    /// The counts of observations with the child of each; as they are with fewer than two children, or nothing or all
    /// beyond.
    /// </summary>
    internal static ClusteredCount ByChild(IReadOnlyList<bool> beyond, IReadOnlyList<int> children)
    {
        var clusters = beyond.Zip(children).GroupBy(pair => pair.Second, pair => pair.First)
            .Select(child => (Beyond: child.LongCount(one => one), N: child.LongCount())).ToList();
        var (k, n) = (clusters.Sum(child => child.Beyond), (long)beyond.Count);
        if (clusters.Count < 2 || k == 0 || k == n)
            return Independent(k, n);
        var share = (double)k / n;
        var squares = clusters.Sum(child => (child.Beyond - (share * child.N)) * (child.Beyond - (share * child.N)));
        var variance = squares * clusters.Count / (clusters.Count - 1.0) / ((double)n * n);
        var effect = Math.Max(1, n * variance / (share * (1 - share)));
        var size = Math.Max(1, Rounded(n / effect));
        return new ClusteredCount(new(k, n), new(Math.Min(size, Rounded(k / effect)), size), effect);
    }

    private static long Rounded(double value) => (long)Math.Round(value, MidpointRounding.AwayFromZero);
}
