using ScottPlot;
using ScottPlot.TickGenerators;

namespace RgkCalibrator.Output.Plots;

/// <summary>Boxes lying below each other, and values themselves where they are few.</summary>
internal static class BoxSeries
{
    private const double MostLabel = 540;
    private const double Thickness = 0.62;
    private static readonly Output.Charts.TextStyle Label = new(21);

    internal static AddedSeries Add(Plot plot, BoxPicture picture)
    {
        PicturePainter.AddMarks(plot, picture.Marks);
        foreach (var (place, row) in picture.Rows.Index())
            Add(plot, row, picture.Rows.Count - place);
        plot.Axes.SetLimits(0, picture.End * 1.01, 0.4, picture.Rows.Count + 0.6);
        PicturePainter.SetTicks(plot.Axes.Bottom, picture.End, value => value <= picture.End * 1.01, picture.Caption.Language, picture.CountsMonths);
        var labels = picture.Rows.Select(row => LabelOf(row, picture.Caption.Language)).ToList();
        plot.Axes.Left.TickGenerator = new NumericManual([.. labels.Select((label, place) => new Tick(picture.Rows.Count - place, label))]);
        var left = Math.Clamp(labels.Max(Label.WidthOf) + 90, 170, 640);
        return new AddedSeries(LegendOf(picture), picture.Marks, Left: (float)left);
    }

    private static string LabelOf(PartRow row, Language language)
    {
        var count = $" (n = {Numbers.Shown(row.Group.Cohort, 0, language)})";
        return Label.Fit(row.Label, MostLabel - Label.WidthOf(count)) + count;
    }

    private static List<LegendEntry> LegendOf(BoxPicture picture)
    {
        var language = picture.Caption.Language;
        var entries = new List<LegendEntry>();
        if (picture.Rows.Any(row => row.Box is not null))
        {
            entries.Add(new(new Wording("P25 tot P75, streep bij P50", "P25 to P75, bar at P50").In(language), Swatch.Fill, PlotInk.Band));
            entries.Add(new(new Wording("P10 tot P90", "P10 to P90").In(language), Swatch.Line, PlotInk.Inside));
            entries.Add(new(picture.ChosenLabel, Swatch.Diamond, PlotInk.Outside));
        }

        if (picture.Rows.Any(row => row.Box is null && row.Group.Count > 0))
            entries.Add(new(new Wording("één traject, afgerond", "one trajectory, complete").In(language), Swatch.Dot, PlotInk.Inside));
        if (picture.Rows.Any(row => row.Box is null && row.Group.Count < row.Group.Cohort))
            entries.Add(new(new Wording("nog lopend", "still running").In(language), Swatch.Ring, PlotInk.Outside));
        return entries;
    }

    private static void Add(Plot plot, PartRow row, double y)
    {
        if (row.Box is not { } box)
        {
            Dots(plot, row.Sample.Complete, y, Swatch.Dot, PlotInk.Inside);
            Dots(plot, row.Sample.Running, y, Swatch.Ring, PlotInk.Outside);
            return;
        }

        Whisker(plot, box[0], box[1], y);
        Whisker(plot, box[3], box[4], y);
        if (box[1] is { } low && box[3] is { } high)
        {
            var body = plot.Add.Rectangle(low, high, y - (Thickness / 2), y + (Thickness / 2));
            (body.FillColor, body.LineColor, body.LineWidth) = (PlotInk.Band, PlotInk.Inside, 3);
        }
        else
        {
            // Without its quartile a box is open: as far as the median, where that is reached.
            Whisker(plot, box[1], box[2], y);
        }

        if (box[2] is { } median)
            Line(plot, median, median, y - (Thickness / 2), y + (Thickness / 2), 6);
        if (row.Chosen is { } chosen)
            Dots(plot, [chosen], y, Swatch.Diamond, PlotInk.Outside);
    }

    private static void Whisker(Plot plot, double? from, double? to, double y)
    {
        if (from is { } low && to is { } high)
            Line(plot, low, high, y, y, 3);
    }

    private static void Line(Plot plot, double x1, double x2, double y1, double y2, float width)
    {
        var line = plot.Add.Line(x1, y1, x2, y2);
        (line.LineColor, line.LineWidth, line.MarkerSize) = (PlotInk.Inside, width, 0);
    }

    private static void Dots(Plot plot, ReadOnlySpan<double> values, double y, Swatch swatch, Color colour)
    {
        if (values.IsEmpty)
            return;
        var dots = plot.Add.ScatterPoints(values.ToArray(), [.. Enumerable.Repeat(y, values.Length)]);
        dots.MarkerStyle = PlotInk.Marker(swatch, colour);
    }
}
