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

    /// <summary>Of each line its distributions; of products their subgroups; of all products the two percentiles.</summary>
    internal static IEnumerable<ChartFile> Of(SafeDraft draft, ChartContext context) =>
    [
        .. draft.Distributions.SelectMany(distributions => OfLine(distributions, context)),
        .. draft.Subgroups.SelectMany(subgroups => SubgroupCharts.Volume(subgroups, context), (subgroups, chart) => new ChartFile(
            new(NameOf(chart.Caption), [Figure.Trajectories, Figure.Volume, Figure.VolumeBox, Figure.PooledVolume], subgroups.Product.Code), BoxPainter.Paint(chart))),
        .. Pages(ComparisonCharts.Volume(draft.Lines, context), Figure.Volume, Figure.ComparedVolume),
        .. Pages(ComparisonCharts.Duration(draft.Lines, context), Figure.Duration, Figure.ComparedDuration),
    ];

    private static IEnumerable<ChartFile> OfLine(SafeDistributions line, ChartContext context)
    {
        var hasVolumes = line.Line is { Lower.Volume: not null, Upper.Volume: not null };
        var hasDurations = line.Line is { Lower.Duration: not null, Upper.Duration: not null };
        if (line.Volume is { } volume && LineCharts.Volume(volume, line.VolumeClassWidth, context) is var bars)
            yield return File(bars.Caption, HistogramPainter.Paint(bars), Figure.VolumeHistogram, Figure.Volume, Figure.ComparedVolume) with { IsMain = true };
        if (line.Duration is { } duration && LineCharts.Duration(duration, context) is var lengths)
            yield return File(lengths.Caption, HistogramPainter.Paint(lengths), Figure.DurationHistogram, Figure.Duration, Figure.ComparedDuration) with { IsMain = true };
        if (line.VolumeCurve is { } volumes && CurveCharts.Volume(volumes, context) is var curve)
            yield return File(curve.Caption, CurvePainter.Paint(curve), [Figure.VolumeCurve, Figure.Volume, Figure.ComparedVolume, .. Both(hasVolumes, Figure.LowerVolume, Figure.UpperVolume)]);
        if (line.DurationCurve is { } durations && CurveCharts.Duration(durations, context) is var steps)
            yield return File(steps.Caption, CurvePainter.Paint(steps), [Figure.DurationCurve, Figure.Duration, Figure.ComparedDuration, .. Both(hasDurations, Figure.LowerDuration, Figure.UpperDuration)]);

        ChartFile File(ChartCaption caption, SvgDrawing painted, params IReadOnlyList<Figure> figures) =>
            new(new(NameOf(caption), [Figure.Trajectories, .. figures], line.Line.Product.Code, line.Line.SubgroupId), painted);
    }

    /// <summary>An interval stands below its curve when both limits may be shown.</summary>
    private static Figure[] Both(bool isShown, Figure lower, Figure upper) => isShown ? [lower, upper] : [];

    private static IEnumerable<ChartFile> Pages(DumbbellChart? chart, params IReadOnlyList<Figure> figures) => chart is null
        ? []
        : chart.Pages().Zip(DumbbellPainter.Paint(chart), (page, painted) => new ChartFile(new(NameOf(page.Caption), figures), painted, IsMain: true));

    private static string NameOf(ChartCaption caption) => Folder + caption.Id + ".svg";
}
