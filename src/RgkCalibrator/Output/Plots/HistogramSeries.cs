using ScottPlot;

namespace RgkCalibrator.Output.Plots;

/// <summary>Bars of counts; those of trajectories that still run stand on those of complete ones.</summary>
internal static class HistogramSeries
{
    // Between the last class with an end and the open one.
    private const int Gap = 1;
    private const double ClearOfOpen = 5;
    private const double Headroom = 1.04;

    internal static AddedSeries Add(Plot plot, HistogramPicture picture)
    {
        var (classes, language) = (picture.Classes, picture.Caption.Language);
        List<Bar> complete = [.. picture.Complete.Select((count, place) => BarOf(classes, place, 0, count))];
        List<Bar> running = [.. picture.Running.Select((count, place) => BarOf(classes, place, picture.Complete[place], picture.Complete[place] + count))];
        foreach (var bar in complete)
            (bar.FillColor, bar.LineColor, bar.LineWidth) = (PlotInk.Inside, PlotInk.Paper, 1);
        foreach (var bar in running)
            (bar.FillStyle, bar.LineColor, bar.LineWidth) = (PlotInk.Striped(PlotInk.Outside), PlotInk.Outside, bar.Value > bar.ValueBase ? 1 : 0);
        plot.Add.Bars(complete);
        plot.Add.Bars(running);
        var top = Math.Max(1, complete.Zip(running).Max(pair => pair.Second.Value)) * Headroom;
        var right = classes.IsOpen ? BarOf(classes, classes.Closed, 0, 0).Position + classes.Width : classes.End + (classes.Width / 2);
        plot.Axes.SetLimits(0, right, 0, top);
        PicturePainter.AddMarks(plot, picture.Marks);
        Ticks(plot, picture, top);
        return new AddedSeries(
            [
                new(PictureWords.Complete.In(language), Swatch.Fill, PlotInk.Inside),
                .. picture.Running.Sum() > 0 ? [new LegendEntry(PictureWords.Running.In(language), Swatch.Hatch, PlotInk.Outside)] : Array.Empty<LegendEntry>(),
            ],
            picture.Marks);
    }

    private static Bar BarOf(FineClasses classes, int place, double from, double to) => new()
    {
        Position = (place + (place < classes.Closed ? 0.5 : 0.5 + Gap)) * classes.Width,
        ValueBase = from,
        Value = to,
        Size = classes.Width,
    };

    private static void Ticks(Plot plot, HistogramPicture picture, double top)
    {
        var (classes, language) = (picture.Classes, picture.Caption.Language);
        var last = classes.IsOpen ? classes.End - (ClearOfOpen * classes.Width) : classes.End;
        PicturePainter.SetTicks(plot.Axes.Bottom, classes.End, value => value <= last * (1 + 1e-9), language, picture.CountsMonths);
        if (classes.IsOpen)
            ((ScottPlot.TickGenerators.NumericManual)plot.Axes.Bottom.TickGenerator).AddMajor(BarOf(classes, classes.Closed, 0, 0).Position, "> " + Numbers.Shown(classes.End, 2, language));
        // Nobody is counted in halves.
        PicturePainter.SetTicks(plot.Axes.Left, top, value => value <= top && value == Math.Floor(value), language);
    }
}
