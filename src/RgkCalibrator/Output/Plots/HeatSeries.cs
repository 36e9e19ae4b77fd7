using ScottPlot;
using ScottPlot.Panels;
using ScottPlot.TickGenerators;

namespace RgkCalibrator.Output.Plots;

/// <summary>Cells of counts, with the framework's rectangle over them.</summary>
internal static class HeatSeries
{
    internal static AddedSeries Add(Plot plot, HeatPicture picture)
    {
        var (across, up, language) = (picture.Durations, picture.Volumes, picture.Caption.Language);
        var most = Math.Max(1, picture.Counts.Max(row => row.Max()));
        var heat = plot.Add.Heatmap(Intensities(picture));
        heat.Rectangle = new CoordinateRect(0, across.Count * across.Width, 0, up.Count * up.Width);
        heat.FlipVertically = true;
        heat.Colormap = new BlueScale();
        heat.NaNCellColor = PlotInk.Paper;
        heat.ManualRange = new ScottPlot.Range(0, most);
        plot.Axes.SetLimits(0, across.Count * across.Width, 0, up.Count * up.Width);
        Ticks(plot.Axes.Bottom, across, language, picture.CountsMonths);
        Ticks(plot.Axes.Left, up, language, countsMonths: false);
        AddBar(plot, heat, most, language);
        AddFrame(plot, picture);
        return new AddedSeries(
            picture.Frame is { } frame ? [new LegendEntry(frame.Label, Swatch.Line, PlotInk.Outside)] : [],
            [],
            Right: 290)
        {
            RightTitle = PictureWords.Trajectories.In(language),
        };
    }

    private static double[,] Intensities(HeatPicture picture)
    {
        var cells = new double[picture.Volumes.Count, picture.Durations.Count];
        for (var row = 0; row < picture.Volumes.Count; row++)
        {
            for (var column = 0; column < picture.Durations.Count; column++)
                cells[row, column] = picture.Counts[row][column] is > 0 and var count ? count : double.NaN;
        }

        return cells;
    }

    private static void Ticks(IAxis axis, FineClasses classes, Language language, bool countsMonths)
    {
        var last = classes.IsOpen ? classes.End - (2 * classes.Width) : classes.End * (1 + 1e-9);
        PicturePainter.SetTicks(axis, classes.End, value => value <= last, language, countsMonths);
        if (classes.IsOpen)
            ((NumericManual)axis.TickGenerator).AddMajor(classes.End + (classes.Width / 2), "> " + Numbers.Shown(classes.End, 2, language));
    }

    private static void AddBar(Plot plot, ScottPlot.Plottables.Heatmap heat, long most, Language language)
    {
        var bar = new ColorBar(heat, Edge.Right) { Width = 30 };
        var ticks = new NumericManual();
        foreach (var tick in Output.Charts.Axis.Nice(0, most, 6, language).Ticks.Where(tick => tick.Value <= most && tick.Value == Math.Floor(tick.Value)))
            ticks.AddMajor(tick.Value, tick.Label);
        bar.Axis.TickGenerator = ticks;
        bar.Axis.TickLabelStyle.FontSize = 21;
        bar.Axis.TickLabelStyle.FontName = PlotFont.Name;
        bar.Axis.TickLabelStyle.ForeColor = PlotInk.Ink;
        plot.Axes.AddPanel(bar);
    }

    private static void AddFrame(Plot plot, HeatPicture picture)
    {
        if (picture.Frame is not { } frame)
            return;
        var right = frame.Duration ?? picture.Durations.Count * picture.Durations.Width;
        var rectangle = plot.Add.Rectangle(0, right, 0, frame.Volume);
        rectangle.FillColor = Colors.Transparent;
        (rectangle.LineColor, rectangle.LineWidth) = (PlotInk.Outside, 5);
    }

    /// <summary>
    /// From a blue that can be seen on white to nearly black; by the square root, so that cells of few are told from
    /// empty ones.
    /// </summary>
    private sealed class BlueScale : IColormap
    {
        private static readonly (double At, Color Color)[] Stops =
            [(0, Color.FromHex("CFE3F1")), (0.5, Color.FromHex(Output.Charts.Palette.Inside)), (1, Color.FromHex("03243A"))];

        public string Name => "blue";

        public Color GetColor(double position)
        {
            var at = Math.Sqrt(Math.Clamp(position, 0, 1));
            var (from, to) = at < Stops[1].At ? (Stops[0], Stops[1]) : (Stops[1], Stops[2]);
            return from.Color.MixedWith(to.Color, (at - from.At) / (to.At - from.At));
        }
    }
}
