namespace RgkCalibrator.Output.Charts;

/// <summary>How a line looks.</summary>
/// <param name="Colour">As RRGGBB.</param>
/// <param name="Width">In px.</param>
/// <param name="Dash">The lengths of dashes and gaps; empty for an unbroken line.</param>
internal sealed record Pen(string Colour, double Width = 1, string Dash = "")
{
    public static Pen Grid { get; } = new(Palette.Grid, 2);

    public static Pen Axis { get; } = new(Palette.Line, 2);

    /// <summary>The pen for a kind of marker.</summary>
    public static Pen For(MarkerKind kind) => kind switch
    {
        MarkerKind.Compared => new(Palette.Ink, 3, "9 7"),
        MarkerKind.Chosen => new(Palette.Ink, 3),
        MarkerKind.Framework => new(Palette.Ink, 5, "22 8"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of marker."),
    };

    public IEnumerable<MarkupAttribute> Attributes()
    {
        yield return ("stroke", "#" + Colour);
        if (Width != 1)
            yield return ("stroke-width", Width);
        if (Dash.Length > 0)
            yield return ("stroke-dasharray", Dash);
    }
}
