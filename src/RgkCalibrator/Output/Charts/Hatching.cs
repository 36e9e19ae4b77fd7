using System.Runtime.InteropServices;

namespace RgkCalibrator.Output.Charts;

/// <summary>A rectangle on the sheet, in px.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Rectangle(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;
}

/// <summary>The stripes of areas that must not be told apart by colour alone, as lines within a rectangle.</summary>
internal static class Hatching
{
    /// <summary>The width of a stripe, in px.</summary>
    public const double Width = 8;

    private const double Pitch = 15;

    // Slanted stripes are counted by the sum of their coordinates, which grows faster than the distance between them.
    private const double SlantedPitch = Pitch * 1.4;

    /// <summary>Stripes that lie level.</summary>
    public static string Level(Rectangle area) => string.Concat(
        Steps(area.Top + (Pitch / 2), area.Bottom).Select(y => SvgPath.Across(area.Left, area.Right, y)));

    /// <summary>
    /// Stripes from the lower left to the upper right. Those of neighbours join: they count from the corner of the
    /// sheet.
    /// </summary>
    public static string Slanted(Rectangle area)
    {
        // All points of a stripe have one sum of their coordinates.
        var first = Math.Ceiling((area.Left + area.Top) / SlantedPitch) * SlantedPitch;
        return string.Concat(Steps(first, area.Right + area.Bottom, SlantedPitch).Select(sum =>
        {
            var (low, high) = (Math.Max(area.Left, sum - area.Bottom), Math.Min(area.Right, sum - area.Top));
            return high - low < 1 ? string.Empty : SvgPath.Format($"M{low} {sum - low}L{high} {sum - high}");
        }));
    }

    private static IEnumerable<double> Steps(double from, double to, double step = Pitch)
    {
        for (var at = from; at < to; at += step)
            yield return at;
    }
}
