namespace RgkCalibrator.Output.Charts;

/// <summary>Paints means in the course of time.</summary>
public static class CoursePainter
{
    private const double TitleHeight = 56;
    private const double LabelRise = 14;
    private const double Edge = 8;
    private const int YSteps = 5;

    // Room for the label of the highest bar.
    private const double AboveLargest = 1.12;

    /// <summary>The drawing.</summary>
    public static SvgDrawing Paint(CourseChart chart)
    {
        var sheet = new ChartSheet(chart);
        var top = ChartFrame.TopOf(chart.Caption);
        var largest = chart.Bars.Select(bar => bar.Value).Concat(chart.Levels.Select(level => level.Value)).Max();
        var yTicks = Axis.Nice(0, largest, YSteps, chart.Caption.Language).Ticks
            .Where(tick => tick.Value <= largest * AboveLargest).ToList();
        var area = new PlotArea(
            new(0, chart.Bars[^1].To, ChartAxes.LeftOf(yTicks.Select(tick => tick.Label)),
                ChartFrame.Right - LevelLines.WidthOf(chart.Levels) - LabelRise),
            new(0, largest * AboveLargest, ChartFrame.BottomOf(chart.Caption) - ChartAxes.HeightBelow,
                top + TitleHeight));
        sheet.LeftAxis(chart.YTitle, top + 23, yTicks, area);
        foreach (var bar in chart.Bars)
            Bar(sheet, chart, bar, area);
        sheet.Levels(chart.Levels, area);
        sheet.Curve(Pen.Axis, ChartAxes.BaseLine(area.X, chart.XAxis.Ticks, area.Bottom));
        sheet.BottomLabels(
            chart.XTitle, chart.XAxis.Ticks, (area.X, area.Bottom), area.X.End - area.X.Start);
        Labels(sheet, chart, area);
        return sheet.Finish();
    }

    private static void Bar(ChartSheet sheet, CourseChart chart, CourseBar bar, PlotArea area)
    {
        var (left, right, height) = (area.X.At(bar.From), area.X.At(bar.To), area.Bottom - area.Y.At(bar.Value));
        sheet.Svg.Open("g", ("data-mean", Numbers.Exact(bar.Value)));
        sheet.Svg.Words("title", $"{bar.Name}: {bar.Label} {chart.YTitle}");
        var top = area.Bottom - height;
        sheet.Path(SvgPath.Box(left, top, right - left, height), ("fill", "#" + Palette.Tint));
        sheet.Lines(new Pen(Palette.Inside, Edge), SvgPath.Across(left, right, top));
        sheet.Lines(new Pen(Palette.Paper, 2), SvgPath.Down(right, top - Edge, area.Bottom));
        sheet.Svg.Close();
    }

    /// <summary>
    /// Labels above their bars, on paper so that no line runs through them; one that is wider than its bar stands on
    /// the next free height.
    /// </summary>
    private static void Labels(ChartSheet sheet, CourseChart chart, PlotArea area)
    {
        var style = TextStyle.Strong;
        var taken = new List<Rectangle>();
        foreach (var bar in chart.Bars)
        {
            var width = style.WidthOf(bar.Label);
            var centre = Math.Clamp(
                (area.X.At(bar.From) + area.X.At(bar.To)) / 2, area.X.Start + (width / 2), area.X.End - (width / 2));
            var box = new Rectangle(
                centre - (width / 2), area.Y.At(bar.Value) - LabelRise - style.Pitch, width, style.Pitch);
            while (taken.Exists(other => other.Left < box.Right + 8 && box.Left < other.Right + 8
                && other.Top < box.Bottom && box.Top < other.Bottom))
            {
                box = box with { Top = box.Top - (style.Pitch / 2) };
            }

            taken.Add(box);
            sheet.Cover(box.Left - 4, box.Top, box.Width + 8, box.Height);
            var baseline = box.Top + (style.Pitch / 2) + style.Drop;
            sheet.Texts(style, Palette.Ink, "middle", new PlacedText(bar.Label, centre, baseline));
        }
    }
}
