namespace RgkCalibrator.Output.Charts;

/// <summary>
/// Writes the counts above the bars, beside the lines of the markers; all of them or, where bars are too narrow, none.
/// </summary>
internal static class HistogramCounts
{
    private const double Air = 8;
    private const double Slack = 0.01;
    private const double Rise = 38;

    public static void Paint(ChartSheet sheet, HistogramLayout layout)
    {
        if (!layout.Bars.All(bar => (2 * HalfOf(bar)) + Air <= bar.Right - bar.Left))
            return;
        var lines = layout.Markers.Select(marker => marker.X).ToList();
        sheet.OpenTexts(TextStyle.Normal, Palette.Ink, "middle");
        foreach (var bar in layout.Bars.Where(bar => bar.Bin.CountLabel.Length > 0))
        {
            var (x, half) = (Centre(bar, lines), HalfOf(bar));
            // Where a bar leaves no place beside a line, the line stops for the number.
            if (lines.Exists(line => Math.Abs(line - x) < half + Air - Slack))
                sheet.Cover(x - half - Air, bar.Top - Rise, 2 * (half + Air), Rise - 2);
            sheet.Text(new PlacedText(bar.Bin.CountLabel, x, bar.Top - 10));
        }

        sheet.Svg.Close();
    }

    private static double HalfOf(Bar bar) => TextStyle.Normal.WidthOf(bar.Bin.CountLabel) / 2;

    /// <summary>The place nearest to the middle of the bar where no line runs through the number.</summary>
    private static double Centre(Bar bar, List<double> lines)
    {
        var (middle, half) = ((bar.Left + bar.Right) / 2, HalfOf(bar));
        var beside = lines.SelectMany(x => new[] { x - half - Air, x + half + Air });
        return beside.Prepend(middle)
            .Where(x => x - half >= bar.Left && x + half <= bar.Right)
            .Where(x => lines.TrueForAll(line => Math.Abs(line - x) >= half + Air - Slack))
            .OrderBy(x => Math.Abs(x - middle))
            .ThenBy(x => x)
            .FirstOrDefault(middle);
    }
}
