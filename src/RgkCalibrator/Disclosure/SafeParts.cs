using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Disclosure;

/// <summary>A part of the trajectories of a line, as it may be shown.</summary>
public sealed record SafePart
{
    internal SafePart(string name, long trajectories, long above, double confidence)
    {
        (Name, Trajectories, Above) = (name, trajectories, Math.Min(above, trajectories));
        // Of the counts as they are shown: exact limits of the real ones would tell these.
        var interval = ShareInterval.FromCounts(Above, Trajectories, confidence);
        (Lower, Upper) = (interval.Lower, interval.Upper);
    }

    /// <summary>The year, or a number in place of the provider's name; empty for all others together.</summary>
    public string Name { get; }

    /// <summary>How many could be followed for the duration of the line, rounded.</summary>
    public long Trajectories { get; }

    /// <summary>How many of them lie above the volume of the line, rounded.</summary>
    public long Above { get; }

    /// <summary>The share above, 0 to 1.</summary>
    public double Share => (double)Above / Trajectories;

    /// <summary>The lower limit of the share, computed from the rounded counts.</summary>
    public double Lower { get; }

    /// <summary>The upper limit of the share, computed likewise.</summary>
    public double Upper { get; }
}

/// <summary>The parts of the trajectories of a line beside each other, as they may be shown.</summary>
public sealed record SafeParts
{
    private const int LimitPoints = 60;

    private SafeParts(PartFactor factor, IReadOnlyList<SafePart> parts) =>
        (Factor, Parts, TauSquared) = (factor, parts, SpreadOf(parts));

    /// <summary>By what they are parted.</summary>
    public PartFactor Factor { get; }

    /// <summary>The years in their order, or the largest provider first; all others together stand last.</summary>
    public IReadOnlyList<SafePart> Parts { get; }

    /// <summary>The share above the line of all parts together, 0 to 1.</summary>
    public double Share => (double)Parts.Sum(part => part.Above) / Parts.Sum(part => part.Trajectories);

    /// <summary>
    /// The variance between parts that chance does not explain, of the counts as they are shown, as in
    /// <see cref="Overdispersion"/>; 0: <see cref="WidenedLimit"/> is about <see cref="Limit"/>. Null in a release that
    /// was written before this was told.
    /// </summary>
    public double? TauSquared { get; }

    /// <summary>
    /// The share under which a part p of such parts would stay if chance alone differed, from the smallest to the
    /// largest of them: <see cref="FunnelLimit.Interpolated"/> of what is shown.
    /// </summary>
    public IReadOnlyList<(double Trajectories, double Share)> Limit(double p) =>
        Curve(n => FunnelLimit.Interpolated(Share, n, p));

    /// <summary>
    /// The same where they also spread as much as these do: <see cref="FunnelLimit.Arcsine"/> with the
    /// <see cref="Overdispersion"/> of what is shown.
    /// </summary>
    public IReadOnlyList<(double Trajectories, double Share)> WidenedLimit(double p) =>
        Curve(n => FunnelLimit.Arcsine(Share, n, p, TauSquared ?? 0));

    /// <summary>Whether a share lies under the limit at a tail, or over the one at the other side.</summary>
    public bool IsOutside(SafePart part, double tail) =>
        part.Share < FunnelLimit.Interpolated(Share, part.Trajectories, tail)
            || part.Share > FunnelLimit.Interpolated(Share, part.Trajectories, 1 - tail);

    /// <summary>The same of the widened limits.</summary>
    public bool IsOutsideWidened(SafePart part, double tail) =>
        part.Share < FunnelLimit.Arcsine(Share, part.Trajectories, tail, TauSquared ?? 0)
            || part.Share > FunnelLimit.Arcsine(Share, part.Trajectories, 1 - tail, TauSquared ?? 0);

    private List<(double Trajectories, double Share)> Curve(Func<long, double> shareAt)
    {
        var (least, most) = (Parts.Min(part => part.Trajectories), Parts.Max(part => part.Trajectories));
        return
        [
            .. Enumerable.Range(0, LimitPoints + 1).Select(i => least + ((most - least) * i / LimitPoints)).Distinct()
                .Select(n => ((double)n, shareAt(n))),
        ];
    }

    /// <summary>
    /// The parts of a line; null where fewer than two may stand beside each other, or where the share within its volume
    /// is not shown, or is of care years.
    /// </summary>
    internal static SafeParts? From(DraftLine draft, SafeLine line, PartFactor factor, DisclosureProfile profile)
    {
        if (line is not { IsPerCareYear: false, WithinVolume.IsBand: false })
            return null;
        var cells = PartCells.Of(draft, factor, profile);
        if (cells.Count == 0)
            return null;
        var held = new FollowedLine(draft.Followed!, draft.Chosen.Volume!.Value);
        return Of(cells, held, factor, draft.Chosen.Volume.Estimate.Confidence, profile);
    }

    /// <summary>
    /// The providers of trajectories that are held against a line; null where fewer than two may stand beside each
    /// other, or its volume is not of trajectories.
    /// </summary>
    internal static SafeParts? OfProviders(
        FollowedLine line, IReadOnlySet<int> unnamed, double confidence, DisclosureProfile profile)
    {
        var cells = line.HasVolume ? PartCells.OfProviders(line, unnamed, profile) : [];
        return cells.Count == 0 ? null : Of(cells, line, PartFactor.Provider, confidence, profile);
    }

    private static SafeParts Of(
        IReadOnlyList<PartCell> cells, FollowedLine line, PartFactor factor, double confidence,
        DisclosureProfile profile)
    {
        return new SafeParts(factor, [.. cells.Select((cell, i) => new SafePart(
            NameOf(cell, i), profile.Rounded(cell.Places.Count), profile.Rounded(PartCells.Above(cell, line)),
            confidence))]);

        string NameOf(PartCell cell, int place) => cell.Key == PartCells.Rest ? string.Empty
            : factor == PartFactor.StartYear ? cell.Key
            : Numbers.Whole(place + 1);
    }

    // Those that stand together are no provider: they say nothing of how providers spread.
    private static double SpreadOf(IReadOnlyList<SafePart> parts) => Overdispersion.Among(
    [
        .. parts.Where(part => part.Name.Length > 0).Select(part => (Part: part, Target: ShareWithout(part, parts)))
            .Where(one => one.Target is > 0 and < 1)
            .Select(one => new FunnelPoint(one.Part.Above, one.Part.Trajectories, one.Target)),
    ])?.TauSquared ?? 0;

    private static double ShareWithout(SafePart part, IReadOnlyList<SafePart> parts)
    {
        var others = parts.Where(other => other != part).ToList();
        return (double)others.Sum(other => other.Above) / others.Sum(other => other.Trajectories);
    }
}
