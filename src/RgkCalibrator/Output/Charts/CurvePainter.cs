namespace RgkCalibrator.Output.Charts;

/// <summary>
/// Paints a cumulative curve: a dot for every percentile that is shown, and a line between that leads the eye.
/// </summary>
public static class CurvePainter
{
    private const double Dot = 9;

    /// <summary>The drawing.</summary>
    public static SvgDrawing Paint(CurveChart chart)
    {
        var layout = new CurveLayout(chart);
        var area = layout.Area;
        var sheet = new ChartSheet(chart);
        sheet.LeftAxis(chart.YTitle, layout.TitleTop + 23, layout.Shares, area);
        foreach (var level in chart.Levels)
        {
            var line = SvgPath.Across(area.X.Start, area.X.End, area.Y.At(level.Value));
            sheet.Lines(Pen.For(level.Kind) with { Colour = Palette.QuietInk }, line);
        }

        sheet.Texts(CurveLayout.LevelStyle, Palette.Ink, "start", layout.Levels);
        sheet.Curve(Pen.Axis, ChartAxes.BaseLine(area.X, layout.XTicks, area.Bottom));
        sheet.BottomLabels(chart.XTitle, layout.XTicks, (area.X, area.Bottom), area.X.End - area.X.Start);
        sheet.Markers(chart, layout.LabelsTop, area);
        Points(sheet, chart, area);
        return sheet.Finish();
    }

    private static void Points(ChartSheet sheet, CurveChart chart, PlotArea area)
    {
        var places = chart.Points.Select(point => (X: area.X.At(point.Value), Y: area.Y.At(point.Share))).ToList();
        sheet.Curve(new Pen(Palette.Inside, 4), SvgPath.Through(places));
        foreach (var ((x, y), point) in places.Zip(chart.Points))
        {
            sheet.Svg.Open(
                "circle", ("cx", x), ("cy", y), ("r", Dot), ("fill", "#" + Palette.Inside),
                ("stroke", "#" + Palette.Paper), ("stroke-width", 3));
            sheet.Svg.Words("title", $"{point.Label}: {point.ShareLabel}");
            sheet.Svg.Close();
        }
    }
}
