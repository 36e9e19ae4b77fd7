namespace RgkCalibrator.Output.Charts;

/// <summary>A sign in a legend with its meaning.</summary>
/// <param name="Label">The meaning.</param>
/// <param name="Indent">From the place of the sign to the label, in px.</param>
/// <param name="PaintSign">Paints the sign at a place.</param>
internal sealed record LegendItem(string Label, double Indent, Action<double> PaintSign);

/// <summary>What the signs of a chart mean, in a row.</summary>
internal static class ChartLegend
{
    /// <summary>Paints the items from left to right.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="x">The place of the first sign.</param>
    /// <param name="baseline">The baseline of the labels.</param>
    /// <param name="air">The room behind each label.</param>
    /// <param name="items">The items.</param>
    public static void Legend(
        this ChartSheet sheet, double x, double baseline, double air, params IEnumerable<LegendItem> items)
    {
        foreach (var item in items)
        {
            item.PaintSign(x);
            var label = new PlacedText(item.Label, x + item.Indent, baseline);
            sheet.Texts(TextStyle.Normal, Palette.Ink, "start", label);
            x += item.Indent + TextStyle.Normal.WidthOf(item.Label) + air;
        }
    }
}
