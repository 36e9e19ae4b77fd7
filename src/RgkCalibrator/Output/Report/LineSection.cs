using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Report;

/// <summary>What the page tells of one line below its overview: its remarks, its charts and its percentiles.</summary>
internal sealed record LineSection(SafeLine Line)
{
    private IReadOnlyList<ReportFigure> OfLine { get; init; } = [];

    // Of the product, before its first line.
    private IReadOnlyList<ReportFigure> OfProduct { get; init; } = [];

    // Where a line has no curve, its own percentiles are all that the slider can move to.
    private IReadOnlyList<(LineMeasure Measure, IReadOnlyList<ShownPercentile> Percentiles)> Alone { get; init; } = [];

    /// <summary>Its charts.</summary>
    internal IEnumerable<ReportFigure> Figures => OfProduct.Concat(OfLine);

    /// <summary>All percentiles that are shown of it.</summary>
    internal IEnumerable<ShownPercentile> Percentiles =>
        OfLine.SelectMany(figure => figure.Percentiles).Concat(Alone.SelectMany(one => one.Percentiles));

    /// <summary>The part of the page on a line of a draft.</summary>
    internal static LineSection Of(SafeLine line, SafeDraft draft, ChartContext context)
    {
        var subgroups = draft.Subgroups.FirstOrDefault(one => ReferenceEquals(one.Members[0].Line, line));
        var section = new LineSection(line)
        {
            OfProduct = subgroups is null ? [] : [.. ReportFigure.Of(subgroups, context)],
        };
        var shown = draft.Distributions.FirstOrDefault(one => ReferenceEquals(one.Line, line));
        if (shown is null)
            return section;
        var words = new LineWords(line, context);
        var (volume, duration) = (new LineVolume(words), new LineDuration(words));
        return section with
        {
            OfLine = [.. FiguresOf(shown, volume, duration, context)],
            Alone =
            [
                .. new (LineMeasure Measure, SafeCurve? Curve)[]
                    { (volume, shown.VolumeCurve), (duration, shown.DurationCurve) }
                    .Where(one => one.Curve is null)
                    .Select(one => (one.Measure, ShownPercentile.Of(one.Measure, null))),
            ],
        };
    }

    /// <summary>Writes a product with all of its lines.</summary>
    internal static void Write(MarkupWriter html, IReadOnlyList<LineSection> lines, Language language)
    {
        var product = lines[0].Line.Product;
        html.Open("article", ("id", LineAnchor.IdOf(product)), ("class", "product"));
        html.Words("h3", $"{product.Code} {product.Name}");
        foreach (var figure in lines.SelectMany(line => line.OfProduct))
            figure.Write(html);
        foreach (var line in lines)
            line.Write(html, language);
        html.Close();
    }

    private void Write(MarkupWriter html, Language language)
    {
        html.Open("details", ("id", LineAnchor.IdOf(Line)), ("data-of", LineAnchor.NameOf(Line)));
        html.Open("summary");
        if (Line.SubgroupId.Length > 0)
            html.Words("b", Line.SubgroupName.In(language));
        html.Words("span", ReportWords.InShort(Line).In(language));
        html.Close();
        var remarks = LineRemarks.Of(Line).ToList();
        if (remarks.Count > 0)
        {
            html.Open("ul", ("class", "remarks"));
            foreach (var remark in remarks)
                html.Words("li", remark.In(language));
            html.Close();
        }

        if (OfLine.Count == 0)
            html.Words("p", ReportWords.Nothing.In(language), ("class", "quiet"));
        foreach (var figure in OfLine)
            figure.Write(html);
        foreach (var (measure, percentiles) in Alone)
        {
            html.Open(
                "div", ("class", "numbers"), ("data-line", LineAnchor.NameOf(Line)), ("data-measure", measure.Id));
            ShownPercentile.Write(html, percentiles, measure.AxisTitle.In(language), language);
            html.Close();
        }

        html.Close();
    }

    private static IEnumerable<ReportFigure> FiguresOf(
        SafeDistributions shown, LineVolume volume, LineDuration duration, ChartContext context)
    {
        if (shown.Volume is { } volumes)
            yield return ReportFigure.Of(HistogramCharts.Volume(volumes, shown.VolumeClassWidth, context), volume);
        if (shown.VolumeCurve is { } volumeCurve)
            yield return ReportFigure.Of(CurveCharts.Volume(volumeCurve, context), volume, volumeCurve);
        if (shown.Duration is { } durations)
            yield return ReportFigure.Of(HistogramCharts.Duration(durations, context), duration);
        if (shown.DurationCurve is { } durationCurve)
            yield return ReportFigure.Of(CurveCharts.Duration(durationCurve, context), duration, durationCurve);
    }
}
