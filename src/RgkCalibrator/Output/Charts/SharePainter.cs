namespace RgkCalibrator.Output.Charts;

/// <summary>Paints shares of parts beside each other.</summary>
public static class SharePainter
{
    private const double Dot = 10;
    private const double EdgeAir = 60;
    private const double NameAir = 16;
    private const double Ring = 17;
    private const double TitleHeight = 56;
    private const int YSteps = 5;

    // Curves of limits run on far above small parts.
    private const double AboveLargest = 1.25;

    /// <summary>The drawing.</summary>
    public static SvgDrawing Paint(ShareChart chart)
    {
        var sheet = new ChartSheet(chart);
        var (top, area, yTicks) = Layout(chart);
        sheet.LeftAxis(chart.YTitle, top + 23, yTicks, area);
        Legend(sheet, chart, top);
        sheet.Levels(chart.Levels, area);
        foreach (var limit in chart.Limits.Where(limit => Within(limit, area).Skip(1).Any()))
            sheet.Curve(Pen.For(limit.Kind) with { Colour = Palette.Line }, SvgPath.Through(Within(limit, area)));
        var xTicks = chart.XAxis.Ticks.Where(tick => tick.Value <= area.X.To).ToList();
        sheet.Curve(Pen.Axis, ChartAxes.BaseLine(area.X, xTicks, area.Bottom));
        if (chart.Markers.Count > 0)
            sheet.Markers(chart, top + TitleHeight, area);
        sheet.BottomLabels(chart.XTitle, xTicks, (area.X, area.Bottom), area.X.End - area.X.Start);
        Points(sheet, chart, area);
        return sheet.Finish();
    }

    private static (double Top, PlotArea Area, IReadOnlyList<AxisTick> YTicks) Layout(ShareChart chart)
    {
        var (top, largest) = (ChartFrame.TopOf(chart.Caption), Math.Min(1, chart.Largest * AboveLargest));
        var ticks = Axis.Nice(0, 100 * largest, YSteps, chart.Caption.Language).Ticks
            .Where(tick => tick.Value <= 100 * largest)
            .Select(tick => new AxisTick(tick.Value / 100, tick.Label + "%")).ToList();
        var xs = chart.Points.Select(point => point.X).ToList();
        // Years stand apart from the edges; counts begin at nought.
        var (from, air) = chart.Joined > 0 ? (xs.Min(), EdgeAir) : (0, 0);
        var left = ChartAxes.LeftOf(ticks.Select(tick => tick.Label));
        var right = ChartFrame.Right - LevelLines.WidthOf(chart.Levels);
        var (start, end) = (left + air, right - EdgeAir);
        return (top, new(
            new(from, xs.Max(), start, end),
            new(0, largest, ChartFrame.BottomOf(chart.Caption) - ChartAxes.HeightBelow,
                top + TitleHeight + MarkerLines.HeightOf(chart))), ticks);
    }

    private static void Legend(ChartSheet sheet, ShareChart chart, double top)
    {
        var kinds = chart.Limits.DistinctBy(limit => limit.Label).ToList();
        LegendItem[] items =
        [
            .. kinds.Select(limit => new LegendItem(limit.Label, 62, x => sheet.Curve(
                Pen.For(limit.Kind) with { Colour = Palette.Line }, SvgPath.Across(x, x + 50, top + 13)))),
            .. chart.Looks.Select(one => new LegendItem(
                one.Label, 48, x => Dots(sheet, one.Look, x + Ring, top + 13, said: null))),
        ];
        var width = items.Sum(item => item.Indent + TextStyle.Normal.WidthOf(item.Label) + 30);
        sheet.Legend(ChartFrame.Right - width, top + 23, 30, items);
    }

    // What lies above the plot is not drawn.
    private static IEnumerable<(double X, double Y)> Within(ShareLimit limit, PlotArea area) => limit.Points
        .Where(point => point.Share <= area.Y.To).Select(point => (area.X.At(point.X), area.Y.At(point.Share)));

    private static void Points(ChartSheet sheet, ShareChart chart, PlotArea area)
    {
        var places = chart.Points.Select(point => (X: area.X.At(point.X), Y: area.Y.At(point.Share))).ToList();
        if (chart.Joined > 1)
            sheet.Curve(new Pen(Palette.Inside, 3), SvgPath.Through(places.Take(chart.Joined)));
        foreach (var (place, point) in places.Zip(chart.Points))
        {
            if (point.Limits is var (lower, upper))
                sheet.Upright(place.X, area.Y.At(lower), area.Y.At(upper));
            Dots(sheet, point.Look, place.X, place.Y, $"{point.Name}: {point.Label}");
        }

        Names(sheet, [.. places.Zip(chart.Points).Where(one => one.Second.IsNamed)], area.X.End + EdgeAir);
    }

    private static void Dots(ChartSheet sheet, PointLook look, double x, double y, string? said)
    {
        var colour = look == PointLook.Signal ? Palette.Outside : Palette.Inside;
        if (look == PointLook.Signal)
            sheet.Circle(x, y, Ring, [("fill", "none"), ("stroke", "#" + colour), ("stroke-width", 3)]);
        sheet.Svg.Open(
            "circle", ("cx", x), ("cy", y), ("r", Dot),
            ("fill", "#" + (look == PointLook.Open ? Palette.Paper : colour)),
            ("stroke", "#" + (look == PointLook.Open ? colour : Palette.Paper)), ("stroke-width", 3));
        if (said is not null)
            sheet.Svg.Words("title", said);
        sheet.Svg.Close();
    }

    /// <summary>
    /// Names beside their points, at the left where the names of the levels are near; none over another.
    /// </summary>
    private static void Names(
        ChartSheet sheet, IReadOnlyList<((double X, double Y) Place, SharePoint Point)> named, double right)
    {
        var taken = new List<Rectangle>();
        foreach (var (place, point) in named)
        {
            var width = TextStyle.Normal.WidthOf(point.Name);
            var left = place.X + NameAir + width <= right
                ? place.X + NameAir
                : place.X - NameAir - width;
            var box = new Rectangle(left, place.Y - (TextStyle.Normal.Pitch / 2), width, TextStyle.Normal.Pitch);
            if (taken.Exists(other => other.Left < box.Right && box.Left < other.Right
                && other.Top < box.Bottom && box.Top < other.Bottom))
            {
                continue;
            }

            taken.Add(box);
            sheet.Cover(box.Left - 4, box.Top, box.Width + 8, box.Height);
            sheet.Texts(
                TextStyle.Normal, Palette.Ink, "start",
                new PlacedText(point.Name, left, place.Y + TextStyle.Normal.Drop));
        }
    }
}
