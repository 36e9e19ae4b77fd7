using ScottPlot;
using ScottPlot.TickGenerators;
using Axis = RgkCalibrator.Output.Charts.Axis;

namespace RgkCalibrator.Output.Plots;

/// <summary>What stands around the series of a plot, and how much room their labels need.</summary>
/// <param name="Legend">What colours and lines mean.</param>
/// <param name="Markers">The lines with a name above the data.</param>
/// <param name="Left">From the edge of the sheet to the data.</param>
/// <param name="Right">The same at the right.</param>
internal sealed record PlotBorder(
    IReadOnlyList<LegendEntry> Legend, IReadOnlyList<PlotMarker> Markers, float Left = 170, float Right = 90)
{
    /// <summary>What the scale of colours at the right counts; empty where there is none.</summary>
    internal string RightTitle { get; init; } = string.Empty;
}

/// <summary>The ticks of axes, which begin at 0, and the lines at marked values.</summary>
internal static class PlotAxes
{
    /// <summary>A curve or a box at the very end of the axis would be cut in two.</summary>
    internal const double BeyondEnd = 1.01;

    private const int TickSteps = 10;
    private const int MostMonthTicks = 13;
    private const float TickSize = 21;

    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60];

    /// <summary>The ticks of the horizontal axis up to its end.</summary>
    internal static void SetTicks(Plot plot, PlotModel model) =>
        Ticks(plot.Axes.Bottom, TicksOf(model.X, model.Caption.Language), model.X.End * BeyondEnd);

    /// <summary>The ticks of whole numbers up to an end, since nobody is counted in halves.</summary>
    internal static void SetCountTicks(IAxis axis, double end, int steps, Language language)
    {
        var ticks = Axis.Nice(0, end, steps, language).Ticks;
        Ticks(axis, ticks.Where(tick => tick.Value == Math.Floor(tick.Value)), end);
    }

    /// <summary>The ticks at the edges of classes, and one of the open class where there is one.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="x">What the axis counts, up to the end of the classes.</param>
    /// <param name="language">The language of the labels.</param>
    /// <param name="open">The place of the open class, and how many classes before it have no tick.</param>
    internal static void SetClassTicks(
        IAxis axis, FineClasses classes, PlotAxis x, Language language, (double Place, int Clear) open)
    {
        var last = classes.IsOpen ? classes.End - (open.Clear * classes.Width) : classes.End;
        var ticks = Ticks(axis, TicksOf(x, language), last * (1 + 1e-9));
        if (classes.IsOpen)
            ticks.AddMajor(open.Place, "> " + Numbers.Shown(classes.End, 2, language));
    }

    internal static void SetLabelStyle(IAxis axis)
    {
        axis.TickLabelStyle.FontSize = TickSize;
        axis.TickLabelStyle.ForeColor = PlotInk.Ink;
    }

    /// <summary>Lines from the bottom to the top at marked values.</summary>
    internal static void AddMarkers(Plot plot, IEnumerable<PlotMarker> markers)
    {
        foreach (var marker in markers)
        {
            // A white edge keeps the line visible on the bars.
            plot.Add.VerticalLine(marker.Value, 7, PlotInk.Paper);
            plot.Add.VerticalLine(marker.Value).LineStyle = PlotInk.LineOf(marker.IsChosen);
        }
    }

    private static NumericManual Ticks(IAxis axis, IEnumerable<Charts.AxisTick> shown, double last)
    {
        var ticks = new NumericManual();
        foreach (var tick in shown.Where(tick => tick.Value <= last))
            ticks.AddMajor(tick.Value, tick.Label);
        axis.TickGenerator = ticks;
        return ticks;
    }

    // Parts of a year and whole ones, which is how durations are allowed; of parts of a month the usual round numbers.
    private static IReadOnlyList<Charts.AxisTick> TicksOf(PlotAxis x, Language language)
    {
        var step = x.CountsMonths && x.End >= 2 ? Array.Find(MonthSteps, step => x.End <= step * MostMonthTicks) : 0;
        var axis = step == 0
            ? Axis.Nice(0, x.End, TickSteps, language)
            : Axis.At(language, [.. Enumerable.Range(0, (int)(x.End / step) + 1).Select(i => (double)(i * step))]);
        return axis.Ticks;
    }
}
