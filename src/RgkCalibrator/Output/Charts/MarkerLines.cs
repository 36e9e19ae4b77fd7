namespace RgkCalibrator.Output.Charts;

/// <summary>A marker with its place: the line at <see cref="X"/>, the label centred at <see cref="LabelX"/>.</summary>
internal sealed record PlacedMarker(ChartMarker Marker, string Label, double X, double LabelX);

/// <summary>Vertical lines at marked values, with their names in a row above the plot.</summary>
internal static class MarkerLines
{
    /// <summary>The height of the row of names.</summary>
    public const double RowHeight = 46;

    /// <summary>The height of that row and of the lines from each name to its value.</summary>
    public const double Height = RowHeight + 30;

    private const double LabelAir = 28;

    private static readonly TextStyle LabelStyle = new(26, Bold: true);

    /// <summary>The markers with names that keep clear of each other, in the order of their values.</summary>
    public static IReadOnlyList<PlacedMarker> Place(IReadOnlyList<ChartMarker> all, Scale x)
    {
        var markers = all.OrderBy(marker => marker.Value).ThenBy(marker => marker.Kind).ToList();
        var most = (ChartFrame.Room / Math.Max(1, markers.Count)) - LabelAir;
        var labels = markers.ConvertAll(marker => LabelStyle.Fit(marker.Label, most));
        var places = markers.ConvertAll(marker => x.At(marker.Value));
        var widths = labels.ConvertAll(label => LabelStyle.WidthOf(label) + LabelAir);
        var centres = LabelRow.Centres(places, widths, ChartFrame.Margin, ChartFrame.Right);
        return [.. markers.Select((marker, i) => new PlacedMarker(marker, labels[i], places[i], centres[i]))];
    }

    /// <summary>
    /// Paints markers from the row of names, which begins at <paramref name="labelsTop"/>, down to the x axis.
    /// </summary>
    public static void Markers(
        this ChartSheet sheet, IReadOnlyList<PlacedMarker> markers, double labelsTop, PlotArea plot)
    {
        foreach (var marker in markers)
        {
            var path = SvgPath.Format($"M{marker.LabelX} {plot.Top - 34}L{marker.X} {plot.Top}V{plot.Bottom}");
            sheet.Svg.Open("g", ("fill", "none"), ("data-marker", Numbers.Exact(marker.Marker.Value)));
            // A white edge keeps the line visible on the bars.
            sheet.Lines(new Pen(Palette.Paper, 7), path);
            sheet.Lines(Pen.For(marker.Marker.Kind), path);
            sheet.Svg.Close();
        }

        var labels = markers.Select(marker => new PlacedText(marker.Label, marker.LabelX, labelsTop + 30));
        sheet.Texts(LabelStyle, Palette.Ink, "middle", labels);
    }
}
