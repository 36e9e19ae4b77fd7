using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Framework.Studies;

/// <summary>The limits of a funnel at one size and target, as shares beyond the line.</summary>
/// <param name="Lower95">The share under which 2.5% of such providers would stay by chance.</param>
/// <param name="Upper95">The share over which 2.5% would go.</param>
/// <param name="Lower998">The share under which 0.1% would stay.</param>
/// <param name="Upper998">The share over which 0.1% would go.</param>
public sealed record FunnelBand(double Lower95, double Upper95, double Lower998, double Upper998)
{
    private const double Tail95 = 0.025;
    private const double Tail998 = 0.001;

    internal static FunnelBand AtTails(Func<double, double> limitAt) =>
        new(limitAt(Tail95), limitAt(1 - Tail95), limitAt(Tail998), limitAt(1 - Tail998));
}

/// <summary>One provider compared with a line.</summary>
/// <param name="Provider">Its id as in the declarations.</param>
/// <param name="Beyond">
/// How many of its trajectories that it is compared by lie beyond the line, of those that could be followed.
/// </param>
/// <param name="Target">
/// The share that the other providers of the region have beyond it, 0 to 1; null where there are none.
/// </param>
/// <param name="Point">Its share against the target; null where nothing or all of the others lies beyond.</param>
/// <param name="Exact">The exact limits, interpolated for drawing; null as the point.</param>
/// <param name="Widened">
/// The limits that allow for the usual spread between providers; null as the point, and under two providers.
/// </param>
/// <param name="Before">Its own starts before the break.</param>
/// <param name="From">Its own starts from the break on.</param>
/// <param name="History">Whether its own share differs before and from the break; null when either has none.</param>
public sealed record ProviderPoint(
    string Provider,
    BeyondCount Beyond,
    double? Target,
    FunnelPoint? Point,
    FunnelBand? Exact,
    FunnelBand? Widened,
    BeyondCount Before,
    BeyondCount From,
    FisherResult? History);

/// <summary>The day on which something changed, and which starts providers are compared by.</summary>
/// <param name="Day">Starts before it are the past of a provider; those on it are not.</param>
/// <param name="ComparesAll">
/// Whether providers are compared by all starts, as for a draft; else by those from the day on.
/// </param>
public sealed record FunnelBreak(DateOnly Day, bool ComparesAll);

/// <summary>The main providers of a line's trajectories compared with the line.</summary>
/// <param name="Followed">Those that could be followed for the line's duration.</param>
/// <param name="Measure">What is beyond the line.</param>
/// <param name="Line">
/// The volume of the line in the product's unit; null for <see cref="BeyondMeasure.Outlasting"/>.
/// </param>
/// <param name="Overdispersion">
/// How much more they spread than chance explains; null under two that can be compared.
/// </param>
/// <param name="Providers">
/// Those with at least one trajectory to compare that could be followed, in the order of their numbers.
/// </param>
public sealed record ProviderFunnel(
    Observed Followed,
    BeyondMeasure Measure,
    decimal? Line,
    Overdispersion? Overdispersion,
    IReadOnlyList<ProviderPoint> Providers)
{
    /// <summary>Volumes and durations of a line by provider; no volumes where the line is about care years.</summary>
    internal static IEnumerable<ProviderFunnel> OfLine(
        Observed followed, decimal volume, IReadOnlyList<string> providers, FrameworkSettings settings)
    {
        var line = new FollowedLine(followed, volume);
        var at = new FunnelBreak(new DateOnly(settings.BreakYear, 1, 1), ComparesAll: true);
        if (line.HasVolume)
            yield return Of(line, BeyondMeasure.VolumeWithin, providers, at);
        yield return Of(line, BeyondMeasure.Outlasting, providers, at);
    }

    /// <summary>The providers of a line by one measure.</summary>
    /// <param name="line">The trajectories that could be followed for its duration.</param>
    /// <param name="measure">What is beyond it.</param>
    /// <param name="providers">The names of providers by their numbers; empty for what has none.</param>
    /// <param name="at">Where the past of a provider ends.</param>
    internal static ProviderFunnel Of(
        FollowedLine line, BeyondMeasure measure, IReadOnlyList<string> providers, FunnelBreak at)
    {
        var counts = CountsOf(line, measure, at)
            .Where(count => IsKnown(providers[count.Provider]) && count.Compared.N > 0).ToList();
        var points = PointsOf([.. counts.Select(count => count.Compared)]);
        var spread = Overdispersion.Among([.. points.Select(point => point.Point).OfType<FunnelPoint>()]);
        var all = counts.Select((count, i) => PointOf(providers[count.Provider], count, points[i], spread));
        return new ProviderFunnel(
            line.Followed, measure, measure == BeyondMeasure.Outlasting ? null : line.Volume, spread, [.. all]);
    }

    /// <summary>
    /// The share of the cohort at the provider that has most of it, 0 to 1; null where no provider is known.
    /// </summary>
    internal static double? LargestShare(Group group, IReadOnlyList<string> providers)
    {
        var counts = new Dictionary<int, int>();
        foreach (var trajectory in group.Covariates)
        {
            if (IsKnown(providers[trajectory.Provider]))
                counts[trajectory.Provider] = counts.GetValueOrDefault(trajectory.Provider) + 1;
        }

        return counts.Count == 0 ? null : (double)counts.Values.Max() / group.Cohort;
    }

    // Declarations that do not name their provider are of nobody that could be compared.
    private static bool IsKnown(string provider) => provider.Length > 0;

    private static List<Counts> CountsOf(FollowedLine line, BeyondMeasure measure, FunnelBreak at)
    {
        var (followed, day) = (line.Followed, DayNumber.Of(at.Day));
        var byProvider = new SortedDictionary<int, Counts>();
        foreach (var place in followed.Places)
        {
            var provider = followed.Group.Covariates[place].Provider;
            if (!byProvider.TryGetValue(provider, out var counts))
                byProvider.Add(provider, counts = new Counts(provider, at.ComparesAll));
            counts.Add(followed.Group.Start[place] < day, line.IsBeyond(measure, place));
        }

        return [.. byProvider.Values];
    }

    // The sum of the others is the sum of all less one: not a new sum for each.
    private static List<(double? Target, FunnelPoint? Point)> PointsOf(IReadOnlyList<BeyondCount> counts)
    {
        var (beyond, n) = (counts.Sum(count => count.Beyond), counts.Sum(count => count.N));
        return [.. counts.Select(own =>
        {
            double? target = n == own.N ? null : (double)(beyond - own.Beyond) / (n - own.N);
            return (target, target is > 0 and < 1 ? new FunnelPoint(own.Beyond, own.N, target.Value) : null);
        })];
    }

    private static ProviderPoint PointOf(
        string name, Counts counts, (double? Target, FunnelPoint? Point) own, Overdispersion? spread)
    {
        var (target, point) = own;
        return new ProviderPoint(
            name,
            counts.Compared,
            target,
            point,
            point is null ? null : FunnelBand.AtTails(p => FunnelLimit.Interpolated(point.Target, point.N, p)),
            point is null || spread is null
                ? null
                : FunnelBand.AtTails(p => FunnelLimit.Arcsine(point.Target, point.N, p, spread.TauSquared)),
            counts.Before,
            counts.From,
            counts.Before.N == 0 || counts.From.N == 0 ? null : FisherExact.Test([counts.Before, counts.From]));
    }

    /// <summary>The running counts of one provider.</summary>
    private sealed class Counts(int provider, bool comparesAll)
    {
        private readonly long[] _n = new long[2];
        private readonly long[] _beyond = new long[2];

        internal int Provider => provider;

        internal BeyondCount Before => new(_beyond[0], _n[0]);

        internal BeyondCount From => new(_beyond[1], _n[1]);

        internal BeyondCount Compared => comparesAll ? new(_beyond[0] + _beyond[1], _n[0] + _n[1]) : From;

        internal void Add(bool isBefore, bool isBeyond)
        {
            var place = isBefore ? 0 : 1;
            _n[place]++;
            _beyond[place] += isBeyond ? 1 : 0;
        }
    }
}
