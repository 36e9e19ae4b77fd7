using MathNet.Numerics;

namespace RgkCalibrator.Statistics.Testing;

/// <summary>The result of a test with a χ² distribution.</summary>
/// <param name="Statistic">0 or more.</param>
/// <param name="Degrees">Of freedom; 0 when nothing can differ.</param>
/// <param name="P">0 to 1; 1 when nothing can differ.</param>
public sealed record ChiSquareResult(double Statistic, int Degrees, double P)
{
    /// <summary>The result for a statistic, with the upper tail of χ² as p-value.</summary>
    // From the upper incomplete gamma itself: 1 − F has no digits left when P is small.
    internal static ChiSquareResult FromStatistic(double statistic, int degrees) =>
        new(statistic, degrees, degrees < 1 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2.0, statistic / 2));
}

/// <summary>
/// Pearson's χ² that groups or years have the same share beyond a line, without correction for continuity: Σ (o − e)²/e
/// with r − 1 degrees of freedom; Pearson (1900), doi:10.1080/14786440009463897.
/// </summary>
public static class Homogeneity
{
    /// <summary>Tests the groups that have members.</summary>
    public static ChiSquareResult Test(IReadOnlyList<BeyondCount> groups)
    {
        BeyondCount[] present = [.. groups.Where(group => group.N > 0)];
        var (beyond, n) = ((double)present.Sum(group => group.Beyond), (double)present.Sum(group => group.N));
        if (present.Length < 2 || beyond == 0 || beyond == n)
            return ChiSquareResult.FromStatistic(0, 0);
        var share = beyond / n;
        var statistic = present.Sum(
            group => Square(group.Beyond - (group.N * share)) / (group.N * share * (1 - share)));
        return ChiSquareResult.FromStatistic(statistic, present.Length - 1);
    }

    private static double Square(double value) => value * value;
}
