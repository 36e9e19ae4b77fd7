using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Testing;

/// <summary>
/// Whether groups come from one distribution, by ranks with a correction for ties: H = 12/(N(N + 1)) Σ R²/n − 3(N + 1), divided by
/// 1 − Σ(t³ − t)/(N³ − N). Kruskal and Wallis (1952), JASA 47(260), doi:10.1080/01621459.1952.10483441.
/// </summary>
public static class KruskalWallis
{
    /// <summary>The test over the groups that have values.</summary>
    /// <exception cref="ArgumentException">A value is infinite or not a number.</exception>
    public static ChiSquareResult Of(IReadOnlyList<IReadOnlyList<double>> groups)
    {
        var present = groups.Where(group => group.Count > 0).ToList();
        var ordered = present.SelectMany((group, index) => group.Select(value => (Value: FiniteValue.Of(value), Group: index)))
            .OrderBy(element => element.Value).ToList();
        var (sums, ties, n) = (new double[present.Count], 0.0, (double)ordered.Count);
        for (var start = 0; start < ordered.Count;)
        {
            var end = start;
            while (end < ordered.Count && ordered[end].Value == ordered[start].Value)
                end++;
            for (var i = start; i < end; i++)
                sums[ordered[i].Group] += (start + end + 1) / 2.0;
            double tied = end - start;
            ties += tied * ((tied * tied) - 1);
            start = end;
        }

        if (present.Count < 2 || ties == n * ((n * n) - 1))
            return ChiSquareResult.Of(0, 0);
        var h = (12 / (n * (n + 1)) * sums.Zip(present, (sum, group) => sum * sum / group.Count).Sum()) - (3 * (n + 1));
        return ChiSquareResult.Of(h / (1 - (ties / (n * ((n * n) - 1)))), present.Count - 1);
    }
}
