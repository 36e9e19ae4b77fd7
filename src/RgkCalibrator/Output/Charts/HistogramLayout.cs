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

    private const double AirAboveBars = 34;
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
        var top = LabelsTop + (chart.Markers.Count > 0 ? MarkerLines.Height : 8);
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

    /// <summary>The ticks of the x axis: an open bin has no scale, so none stand beyond its edge.</summary>
    public IEnumerable<AxisTick> XTicks =>
        Chart.XAxis.Ticks.Where(tick => Chart.Bins[^1].To is not null || tick.Value <= Chart.Bins[^1].From);

    /// <summary>What the legend explains: the kinds of bins that occur, with their names.</summary>
    public IEnumerable<(bool Inside, string Label)> Legend =>
        from inside in Chart.Bins.Select(bin => bin.Inside).Distinct().OrderDescending()
        let label = inside ? Chart.InsideLabel : Chart.OutsideLabel
        select (inside, TextStyle.Normal.Fit(label, (ChartFrame.Room / 2) - ItemWidth(string.Empty)));

    private static double ItemWidth(string label) => TextStyle.Normal.WidthOf(label) + SignWidth + LegendAir;

    private Bar BarOf(HistogramBin bin) =>
        new(bin, Area.X.At(bin.From), Area.X.At(Chart.EndOf(bin)), Area.Y.At(Chart.HeightOf(bin)));

    private Scale Heights(double top, double bottom)
    {
        // The highest bar leaves room for its count below the markers' leaders.
        var highest = Chart.Bins.Max(Chart.HeightOf) * (bottom - top) / (bottom - top - AirAboveBars);
        return new(0, Math.Max(YAxis.Max, highest), bottom, top);
    }

    private Scale Widths()
    {
        var values = Chart.Markers.Select(marker => marker.Value).Concat(Chart.Bins.Select(Chart.EndOf));
        // An open bin ends the axis: ticks beyond it would pretend to a scale.
        var ends = XTicks.Select(tick => tick.Value).Concat(values).Append(Chart.Bins[0].From).ToList();
        return new(ends.Min(), ends.Max(), ChartAxes.LeftOf(YAxis.Ticks.Select(tick => tick.Label)), ChartFrame.Right);
    }
}
