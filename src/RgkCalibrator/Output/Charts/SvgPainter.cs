namespace RgkCalibrator.Output.Charts;

/// <summary>
/// Paints chart models as SVG of 1920×1080: no script, no reference to anything outside, the same bytes for the same model on every machine.
/// Fit to stand in a file and inside a web page. Rounds, sorts and suppresses nothing.
/// </summary>
public static class SvgPainter
{
    /// <summary>The drawing.</summary>
    public static SvgDrawing Paint(HistogramChart chart) => HistogramSvg.Paint(chart);

    /// <inheritdoc cref="Paint(HistogramChart)"/>
    public static SvgDrawing Paint(CurveChart chart) => CurveSvg.Paint(chart);

    /// <inheritdoc cref="Paint(HistogramChart)"/>
    public static SvgDrawing Paint(BoxChart chart) => BoxSvg.Paint(chart);

    /// <summary>One drawing for each of the <see cref="DumbbellChart.Pages"/>.</summary>
    public static IReadOnlyList<SvgDrawing> Paint(DumbbellChart chart) => [.. chart.Pages().Select(page => DumbbellSvg.Paint(page, chart))];
}
