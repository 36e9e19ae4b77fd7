using MathNet.Numerics.Distributions;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>The confidence of intervals of values that come in clusters.</summary>
public static class ClusteredConfidence
{
    // An interval needs a confidence below 1.
    private const double Most = 1 - 1e-12;

    /// <summary>
    /// The confidence to ask of an interval for independent values, so that it is as wide as one of the given
    /// confidence on the effective number of values n² / Σm², with m the sizes of the clusters. This assumes that the
    /// values of a cluster are all alike, so the interval is rather too wide than too narrow.
    /// </summary>
    /// <remarks>Kish, Survey Sampling (1965), section 5.4, with an intraclass correlation of 1.</remarks>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <param name="clusters">The cluster of each value.</param>
    /// <returns>The asked confidence where no cluster has two values.</returns>
    public static double Widened(double confidence, IEnumerable<int> clusters)
    {
        double[] sizes = [.. clusters.CountBy(cluster => cluster).Select(pair => (double)pair.Value)];
        var (n, squares) = (sizes.Sum(), sizes.Sum(size => size * size));
        if (n == squares)
            return confidence;
        var z = StepCurve.ZOf(confidence) * Math.Sqrt(squares / n);
        return Math.Min((2 * Normal.CDF(0, 1, z)) - 1, Most);
    }
}
