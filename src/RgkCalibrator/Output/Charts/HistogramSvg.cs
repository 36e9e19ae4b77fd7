namespace RgkCalibrator.Output.Charts;

/// <summary>Paints a histogram.</summary>
internal static class HistogramSvg
{
    private const double Swatch = 26;
    private const double Tooth = 7;

    public static SvgDrawing Paint(HistogramChart chart)
    {
        var layout = new HistogramLayout(chart);
        var facts = chart.Markers.Select(marker => marker.Label + ".").Concat(chart.Table.Sentences());
        var svg = ChartFrame.Begin(chart.Caption, facts);
        Hatching(svg, chart);
        Legend(svg, layout);
        YAxis(svg, layout);
        Bars(svg, layout);
        XAxis(svg, layout);
        MarkerLines.Paint(svg, layout.Markers, layout.LabelsTop, (layout.Top, layout.Bottom));
        HistogramCounts.Paint(svg, layout);
        return ChartFrame.End(svg);
    }

    private static string HatchId(HistogramChart chart) => chart.Caption.Id + "-hatch";

    private static void Hatching(SvgWriter svg, HistogramChart chart)
    {
        if (chart.Bins.All(bin => bin.Inside))
            return;
        svg.Open("defs");
        // A tile of whole pixels that is not turned: programs that turn a painted tile give its stripes ragged edges.
        svg.Open("pattern", ("id", HatchId(chart)), ("width", 16), ("height", 16), ("patternUnits", "userSpaceOnUse"));
        svg.Empty("rect", ("width", 16), ("height", 16), ("fill", "#" + Palette.Paper));
        svg.Empty("path", ("d", "M0 0H11L0 11Z M16 0V11L11 16H0Z"), ("fill", "#" + Palette.Outside));
        svg.Close();
        svg.Close();
    }

    private static void Legend(SvgWriter svg, HistogramLayout layout)
    {
        var entries = HistogramLayout.Legend(layout.Chart);
        var x = ChartFrame.Width - ChartFrame.Margin + 40 - entries.Sum(entry => HistogramLayout.LegendWidth(entry.Label));
        foreach (var (inside, label) in entries)
        {
            svg.Open("g", Look(inside, layout.Chart));
            svg.Empty("rect", ("x", x), ("y", layout.LegendTop), ("width", Swatch), ("height", Swatch));
            svg.Close();
            ChartFrame.Texts(svg, HistogramLayout.Title, Palette.Ink);
            svg.Line(label, x + Swatch + 12, layout.LegendTop + 21);
            svg.Close();
            x += HistogramLayout.LegendWidth(label);
        }
    }

    private static SvgAttribute[] Look(bool inside, HistogramChart chart) => inside
        ? [("fill", "#" + Palette.Inside), ("stroke", "#" + Palette.Paper), ("stroke-width", 2)]
        : [("fill", $"url(#{HatchId(chart)})"), ("stroke", "#" + Palette.Outside), ("stroke-width", 2.5)];

    private static void YAxis(SvgWriter svg, HistogramLayout layout)
    {
        ChartFrame.Texts(svg, HistogramLayout.Title, Palette.QuietInk);
        svg.Line(HistogramLayout.Title.Fit(layout.Chart.YTitle, ChartFrame.Room), ChartFrame.Margin, layout.TitleTop + 21);
        svg.Close();
        var lines = layout.YAxis.Ticks.Skip(1).Select(tick => layout.Y.At(tick.Value)).ToList();
        var (left, right) = (layout.X.Start, layout.X.End);
        svg.Empty("path", ("d", SvgWriter.Path(lines.SelectMany(y => Across(left, right, y)))), ("stroke", "#" + Palette.Grid), ("stroke-width", 2));
        ChartFrame.Texts(svg, HistogramLayout.Tick, Palette.QuietInk, "end");
        foreach (var tick in layout.YAxis.Ticks)
            svg.Line(tick.Label, left - 14, layout.Y.At(tick.Value) + 8);
        svg.Close();
    }

    private static IEnumerable<(char Command, double[] Numbers)> Across(double left, double right, double y) =>
        [('M', [left, y]), ('H', [right])];

    private static void Bars(SvgWriter svg, HistogramLayout layout)
    {
        foreach (var kind in layout.Bars.Where(bar => bar.Bin.Count > 0).GroupBy(bar => bar.Bin.Inside))
        {
            svg.Open("g", Look(kind.Key, layout.Chart));
            foreach (var bar in kind)
                Paint(svg, bar, layout);
            svg.Close();
        }
    }

    private static void Paint(SvgWriter svg, Bar bar, HistogramLayout layout)
    {
        svg.Open("path", ("d", SvgWriter.Path(Outline(bar, layout.Bottom))), ("data-count", Numbers.Exact(bar.Bin.Count)));
        svg.Words("title", string.Concat(bar.Bin.Label, ": ", bar.Bin.CountLabel, " ", layout.Chart.CountTitle));
        svg.Close();
    }

    /// <summary>An open bar has a torn right side; the teeth go as far out as in, so that the area stays the count.</summary>
    private static IEnumerable<(char Command, double[] Numbers)> Outline(Bar bar, double bottom)
    {
        yield return ('M', [bar.Left, bottom]);
        yield return ('V', [bar.Top]);
        yield return ('H', [bar.Right]);
        foreach (var point in bar.Bin.To is null ? Teeth(bar, bottom) : [])
            yield return ('L', point);
        yield return ('L', [bar.Right, bottom]);
        yield return ('Z', []);
    }

    private static IEnumerable<double[]> Teeth(Bar bar, double bottom)
    {
        var count = 2 * Math.Max(2, (int)((bottom - bar.Top) / (4 * Tooth)));
        var pitch = (bottom - bar.Top) / count;
        var depth = Math.Min(Tooth, pitch * 0.7);
        return Enumerable.Range(0, count)
            .Select(i => new[] { bar.Right + (i % 2 == 0 ? -depth : depth), bar.Top + ((i + 0.5) * pitch) });
    }

    private static void XAxis(SvgWriter svg, HistogramLayout layout)
    {
        var chart = layout.Chart;
        var ticks = layout.X.Legible(layout.XTicks, HistogramLayout.Tick);
        svg.Open("g", ("stroke", "#" + Palette.Line), ("stroke-width", 2));
        var marks = layout.XTicks.Select(tick => layout.X.At(tick.Value)).SelectMany(x => Down(x, layout.Bottom, layout.Bottom + 8));
        svg.Empty("path", ("d", SvgWriter.Path(Across(layout.X.Start, layout.X.End, layout.Bottom).Concat(marks))));
        svg.Close();
        ChartFrame.Texts(svg, HistogramLayout.Tick, Palette.QuietInk, "middle");
        foreach (var tick in ticks)
            svg.Line(tick.Label, layout.X.At(tick.Value), layout.Bottom + 36);
        svg.Close();
        ChartFrame.Texts(svg, HistogramLayout.Title, Palette.QuietInk);
        svg.Line(HistogramLayout.Title.Fit(chart.XTitle, TitleRoom(layout)), layout.X.Start, layout.Bottom + 72);
        svg.Close();
        OpenLabel(svg, layout, ticks);
    }

    /// <summary>The row of the title may have to hold the name of an open bin as well.</summary>
    private static double TitleRoom(HistogramLayout layout)
    {
        var open = layout.Bars[^1].Bin;
        return layout.X.End - layout.X.Start - (open.To is null ? HistogramLayout.Tick.WidthOf(open.Label) + 40 : 0);
    }

    private static IEnumerable<(char Command, double[] Numbers)> Down(double x, double from, double to) => [('M', [x, from]), ('V', [to])];

    /// <summary>The name of an open bin, right below it; a row lower when it would touch the last tick.</summary>
    private static void OpenLabel(SvgWriter svg, HistogramLayout layout, IReadOnlyList<AxisTick> ticks)
    {
        var bar = layout.Bars[^1];
        if (bar.Bin.To is not null)
            return;
        var half = HistogramLayout.Tick.WidthOf(bar.Bin.Label) / 2;
        var x = Math.Min((bar.Left + bar.Right) / 2, layout.X.End - half);
        var taken = ticks.Select(tick => layout.X.At(tick.Value) + (HistogramLayout.Tick.WidthOf(tick.Label) / 2)).DefaultIfEmpty().Max();
        var touches = x - half < taken + 12;
        ChartFrame.Texts(svg, HistogramLayout.Tick, Palette.QuietInk, "middle");
        svg.Line(bar.Bin.Label, x, layout.Bottom + (touches ? 72 : 36));
        svg.Close();
    }
}
