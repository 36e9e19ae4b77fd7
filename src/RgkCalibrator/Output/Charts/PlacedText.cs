namespace RgkCalibrator.Output.Charts;

/// <summary>A line of text with its place, in px; <paramref name="Y"/> is its baseline.</summary>
internal readonly record struct PlacedText(string Text, double X, double Y)
{
    /// <summary>Lines below each other, the first with its baseline at <paramref name="top"/>.</summary>
    public static IEnumerable<PlacedText> Below(IEnumerable<string> lines, double x, double top, double pitch) =>
        lines.Select((line, i) => new PlacedText(line, x, top + (i * pitch)));
}
