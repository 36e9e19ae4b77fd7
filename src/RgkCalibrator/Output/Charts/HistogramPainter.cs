namespace RgkCalibrator.Output.Charts;

/// <summary>Paints a histogram.</summary>
public static class HistogramPainter
{
    private const double Swatch = 26;
    private const double Tooth = 7;

    /// <summary>The drawing.</summary>
    public static SvgDrawing Paint(HistogramChart chart)
    {
        var layout = new HistogramLayout(chart);
        var sheet = new ChartSheet(chart);
        var legend = layout.Legend.Select(item => new LegendItem(
            item.Label, HistogramLayout.SignWidth, x => Sign(sheet, item.Side, x, layout.LegendTop)));
        sheet.Legend(layout.LegendLeft, layout.LegendTop + 23, HistogramLayout.LegendAir, legend);
        sheet.LeftAxis(chart.YTitle, layout.TitleTop + 23, layout.YTicks, layout.Area);
        Bars(sheet, layout);
        XAxis(sheet, layout);
        sheet.Markers(chart, layout.LabelsTop, layout.Area);
        HistogramCounts.Paint(sheet, layout);
        return sheet.Finish();
    }

    private static void Sign(ChartSheet sheet, LineSide side, double x, double top) =>
        sheet.Fill(side, new Rectangle(x, top, Swatch, Swatch));

    private static void Bars(ChartSheet sheet, HistogramLayout layout)
    {
        foreach (var bar in layout.Bars.Where(bar => bar.Bin.Count > 0))
        {
            var bottom = layout.Area.Bottom;
            sheet.Svg.Open("g", ("data-count", Numbers.Exact(bar.Bin.Count)));
            sheet.Svg.Words("title", $"{bar.Bin.Label}: {bar.Bin.CountLabel} {layout.Chart.CountTitle}");
            var torn = bar.Bin.To is null ? Tooth : 0;
            var within = new Rectangle(bar.Left, bar.Top, bar.Right - bar.Left - torn, bottom - bar.Top);
            sheet.Fill(bar.Bin.Side, Outline(bar, bottom), within);
            sheet.Svg.Close();
        }
    }

    /// <summary>
    /// The outline of a bar. An open one has a torn right side; the teeth go as far out as in, so that the area stays
    /// the count.
    /// </summary>
    private static string Outline(Bar bar, double bottom)
    {
        var teeth = bar.Bin.To is null ? string.Concat(Teeth(bar, bottom)) : string.Empty;
        return SvgPath.Format($"M{bar.Left} {bottom}V{bar.Top}H{bar.Right}") + teeth
            + SvgPath.Format($"L{bar.Right} {bottom}Z");
    }

    private static IEnumerable<string> Teeth(Bar bar, double bottom)
    {
        var count = 2 * Math.Max(2, (int)((bottom - bar.Top) / (4 * Tooth)));
        var pitch = (bottom - bar.Top) / count;
        var depth = Math.Min(Tooth, pitch * 0.7);
        return from i in Enumerable.Range(0, count)
               let x = bar.Right + (i % 2 == 0 ? -depth : depth)
               select SvgPath.Format($"L{x} {bar.Top + ((i + 0.5) * pitch)}");
    }

    private static void XAxis(ChartSheet sheet, HistogramLayout layout)
    {
        var (x, bottom, last) = (layout.Area.X, layout.Area.Bottom, layout.Bars[^1]);
        sheet.Svg.Open("g", [.. Pen.Axis.Attributes()]);
        sheet.Path(ChartAxes.BaseLine(x, layout.XTicks, bottom));
        sheet.Svg.Close();
        // The row of the title may have to hold the name of an open bin as well.
        var taken = last.Bin.To is null ? TextStyle.Normal.WidthOf(last.Bin.Label) + 40 : 0;
        sheet.BottomLabels(layout.Chart.XTitle, layout.XTicks, (x, bottom), x.End - x.Start - taken);
        if (last.Bin.To is null)
            OpenLabel(sheet, layout, last);
    }

    /// <summary>The name of an open bin, right below it; a row lower where it would touch the last tick.</summary>
    private static void OpenLabel(ChartSheet sheet, HistogramLayout layout, Bar bar)
    {
        var (axis, style, label) = (layout.Area.X, TextStyle.Normal, bar.Bin.Label);
        var half = style.WidthOf(label) / 2;
        var x = Math.Min((bar.Left + bar.Right) / 2, axis.End - half);
        var ends = axis.Legible(layout.XTicks, style)
            .Select(tick => axis.At(tick.Value) + (style.WidthOf(tick.Label) / 2));
        var touches = x - half < ends.DefaultIfEmpty().Max() + 12;
        var below = touches ? ChartAxes.TitleBaseline : ChartAxes.TickBaseline;
        var place = new PlacedText(label, x, layout.Area.Bottom + below);
        sheet.Texts(style, Palette.QuietInk, "middle", place);
    }
}
