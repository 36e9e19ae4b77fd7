using ScottPlot;
using ScottPlot.Panels;

namespace RgkCalibrator.Output.Plots;

/// <summary>Cells of counts, with the framework's rectangle over them.</summary>
internal static class HeatMapSeries
{
    private const int ClearOfOpen = 2;
    private const int ColourSteps = 6;

    internal static PlotBorder Add(Plot plot, HeatMapModel model)
    {
        var (across, up, language) = (model.Durations, model.Volumes, model.Caption.Language);
        var (width, height) = (across.Count * across.Width, up.Count * up.Width);
        var most = Math.Max(1, model.Counts.Max(row => row.Max()));
        var heat = plot.Add.Heatmap(Intensities(model));
        heat.Rectangle = new CoordinateRect(0, width, 0, height);
        heat.FlipVertically = true;
        heat.Colormap = new BlueScale();
        heat.NaNCellColor = PlotInk.Paper;
        heat.ManualRange = new ScottPlot.Range(0, most);
        plot.Axes.SetLimits(0, width, 0, height);
        SetTicks(plot.Axes.Bottom, across, model.X, language);
        SetTicks(plot.Axes.Left, up, new(model.YTitle, CountsMonths: false, up.End), language);
        var bar = new ColorBar(heat, Edge.Right) { Width = 30 };
        PlotAxes.SetCountTicks(bar.Axis, most, ColourSteps, language);
        PlotAxes.SetLabelStyle(bar.Axis);
        bar.Axis.TickLabelStyle.FontName = PlotFont.Name;
        plot.Axes.AddPanel(bar);
        var legend = new List<LegendEntry>();
        if (model.Frame is { } frame)
        {
            var rectangle = plot.Add.Rectangle(0, frame.Duration ?? width, 0, frame.Volume);
            rectangle.FillColor = Colors.Transparent;
            (rectangle.LineColor, rectangle.LineWidth) = (PlotInk.Outside, 5);
            legend.Add(new(frame.Label, Swatch.Line, PlotInk.Outside));
        }

        return new PlotBorder(legend, [], Right: 290) { RightTitle = PlotWords.Trajectories.In(language) };
    }

    private static double[,] Intensities(HeatMapModel model)
    {
        var cells = new double[model.Volumes.Count, model.Durations.Count];
        foreach (var (row, counts) in model.Counts.Index())
        {
            foreach (var (column, count) in counts.Index())
                cells[row, column] = count > 0 ? count : double.NaN;
        }

        return cells;
    }

    private static void SetTicks(IAxis axis, FineClasses classes, PlotAxis x, Language language) =>
        PlotAxes.SetClassTicks(axis, classes, x, language, (classes.End + (classes.Width / 2), ClearOfOpen));

    /// <summary>
    /// From a blue that can be seen on white to nearly black; by the square root, so that cells of few are told from
    /// empty ones.
    /// </summary>
    private sealed class BlueScale : IColormap
    {
        private static readonly Color Light = Color.FromHex("CFE3F1");
        private static readonly Color Dark = Color.FromHex("03243A");

        public string Name => "blue";

        public Color GetColor(double position)
        {
            var at = Math.Sqrt(Math.Clamp(position, 0, 1));
            return at < 0.5
                ? Light.MixedWith(PlotInk.Inside, at / 0.5)
                : PlotInk.Inside.MixedWith(Dark, (at - 0.5) / 0.5);
        }
    }
}
