using System.Text;
using ScottPlot;

namespace RgkCalibrator.Output.Plots;

/// <summary>The form of a painted plot.</summary>
public enum PlotFormat
{
    /// <summary>Pixels.</summary>
    Png,

    /// <summary>Lines and texts, of any size.</summary>
    Svg,
}

/// <summary>How large a plot is painted; texts and lines grow with it.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record PlotSize(int Width, int Height)
{
    /// <summary>The sheet that texts are measured on.</summary>
    public static PlotSize Usual { get; } = new(1920, 1080);

    /// <summary>How much larger it is than the usual sheet, by the side that has less.</summary>
    internal double Scale => Math.Min((double)Width / Usual.Width, (double)Height / Usual.Height);
}

/// <summary>Paints plots by ScottPlot.</summary>
public static class PlotPainter
{
    private const int FullQuality = 100;

    /// <summary>Sees that all is there to paint with, before long work begins.</summary>
    /// <exception cref="CalibrationException">The font is not there.</exception>
    public static void Prepare() => _ = PlotFont.Name;

    /// <summary>The plot as a file.</summary>
    /// <exception cref="CalibrationException">The font is not there.</exception>
    public static byte[] Paint(PlotModel model, PlotFormat format, PlotSize size)
    {
        using var plot = Build(model, size);
        if (format == PlotFormat.Svg)
        {
            var svg = SvgIds.Renumbered(plot.GetSvgXml(size.Width, size.Height));
            return Encoding.UTF8.GetBytes(svg.ReplaceLineEndings("\n"));
        }

        using var image = plot.GetImage(size.Width, size.Height);
        return image.GetImageBytes(ImageFormat.Png, FullQuality);
    }

    /// <summary>The plot as ScottPlot's own series, from which everything that is drawn can be read back.</summary>
    internal static Plot Build(PlotModel model, PlotSize size)
    {
        var plot = new Plot { ScaleFactor = size.Scale };
        plot.Font.Set(PlotFont.Name);
        plot.FigureBackground.Color = PlotInk.Paper;
        var border = model switch
        {
            HistogramModel histogram => HistogramSeries.Add(plot, histogram),
            CurveModel curve => CurveSeries.Add(plot, curve),
            HeatMapModel heatMap => HeatMapSeries.Add(plot, heatMap),
            BoxModel box => BoxSeries.Add(plot, box),
            _ => throw new ArgumentOutOfRangeException(nameof(model), model, "Unknown kind of plot."),
        };
        var frame = new PlotFrame(model, border, size.Width / size.Scale);
        plot.Axes.AddPanel(frame);
        plot.Layout.Fixed(new PixelPadding(border.Left, border.Right, frame.Below, frame.Above));
        Style(plot);
        return plot;
    }

    private static void Style(Plot plot)
    {
        plot.Grid.MajorLineColor = PlotInk.Grid;
        plot.Grid.MajorLineWidth = 1.5f;
        // It keeps a scale of colours off the data.
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.IsVisible = false;
        foreach (var axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            PlotAxes.SetLabelStyle(axis);
            axis.FrameLineStyle.Color = PlotInk.Line;
            axis.MajorTickStyle.Color = PlotInk.Line;
            axis.MajorTickStyle.Length = 8;
            axis.MajorTickStyle.Width = 1.5f;
        }

        plot.HideLegend();
    }
}
