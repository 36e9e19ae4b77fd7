using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.Packets;

/// <summary>A painted chart and the file that it goes to.</summary>
/// <param name="File">Its name ends in <c>.svg</c>.</param>
/// <param name="Painted">The drawing.</param>
/// <param name="IsMain">Whether it is one of <see cref="PngCharts.Main"/>.</param>
internal sealed record ChartFile(ReleasedFile File, SvgDrawing Painted, bool IsMain = false);

/// <summary>All charts of a draft.</summary>
internal static class ChartFiles
{
    private const string Folder = "grafieken/";

    /// <summary>
    /// The distributions of each line, the subgroups of products, and the two percentiles of all products.
    /// </summary>
    internal static IEnumerable<ChartFile> For(SafeDraft draft, ChartContext context) =>
    [
        .. draft.Distributions.SelectMany(distributions => OfLine(distributions, context)),
        .. draft.Subgroups.SelectMany(subgroups => OfSubgroups(subgroups, context)),
        .. Pages(ComparisonCharts.Volume(draft.Lines, context), Figure.Volume, Figure.ComparedVolume),
        .. Pages(ComparisonCharts.Duration(draft.Lines, context), Figure.Duration, Figure.ComparedDuration),
        .. Pages(ComparisonCharts.CurrentVolume(draft.Lines, context), Figure.Volume, Figure.Duration),
        .. Pages(ComparisonCharts.CurrentDuration(draft.Lines, context), Figure.Duration),
    ];

    private static IEnumerable<ChartFile> OfLine(SafeDistributions shown, ChartContext context)
    {
        var line = shown.Line;
        Figure[] volumes = [Figure.Trajectories, Figure.Volume, Figure.ComparedVolume];
        Figure[] durations = [Figure.Trajectories, Figure.Duration, Figure.ComparedDuration];
        if (shown.Volume is { } volume && HistogramCharts.Volume(volume, shown.VolumeClassWidth, context) is var bars)
            yield return File(bars.Caption, HistogramPainter.Paint(bars), [.. volumes, Figure.VolumeHistogram], true);
        if (shown.Duration is { } duration && HistogramCharts.Duration(duration, context) is var bins)
        {
            yield return File(
                bins.Caption, HistogramPainter.Paint(bins), [.. durations, Figure.DurationHistogram], true);
        }

        if (shown.VolumeCurve is { } volumeCurve && CurveCharts.Volume(volumeCurve, context) is var curve)
        {
            Figure[] figures = [.. volumes, Figure.VolumeCurve, .. VolumeLimits(line)];
            yield return File(curve.Caption, CurvePainter.Paint(curve), figures);
        }

        if (shown.DurationCurve is { } durationCurve && CurveCharts.Duration(durationCurve, context) is var steps)
        {
            Figure[] figures = [.. durations, Figure.DurationCurve, .. DurationLimits(line)];
            yield return File(steps.Caption, CurvePainter.Paint(steps), figures);
        }

        if (JointCharts.Of(shown, context) is { } joint)
        {
            Figure[] figures =
            [
                Figure.Trajectories, Figure.Volume, Figure.Duration, Figure.WithinDuration, Figure.WithinVolume,
                Figure.WithinBoth, Figure.VolumeHistogram, Figure.DurationHistogram,
            ];
            yield return File(joint.Caption, JointPainter.Paint(joint), figures);
        }

        if (shown.Years is { } years && PartCharts.Years(line, years, context) is var byYear)
        {
            yield return File(
                byYear.Caption, SharePainter.Paint(byYear), [Figure.Trajectories, Figure.Volume, Figure.YearShares]);
        }

        if (shown.Providers is { } providers && PartCharts.Providers(line, providers, context) is var byProvider)
        {
            Figure[] figures = [Figure.Trajectories, Figure.Volume, Figure.ProviderShares];
            yield return File(byProvider.Caption, SharePainter.Paint(byProvider), figures);
        }

        ChartFile File(ChartCaption caption, SvgDrawing painted, Figure[] figures, bool isMain = false) =>
            new(new(NameOf(caption), figures, line.Product.Code, line.SubgroupId), painted, isMain);
    }

    // An interval stands below its curve when both limits may be shown.
    private static Figure[] VolumeLimits(SafeLine line) =>
        line is { Lower.Volume: not null, Upper.Volume: not null } ? [Figure.LowerVolume, Figure.UpperVolume] : [];

    private static Figure[] DurationLimits(SafeLine line) =>
        line is { Lower.Duration: not null, Upper.Duration: not null }
            ? [Figure.LowerDuration, Figure.UpperDuration]
            : [];

    private static IEnumerable<ChartFile> OfSubgroups(SafeSubgroups subgroups, ChartContext context)
    {
        Figure[] figures = [Figure.Trajectories, Figure.Volume, Figure.PooledVolume];
        Figure[] limits = [.. figures, Figure.LowerVolume, Figure.UpperVolume];
        return
        [
            .. SubgroupCharts.Volume(subgroups, context).Select(chart => File(chart, [.. figures, Figure.VolumeBox])),
            .. SubgroupCharts.Intervals(subgroups, context).Select(chart => File(chart, limits)),
        ];

        ChartFile File(BoxChart chart, Figure[] shown) =>
            new(new(NameOf(chart.Caption), shown, subgroups.Product.Code), BoxPainter.Paint(chart));
    }

    private static IEnumerable<ChartFile> Pages(DumbbellChart? chart, params Figure[] figures) => chart is null
        ? []
        : chart.Pages().Zip(DumbbellPainter.Paint(chart), (page, painted) =>
            new ChartFile(new(NameOf(page.Caption), figures), painted, IsMain: true));

    private static string NameOf(ChartCaption caption) => Folder + caption.Id + ".svg";
}
