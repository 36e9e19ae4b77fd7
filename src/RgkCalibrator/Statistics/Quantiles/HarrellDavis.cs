namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>
/// The estimator of a percentile as a weighted mean of all order statistics, with the weights of a beta distribution
/// with parameters (n + 1)p and (n + 1)(1 − p): Harrell and Davis (1982), Biometrika 69(3),
/// doi:10.1093/biomet/69.3.635.
/// </summary>
/// <remarks>
/// It is a diagnostic only: smoother than a percentile, but sensitive to every large value. It is in the unit of the
/// sample.
/// </remarks>
public static class HarrellDavis
{
    /// <summary>The estimate; null for an empty sample. The work grows with n·√n.</summary>
    /// <exception cref="OverflowException">The sample has more than 2³¹ − 1 values.</exception>
    public static double? Of(IOrderedValues sample, Percentage percentage)
    {
        if (sample.Count == 0)
            return null;
        var weights = Weights(checked((int)sample.Count), percentage);
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * sample.AtRank(i + 1);
        return sum;
    }

    private static double[] Weights(int values, Percentage percentage)
    {
        var weights = new double[values];
        if (percentage.Halves is 0 or Percentage.HalvesInWhole)
        {
            weights[percentage.Halves == 0 ? 0 : ^1] = 1;
            return weights;
        }

        var (a, b) = ((values + 1.0) * percentage.Share, (values + 1.0) * (1 - percentage.Share));
        var before = 0.0;
        for (var i = 0; i < values; i++)
        {
            var upTo = RegularizedBeta.At((i + 1.0) / values, a, b);
            (weights[i], before) = (upTo - before, upTo);
        }

        return weights;
    }
}
