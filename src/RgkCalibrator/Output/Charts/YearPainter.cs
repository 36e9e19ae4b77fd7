namespace RgkCalibrator.Output.Charts;

/// <summary>Paints values of start years beside each other.</summary>
public static class YearPainter
{
    private const double TitleHeight = 56;
    private const double EdgeAir = 90;
    private const double BarWidth = 26;
    private const double LeastHeight = 10;
    private const double LabelRise = 12;
    private const int YSteps = 5;

    // Room for intervals that run on beyond what is told.
    private const double AboveLargest = 1.05;
    private const double LabelRoom = 46;

    /// <summary>The drawing.</summary>
    public static SvgDrawing Paint(YearChart chart)
    {
        var sheet = new ChartSheet(chart);
        var top = ChartFrame.TopOf(chart.Caption);
        var largest = chart.Largest;
        var yTicks = Axis.Nice(0, largest, YSteps, chart.Caption.Language).Ticks
            .Where(tick => tick.Value <= largest * AboveLargest).ToList();
        var xTicks = chart.Points.Select((point, i) => new AxisTick(i, point.Name)).ToList();
        var right = ChartFrame.Right - LevelLines.WidthOf(chart.Levels) - LabelRise;
        var (left, bottom) = (
            ChartAxes.LeftOf(yTicks.Select(tick => tick.Label)),
            ChartFrame.BottomOf(chart.Caption) - ChartAxes.HeightBelow);
        var area = new PlotArea(
            new(0, chart.Points.Count - 1, left + EdgeAir, right - EdgeAir),
            new(0, largest * AboveLargest, bottom, top + TitleHeight + LabelRoom));
        var whole = area with { X = new(0, 1, left, right) };
        sheet.LeftAxis(chart.YTitle, top + 23, yTicks, whole);
        sheet.Levels(chart.Levels, whole);
        var marks = ChartAxes.Upright(area.X, xTicks, bottom, bottom + 8);
        sheet.Curve(Pen.Axis, SvgPath.Across(left, right, bottom) + marks);
        sheet.BottomLabels(chart.XTitle, xTicks, (area.X, bottom), right - left);
        foreach (var (i, point) in chart.Points.Index())
            Point(sheet, point, area.X.At(i), area.Y);
        return sheet.Finish();
    }

    private static void Point(ChartSheet sheet, YearPoint point, double x, Scale y)
    {
        var (from, to) = (y.At(point.From), y.At(point.To ?? point.From));
        sheet.Svg.Open("g", ("data-year", point.Name));
        sheet.Svg.Words("title", $"{point.Name}: {point.Spoken}");
        sheet.Upright(x, from, y.At(point.Lower ?? 0), hasEnd: point.Lower is not null);
        sheet.Upright(x, to, point.Upper is { } upper ? y.At(upper) : y.End, hasEnd: point.Upper is not null);
        sheet.Path(point.To is null ? Arrow(x, from) : Bar(x, from, to), ("fill", "#" + Palette.Inside));
        sheet.Svg.Close();
        Label(sheet, point, x, point.Upper is null ? y.End : y.At(point.Last));
    }

    // A class of one step is no thinner than can be seen.
    private static string Bar(double x, double from, double to)
    {
        var height = Math.Max(from - to, LeastHeight);
        return SvgPath.Box(x - (BarWidth / 2), ((from + to) / 2) - (height / 2), BarWidth, height);
    }

    // A value above all that is told.
    private static string Arrow(double x, double from) => SvgPath.Through(
        [(x - (BarWidth / 2), from), (x + (BarWidth / 2), from), (x, from - BarWidth)]) + "Z";

    private static void Label(ChartSheet sheet, YearPoint point, double x, double above)
    {
        var style = TextStyle.Strong;
        var width = style.WidthOf(point.Label);
        var box = new Rectangle(x - (width / 2), above - LabelRise - style.Pitch, width, style.Pitch);
        sheet.Cover(box.Left - 4, box.Top, box.Width + 8, box.Height);
        sheet.Texts(
            style, Palette.Ink, "middle", new PlacedText(point.Label, x, box.Top + (style.Pitch / 2) + style.Drop));
    }
}
