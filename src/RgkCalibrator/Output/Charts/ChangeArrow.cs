namespace RgkCalibrator.Output.Charts;

/// <summary>Paints a change as an arrow between two markers, with the difference beside all markers.</summary>
internal static class ChangeArrow
{
    /// <summary>The height of the row of the arrow, between the names of the markers and the plot.</summary>
    public const double Height = 40;

    private const double Head = 13;
    private const double TextAir = 16;

    private static readonly Pen Shaft = new(Palette.Ink, 4);

    /// <summary>Paints the arrow in the row that begins at <paramref name="top"/>.</summary>
    public static void Arrow(
        this ChartSheet sheet, ChartChange change, double top, Scale x, IReadOnlyList<PlacedMarker> markers)
    {
        var (from, to, y) = (x.At(change.From), x.At(change.To), top + (Height / 2));
        var sign = Math.Sign(to - from);
        if (Math.Abs(to - from) > Head)
            sheet.Lines(Shaft, SvgPath.Across(from, to - (sign * Head), y));
        sheet.Path(
            SvgPath.Format($"M{to} {y}L{to - (sign * Head)} {y - (Head * 0.7)}V{y + (Head * 0.7)}Z"),
            ("fill", "#" + Palette.Ink));
        var (left, right) = (markers.Min(marker => marker.X), markers.Max(marker => marker.X));
        var (style, baseline) = (TextStyle.Strong, y + TextStyle.Strong.Drop);
        if (right + TextAir + style.WidthOf(change.Label) <= ChartFrame.Right)
            sheet.Texts(style, Palette.Ink, "start", new PlacedText(change.Label, right + TextAir, baseline));
        else
            sheet.Texts(style, Palette.Ink, "end", new PlacedText(change.Label, left - TextAir, baseline));
    }
}
