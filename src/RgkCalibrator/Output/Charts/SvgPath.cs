using System.Globalization;

namespace RgkCalibrator.Output.Charts;

/// <summary>The data of SVG paths, in px. The data of several paths can be put one behind the other.</summary>
internal static class SvgPath
{
    /// <summary>A path in the notation of SVG, from rounded numbers: <c>M10 20H30</c>.</summary>
    public static string Format(FormattableString path)
    {
        object[] numbers = [.. path.GetArguments().Select(number => MarkupAttribute.Number((double)number!))];
        return string.Format(CultureInfo.InvariantCulture, path.Format, numbers);
    }

    /// <summary>A rectangle.</summary>
    public static string Box(double left, double top, double width, double height) =>
        Format($"M{left} {top}H{left + width}V{top + height}H{left}Z");

    /// <summary>A horizontal line.</summary>
    public static string Across(double from, double to, double y) => Format($"M{from} {y}H{to}");

    /// <summary>A vertical line.</summary>
    public static string Down(double x, double from, double to) => Format($"M{x} {from}V{to}");

    /// <summary>Straight lines from point to point.</summary>
    public static string Through(IEnumerable<(double X, double Y)> points) =>
        "M" + string.Join('L', points.Select(point => Format($"{point.X} {point.Y}")));
}
