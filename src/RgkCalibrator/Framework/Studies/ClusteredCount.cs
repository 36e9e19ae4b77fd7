using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Framework.Studies;

/// <summary>
/// How many of a group lie beyond a line when those of one child belong together: counts divided by how much more the share varies than it would
/// between independent ones, and rounded. Rao and Scott (1992), A simple method for the analysis of clustered binary data, Biometrics 48(2),
/// doi:10.2307/2532311.
/// </summary>
/// <param name="Counted">As they are.</param>
/// <param name="Effective">As so many independent ones would tell.</param>
/// <param name="DesignEffect">The one over the other, at least 1.</param>
internal sealed record ClusteredCount(BeyondCount Counted, BeyondCount Effective, double DesignEffect)
{
    /// <summary>Of care that counts each on its own.</summary>
    internal static ClusteredCount Independent(long beyond, long n) => new(new(beyond, n), new(beyond, n), 1);

    /// <summary>Of observations, each of a child; with fewer than two children, or nothing or all beyond, as they are.</summary>
    internal static ClusteredCount Of(IReadOnlyList<bool> beyond, IReadOnlyList<int> children)
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
