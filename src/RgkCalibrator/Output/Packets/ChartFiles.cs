using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.Packets;

/// <summary>A painted chart and the file that it goes to.</summary>
/// <param name="File">Its name ends in <c>.svg</c>.</param>
/// <param name="Painted">The drawing.</param>
/// <param name="Title">What the chart says.</param>
/// <param name="IsMain">Whether it is one of <see cref="PngCharts.Main"/>.</param>
internal sealed record ChartFile(ReleasedFile File, SvgDrawing Painted, string Title, bool IsMain = false)
{
    /// <summary>Whether it stands in the report too: overviews do, and the charts that its slider moves.</summary>
    internal bool IsInReport { get; init; } = true;
}

/// <summary>All charts of a draft.</summary>
internal static class ChartFiles
{
    private const string Folder = "grafieken/";

    /// <summary>
    /// Of each line its distributions, of each product its subgroups, and of all lines the two percentiles and the
    /// framework in force beside the proposal.
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

    private static IEnumerable<ChartFile> OfLine(SafeDistributions shown, ChartContext context) =>
    [
        .. OfVolume(shown, context), .. OfDuration(shown, context),
        .. OfShares(shown, context).Select(chart => chart with { IsInReport = false }),
    ];

    private static IEnumerable<ChartFile> OfVolume(SafeDistributions shown, ChartContext context)
    {
        Figure[] figures = [Figure.Trajectories, Figure.Volume, Figure.ComparedVolume];
        if (shown.Volume is { } volume)
        {
            var chart = HistogramCharts.Volume(volume, shown.VolumeClassWidth, context);
            yield return File(
                shown, chart, HistogramPainter.Paint(chart), [.. figures, Figure.VolumeHistogram], isMain: true);
        }

        if (shown.VolumeCurve is { } curve)
        {
            var chart = CurveCharts.Volume(curve, context);
            yield return File(
                shown, chart, CurvePainter.Paint(chart),
                [.. figures, Figure.VolumeCurve, .. VolumeLimits(shown.Line)]);
        }
    }

    private static IEnumerable<ChartFile> OfDuration(SafeDistributions shown, ChartContext context)
    {
        Figure[] figures = [Figure.Trajectories, Figure.Duration, Figure.ComparedDuration];
        if (shown.Duration is { } duration)
        {
            var chart = HistogramCharts.Duration(duration, context);
            yield return File(
                shown, chart, HistogramPainter.Paint(chart), [.. figures, Figure.DurationHistogram], isMain: true);
        }

        if (shown.DurationCurve is { } curve)
        {
            var chart = CurveCharts.Duration(curve, context);
            yield return File(
                shown, chart, CurvePainter.Paint(chart),
                [.. figures, Figure.DurationCurve, .. DurationLimits(shown.Line)]);
        }
    }

    private static IEnumerable<ChartFile> OfShares(SafeDistributions shown, ChartContext context)
    {
        Figure[] figures = [Figure.Trajectories, Figure.Volume];
        if (JointCharts.Of(shown, context) is { } joint)
        {
            yield return File(
                shown, joint, JointPainter.Paint(joint),
                [
                    .. figures, Figure.Duration, Figure.WithinDuration, Figure.WithinVolume, Figure.WithinBoth,
                    Figure.VolumeHistogram, Figure.DurationHistogram,
                ]);
        }

        if (shown.Course is { } course)
        {
            var chart = CourseCharts.Of(shown.Line, course, context);
            yield return File(
                shown, chart, CoursePainter.Paint(chart), [.. figures, Figure.Duration, Figure.Course]);
        }

        if (shown.Years is { } years)
        {
            var chart = PartCharts.Years(shown.Line, years, context);
            yield return File(shown, chart, SharePainter.Paint(chart), [.. figures, Figure.YearShares]);
        }

        if (shown.YearPercentiles is { } percentiles)
        {
            var chart = YearCharts.Of(shown.Line, percentiles, context);
            yield return File(shown, chart, YearPainter.Paint(chart), [.. figures, Figure.YearPercentiles]);
        }

        if (shown.Providers is { } providers)
        {
            var chart = PartCharts.Providers(shown.Line, providers, context);
            yield return File(shown, chart, SharePainter.Paint(chart), [.. figures, Figure.ProviderShares]);
        }
    }

    private static ChartFile File(
        SafeDistributions shown, ChartModel chart, SvgDrawing painted, Figure[] figures, bool isMain = false) => new(
            new(NameOf(chart.Caption), figures, shown.Line.Product.Code, shown.Line.SubgroupId), painted,
            chart.Caption.Title, isMain);

    // An interval is told with its curve when both limits may be shown.
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
            .. SubgroupCharts.Intervals(subgroups, context)
                .Select(chart => File(chart, limits) with { IsInReport = false }),
        ];

        ChartFile File(BoxChart chart, Figure[] shown) => new(
            new(NameOf(chart.Caption), shown, subgroups.Product.Code), BoxPainter.Paint(chart), chart.Caption.Title);
    }

    private static IEnumerable<ChartFile> Pages(DumbbellChart? chart, params Figure[] figures) => chart is null
        ? []
        : chart.Pages().Zip(DumbbellPainter.Paint(chart), (page, painted) =>
            new ChartFile(new(NameOf(page.Caption), figures), painted, page.Caption.Title, IsMain: true));

    private static string NameOf(ChartCaption caption) => Folder + caption.Id + ".svg";
}
