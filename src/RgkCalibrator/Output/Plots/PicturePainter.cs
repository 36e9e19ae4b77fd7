using System.Text;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace RgkCalibrator.Output.Plots;

/// <summary>The form of a painted picture.</summary>
public enum PictureFormat
{
    /// <summary>Pixels.</summary>
    Png,

    /// <summary>Lines and texts, of any size.</summary>
    Svg,
}

/// <summary>How large a picture is painted; texts and lines grow with it.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record PictureSize(int Width, int Height)
{
    /// <summary>The sheet that texts are measured on.</summary>
    public static PictureSize Usual { get; } = new(1920, 1080);

    /// <summary>How much larger it is than the usual sheet, by the side that has less.</summary>
    internal double Scale => Math.Min((double)Width / Usual.Width, (double)Height / Usual.Height);
}

/// <summary>Paints pictures by ScottPlot: the one place, with those that add its series, that knows it.</summary>
public static class PicturePainter
{
    private const int TickSteps = 10;
    private const int MostMonthTicks = 13;
    private const int FullQuality = 100;

    /// <summary>Sees that all is there to paint with, before long work begins.</summary>
    /// <exception cref="CalibrationException">The font is not there.</exception>
    public static void Prepare() => _ = PlotFont.Name;

    /// <summary>The picture as a file.</summary>
    /// <exception cref="CalibrationException">The font is not there.</exception>
    public static byte[] Paint(RawPicture picture, PictureFormat format, PictureSize size)
    {
        using var plot = Build(picture, size);
        if (format == PictureFormat.Svg)
            return Encoding.UTF8.GetBytes(SvgIds.Renumbered(plot.GetSvgXml(size.Width, size.Height)).ReplaceLineEndings("\n"));
        using var image = plot.GetImage(size.Width, size.Height);
        return image.GetImageBytes(ImageFormat.Png, FullQuality);
    }

    /// <summary>The picture as ScottPlot's own series, from which everything that is drawn can be read back.</summary>
    internal static Plot Build(RawPicture picture, PictureSize size)
    {
        var plot = new Plot { ScaleFactor = size.Scale };
        plot.Font.Set(PlotFont.Name);
        plot.FigureBackground.Color = PlotInk.Paper;
        var series = picture switch
        {
            HistogramPicture histogram => HistogramSeries.Add(plot, histogram),
            CurvePicture curve => CurveSeries.Add(plot, curve),
            HeatPicture heat => HeatSeries.Add(plot, heat),
            BoxPicture box => BoxSeries.Add(plot, box),
            _ => throw new ArgumentOutOfRangeException(nameof(picture), picture, "Unknown picture."),
        };
        var frame = new PlotFrame(picture, PlotFont.Name, series, size.Width / size.Scale);
        plot.Axes.AddPanel(frame);
        plot.Layout.Fixed(new PixelPadding(series.Left, series.Right, frame.Below, frame.Above));
        Style(plot);
        return plot;
    }

    /// <summary>Ticks of ours on the axis from 0 to an end.</summary>
    internal static void SetTicks(IAxis axis, double end, Func<double, bool> isShown, Language language, bool countsMonths = false)
    {
        var ticks = new NumericManual();
        foreach (var tick in (countsMonths ? Months(end, language) : Output.Charts.Axis.Nice(0, end, TickSteps, language)).Ticks.Where(tick => isShown(tick.Value)))
            ticks.AddMajor(tick.Value, tick.Label);
        axis.TickGenerator = ticks;
    }

    // Parts of a year and whole ones, which is how durations are allowed; of parts of a month the usual round numbers.
    private static Output.Charts.Axis Months(double end, Language language)
    {
        int[] steps = [1, 2, 3, 6, 12, 24, 60];
        var step = Array.Find(steps, months => end <= months * MostMonthTicks);
        return step == 0 || end < 2 ? Output.Charts.Axis.Nice(0, end, TickSteps, language) : Output.Charts.Axis.At(language, [.. Enumerable.Range(0, (int)(end / step) + 1).Select(i => (double)(i * step))]);
    }

    /// <summary>Lines from the bottom to the top at marked values.</summary>
    internal static void AddMarks(Plot plot, IEnumerable<PictureMark> marks)
    {
        foreach (var mark in marks)
        {
            // A white edge keeps the line visible on the bars.
            plot.Add.VerticalLine(mark.Value, 7, PlotInk.Paper);
            var line = plot.Add.VerticalLine(mark.Value);
            line.LineStyle = PlotInk.LineOf(mark.IsChosen);
        }
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
            axis.TickLabelStyle.FontSize = 21;
            axis.TickLabelStyle.ForeColor = PlotInk.Ink;
            axis.FrameLineStyle.Color = PlotInk.Line;
            axis.MajorTickStyle.Color = PlotInk.Line;
            axis.MajorTickStyle.Length = 8;
            axis.MajorTickStyle.Width = 1.5f;
        }

        plot.HideLegend();
    }
}

/// <summary>What is to stand around series, and how much room their labels need.</summary>
/// <param name="Legend">What colours and lines mean.</param>
/// <param name="Marks">The lines with a name above the data.</param>
/// <param name="Left">From the edge of the sheet to the data.</param>
/// <param name="Right">The same at the right.</param>
internal sealed record AddedSeries(IReadOnlyList<LegendEntry> Legend, IReadOnlyList<PictureMark> Marks, float Left = 170, float Right = 90)
{
    /// <summary>What the scale of colours at the right counts; empty where there is none.</summary>
    internal string RightTitle { get; init; } = string.Empty;
}
