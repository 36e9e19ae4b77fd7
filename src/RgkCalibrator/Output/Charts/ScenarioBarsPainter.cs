namespace RgkCalibrator.Output.Charts;

/// <summary>Paints the bars of scenarios, from a scale that begins at zero.</summary>
public static class ScenarioBarsPainter
{
    private const int AxisSteps = 8;
    private const int MostBars = 13;
    private const double MostLabelWidth = 520;
    private const double LabelAir = 16;
    private const double MostPitch = 76;
    private const double BarShare = 0.62;
    private const double BaselineShift = 10;

    private static readonly TextStyle ValueStyle = TextStyle.Strong;

    /// <summary>One drawing for each page; the base stands on all of them.</summary>
    public static IReadOnlyList<SvgDrawing> Paint(ScenarioBars chart) => [.. Pages(chart).Select(PaintPage)];

    /// <summary>The chart in as many charts as it needs to be legible.</summary>
    internal static IReadOnlyList<ScenarioBars> Pages(ScenarioBars chart)
    {
        List<ScenarioBar[]> pages = [.. chart.Bars.Skip(1).Chunk(MostBars - 1)];
        return
        [
            .. pages.Select((bars, i) => chart with
            {
                Caption = chart.Caption.Page(i + 1, pages.Count),
                Bars = [chart.Bars[0], .. bars],
            }),
        ];
    }

    private static SvgDrawing PaintPage(ScenarioBars page)
    {
        var sheet = new ChartSheet(page);
        var labels = page.Bars.Select((bar, i) => Style(i).Fit(bar.Name, MostLabelWidth)).ToList();
        var start = ChartFrame.Margin + labels.Select((label, i) => Style(i).WidthOf(label)).Max() + LabelAir;
        var end = ChartFrame.Right - page.Bars.Max(bar => ValueStyle.WidthOf(bar.Label)) - LabelAir;
        var axis = Axis.Nice(0, page.Bars.Max(bar => bar.Value), AxisSteps, page.Caption.Language);
        var x = new Scale(axis.Min, axis.Max, start, end);
        var (top, bottom) = (
            ChartFrame.TopOf(page.Caption), ChartFrame.BottomOf(page.Caption) - ChartAxes.HeightBelow);
        var pitch = Math.Min(MostPitch, (bottom - top) / page.Bars.Count);
        bottom = top + (pitch * page.Bars.Count);
        sheet.Lines(Pen.Grid, ChartAxes.Upright(x, axis.Ticks, top, bottom));
        for (var i = 0; i < page.Bars.Count; i++)
            Bar(sheet, page.Bars[i], labels[i], i, (x, top + ((i + 0.5) * pitch), pitch));
        var usual = x.At(page.Bars[0].Value);
        sheet.Lines(Pen.For(MarkerKind.Compared), SvgPath.Down(usual, top, bottom));
        // The line of the base does not cross a number.
        for (var i = 0; i < page.Bars.Count; i++)
            ClearLabel(sheet, page.Bars[i], usual, (x, top + (i * pitch), pitch));
        sheet.Texts(ValueStyle, Palette.Ink, "start", page.Bars.Select((bar, i) => new PlacedText(
            bar.Label, x.At(bar.Value) + LabelAir, top + ((i + 0.5) * pitch) + BaselineShift)));
        sheet.Lines(Pen.Axis, ChartAxes.BaseLine(x, axis.Ticks, bottom));
        sheet.BottomLabels(page.XTitle, axis.Ticks, (x, bottom), x.End - x.Start);
        return sheet.Finish();
    }

    private static void Bar(
        ChartSheet sheet, ScenarioBar bar, string label, int place, (Scale X, double Middle, double Pitch) at)
    {
        var (x, middle, pitch) = at;
        sheet.Texts(
            Style(place), Palette.Ink, "end", new PlacedText(label, x.Start - LabelAir, middle + BaselineShift));
        var height = pitch * BarShare;
        sheet.Svg.Empty(
            "rect", ("x", x.Start), ("y", middle - (height / 2)), ("width", x.At(bar.Value) - x.Start),
            ("height", height), ("fill", "#" + (place == 0 ? Palette.Inside : Palette.Line)));
    }

    private static void ClearLabel(
        ChartSheet sheet, ScenarioBar bar, double line, (Scale X, double Top, double Pitch) at)
    {
        var (start, width) = (at.X.At(bar.Value) + LabelAir, ValueStyle.WidthOf(bar.Label));
        if (line < start || line > start + width)
            return;
        sheet.Svg.Empty(
            "rect", ("x", start), ("y", at.Top), ("width", width), ("height", at.Pitch), ("fill", "#" + Palette.Paper));
    }

    // The base stands out by its weight too, not by colour alone.
    private static TextStyle Style(int place) => place == 0 ? ValueStyle : TextStyle.Normal;
}
