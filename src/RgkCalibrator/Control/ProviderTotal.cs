using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Control;

/// <summary>All lines of one provider together: what lies beyond them, beside what is expected of it.</summary>
/// <remarks>
/// Expected is what would lie beyond if on each line it had the share of the others there. The chances of a binomial
/// distribution with the mean share are no smaller in the tails than those of trajectories with a share each: Hoeffding
/// (1956), On the distribution of the number of successes in independent trials, doi:10.1214/aoms/1177728178.
/// </remarks>
/// <param name="Provider">Its id as in the declarations.</param>
/// <param name="Measure">What is beyond.</param>
/// <param name="Expected">How many are expected, of those on lines where there are others.</param>
/// <param name="Point">Its count against the mean expected share; null where nothing or all is expected.</param>
/// <param name="Widened">
/// The limits that allow for the usual spread; null as the point, and under two providers.
/// </param>
public sealed record ProviderTotal(
    string Provider, BeyondMeasure Measure, double Expected, FunnelPoint? Point, FunnelBand? Widened)
{
    /// <summary>What is measured of trajectories, in the order of documents.</summary>
    internal static IReadOnlyList<BeyondMeasure> Measures { get; } =
        [BeyondMeasure.VolumeWithin, BeyondMeasure.Outlasting, BeyondMeasure.Either];

    /// <summary>The signal of all its lines together.</summary>
    public Signal Signal => Signals.Of(Point, Widened);

    /// <summary>The totals of all providers by one measure, in ordinal order.</summary>
    internal static IReadOnlyList<ProviderTotal> Of(IReadOnlyList<ControlledLine> lines, BeyondMeasure measure)
    {
        var sums = lines.SelectMany(line => line.Providers)
            .SelectMany(own => own.Points(), (own, one) => (own.Provider, one.Measure, one.Point))
            .Where(one => one.Measure == measure)
            .GroupBy(one => one.Provider).OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(own => (Provider: own.Key, Compared: own.Where(one => one.Point.Target is not null).ToList()))
            .Select(own => (
                own.Provider, Expected: own.Compared.Sum(one => one.Point.Beyond.N * one.Point.Target!.Value),
                Beyond: own.Compared.Sum(one => one.Point.Beyond.Beyond),
                N: own.Compared.Sum(one => one.Point.Beyond.N)))
            .ToList();
        var points = sums.ConvertAll(own => PointOf(own.Beyond, own.N, own.Expected));
        var spread = Overdispersion.Among([.. points.OfType<FunnelPoint>()]);
        return
        [
            .. sums.Zip(points, (own, point) => new ProviderTotal(
                own.Provider, measure, own.Expected, point,
                point is null || spread is null
                    ? null
                    : FunnelBand.AtTails(p => FunnelLimit.Arcsine(point.Target, point.N, p, spread.TauSquared)))),
        ];
    }

    private static FunnelPoint? PointOf(long beyond, long n, double expected) =>
        expected > 0 && expected < n ? new FunnelPoint(beyond, n, expected / n) : null;
}
