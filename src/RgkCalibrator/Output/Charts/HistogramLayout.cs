namespace RgkCalibrator.Output.Charts;

/// <summary>A bin with its place on the sheet, in px; the bottom is the x axis.</summary>
internal sealed record Bar(HistogramBin Bin, double Left, double Right, double Top);

/// <summary>Where everything in a histogram stands.</summary>
internal sealed record HistogramLayout
{
    private const double BelowAxis = 96;
    private const double AirAboveBars = 34;
    private const int YSteps = 5;

    public HistogramLayout(HistogramChart chart)
    {
        Chart = chart;
        LegendTop = ChartFrame.TopOf(chart.Caption);
        var rows = LegendSharesRow(chart) ? 1 : 2;
        TitleTop = LegendTop + ((rows - 1) * MarkerLines.RowHeight);
        LabelsTop = TitleTop + MarkerLines.RowHeight;
        Top = LabelsTop + (chart.Markers.Count > 0 ? MarkerLines.RowHeight + MarkerLines.LeaderHeight : 8);
        Bottom = ChartFrame.Bottom(chart.Caption) - BelowAxis;
        YAxis = Axis.Nice(0, chart.Bins.Max(chart.HeightOf), YSteps, chart.Caption.Language);
        Y = Heights();
        X = Widths();
        Bars = [.. chart.Bins.Select(bin => new Bar(bin, X.At(bin.From), X.At(chart.EndOf(bin)), Y.At(chart.HeightOf(bin))))];
        Markers = MarkerLines.Placed(chart.Markers, X);
    }

    public static TextStyle Tick { get; } = new(22);

    public static TextStyle Title { get; } = new(22);

    public static TextStyle Count { get; } = new(20);

    public HistogramChart Chart { get; }

    public double LegendTop { get; }

    public double TitleTop { get; }

    public double LabelsTop { get; }

    /// <summary>The top of the plot; marker labels and their leaders end here.</summary>
    public double Top { get; }

    /// <summary>The x axis.</summary>
    public double Bottom { get; }

    public Axis YAxis { get; }

    public Scale X { get; }

    public Scale Y { get; }

    public IReadOnlyList<Bar> Bars { get; }

    public IReadOnlyList<PlacedMarker> Markers { get; }

    /// <summary>The bins' ticks: an open bin has no scale, so none stand beyond its edge.</summary>
    public IEnumerable<AxisTick> XTicks =>
        Chart.XAxis.Ticks.Where(tick => Chart.Bins[^1].To is not null || tick.Value <= Chart.Bins[^1].From);

    /// <summary>What the legend explains: the kinds of bins that occur, with their names.</summary>
    public static IReadOnlyList<(bool Inside, string Label)> Legend(HistogramChart chart) =>
        [.. chart.Bins.Select(bin => bin.Inside).Distinct().OrderDescending()
            .Select(inside => (inside, Fitted(inside ? chart.InsideLabel : chart.OutsideLabel)))];

    /// <summary>The room of one entry of the legend, the swatch before it and the air behind it included.</summary>
    public static double LegendWidth(string label) => Title.WidthOf(label) + 44 + 40;

    private static string Fitted(string label) => Title.Fit(label, (ChartFrame.Room / 2) - LegendWidth(""));

    private static bool LegendSharesRow(HistogramChart chart) =>
        Title.WidthOf(chart.YTitle) + Legend(chart).Sum(entry => LegendWidth(entry.Label)) < ChartFrame.Room;

    private Scale Heights()
    {
        // The highest bar leaves room for its count below the markers' leaders.
        var highest = Chart.Bins.Max(Chart.HeightOf) * (Bottom - Top) / (Bottom - Top - AirAboveBars);
        return new(0, Math.Max(YAxis.Max, highest), Bottom, Top);
    }

    private Scale Widths()
    {
        var values = Chart.Markers.Select(marker => marker.Value).Concat(Chart.Bins.Select(Chart.EndOf)).Append(Chart.Bins[0].From);
        // An open bin ends the axis: ticks beyond it would pretend to a scale.
        var ends = XTicks.Select(tick => tick.Value).Concat(values).ToList();
        var left = ChartFrame.Margin + YAxis.Ticks.Max(tick => Tick.WidthOf(tick.Label)) + 16;
        return new(ends.Min(), ends.Max(), left, ChartFrame.Width - ChartFrame.Margin);
    }
}
