namespace RgkCalibrator.Output.Charts;

/// <summary>The rectangle between two axes.</summary>
internal sealed record PlotArea(Scale X, Scale Y)
{
    public double Top => Y.End;

    public double Bottom => Y.Start;
}

/// <summary>The parts of axes: titles, ticks with their labels, and grids.</summary>
internal static class ChartAxes
{
    /// <summary>The room below a plot for the labels of ticks and the title of the axis.</summary>
    public const double HeightBelow = 108;

    /// <summary>From the axis across down to the baseline of the labels of its ticks.</summary>
    public const double TickBaseline = 42;

    /// <summary>From the axis across down to the baseline of its title.</summary>
    public const double TitleBaseline = 84;

    private const double LabelAir = 14;

    /// <summary>Where a plot begins, so that these labels fit at the left of it.</summary>
    public static double LeftOf(IEnumerable<string> labels) =>
        ChartFrame.Margin + labels.Max(TextStyle.Normal.WidthOf) + LabelAir + 2;

    /// <summary>
    /// The axis upward: its title, labels at the left, and a line across at each tick above the first.
    /// </summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="title">What the axis counts.</param>
    /// <param name="titleY">The baseline of the title.</param>
    /// <param name="ticks">From the bottom up.</param>
    /// <param name="area">The plot.</param>
    public static void LeftAxis(
        this ChartSheet sheet, string title, double titleY, IReadOnlyList<AxisTick> ticks, PlotArea area)
    {
        var (x, y) = area;
        var fitted = TextStyle.Normal.Fit(title, ChartFrame.Room);
        sheet.Texts(TextStyle.Normal, Palette.QuietInk, "start", new PlacedText(fitted, ChartFrame.Margin, titleY));
        var grid = ticks.Skip(1).Select(tick => SvgPath.Across(x.Start, x.End, y.At(tick.Value)));
        sheet.Lines(Pen.Grid, string.Concat(grid));
        var labels = y.LegibleUpward(ticks, TextStyle.Normal).Select(tick => new PlacedText(
            tick.Label, x.Start - LabelAir, y.At(tick.Value) + TextStyle.Normal.Drop));
        sheet.Texts(TextStyle.Normal, Palette.QuietInk, "end", labels);
    }

    /// <summary>The line of the axis across, with a mark below it at each tick.</summary>
    public static string BaseLine(Scale x, IEnumerable<AxisTick> ticks, double y) =>
        SvgPath.Across(x.Start, x.End, y) + Upright(x, ticks, y, y + 8);

    /// <summary>A vertical line at each tick.</summary>
    public static string Upright(Scale x, IEnumerable<AxisTick> ticks, double top, double bottom) =>
        string.Concat(ticks.Select(tick => SvgPath.Down(x.At(tick.Value), top, bottom)));

    /// <summary>Lines from margin to margin, between rows.</summary>
    public static void RowLines(this ChartSheet sheet, IEnumerable<double> heights) => sheet.Lines(
        Pen.Grid with { Width = 1 },
        string.Concat(heights.Select(y => SvgPath.Across(ChartFrame.Margin, ChartFrame.Right, y))));

    /// <summary>
    /// The labels of the axis across, those that leave air between each other, and its title below them.
    /// </summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="title">What the axis counts, cut where it is longer than <paramref name="room"/>.</param>
    /// <param name="ticks">Ascending.</param>
    /// <param name="place">The scale of the axis and its height on the sheet.</param>
    /// <param name="room">The room for the title.</param>
    public static void BottomLabels(
        this ChartSheet sheet, string title, IEnumerable<AxisTick> ticks, (Scale X, double Y) place, double room)
    {
        var (x, y) = place;
        sheet.TickLabels(TextStyle.Normal, ticks, x, y + TickBaseline);
        var fitted = TextStyle.Normal.Fit(title, room);
        sheet.Texts(TextStyle.Normal, Palette.QuietInk, "start", new PlacedText(fitted, x.Start, y + TitleBaseline));
    }

    /// <summary>The labels of ticks, those that leave air between each other.</summary>
    public static void TickLabels(
        this ChartSheet sheet, TextStyle style, IEnumerable<AxisTick> ticks, Scale x, double baseline)
    {
        var labels = x.Legible(ticks, style).Select(tick => new PlacedText(tick.Label, x.At(tick.Value), baseline));
        sheet.Texts(style, Palette.QuietInk, "middle", labels);
    }
}
