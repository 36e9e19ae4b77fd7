using ScottPlot;

namespace RgkCalibrator.Output.Plots;

/// <summary>Bars of counts; those of trajectories that still run stand on those of complete ones.</summary>
internal static class HistogramSeries
{
    // Between the last class with an end and the open one.
    private const int Gap = 1;
    private const int ClearOfOpen = 5;
    private const int CountSteps = 10;
    private const double Headroom = 1.04;

    internal static PlotBorder Add(Plot plot, HistogramModel model)
    {
        var (classes, language) = (model.Classes, model.Caption.Language);
        List<Bar> complete = [.. model.Complete.Select((count, place) => BarOf(classes, place, 0, count))];
        List<Bar> running = [.. complete.Zip(model.Running)
            .Select((pair, place) => BarOf(classes, place, pair.First.Value, pair.First.Value + pair.Second))];
        foreach (var bar in complete)
            (bar.FillColor, bar.LineColor, bar.LineWidth) = (PlotInk.Inside, PlotInk.Paper, 1);
        foreach (var bar in running)
        {
            (bar.FillStyle, bar.LineColor) = (PlotInk.Striped(PlotInk.Outside), PlotInk.Outside);
            bar.LineWidth = bar.Value > bar.ValueBase ? 1 : 0;
        }

        plot.Add.Bars(complete);
        plot.Add.Bars(running);
        var top = Math.Max(1, running.Max(bar => bar.Value)) * Headroom;
        var open = PlaceOf(classes, classes.Closed);
        plot.Axes.SetLimits(0, classes.IsOpen ? open + classes.Width : classes.End + (classes.Width / 2), 0, top);
        PlotAxes.AddMarkers(plot, model.Markers);
        PlotAxes.SetClassTicks(plot.Axes.Bottom, classes, model.X, language, (open, ClearOfOpen));
        PlotAxes.SetCountTicks(plot.Axes.Left, top, CountSteps, language);
        var legend = new List<LegendEntry>
        {
            new(new Wording("afgerond", "complete").In(language), Swatch.Fill, PlotInk.Inside),
        };
        if (model.Running.Sum() > 0)
        {
            var label = new Wording("loopt nog (tot nu toe)", "still running (so far)").In(language);
            legend.Add(new(label, Swatch.Hatch, PlotInk.Outside));
        }

        return new PlotBorder(legend, model.Markers);
    }

    private static Bar BarOf(FineClasses classes, int place, double from, double to) =>
        new() { Position = PlaceOf(classes, place), ValueBase = from, Value = to, Size = classes.Width };

    private static double PlaceOf(FineClasses classes, int place) =>
        (place + (place < classes.Closed ? 0.5 : 0.5 + Gap)) * classes.Width;
}
