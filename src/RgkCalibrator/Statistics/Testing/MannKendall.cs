using MathNet.Numerics.Distributions;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Testing;

/// <summary>The trend of values over time.</summary>
/// <param name="S">Pairs that rise minus pairs that fall.</param>
/// <param name="P">Two-sided, 0 to 1.</param>
/// <param name="MedianSlope">The median of the slopes of all pairs, in the unit of the values per unit of time.</param>
public sealed record MannKendallResult(long S, double P, double MedianSlope);

/// <summary>
/// The trend of few yearly percentiles: S = Σ sign(x_j − x_i) over i before j, with its exact distribution; with ties a
/// normal one with the variance of Kendall. Mann (1945), doi:10.2307/1907187; Kendall (1938),
/// doi:10.1093/biomet/30.1-2.81. The slope is that of Theil and of Sen (1968), doi:10.1080/01621459.1968.10480934.
/// </summary>
public static class MannKendall
{
    // Beyond this R's cor.test takes the normal distribution too.
    private const int MostForExact = 50;

    /// <summary>Tests values at distinct times; null with fewer than two values.</summary>
    /// <exception cref="ArgumentException">
    /// The lengths differ, two times are equal, or a value is not finite.
    /// </exception>
    public static MannKendallResult? Test(IReadOnlyList<int> times, IReadOnlyList<double> values)
    {
        if (times.Count != values.Count || times.Distinct().Count() != times.Count)
            throw new ArgumentException("Each value has one time of its own.", nameof(times));
        if (values.Count < 2)
            return null;
        double[] inOrder =
            [.. times.Zip(values).OrderBy(pair => pair.First).Select(pair => FiniteValue.Of(pair.Second))];
        int[] ascending = [.. times.Order()];
        var (s, slopes) = (0L, new List<double>());
        for (var j = 1; j < inOrder.Length; j++)
        {
            for (var i = 0; i < j; i++)
            {
                s += Math.Sign(inOrder[j] - inOrder[i]);
                slopes.Add((inOrder[j] - inOrder[i]) / (ascending[j] - ascending[i]));
            }
        }

        var hasTies = inOrder.Distinct().Count() < inOrder.Length;
        var p = hasTies || inOrder.Length >= MostForExact ? Normally(s, inOrder) : Exactly(s, inOrder.Length);
        return new MannKendallResult(
            s, p, Quantile.Of(new Sample(slopes), Percentage.Of(50), QuantileType.Type2)!.Value);
    }

    // How many of the n! orders have so many falling pairs: each further value adds 0 to i of them.
    private static double Exactly(long s, int n)
    {
        double[] chances = [1];
        for (var i = 1; i < n; i++)
        {
            var next = new double[chances.Length + i];
            for (var falls = 0; falls < chances.Length; falls++)
            {
                for (var added = 0; added <= i; added++)
                    next[falls + added] += chances[falls] / (i + 1);
            }

            chances = next;
        }

        var fewest = (chances.Length - 1 - (int)Math.Abs(s)) / 2;
        return Math.Min(1, 2 * chances.Take(fewest + 1).Sum());
    }

    private static double Normally(long s, double[] values)
    {
        double n = values.Length;
        var ties = values.GroupBy(value => value)
            .Sum(group => group.Count() * (group.Count() - 1.0) * ((2 * group.Count()) + 5));
        var variance = ((n * (n - 1) * ((2 * n) + 5)) - ties) / 18;
        return variance == 0 ? 1 : 2 * Normal.CDF(0, 1, -Math.Abs(s) / Math.Sqrt(variance));
    }
}
