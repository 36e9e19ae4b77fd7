using RgkCalibrator.Output.Charts;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace RgkCalibrator.Output.Plots;

/// <summary>Boxes lying below each other, and values themselves where they are few.</summary>
internal static class BoxSeries
{
    private const double MostLabel = 540;
    private const double Half = 0.31;

    private static readonly TextStyle LabelStyle = new(21);

    internal static PlotBorder Add(Plot plot, BoxModel model)
    {
        var (rows, language) = (model.Rows, model.Caption.Language);
        PlotAxes.AddMarkers(plot, model.Markers);
        foreach (var (place, row) in rows.Index())
            AddRow(plot, row, rows.Count - place);
        plot.Axes.SetLimits(0, model.X.End * PlotAxes.BeyondEnd, 0.4, rows.Count + 0.6);
        PlotAxes.SetTicks(plot, model);
        var labels = rows.Select(row => LabelOf(row, language)).ToList();
        plot.Axes.Left.TickGenerator =
            new NumericManual([.. labels.Select((label, place) => new Tick(rows.Count - place, label))]);
        var left = Math.Clamp(labels.Max(LabelStyle.WidthOf) + 90, 170, 640);
        return new PlotBorder([.. LegendOf(model, language)], model.Markers, Left: (float)left);
    }

    private static string LabelOf(PartRow row, Language language)
    {
        var count = $" (n = {Numbers.Shown(row.Sample.Values.Count, 0, language)})";
        return LabelStyle.Fit(row.Label, MostLabel - LabelStyle.WidthOf(count)) + count;
    }

    private static IEnumerable<LegendEntry> LegendOf(BoxModel model, Language language)
    {
        if (model.Rows.Any(row => row.Box is not null))
        {
            var body = new Wording("P25 tot P75, streep bij P50", "P25 to P75, bar at P50");
            yield return new(body.In(language), Swatch.Fill, PlotInk.Band);
            yield return new(new Wording("P10 tot P90", "P10 to P90").In(language), Swatch.Line, PlotInk.Inside);
            yield return new(model.ChosenLabel, Swatch.Diamond, PlotInk.Outside);
        }

        var few = model.Rows.Where(row => row.Box is null).Select(row => row.Sample).ToList();
        if (few.Exists(sample => sample.Complete.Length > 0))
        {
            var complete = new Wording("één traject, afgerond", "one trajectory, complete");
            yield return new(complete.In(language), Swatch.Dot, PlotInk.Inside);
        }

        if (few.Exists(sample => sample.Running.Length > 0))
            yield return new(new Wording("nog lopend", "still running").In(language), Swatch.Ring, PlotInk.Outside);
    }

    private static void AddRow(Plot plot, PartRow row, double y)
    {
        if (row.Box is not { } box)
        {
            AddDots(plot, row.Sample.Complete, y, Swatch.Dot, PlotInk.Inside);
            AddDots(plot, row.Sample.Running, y, Swatch.Ring, PlotInk.Outside);
            return;
        }

        AddWhisker(plot, box[0], box[1], y);
        AddWhisker(plot, box[3], box[4], y);
        if (box[1] is { } low && box[3] is { } high)
        {
            var body = plot.Add.Rectangle(low, high, y - Half, y + Half);
            (body.FillColor, body.LineColor, body.LineWidth) = (PlotInk.Band, PlotInk.Inside, 3);
        }
        else
        {
            // Without its quartile a box is open: as far as the median, where that is reached.
            AddWhisker(plot, box[1], box[2], y);
        }

        if (box[2] is { } median)
            AddLine(plot, new CoordinateLine(median, y - Half, median, y + Half), 6);
        if (row.Chosen is { } chosen)
            AddDots(plot, [chosen], y, Swatch.Diamond, PlotInk.Outside);
    }

    private static void AddWhisker(Plot plot, double? from, double? to, double y)
    {
        if (from is { } low && to is { } high)
            AddLine(plot, new CoordinateLine(low, y, high, y), 3);
    }

    private static void AddLine(Plot plot, CoordinateLine place, float width)
    {
        var line = plot.Add.Line(place);
        (line.LineColor, line.LineWidth, line.MarkerSize) = (PlotInk.Inside, width, 0);
    }

    private static void AddDots(Plot plot, ReadOnlySpan<double> values, double y, Swatch swatch, Color colour)
    {
        if (values.IsEmpty)
            return;
        var dots = plot.Add.ScatterPoints(values.ToArray(), [.. Enumerable.Repeat(y, values.Length)]);
        dots.MarkerStyle = PlotInk.Marker(swatch, colour);
    }
}
