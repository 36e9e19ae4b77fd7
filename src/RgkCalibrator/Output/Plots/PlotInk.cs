using ScottPlot;
using Palette = RgkCalibrator.Output.Charts.Palette;

namespace RgkCalibrator.Output.Plots;

/// <summary>The colours and lines of restricted pictures: those of all charts.</summary>
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
    internal static LineStyle LineOf(bool isChosen) => new(3, Ink, isChosen ? LinePattern.Solid : LinePattern.DenselyDashed);

    /// <summary>Stripes, which are told from a filled plane without colour.</summary>
    internal static FillStyle Striped(Color colour) => new()
    {
        Color = Paper,
        Hatch = new ScottPlot.Hatches.Striped(),
        HatchColor = colour,
        IsVisible = true,
    };

    /// <summary>An entry of the legend, in a rectangle.</summary>
    internal static void Paint(RenderPack rp, LegendEntry entry, PixelRect at)
    {
        var middle = new Pixel(at.HorizontalCenter, at.VerticalCenter);
        switch (entry.Swatch)
        {
            case Swatch.Fill:
                Drawing.FillRectangle(rp.Canvas, at, rp.Paint, new FillStyle { Color = entry.Color, IsVisible = true });
                break;
            case Swatch.Hatch:
                Drawing.FillRectangle(rp.Canvas, at, rp.Paint, Striped(entry.Color));
                Drawing.DrawRectangle(rp.Canvas, at, rp.Paint, new LineStyle(1, entry.Color));
                break;
            case Swatch.Line or Swatch.Dash:
                var pattern = entry.Swatch == Swatch.Line ? LinePattern.Solid : LinePattern.DenselyDashed;
                Drawing.DrawLine(rp.Canvas, rp.Paint, new Pixel(at.Left, middle.Y), new Pixel(at.Right, middle.Y), new LineStyle(4, entry.Color, pattern));
                break;
            case Swatch.Dot or Swatch.Ring or Swatch.Diamond:
                Drawing.DrawMarker(rp.Canvas, rp.Paint, middle, Marker(entry.Swatch, entry.Color));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(entry), entry.Swatch, "Unknown swatch.");
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
