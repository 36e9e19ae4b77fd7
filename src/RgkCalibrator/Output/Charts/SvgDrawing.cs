namespace RgkCalibrator.Output.Charts;

/// <summary>
/// A painted chart. Only a <see cref="ChartSheet"/> makes one, so that what becomes a picture was a chart of safe
/// values.
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
