namespace RgkCalibrator.Output.Charts;

/// <summary>A marker with its place: the line at <see cref="X"/>, the label centred at <see cref="LabelX"/>.</summary>
internal sealed record PlacedMarker(ChartMarker Marker, string Label, double X, double LabelX);

/// <summary>Vertical lines at marked values, with their names in a row above the plot.</summary>
internal static class MarkerLines
{
    /// <summary>The height of the row of names.</summary>
    public const double RowHeight = 46;

    /// <summary>The height of that row and of the lines from each name to its value.</summary>
    private const double Height = RowHeight + 34;

    private const double LeaderTop = 38;
    private const double LabelAir = 28;

    private static readonly TextStyle[] LabelStyles = [new(30, Bold: true), TextStyle.Strong];

    /// <summary>The height above the plot that the markers of a chart need, with the arrow between them.</summary>
    public static double HeightOf(ChartModel chart) =>
        (chart.Markers.Count > 0 ? Height : 0) + (chart.Change is null ? 0 : ChangeArrow.Height);

    /// <summary>The markers with names that keep clear of each other, in the order of their values.</summary>
    public static IReadOnlyList<PlacedMarker> Place(IReadOnlyList<ChartMarker> all, Scale x)
    {
        var markers = all.OrderBy(marker => marker.Value).ThenBy(marker => marker.Kind).ToList();
        var style = StyleOf(all);
        var most = (ChartFrame.Room / Math.Max(1, markers.Count)) - LabelAir;
        var fits = markers.Sum(marker => style.WidthOf(marker.Label) + LabelAir) <= ChartFrame.Room;
        var labels = markers.ConvertAll(marker => fits ? marker.Label : style.Fit(marker.Label, most));
        var places = markers.ConvertAll(marker => x.At(marker.Value));
        var widths = labels.ConvertAll(label => style.WidthOf(label) + LabelAir);
        var centres = LabelRow.Centres(places, widths, ChartFrame.Margin, ChartFrame.Right);
        return [.. markers.Select((marker, i) => new PlacedMarker(marker, labels[i], places[i], centres[i]))];
    }

    /// <summary>
    /// Paints the markers of a chart, and its change, from the row of names, which begins at
    /// <paramref name="labelsTop"/>, down to the x axis.
    /// </summary>
    public static void Markers(this ChartSheet sheet, ChartModel chart, double labelsTop, PlotArea plot)
    {
        var markers = Place(chart.Markers, plot.X);
        var bend = labelsTop + Height;
        foreach (var marker in markers)
        {
            var path = SvgPath.Format(
                $"M{marker.LabelX} {labelsTop + LeaderTop}L{marker.X} {bend}V{plot.Bottom}");
            sheet.Svg.Open("g", ("fill", "none"), ("data-marker", Numbers.Exact(marker.Marker.Value)));
            sheet.Lines(Pen.For(marker.Marker.Kind), path);
            sheet.Svg.Close();
        }

        var labels = markers.Select(marker => new PlacedText(marker.Label, marker.LabelX, labelsTop + 28));
        sheet.Texts(StyleOf(chart.Markers), Palette.Ink, "middle", labels);
        if (chart.Change is { } change)
            sheet.Arrow(change, bend, plot.X, markers);
    }

    /// <summary>The largest style in which all labels fit beside each other; else the smallest.</summary>
    private static TextStyle StyleOf(IReadOnlyList<ChartMarker> markers) =>
        Array.Find(
            LabelStyles,
            style => markers.Sum(marker => style.WidthOf(marker.Label) + LabelAir) <= ChartFrame.Room)
        ?? LabelStyles[^1];
}
