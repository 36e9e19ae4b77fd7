namespace RgkCalibrator.Output.Charts;

/// <summary>Paints volume and duration together.</summary>
public static class JointPainter
{
    private const double VolumeBars = 120;
    private const double DurationBars = 220;
    private const double BarAir = 12;
    private const double LegendHeight = 50;
    private const double Swatch = 26;
    private const double SignWidth = 38;

    private static readonly TextStyle ShareStyle = new(44, Bold: true);

    /// <summary>The drawing.</summary>
    public static SvgDrawing Paint(JointChart chart)
    {
        var sheet = new ChartSheet(chart);
        var top = ChartFrame.TopOf(chart.Caption);
        var (volumes, durations) = (chart.Volume, chart.Duration);
        var yTicks = TicksOf(durations).ToList();
        var left = ChartAxes.LeftOf(yTicks.Select(tick => tick.Label));
        var area = new PlotArea(
            new(0, EndOf(volumes), left, ChartFrame.Right - DurationBars - BarAir),
            new(0, EndOf(durations), ChartFrame.BottomOf(chart.Caption) - ChartAxes.HeightBelow,
                top + LegendHeight + VolumeBars + BarAir));
        Legend(sheet, chart, top);
        Area(sheet, chart, area);
        sheet.LeftAxis(durations.XTitle, top + 23, yTicks, area);
        Limits(sheet, chart, area);
        sheet.Curve(Pen.Axis, ChartAxes.BaseLine(area.X, TicksOf(volumes), area.Bottom));
        sheet.BottomLabels(volumes.XTitle, TicksOf(volumes), (area.X, area.Bottom), area.X.End - area.X.Start);
        foreach (var bin in volumes.Bins)
            VolumeBar(sheet, bin, volumes, area);
        foreach (var bin in durations.Bins)
            DurationBar(sheet, bin, durations, area);
        Parts(sheet, chart, area);
        return sheet.Finish();
    }

    // As in the histograms an open class has no scale, and ticks end before it.
    private static IEnumerable<AxisTick> TicksOf(HistogramChart chart) =>
        chart.XAxis.Ticks.Where(tick => tick.Value <= (chart.Bins[^1].To ?? chart.Bins[^1].From));

    private static double EndOf(HistogramChart chart) => chart.EndOf(chart.Bins[^1]);

    private static void Legend(ChartSheet sheet, JointChart chart, double top)
    {
        var label = TextStyle.Normal.Fit(chart.LineLegend, (ChartFrame.Room / 2) - SignWidth);
        sheet.Legend(
            ChartFrame.Right - SignWidth - TextStyle.Normal.WidthOf(label), top + 23, 0,
            new LegendItem(label, SignWidth, x => sheet.Path(
                SvgPath.Box(x, top, Swatch, Swatch),
                [("fill", "#" + Palette.Tint), .. Pen.For(MarkerKind.Chosen).Attributes()])));
    }

    /// <summary>The rectangle of the framework line.</summary>
    private static void Area(ChartSheet sheet, JointChart chart, PlotArea area)
    {
        var (x, y) = (area.X.At(chart.Corner.Volume), area.Y.At(chart.Corner.Duration));
        var rectangle = SvgPath.Box(area.X.Start, y, x - area.X.Start, area.Bottom - y);
        sheet.Path(rectangle, ("fill", "#" + Palette.Tint));
    }

    /// <summary>Its limits, on to the edges.</summary>
    private static void Limits(ChartSheet sheet, JointChart chart, PlotArea area)
    {
        var (x, y) = (area.X.At(chart.Corner.Volume), area.Y.At(chart.Corner.Duration));
        var lines = SvgPath.Down(x, area.Top, area.Bottom) + SvgPath.Across(area.X.Start, area.X.End, y);
        sheet.Lines(Pen.For(MarkerKind.Chosen), lines);
    }

    private static void VolumeBar(ChartSheet sheet, HistogramBin bin, HistogramChart chart, PlotArea area)
    {
        var height = chart.HeightOf(bin) / chart.Bins.Max(chart.HeightOf) * VolumeBars;
        var (left, right) = (area.X.At(bin.From), area.X.At(chart.EndOf(bin)));
        Bar(sheet, bin, chart, new(left, area.Top - BarAir - height, right - left, height));
    }

    private static void DurationBar(ChartSheet sheet, HistogramBin bin, HistogramChart chart, PlotArea area)
    {
        var width = chart.HeightOf(bin) / chart.Bins.Max(chart.HeightOf) * DurationBars;
        var (top, bottom) = (area.Y.At(chart.EndOf(bin)), area.Y.At(bin.From));
        Bar(sheet, bin, chart, new(area.X.End + BarAir, top, width, bottom - top));
    }

    private static void Bar(ChartSheet sheet, HistogramBin bin, HistogramChart chart, Rectangle place)
    {
        if (bin.Count <= 0)
            return;
        sheet.Svg.Open("g", ("data-count", Numbers.Exact(bin.Count)));
        sheet.Svg.Words("title", $"{bin.Label}: {bin.CountLabel} {chart.CountTitle}");
        sheet.Fill(bin.Side, place);
        sheet.Svg.Close();
    }

    private static void Parts(ChartSheet sheet, JointChart chart, PlotArea area)
    {
        var (x, y, parts) = (area.X.At(chart.Corner.Volume), area.Y.At(chart.Corner.Duration), chart.Parts);
        var (left, right, top, bottom) = (area.X.Start, area.X.End, area.Top, area.Bottom);
        Part(sheet, parts.Both, new(left, y, x - left, bottom - y));
        Part(sheet, parts.AboveVolume, new(x, y, right - x, bottom - y));
        Part(sheet, parts.BeyondDuration, new(left, top, x - left, y - top));
        Part(sheet, parts.Neither, new(x, top, right - x, y - top));
    }

    /// <summary>The share with its name, as large as its part allows; without the name in a small part.</summary>
    private static void Part(ChartSheet sheet, JointPart part, Rectangle place)
    {
        var (name, middle, centre) = (
            TextStyle.Normal.Balance(part.Name, place.Width - 40, 2), (place.Top + place.Bottom) / 2,
            (place.Left + place.Right) / 2);
        var hasName = string.Join(' ', name) == part.Name
            && place.Height > ShareStyle.Pitch + (name.Count * TextStyle.Normal.Pitch) + 16;
        var style = place.Height > ShareStyle.Pitch ? ShareStyle : TextStyle.Strong;
        var below = hasName ? name.Count * TextStyle.Normal.Pitch : 0;
        var baseline = middle + style.Drop - (below / 2);
        sheet.Texts(style, Palette.Ink, "middle", new PlacedText(part.Share, centre, baseline));
        if (hasName)
        {
            sheet.Texts(
                TextStyle.Normal, Palette.Ink, "middle",
                PlacedText.Below(name, centre, baseline + TextStyle.Normal.Pitch + 4, TextStyle.Normal.Pitch));
        }
    }
}
