using RgkCalibrator.Framework;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure;

/// <summary>The distributions of a line, as they may be shown.</summary>
public sealed record SafeDistributions
{
    private static readonly Figure[] OfYears = [Figure.YearShares, Figure.YearPercentiles];

    private SafeDistributions(SafeLine line, decimal volumeClassWidth) =>
        (Line, VolumeClassWidth) = (line, volumeClassWidth);

    /// <summary>The line they belong to.</summary>
    public SafeLine Line { get; private init; }

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

    /// <summary>The share above the line by start year; null when it is not shown.</summary>
    public SafeParts? Years { get; private init; }

    /// <summary>The percentile of the volume by start year; null when it is not shown.</summary>
    public SafeYears? YearPercentiles { get; private init; }

    /// <summary>The share above the line by provider; null when it is not shown.</summary>
    public SafeParts? Providers { get; private init; }

    /// <summary>The intensity in the course of trajectories; null when it is not shown.</summary>
    public SafeCourse? Course { get; private init; }

    /// <summary>The distributions of a line. Null when the line itself is not shown.</summary>
    public static SafeDistributions? From(DraftLine draft, SafeLine line, DisclosureProfile profile)
    {
        if (line is not { Withheld: null, Chosen: { Volume: { } volume and not 0, Duration: not null } })
            return null;
        var safe = new SafeDistributions(line, HistogramClasses.WidthOf(volume));
        var shown = OfDuration(OfVolume(safe, draft, volume, profile), draft, profile);
        var years = SafeParts.From(draft, line, PartFactor.StartYear, profile);
        return shown with
        {
            Years = years,
            YearPercentiles = years is null ? null : SafeYears.From(draft, shown.VolumePoints(draft, profile), profile),
            Providers = SafeParts.From(draft, line, PartFactor.Provider, profile),
            Course = SafeCourse.From(draft, line, profile),
        };
    }

    /// <summary>The same beside a line of which other figures are left out, or that is read anew.</summary>
    internal SafeDistributions Of(SafeLine line) => this with
    {
        Line = line,
        Volume = Volume?.Of(line),
        Duration = Duration?.Of(line),
        VolumeCurve = VolumeCurve?.Of(line),
        DurationCurve = DurationCurve?.Of(line),
    };

    /// <summary>The same without some of its figures.</summary>
    internal SafeDistributions Without(IReadOnlyCollection<Figure> figures) => this with
    {
        Volume = figures.Contains(Figure.VolumeHistogram) ? null : Volume,
        Duration = figures.Contains(Figure.DurationHistogram) ? null : Duration,
        VolumeCurve = figures.Contains(Figure.VolumeCurve) ? null : VolumeCurve,
        DurationCurve = figures.Contains(Figure.DurationCurve) ? null : DurationCurve,
        VolumeBox = figures.Contains(Figure.VolumeBox) ? null : VolumeBox,
        Years = figures.Contains(Figure.YearShares) ? null : Years,
        // Of whom a year's percentile is, the shares tell.
        YearPercentiles = figures.Any(OfYears.Contains) ? null : YearPercentiles,
        Providers = figures.Contains(Figure.ProviderShares) ? null : Providers,
        Course = figures.Contains(Figure.Course) ? null : Course,
    };

    private static SafeDistributions OfVolume(
        SafeDistributions safe, DraftLine draft, decimal limit, DisclosureProfile profile)
    {
        var (product, line, known) = (draft.Group.Product, safe.Line, draft.Volumes!);
        // A shared volume is a percentile of more trajectories than these.
        SafePoint[] own = line.SharesVolume ? [] :
        [
            .. new[] { line.Chosen, line.Compared }.Where(one => one.Volume is not null)
                .Select(one => new SafePoint((double)one.Volume!.Value, one.Percentage)),
        ];
        var ofLine = VolumesOf(line).ToList();
        var edges = new HistogramEdges(HistogramClasses.OfVolume(limit), (double)limit);
        var (histogram, curve, box) = Shown(line, known, known.Units(), own, ofLine, edges, OnStep, profile);
        return safe with { Volume = histogram, VolumeCurve = curve, VolumeBox = box };

        double? OnStep(double value) => (double)VolumeRounding.Up((decimal)value, product.VolumeStep);
    }

    private static IEnumerable<double> VolumesOf(SafeLine line) => new[]
    {
        line.Chosen.Volume, line.Compared.Volume, line.Other?.Volume, line.Lower?.Volume, line.Upper?.Volume,
    }.OfType<decimal>().Select(volume => (double)volume);

    /// <summary>All that is told of the volumes, beside which another value may stand.</summary>
    private SafePoints VolumePoints(DraftLine draft, DisclosureProfile profile)
    {
        var points = new SafePoints(new KnownValues(draft.Volumes!, draft.Volumes!.Units()), profile);
        double[] told =
        [
            .. VolumesOf(Line), .. (VolumeCurve?.Points ?? []).Select(point => point.Value),
            .. (Volume?.Bins ?? []).Select(bin => bin.To).OfType<double>(),
        ];
        foreach (var value in told)
            points.Show(value);
        return points;
    }

    private static SafeDistributions OfDuration(SafeDistributions safe, DraftLine draft, DisclosureProfile profile)
    {
        var (group, line, step) = (draft.Group, safe.Line, draft.Chosen.Duration!.Index);
        var (lengths, edges) = HistogramClasses.OfDuration(group, step);
        // Beyond the longest allowed duration the line is no percentile, and a shared one is that of more trajectories.
        SafePoint[] own = line.IsBeyondLongest || line.SharesDuration
            ? []
            : [new SafePoint(edges[step], line.Chosen.Percentage)];
        DurationStep?[] shown =
        [
            line.Chosen.Duration, line.Compared.Duration, line.Other?.Duration, line.Lower?.Duration,
            line.Upper?.Duration,
        ];
        var ofLine = shown.OfType<DurationStep>().Select(one => edges[PlaceOf(one)]).ToList();
        var (histogram, curve, _) = Shown(
            line, Observed.Volumes(group, draft.Estimator), lengths, own, ofLine,
            new HistogramEdges(edges, edges[step]), OnStep, profile);
        return safe with { Duration = histogram, DurationCurve = curve };

        int PlaceOf(DurationStep duration) => group.Product.AllowedDurations.TakeWhile(one => one != duration).Count();

        double? OnStep(double value) => edges.Any(edge => edge >= value) ? edges.First(edge => edge >= value) : null;
    }

    /// <summary>
    /// All that is shown of one distribution beside the figures of the line, in this order: what a box needs, the
    /// classes of the histogram, the other points of the curve.
    /// </summary>
    private static (SafeHistogram? Histogram, SafeCurve? Curve, SafeBox? Box) Shown(
        SafeLine line, Observed known, double[] values, SafePoint[] own, List<double> ofLine, HistogramEdges edges,
        Func<double, double?> onStep, DisclosureProfile profile)
    {
        var sorted = new KnownValues(known, values);
        var candidates = SafeCurve.Candidates(sorted, onStep, profile).ToList();
        var together = OfLine();
        foreach (var point in candidates.Where(point => SafeCurve.IsOfBox(point.Percentage)))
            _ = together.Add(point.Value);
        var histogram = SafeHistogram.From(
            line, known, values, edges, profile.HoldsTogether ? together : new SafePoints(sorted, profile), profile);
        var curve = SafeCurve.From(line, own, candidates, profile.HoldsTogether ? together : OfLine());
        return (histogram, curve, SafeBox.From(curve, candidates, [.. own.Select(point => point.Value)]));

        SafePoints OfLine()
        {
            var points = new SafePoints(sorted, profile);
            ofLine.ForEach(points.Show);
            return points;
        }
    }
}
