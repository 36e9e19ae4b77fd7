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
        Difference(sheet, change.Label, y, [.. markers.Select(marker => marker.X).Order()]);
    }

    /// <summary>
    /// Behind the last marker or before the first; where neither leaves room, over the arrow, in the widest gap between
    /// two of them.
    /// </summary>
    private static void Difference(ChartSheet sheet, string label, double y, IReadOnlyList<double> markers)
    {
        var (style, baseline) = (TextStyle.Strong, y + TextStyle.Strong.Drop);
        var room = style.WidthOf(label) + TextAir;
        if (markers[^1] + room <= ChartFrame.Right)
        {
            sheet.Texts(style, Palette.Ink, "start", new PlacedText(label, markers[^1] + TextAir, baseline));
        }
        else if (markers[0] - room >= ChartFrame.Margin)
        {
            sheet.Texts(style, Palette.Ink, "end", new PlacedText(label, markers[0] - TextAir, baseline));
        }
        else
        {
            var (from, to) = markers.Zip(markers.Skip(1)).MaxBy(gap => gap.Second - gap.First);
            var centre = (from + to) / 2;
            sheet.Cover(centre - (room / 2), y - (Height / 2), room, Height);
            sheet.Texts(style, Palette.Ink, "middle", new PlacedText(label, centre, baseline));
        }
    }
}
