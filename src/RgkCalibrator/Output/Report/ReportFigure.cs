using System.Xml.Linq;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.Report;

/// <summary>A chart with its numbers beside it.</summary>
/// <param name="Caption">What the chart says in words.</param>
/// <param name="Drawing">The chart, as <see cref="CompactDrawing"/> gives it.</param>
/// <param name="Table">The numbers.</param>
internal sealed record ReportFigure(ChartCaption Caption, XElement Drawing, ChartTable Table)
{
    /// <summary>What the chart measures, where a line of it can be moved.</summary>
    internal MovedLine? Moved { get; private init; }

    /// <summary>The percentiles that a line can be moved to; they stand in place of the table.</summary>
    internal IReadOnlyList<ShownPercentile> Percentiles { get; private init; } = [];

    /// <summary>A histogram of a line.</summary>
    internal static ReportFigure Of(HistogramChart chart, LineMeasure measure) =>
        new(chart.Caption, CompactDrawing.Of(HistogramPainter.Paint(chart)), chart.Table)
        {
            Moved = new(measure, new HistogramLayout(chart).Area),
        };

    /// <summary>The cumulative curve of a line.</summary>
    internal static ReportFigure Of(CurveChart chart, LineMeasure measure, SafeCurve curve) =>
        new(chart.Caption, CompactDrawing.Of(CurvePainter.Paint(chart)), chart.Table)
        {
            Moved = new(measure, new CurveLayout(chart).Area),
            Percentiles = ShownPercentile.Of(measure, curve),
        };

    /// <summary>The subgroups of a product, on as many sheets as they need.</summary>
    internal static IEnumerable<ReportFigure> Of(SafeSubgroups subgroups, ChartContext context) =>
        SubgroupCharts.Volume(subgroups, context).Select(chart =>
            new ReportFigure(chart.Caption, CompactDrawing.Of(BoxPainter.Paint(chart)), chart.Table));

    /// <summary>An overview of all lines, on as many sheets as it needs; none where there is nothing to show.</summary>
    internal static IEnumerable<ReportFigure> Of(DumbbellChart? chart) => chart is null
        ? []
        : chart.Pages().Zip(DumbbellPainter.Paint(chart), (page, painted) =>
            new ReportFigure(page.Caption, CompactDrawing.Of(painted), page.Table));

    /// <summary>Writes it.</summary>
    internal void Write(MarkupWriter html)
    {
        html.Open("figure", [("id", Caption.Id), .. Moved?.Attributes() ?? []]);
        html.Open("div", ("class", "chart"));
        MarkupOf.Write(html, Drawing, ("role", "img"), ("aria-label", Caption.Title));
        html.Close();
        html.Open("div", ("class", "numbers"));
        if (Percentiles.Count > 0)
            ShownPercentile.Write(html, Percentiles, Table.Columns[0], Caption.Language);
        else
            NumbersBeside.Write(html, Table);
        html.Close();
        html.Close();
    }
}

/// <summary>What the script needs to move a line in a chart: whose it is, and the scales of the plot.</summary>
internal sealed record MovedLine(LineMeasure Measure, PlotArea Area)
{
    internal IEnumerable<MarkupAttribute> Attributes()
    {
        var (x, place) = (Area.X, Area);
        double[] scale = [x.From, x.To, x.Start, x.End, place.Top, place.Bottom];
        yield return ("data-line", LineAnchor.NameOf(Measure.Words.Line));
        yield return ("data-measure", Measure.Id);
        yield return ("data-scale", string.Join(' ', scale.Select(MarkupAttribute.Number)));
    }
}
