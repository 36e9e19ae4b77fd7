namespace RgkCalibrator.Output.Charts;

/// <summary>Writes the counts above the bars, beside the lines of the markers; all of them or, where bars are too narrow, none.</summary>
internal static class HistogramCounts
{
    private const double Air = 8;
    private const double Slack = 0.01;
    private const double Rise = 33;

    public static void Paint(SvgWriter svg, HistogramLayout layout)
    {
        if (!layout.Bars.All(Fits))
            return;
        ChartFrame.Texts(svg, HistogramLayout.Count, Palette.Ink, "middle");
        foreach (var bar in layout.Bars.Where(bar => bar.Bin.CountLabel.Length > 0))
            Paint(svg, bar, layout.Markers);
        svg.Close();
    }

    private static void Paint(SvgWriter svg, Bar bar, IReadOnlyList<PlacedMarker> markers)
    {
        var (x, half) = (Centre(bar, markers), HalfOf(bar));
        // Where a bar leaves no place beside a line, the line stops for the number.
        if (markers.Any(marker => Math.Abs(marker.X - x) < half + Air - Slack))
            svg.Empty("rect", ("x", x - half - Air), ("y", bar.Top - Rise), ("width", 2 * (half + Air)), ("height", Rise - 2), ("fill", "#" + Palette.Paper));
        svg.Line(bar.Bin.CountLabel, x, bar.Top - 10);
    }

    private static double HalfOf(Bar bar) => HistogramLayout.Count.WidthOf(bar.Bin.CountLabel) / 2;

    private static bool Fits(Bar bar) => HistogramLayout.Count.WidthOf(bar.Bin.CountLabel) + Air <= bar.Right - bar.Left;

    /// <summary>The place nearest to the middle of the bar where no line runs through the number.</summary>
    private static double Centre(Bar bar, IReadOnlyList<PlacedMarker> markers)
    {
        var middle = (bar.Left + bar.Right) / 2;
        var half = HalfOf(bar);
        var lines = markers.Select(marker => marker.X).ToList();
        var beside = lines.SelectMany(x => new[] { x - half - Air, x + half + Air });
        return beside.Prepend(middle)
            .Where(x => x - half >= bar.Left && x + half <= bar.Right)
            .Where(x => lines.TrueForAll(line => Math.Abs(line - x) >= half + Air - Slack))
            .OrderBy(x => Math.Abs(x - middle))
            .ThenBy(x => x)
            .FirstOrDefault(middle);
    }
}
