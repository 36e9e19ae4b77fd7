namespace RgkCalibrator.Output.Charts;

/// <summary>A bin with its place on the sheet, in px; the bottom is the x axis.</summary>
internal sealed record Bar(HistogramBin Bin, double Left, double Right, double Top);

/// <summary>Where everything in a histogram stands.</summary>
internal sealed record HistogramLayout
{
    /// <summary>The room for the sign of an item of the legend, and the air behind it.</summary>
    public const double SignWidth = 38;

    /// <summary>The air behind an item of the legend.</summary>
    public const double LegendAir = 46;

    private const double AirAboveBars = 44;
    private const int YSteps = 5;

    public HistogramLayout(HistogramChart chart)
    {
        Chart = chart;
        LegendTop = ChartFrame.TopOf(chart.Caption);
        var legendWidth = Legend.Sum(item => ItemWidth(item.Label));
        LegendLeft = ChartFrame.Right + 40 - legendWidth;
        var sharesRow = TextStyle.Normal.WidthOf(chart.YTitle) + legendWidth < ChartFrame.Room;
        TitleTop = LegendTop + (sharesRow ? 0 : MarkerLines.RowHeight);
        LabelsTop = TitleTop + MarkerLines.RowHeight;
        var top = LabelsTop + Math.Max(8, MarkerLines.HeightOf(chart));
        YAxis = Axis.Nice(0, chart.Bins.Max(chart.HeightOf), YSteps, chart.Caption.Language);
        Area = new(Widths(), Heights(top, ChartFrame.BottomOf(chart.Caption) - ChartAxes.HeightBelow));
        Bars = [.. chart.Bins.Select(BarOf)];
        Markers = MarkerLines.Place(chart.Markers, Area.X);
    }

    public HistogramChart Chart { get; }

    public double LegendLeft { get; }

    public double LegendTop { get; }

    /// <summary>The top of the row of the title of the y axis, which the legend shares where it fits.</summary>
    public double TitleTop { get; }

    public double LabelsTop { get; }

    public Axis YAxis { get; }

    /// <summary>The plot; marker labels and their leaders end at its top.</summary>
    public PlotArea Area { get; }

    public IReadOnlyList<Bar> Bars { get; }

    public IReadOnlyList<PlacedMarker> Markers { get; }

    /// <summary>
    /// The ticks of the x axis up to the last bin; an open bin has no scale, so that none stand beyond its edge.
    /// </summary>
    public IEnumerable<AxisTick> XTicks =>
        Chart.XAxis.Ticks.Where(tick => tick.Value <= (Chart.Bins[^1].To ?? Chart.Bins[^1].From));

    /// <summary>The ticks of the y axis that lie within the plot.</summary>
    public IReadOnlyList<AxisTick> YTicks => [.. YAxis.Ticks.Where(tick => tick.Value <= Area.Y.To)];

    /// <summary>What the legend explains: the kinds of bins that occur, with their names.</summary>
    public IEnumerable<(LineSide Side, string Label)> Legend
    {
        get
        {
            var sides = Chart.Bins.Select(bin => bin.Side).Distinct().Order().ToList();
            var room = (ChartFrame.Room / Math.Max(2, sides.Count)) - ItemWidth(string.Empty);
            return sides.Select(side => (side, TextStyle.Normal.Fit(Chart.LabelOf(side), room)));
        }
    }

    private static double ItemWidth(string label) => TextStyle.Normal.WidthOf(label) + SignWidth + LegendAir;

    private Bar BarOf(HistogramBin bin) =>
        new(bin, Area.X.At(bin.From), Area.X.At(Chart.EndOf(bin)), Area.Y.At(Chart.HeightOf(bin)));

    private Scale Heights(double top, double bottom)
    {
        // The highest bar leaves room for its count below the markers' leaders.
        var highest = Chart.Bins.Max(Chart.HeightOf) * (bottom - top) / (bottom - top - AirAboveBars);
        return new(0, highest > 0 ? highest : YAxis.Max, bottom, top);
    }

    private Scale Widths()
    {
        // The axis ends where the bins and the markers do: beyond them there is nothing to see.
        var values = Chart.Markers.Select(marker => marker.Value).Concat(Chart.Bins.Select(Chart.EndOf)).ToList();
        var first = values.Append(Chart.Bins[0].From).Append(Chart.XAxis.Min).Min();
        return new(first, values.Max(), ChartAxes.LeftOf(YAxis.Ticks.Select(tick => tick.Label)), ChartFrame.Right);
    }
}
