using ScottPlot;
using Palette = RgkCalibrator.Output.Charts.Palette;

namespace RgkCalibrator.Output.Plots;

/// <summary>The sign of an entry of the legend.</summary>
internal enum Swatch
{
    /// <summary>A filled rectangle.</summary>
    Fill,

    /// <summary>A rectangle with stripes.</summary>
    Hatch,

    /// <summary>A line.</summary>
    Line,

    /// <summary>A broken line.</summary>
    Dash,

    /// <summary>A filled dot.</summary>
    Dot,

    /// <summary>An open dot.</summary>
    Ring,

    /// <summary>A diamond.</summary>
    Diamond,
}

/// <summary>An entry of the legend.</summary>
internal sealed record LegendEntry(string Label, Swatch Swatch, Color Color);

/// <summary>The colours and lines of restricted plots: those of all charts.</summary>
internal static class PlotInk
{
    internal static Color Ink { get; } = Color.FromHex(Palette.Ink);

    internal static Color Quiet { get; } = Color.FromHex(Palette.QuietInk);

    internal static Color Inside { get; } = Color.FromHex(Palette.Inside);

    internal static Color Outside { get; } = Color.FromHex(Palette.Outside);

    internal static Color Line { get; } = Color.FromHex(Palette.Line);

    internal static Color Grid { get; } = Color.FromHex(Palette.Grid);

    internal static Color Paper { get; } = Color.FromHex(Palette.Paper);

    internal static Color Band { get; } = Inside.WithAlpha(0.18);

    /// <summary>The line at a percentile; that of the one beside the chosen is broken.</summary>
    internal static LineStyle LineOf(bool isChosen) => new(3, Ink, Pattern(isChosen));

    /// <summary>The pattern of a line; that of a line of less weight is broken.</summary>
    internal static LinePattern Pattern(bool isWhole) => isWhole ? LinePattern.Solid : LinePattern.DenselyDashed;

    /// <summary>Stripes, which are told from a filled plane without colour.</summary>
    internal static FillStyle Striped(Color colour) =>
        new() { Color = Paper, Hatch = new ScottPlot.Hatches.Striped(), HatchColor = colour, IsVisible = true };

    /// <summary>An entry of the legend, in a rectangle.</summary>
    internal static void Paint(RenderPack rp, LegendEntry entry, PixelRect at)
    {
        var (colour, y) = (entry.Color, at.VerticalCenter);
        switch (entry.Swatch)
        {
            case Swatch.Fill:
                var fill = new FillStyle { Color = colour, IsVisible = true };
                Drawing.FillRectangle(rp.Canvas, at, rp.Paint, fill);
                break;
            case Swatch.Hatch:
                Drawing.FillRectangle(rp.Canvas, at, rp.Paint, Striped(colour));
                Drawing.DrawRectangle(rp.Canvas, at, rp.Paint, new LineStyle(1, colour));
                break;
            case Swatch.Line or Swatch.Dash:
                var line = new LineStyle(4, colour, Pattern(entry.Swatch == Swatch.Line));
                Drawing.DrawLine(rp.Canvas, rp.Paint, new Pixel(at.Left, y), new Pixel(at.Right, y), line);
                break;
            default:
                var middle = new Pixel(at.HorizontalCenter, y);
                Drawing.DrawMarker(rp.Canvas, rp.Paint, middle, Marker(entry.Swatch, colour));
                break;
        }
    }

    /// <summary>The mark of one value.</summary>
    internal static MarkerStyle Marker(Swatch swatch, Color colour) => swatch switch
    {
        Swatch.Dot => new MarkerStyle(MarkerShape.FilledCircle, 13, colour),
        Swatch.Ring => new MarkerStyle(MarkerShape.OpenCircle, 13, colour) { LineWidth = 3 },
        Swatch.Diamond => new MarkerStyle(MarkerShape.FilledDiamond, 20, colour),
        _ => throw new ArgumentOutOfRangeException(nameof(swatch), swatch, "No mark."),
    };
}
