namespace RgkCalibrator.Output.Charts;

/// <summary>Intervals of values on an axis upward.</summary>
internal static class UprightWhisker
{
    private const double HalfEnd = 12;

    private static readonly Pen Line = new(Palette.Inside, 3);

    /// <summary>An interval between two heights, with an end across each.</summary>
    public static void Upright(this ChartSheet sheet, double x, double from, double to) =>
        sheet.Lines(Line, SvgPath.Down(x, to, from) + End(x, from) + End(x, to));

    /// <summary>From a value to one limit of its interval; one that runs on has no end across it.</summary>
    public static void Upright(this ChartSheet sheet, double x, double value, double limit, bool hasEnd) => sheet.Lines(
        Line, SvgPath.Down(x, Math.Min(value, limit), Math.Max(value, limit)) + (hasEnd ? End(x, limit) : ""));

    private static string End(double x, double y) => SvgPath.Across(x - HalfEnd, x + HalfEnd, y);
}
