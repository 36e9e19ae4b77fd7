using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// A distribution of volumes as a box that may be shown, in units: quartiles and, of enough children, P10 and P90; no
/// outliers.
/// </summary>
public sealed record SafeBox
{
    private SafeBox(double lower, double median) => (LowerQuartile, Median) = (lower, median);

    /// <summary>P25.</summary>
    public double LowerQuartile { get; }

    /// <summary>P50.</summary>
    public double Median { get; }

    /// <summary>P75; null where too few children lie between it and the proposed volume.</summary>
    public double? UpperQuartile { get; private init; }

    /// <summary>P10; null when it is not shown.</summary>
    public double? Low { get; private init; }

    /// <summary>P90; null when it is not shown.</summary>
    public double? High { get; private init; }

    /// <summary>The box of a distribution, made of the percentiles whose values its curve shows.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="candidates">Its percentiles before some of them were left out.</param>
    /// <param name="ofLine">
    /// The values that the line shows at other percentiles. None of them is the box's: it would be shown where the two
    /// are equal and not where they are near, and so tell that they are near.
    /// </param>
    /// <returns>Null when the lower quartile or the median may not be shown, or there is no curve.</returns>
    internal static SafeBox? From(
        SafeCurve? curve, IReadOnlyList<SafePoint> candidates, IReadOnlyList<double> ofLine)
    {
        return curve is null || Shown(25) is not { } lower || Shown(50) is not { } median
            ? null
            : new SafeBox(lower, median) { UpperQuartile = Shown(75), Low = Shown(10), High = Shown(90) };

        double? Shown(int percent)
        {
            var percentage = Percentage.Of(percent);
            // What the line itself shows at this percentile is the box's too.
            if (curve.Points.FirstOrDefault(point => point.Percentage == percentage) is { } own)
                return own.Value;
            var value = candidates.FirstOrDefault(point => point.Percentage == percentage)?.Value;
            return curve.Points.Any(point => point.Value == value) && !ofLine.Any(one => one == value) ? value : null;
        }
    }
}
