using ScottPlot;

namespace RgkCalibrator.Output.Plots;

/// <summary>Curves in steps, with the band of the first.</summary>
internal static class CurveSeries
{
    private static readonly double[] Shares = [0, 0.2, 0.4, 0.6, 0.8, 1];

    internal static AddedSeries Add(Plot plot, CurvePicture picture)
    {
        foreach (var level in picture.Levels)
            plot.Add.HorizontalLine(level, 2, PlotInk.Line, LinePattern.Dotted);
        PicturePainter.AddMarks(plot, picture.Marks);
        foreach (var (place, series) in picture.Series.Index().Reverse())
            Add(plot, picture, series, place == 0);
        plot.Axes.SetLimits(0, picture.End * 1.01, 0, 1.02);
        PicturePainter.SetTicks(plot.Axes.Bottom, picture.End, value => value <= picture.End * 1.01, picture.Caption.Language, picture.CountsMonths);
        var ticks = new ScottPlot.TickGenerators.NumericManual();
        foreach (var share in Shares.Concat(picture.Levels).Where(share => Shares.Contains(share) || !Shares.Any(other => Math.Abs(other - share) < 0.04)).Distinct())
            ticks.AddMajor(share, Numbers.Share(share, 1, picture.Caption.Language));
        plot.Axes.Left.TickGenerator = ticks;
        return new AddedSeries(
            [.. picture.Series.Select((series, place) => new LegendEntry(series.Label, place == 0 ? Swatch.Line : Swatch.Dash, ColourOf(place == 0)))],
            picture.Marks);
    }

    private static Color ColourOf(bool isFirst) => isFirst ? PlotInk.Inside : PlotInk.Outside;

    private static void Add(Plot plot, CurvePicture picture, StepSeries series, bool isFirst)
    {
        var (start, last) = (Shown(picture, 0), series.Points.Count == 0 ? 0 : series.Points[^1].Share);
        double[] at = [0, .. series.Points.Select(point => point.At), picture.End * 1.01];
        if (series.HasBand)
            AddBand(plot, picture, series);
        // To the edge only what goes on there: a curve that has not come to its end is known no further than its last
        // point.
        double[] shares = [start, .. series.Points.Select(point => Shown(picture, point.Share)), last >= 1 ? Shown(picture, 1) : double.NaN];
        var line = plot.Add.Scatter(at[..^(last >= 1 ? 0 : 1)], shares[..^(last >= 1 ? 0 : 1)], ColourOf(isFirst));
        (line.ConnectStyle, line.LineWidth, line.MarkerSize, line.LegendText) = (ConnectStyle.StepHorizontal, isFirst ? 4 : 3, 0, series.Label);
        line.LinePattern = isFirst ? LinePattern.Solid : LinePattern.DenselyDashed;
    }

    private static void AddBand(Plot plot, CurvePicture picture, StepSeries series)
    {
        var points = series.Points.Where(point => point is { Lower: not null, Upper: not null }).ToList();
        var corners = new List<(double At, double From, double To)>();
        foreach (var (place, point) in points.Index())
        {
            if (place > 0)
                corners.Add((point.At, Shown(picture, points[place - 1].Lower!.Value), Shown(picture, points[place - 1].Upper!.Value)));
            corners.Add((point.At, Shown(picture, point.Lower!.Value), Shown(picture, point.Upper!.Value)));
        }

        if (points.Count == 0)
            return;
        var band = plot.Add.FillY(corners, corner => corner);
        (band.FillColor, band.LineWidth, band.MarkerSize) = (PlotInk.Band, 0, 0);
        AddLimit(plot, [.. points.Select(point => point.At)], [.. points.Select(point => Shown(picture, point.Lower!.Value))]);
        AddLimit(plot, [.. points.Select(point => point.At)], [.. points.Select(point => Shown(picture, point.Upper!.Value))]);
    }

    private static void AddLimit(Plot plot, double[] at, double[] shares)
    {
        var line = plot.Add.Scatter(at, shares, PlotInk.Inside.WithAlpha(0.5));
        (line.ConnectStyle, line.LineWidth, line.MarkerSize) = (ConnectStyle.StepHorizontal, 1, 0);
    }

    private static double Shown(CurvePicture picture, double share) => picture.IsFalling ? 1 - share : share;
}
