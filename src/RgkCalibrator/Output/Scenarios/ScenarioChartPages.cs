using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>The files of a chart of scenarios; none where there is no chart.</summary>
internal static class ScenarioChartPages
{
    internal static IEnumerable<ChartFile> Of(ScenarioChart? chart, params Figure[] figures) => chart is null
        ? []
        : Files(ScenarioLayout.Pages(chart), ScenarioPainter.Paint(chart), figures);

    internal static IEnumerable<ChartFile> Of(ScenarioBars? chart, params Figure[] figures) => chart is null
        ? []
        : Files(ScenarioBarsPainter.Pages(chart), ScenarioBarsPainter.Paint(chart), figures);

    internal static IEnumerable<ChartFile> Of(DumbbellChart? chart, params Figure[] figures) => chart is null
        ? []
        : Files(chart.Pages(), DumbbellPainter.Paint(chart), figures);

    private static IEnumerable<ChartFile> Files(
        IReadOnlyList<ChartModel> pages, IReadOnlyList<SvgDrawing> painted, Figure[] figures) =>
        pages.Zip(painted, (page, drawing) => new ChartFile(
            new($"grafieken/{page.Caption.Id}.svg", figures), drawing, page.Caption.Title, IsMain: true));
}
