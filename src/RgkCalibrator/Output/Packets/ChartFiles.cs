using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.Packets;

/// <summary>A painted chart and the file that it goes to.</summary>
/// <param name="File">Its name ends in <c>.svg</c>.</param>
/// <param name="Painted">The drawing.</param>
/// <param name="Title">What the chart says.</param>
/// <param name="IsMain">Whether it is one of <see cref="PngCharts.Main"/>.</param>
internal sealed record ChartFile(ReleasedFile File, SvgDrawing Painted, string Title, bool IsMain = false);

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

        ChartFile File(ChartCaption caption, SvgDrawing painted, Figure[] figures, bool isMain = false) =>
            new(new(NameOf(caption), figures, line.Product.Code, line.SubgroupId), painted, caption.Title, isMain);
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
        Figure[] figures = [Figure.Trajectories, Figure.Volume, Figure.VolumeBox, Figure.PooledVolume];
        return SubgroupCharts.Volume(subgroups, context).Select(chart =>
            new ChartFile(
                new(NameOf(chart.Caption), figures, subgroups.Product.Code), BoxPainter.Paint(chart),
                chart.Caption.Title));
    }

    private static IEnumerable<ChartFile> Pages(DumbbellChart? chart, params Figure[] figures) => chart is null
        ? []
        : chart.Pages().Zip(DumbbellPainter.Paint(chart), (page, painted) =>
            new ChartFile(new(NameOf(page.Caption), figures), painted, page.Caption.Title, IsMain: true));

    private static string NameOf(ChartCaption caption) => Folder + caption.Id + ".svg";
}
