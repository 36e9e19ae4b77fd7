namespace RgkCalibrator.Output.Charts;

/// <summary>Where everything in a cumulative curve stands.</summary>
internal sealed record CurveLayout
{
    private const double AirAbove = 10;
    private const double LevelAir = 14;
    private const double LevelPitch = 32;
    private const int YSteps = 5;

    public CurveLayout(CurveChart chart)
    {
        TitleTop = ChartFrame.TopOf(chart.Caption);
        LabelsTop = TitleTop + MarkerLines.RowHeight;
        Shares = [.. Enumerable.Range(0, YSteps + 1).Select(i => (double)i / YSteps)
            .Select(share => new AxisTick(share, Numbers.Share(share, 0, chart.Caption.Language)))];
        var levelWidth = chart.Levels.Select(level => LevelStyle.WidthOf(level.Label) + LevelAir).Append(0).Max();
        var last = chart.Markers.Select(marker => marker.Value).Append(chart.Points[^1].Value).Max();
        var left = ChartAxes.LeftOf(Shares.Select(tick => tick.Label));
        var bottom = ChartFrame.BottomOf(chart.Caption) - ChartAxes.HeightBelow;
        Area = new(
            new(chart.XAxis.Min, last, left, ChartFrame.Right - levelWidth),
            new(0, 1, bottom, LabelsTop + MarkerLines.HeightOf(chart) + AirAbove));
        XTicks = [.. chart.XAxis.Ticks.Where(tick => tick.Value <= last)];
        Levels = [.. LevelsOf(chart)];
    }

    public static TextStyle LevelStyle => TextStyle.Strong;

    public double TitleTop { get; }

    public double LabelsTop { get; }

    /// <summary>The ticks of the y axis.</summary>
    public IReadOnlyList<AxisTick> Shares { get; }

    public PlotArea Area { get; }

    /// <summary>The ticks of the x axis that lie within the plot.</summary>
    public IEnumerable<AxisTick> XTicks { get; }

    /// <summary>The names of the levels, behind the plot, where no curve comes.</summary>
    public IReadOnlyList<PlacedText> Levels { get; }

    private IEnumerable<PlacedText> LevelsOf(CurveChart chart)
    {
        // They stand as in a row that goes upward.
        var levels = chart.Levels.OrderBy(level => level.Value).ToList();
        var (places, heights) =
            (levels.ConvertAll(level => -Area.Y.At(level.Value)), levels.ConvertAll(_ => LevelPitch));
        var centres = LabelRow.Centres(places, heights, -ChartFrame.Height, -LabelsTop);
        return levels.Zip(centres, (level, centre) =>
            new PlacedText(level.Label, Area.X.End + LevelAir, LevelStyle.Drop - centre));
    }
}
