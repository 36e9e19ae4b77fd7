namespace RgkCalibrator.Output.Charts;

/// <summary>A marker with its place: the line at <see cref="X"/>, the label centred at <see cref="LabelX"/>.</summary>
internal sealed record PlacedMarker(ChartMarker Marker, string Label, double X, double LabelX);

/// <summary>Vertical lines at marked values, with their names in a row above the plot.</summary>
internal static class MarkerLines
{
    /// <summary>The row of the names.</summary>
    public const double RowHeight = 46;

    /// <summary>Between the row and the plot: from each name to its value.</summary>
    public const double LeaderHeight = 30;

    private const double LabelAir = 28;

    public static TextStyle Label { get; } = new(26, Bold: true);

    /// <summary>The markers with names that keep clear of each other, in the order of their values.</summary>
    public static IReadOnlyList<PlacedMarker> Placed(IReadOnlyList<ChartMarker> all, Scale x)
    {
        var markers = all.OrderBy(marker => marker.Value).ThenBy(marker => marker.Kind).ToList();
        var (from, to) = (ChartFrame.Margin, ChartFrame.Width - ChartFrame.Margin);
        var most = ((to - from) / Math.Max(1, markers.Count)) - LabelAir;
        var labels = markers.Select(marker => Label.Fit(marker.Label, most)).ToList();
        var widths = labels.Select(label => Label.WidthOf(label) + LabelAir).ToList();
        var centres = LabelRow.Centres([.. markers.Select(marker => x.At(marker.Value))], widths, from, to);
        return [.. markers.Select((marker, i) => new PlacedMarker(marker, labels[i], x.At(marker.Value), centres[i]))];
    }

    /// <summary>Paints them from the row of names, that begins at <paramref name="labelsTop"/>, to the x axis.</summary>
    public static void Paint(SvgWriter svg, IReadOnlyList<PlacedMarker> markers, double labelsTop, (double Top, double Bottom) plot)
    {
        foreach (var marker in markers)
        {
            var path = SvgWriter.Path(
                ('M', [marker.LabelX, plot.Top - 34]),
                ('L', [marker.X, plot.Top]),
                ('V', [plot.Bottom]));
            svg.Open("g", ("fill", "none"), ("data-marker", Numbers.Exact(marker.Marker.Value)));
            // A white edge keeps the line visible on the bars.
            svg.Empty("path", ("d", path), ("stroke", "#" + Palette.Paper), ("stroke-width", 7));
            svg.Empty("path", [("d", path), ("stroke", "#" + Palette.Ink), .. Stroke(marker.Marker.Kind)]);
            svg.Close();
        }

        ChartFrame.Texts(svg, Label, Palette.Ink, "middle");
        foreach (var marker in markers)
            svg.Line(marker.Label, marker.LabelX, labelsTop + 30);
        svg.Close();
    }

    /// <summary>How the line of a kind of marker is drawn.</summary>
    public static SvgAttribute[] Stroke(MarkerKind kind) => kind switch
    {
        MarkerKind.Compared => [("stroke-width", 3), ("stroke-dasharray", "9 7")],
        MarkerKind.Chosen => [("stroke-width", 3)],
        MarkerKind.Framework => [("stroke-width", 5), ("stroke-dasharray", "22 8")],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of marker."),
    };
}
