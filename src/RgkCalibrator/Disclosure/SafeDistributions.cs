using RgkCalibrator.Framework;

namespace RgkCalibrator.Disclosure;

/// <summary>The distributions of a line, as they may be shown.</summary>
public sealed record SafeDistributions
{
    private SafeDistributions(SafeLine line, decimal volumeClassWidth) =>
        (Line, VolumeClassWidth) = (line, volumeClassWidth);

    /// <summary>The line they belong to.</summary>
    public SafeLine Line { get; }

    /// <summary>The volume within the proposed duration, in units; null when it is not shown.</summary>
    public SafeHistogram? Volume { get; private init; }

    /// <summary>The commonest width of the classes of the volume, in units.</summary>
    public decimal VolumeClassWidth { get; }

    /// <summary>
    /// The duration, on the axis of <see cref="HistogramClasses.OfDuration"/>; null when it is not shown.
    /// </summary>
    public SafeHistogram? Duration { get; private init; }

    /// <summary>The volume within the proposed duration as percentiles, in units; null when it is not shown.</summary>
    public SafeCurve? VolumeCurve { get; private init; }

    /// <summary>
    /// The duration as percentiles, on the axis of <see cref="Duration"/>; null when it is not shown.
    /// </summary>
    public SafeCurve? DurationCurve { get; private init; }

    /// <summary>The volume within the proposed duration as a box; null when it is not shown.</summary>
    public SafeBox? VolumeBox { get; private init; }

    /// <summary>The distributions of a line. Null when the line itself is not shown.</summary>
    public static SafeDistributions? From(DraftLine draft, SafeLine line, DisclosureProfile profile)
    {
        if (line is not { Withheld: null, Chosen: { Volume: { } volume and not 0, Duration: not null } })
            return null;
        var safe = new SafeDistributions(line, HistogramClasses.WidthOf(volume));
        return OfDuration(OfVolume(safe, draft, volume, profile), draft, profile);
    }

    private static SafeDistributions OfVolume(
        SafeDistributions safe, DraftLine draft, decimal limit, DisclosureProfile profile)
    {
        var (product, line) = (draft.Group.Product, safe.Line);
        var known = draft.Volumes!;
        var units = known.Units();
        var values = new KnownValues(known, units);
        var points = new[] { line.Chosen, line.Compared }.Where(one => one.Volume is not null)
            .Select(one => new SafePoint((double)one.Volume!.Value, one.Percentage)).ToList();
        double[] others = line.Other?.Volume is { } other ? [(double)other] : [];
        // A shared volume is a percentile of more trajectories than these.
        var shown = new ShownValues(
            line.SharesVolume ? [] : points, [.. points.Select(point => point.Value), .. others]);
        var curve = SafeCurve.From(line, values, shown, OnStep, profile);
        return safe with
        {
            Volume = SafeHistogram.From(
                line, known, units, new HistogramEdges(HistogramClasses.OfVolume(limit), (double)limit), profile),
            VolumeCurve = curve,
            VolumeBox = SafeBox.From(curve, values, OnStep, profile),
        };

        double? OnStep(double value) => (double)VolumeRounding.Up((decimal)value, product.VolumeStep);
    }

    private static SafeDistributions OfDuration(SafeDistributions safe, DraftLine draft, DisclosureProfile profile)
    {
        var (group, line, step) = (draft.Group, safe.Line, draft.Chosen.Duration!.Index);
        var (lengths, edges) = HistogramClasses.OfDuration(group, step);
        var known = Observed.Volumes(group, draft.Estimator);
        // Beyond the longest allowed duration the line is no percentile, and a shared one is that of more trajectories.
        SafePoint[] points = line.IsBeyondLongest || line.SharesDuration
            ? []
            : [new SafePoint(edges[step], line.Chosen.Percentage)];
        var shown = new ShownValues(points, [edges[step]]);
        return safe with
        {
            Duration = SafeHistogram.From(line, known, lengths, new HistogramEdges(edges, edges[step]), profile),
            DurationCurve = SafeCurve.From(line, new KnownValues(known, lengths), shown, OnStep, profile),
        };

        double? OnStep(double value) => edges.Any(edge => edge >= value) ? edges.First(edge => edge >= value) : null;
    }
}
