namespace RgkCalibrator.Output.Charts;

/// <summary>
/// A chart as <see cref="SvgPainter"/> painted it, and nobody else can make one: what becomes a picture has been a chart model of safe values.
/// </summary>
public sealed record SvgDrawing
{
    internal SvgDrawing(string text) => Text = text;

    /// <summary>The SVG, in lines that end with LF.</summary>
    public string Text { get; }

    /// <inheritdoc cref="Text"/>
    public static implicit operator string(SvgDrawing drawing) => drawing.Text;

    /// <inheritdoc cref="Text"/>
    public override string ToString() => Text;
}
