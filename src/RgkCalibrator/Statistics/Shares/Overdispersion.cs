using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Statistics.Shares;

/// <summary>
/// How much more providers spread around their target than chance explains: Spiegelhalter (2005), Handling
/// over-dispersion of performance indicators, Quality and Safety in Health Care 14(5), doi:10.1136/qshc.2005.013755.
/// </summary>
/// <param name="Phi">The mean of z², as they are.</param>
/// <param name="WinsorizedPhi">
/// The mean of z² with the lowest and highest tenth drawn in to the 10th and 90th percentile (type 7).
/// </param>
/// <param name="ArcsinePhi">The same on the arcsine scale, winsorised.</param>
/// <param name="TauSquared">
/// The variance between providers on the arcsine scale, (Iφ − (I − 1))/(Σw − Σw²/Σw) with w = 4n; 0 when chance
/// explains the spread.
/// </param>
/// <param name="Homogeneity">
/// Σ z² against χ² with I − 1 degrees of freedom, as for a target that the providers themselves realise.
/// </param>
public sealed record Overdispersion(
    double Phi, double WinsorizedPhi, double ArcsinePhi, double TauSquared, ChiSquareResult Homogeneity)
{
    /// <summary>Measures the spread among the providers of one product; null with fewer than two.</summary>
    public static Overdispersion? Among(IReadOnlyList<FunnelPoint> providers)
    {
        if (providers.Count < 2)
            return null;
        double[] z = [.. providers.Select(provider => provider.Z)];
        var phi = MeanSquare(z);
        var arcsine = MeanSquare(Winsorized([.. providers.Select(provider => provider.ArcsineZ)]));
        var weights = providers.Sum(provider => 4.0 * provider.N);
        var squares = providers.Sum(provider => 16.0 * provider.N * provider.N);
        var excess = (providers.Count * arcsine) - (providers.Count - 1);
        return new Overdispersion(
            phi,
            MeanSquare(Winsorized(z)),
            arcsine,
            Math.Max(0, excess / (weights - (squares / weights))),
            ChiSquareResult.FromStatistic(phi * providers.Count, providers.Count - 1));
    }

    /// <summary>The values, with the lowest and highest tenth set to the 10th and 90th percentile.</summary>
    internal static double[] Winsorized(double[] values)
    {
        var sample = new Sample(values.AsSpan());
        var low = Quantile.Of(sample, Percentage.Of(10), QuantileType.Type7)!.Value;
        var high = Quantile.Of(sample, Percentage.Of(90), QuantileType.Type7)!.Value;
        return Array.ConvertAll(values, value => Math.Clamp(value, low, high));
    }

    private static double MeanSquare(double[] values) => values.Sum(value => value * value) / values.Length;
}
