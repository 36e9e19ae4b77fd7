namespace RgkCalibrator.Output.Charts;

/// <summary>Lines across a plot at marked values, with their names at the right of it.</summary>
internal static class LevelLines
{
    private const double Air = 14;
    private const double Pitch = 34;

    /// <summary>The room at the right of a plot for the names.</summary>
    public static double WidthOf(IEnumerable<ChartLevel> levels) =>
        levels.Select(level => TextStyle.Strong.WidthOf(level.Label) + Air).DefaultIfEmpty().Max();

    /// <summary>Paints them; names keep clear of each other.</summary>
    public static void Levels(this ChartSheet sheet, IReadOnlyList<ChartLevel> levels, PlotArea area)
    {
        if (levels.Count == 0)
            return;
        foreach (var level in levels)
        {
            var line = SvgPath.Across(area.X.Start, area.X.End, area.Y.At(level.Value));
            sheet.Lines(Pen.For(level.Kind) with { Colour = Palette.QuietInk }, line);
        }

        var ascending = levels.OrderBy(level => level.Value).ToList();
        var centres = LabelRow.Centres(
            ascending.ConvertAll(level => -area.Y.At(level.Value)), ascending.ConvertAll(_ => Pitch),
            -ChartFrame.Height, 0);
        var x = ChartFrame.Right - levels.Max(level => TextStyle.Strong.WidthOf(level.Label));
        sheet.Texts(TextStyle.Strong, Palette.Ink, "start", ascending.Zip(centres, (level, centre) =>
            new PlacedText(level.Label, x, TextStyle.Strong.Drop - centre)));
    }
}
