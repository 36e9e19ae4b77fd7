namespace RgkCalibrator.Charts;

/// <summary>Writes the counts above the bars, beside the lines of the markers; all of them or, where bars are too narrow, none.</summary>
internal static class HistogramCounts
{
    private const double Air = 8;

    public static void Paint(SvgWriter svg, HistogramLayout layout)
    {
        if (!layout.Bars.All(Fits))
            return;
        ChartFrame.Texts(svg, HistogramLayout.Count, Palette.Ink, "middle");
        // The white edge is for the one case in which a bar leaves no place beside a line.
        svg.Open("g", ("paint-order", "stroke"), ("stroke", "#" + Palette.Paper), ("stroke-width", 6));
        foreach (var bar in layout.Bars.Where(bar => bar.Bin.CountLabel.Length > 0))
            svg.Line(bar.Bin.CountLabel, Centre(bar, layout.Markers), bar.Top - 10);
        svg.Close();
        svg.Close();
    }

    private static bool Fits(Bar bar) => HistogramLayout.Count.WidthOf(bar.Bin.CountLabel) + Air <= bar.Right - bar.Left;

    /// <summary>The place nearest to the middle of the bar where no line runs through the number.</summary>
    private static double Centre(Bar bar, IReadOnlyList<PlacedMarker> markers)
    {
        var middle = (bar.Left + bar.Right) / 2;
        var half = HistogramLayout.Count.WidthOf(bar.Bin.CountLabel) / 2;
        var lines = markers.Select(marker => marker.X).ToList();
        var beside = lines.SelectMany(x => new[] { x - half - Air, x + half + Air });
        return beside.Prepend(middle)
            .Where(x => x - half >= bar.Left && x + half <= bar.Right)
            .Where(x => lines.TrueForAll(line => Math.Abs(line - x) >= half + Air - 0.01))
            .OrderBy(x => Math.Abs(x - middle))
            .ThenBy(x => x)
            .FirstOrDefault(middle);
    }
}
