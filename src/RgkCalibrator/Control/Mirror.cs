using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Control;

/// <summary>One line in the mirror of a provider.</summary>
/// <param name="Line">The adopted line; of the trajectories behind it only those of the provider are told.</param>
/// <param name="Own">The provider's own figures.</param>
/// <param name="Region">What it may know of all other providers together; null: nothing.</param>
public sealed record MirrorLine(ControlledLine Line, ControlledProvider Own, SafeRegion? Region)
{
    /// <summary>
    /// Whether the provider's own share stands out above that of the others, by what it may know of them; null where
    /// it may not know that.
    /// </summary>
    public bool? StandsOut(BeyondMeasure measure)
    {
        var own = Own.Points().Where(one => one.Measure == measure).Select(one => one.Point).FirstOrDefault();
        return own is null ? null : Region?.StandsOut(measure, own.Beyond.Beyond, own.Beyond.N);
    }
}

/// <summary>
/// What a provider is told: its own figures, and those of all other providers together as far as none of these follows
/// (<em>spiegelinformatie</em>).
/// </summary>
/// <param name="Provider">Its id as in the declarations.</param>
/// <param name="Lines">The lines of which it has trajectories that count, in the order of the catalogue.</param>
public sealed record Mirror(string Provider, IReadOnlyList<MirrorLine> Lines)
{
    /// <summary>
    /// All lines together on which the share of the others may be told; null where there is none.
    /// </summary>
    public MirrorTotal? Together(BeyondMeasure measure)
    {
        var told = Lines.Where(line => line.Region?.Of(measure) is { IsBand: false })
            .Select(line => (
                Own: line.Own.Points().First(one => one.Measure == measure).Point.Beyond,
                Share: line.Region!.Of(measure)!.Value))
            .ToList();
        return told.Count == 0 ? null : new MirrorTotal(
            told.Sum(line => line.Own.Beyond), told.Sum(line => line.Own.N),
            told.Sum(line => line.Own.N * line.Share));
    }

    /// <summary>The mirrors of all providers with trajectories that count, in ordinal order.</summary>
    internal static IReadOnlyList<Mirror> Of(IReadOnlyList<ControlledLine> lines, DisclosureProfile profile)
    {
        return
        [
            .. lines.SelectMany(line => line.Providers, (line, own) => (Line: line, Own: own))
                .GroupBy(one => one.Own.Provider).OrderBy(one => one.Key, StringComparer.Ordinal)
                .AsParallel().AsOrdered()
                .Select(one => new Mirror(
                    one.Key, [.. one.Select(part => new MirrorLine(part.Line, part.Own, Region(part.Line, one.Key)))])),
        ];

        SafeRegion? Region(ControlledLine line, string provider) => SafeRegion.Beside(
            line.Since, line.ProviderNumbers[provider], line.Unnamed,
            line.Funnels.ToDictionary(funnel => funnel.Measure, funnel => funnel.Overdispersion?.TauSquared ?? 0),
            profile);
    }
}

/// <summary>
/// Lines of a provider together, beside what is expected by the shares of the others that it may know.
/// </summary>
/// <param name="Beyond">Its trajectories beyond the line.</param>
/// <param name="N">Its trajectories.</param>
/// <param name="Expected">How many would go beyond if it had the share of the others on each line.</param>
public sealed record MirrorTotal(long Beyond, long N, double Expected)
{
    /// <summary>Whether so many are expected by chance alone at most once in a thousand times.</summary>
    public bool StandsOut => Expected > 0 && Expected < N
        && new FunnelPoint(Beyond, N, Expected / N).Flag(Signals.Confidence) == FunnelSide.Above;
}
