using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace RgkCalibrator.Output.Plots;

/// <summary>Curves in steps, with the band of the first.</summary>
internal static class CurveSeries
{
    private const double LabelAir = 0.04;

    private static readonly double[] Shares = [0, 0.2, 0.4, 0.6, 0.8, 1];

    internal static PlotBorder Add(Plot plot, CurveModel model)
    {
        double[] levels = [.. model.Levels.Select(level => Shown(model, level))];
        foreach (var level in levels)
            plot.Add.HorizontalLine(level, 2, PlotInk.Line, LinePattern.Dotted);
        PlotAxes.AddMarkers(plot, model.Markers);
        foreach (var (place, curve) in model.Curves.Index().Reverse())
        {
            if (place == 0)
                AddBand(plot, model, [.. curve.Points.Where(point => point is { Lower: not null, Upper: not null })]);
            AddCurve(plot, model, curve, isFirst: place == 0);
        }

        plot.Axes.SetLimits(0, model.X.End * PlotAxes.BeyondEnd, 0, 1.02);
        PlotAxes.SetTicks(plot, model);
        var ticks = new NumericManual();
        var free = levels.Where(level => !Shares.Any(share => Math.Abs(share - level) < LabelAir));
        foreach (var share in Shares.Concat(free).Distinct())
            ticks.AddMajor(share, Numbers.Share(share, 1, model.Caption.Language));
        plot.Axes.Left.TickGenerator = ticks;
        var legend = model.Curves.Select((curve, place) =>
            new LegendEntry(curve.Label, place == 0 ? Swatch.Line : Swatch.Dash, ColourOf(place == 0)));
        return new PlotBorder([.. legend], model.Markers);
    }

    private static Color ColourOf(bool isFirst) => isFirst ? PlotInk.Inside : PlotInk.Outside;

    private static void AddCurve(Plot plot, CurveModel model, StepCurve curve, bool isFirst)
    {
        List<double> at = [0, .. curve.Points.Select(point => point.At)];
        List<double> shares = [Shown(model, 0), .. curve.Points.Select(point => Shown(model, point.Share))];
        // A curve that has not come to its end is known no further than its last point; another goes on to the edge.
        if (curve.Points.Count > 0 && curve.Points[^1].Share >= 1)
        {
            at.Add(model.X.End * PlotAxes.BeyondEnd);
            shares.Add(Shown(model, 1));
        }

        var line = AddSteps(plot, [.. at], [.. shares], ColourOf(isFirst), isFirst ? 4 : 3);
        (line.LegendText, line.LinePattern) = (curve.Label, PlotInk.Pattern(isFirst));
    }

    private static void AddBand(Plot plot, CurveModel model, IReadOnlyList<StepPoint> points)
    {
        if (points.Count == 0)
            return;
        double[] at = [.. points.Select(point => point.At)];
        double[] lower = [.. points.Select(point => Shown(model, point.Lower!.Value))];
        double[] upper = [.. points.Select(point => Shown(model, point.Upper!.Value))];
        var corners = new List<(double, double, double)>();
        for (var i = 0; i < points.Count; i++)
        {
            if (i > 0)
                corners.Add((at[i], lower[i - 1], upper[i - 1]));
            corners.Add((at[i], lower[i], upper[i]));
        }

        var band = plot.Add.FillY(corners, corner => corner);
        (band.FillColor, band.LineWidth, band.MarkerSize) = (PlotInk.Band, 0, 0);
        AddSteps(plot, at, lower, PlotInk.Inside.WithAlpha(0.5), 1);
        AddSteps(plot, at, upper, PlotInk.Inside.WithAlpha(0.5), 1);
    }

    private static Scatter AddSteps(Plot plot, double[] at, double[] shares, Color colour, float width)
    {
        var line = plot.Add.Scatter(at, shares, colour);
        (line.ConnectStyle, line.LineWidth, line.MarkerSize) = (ConnectStyle.StepHorizontal, width, 0);
        return line;
    }

    private static double Shown(CurveModel model, double share) => model.IsFalling ? 1 - share : share;
}
