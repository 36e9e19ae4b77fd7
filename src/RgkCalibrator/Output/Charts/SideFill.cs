namespace RgkCalibrator.Output.Charts;

/// <summary>How areas look inside, across and outside a framework line.</summary>
internal static class SideFill
{
    /// <summary>The attribute of stripes, with their colour.</summary>
    public const string Stripes = "data-stripes";

    /// <summary>
    /// Paints a shape in the look of a side. Stripes are lines and no pattern: programs differ in how they paint
    /// patterns.
    /// </summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="side">The side.</param>
    /// <param name="outline">The shape as a path.</param>
    /// <param name="within">The rectangle that holds its stripes.</param>
    public static void Fill(this ChartSheet sheet, LineSide side, string outline, Rectangle within)
    {
        if (side == LineSide.Inside)
        {
            sheet.Path(outline, [("fill", "#" + Palette.Inside), .. new Pen(Palette.Paper, 2).Attributes()]);
            return;
        }

        var (colour, stripes) = side == LineSide.Across
            ? (Palette.QuietInk, Hatching.Level(within))
            : (Palette.Outside, Hatching.Slanted(within));
        sheet.Path(outline, ("fill", "#" + Palette.Paper));
        sheet.Path(stripes, [.. new Pen(colour, Hatching.Width).Attributes(), (Stripes, colour)]);
        sheet.Outline(new Pen(colour, 2.5), outline);
    }

    /// <summary>The same of a rectangle.</summary>
    public static void Fill(this ChartSheet sheet, LineSide side, Rectangle area) =>
        sheet.Fill(side, SvgPath.Box(area.Left, area.Top, area.Width, area.Height), area);
}
