namespace RgkCalibrator.Output.Charts;

/// <summary>Paints a cumulative curve: a dot for every percentile that is shown, and a line between that leads the eye.</summary>
internal static class CurveSvg
{
    private const double Dot = 9;
    private const double BelowAxis = 96;
    private const double AirAbove = 10;
    private const double LevelAir = 14;
    private const double LevelPitch = 24;
    private const int YSteps = 5;

    private static readonly TextStyle Level = new(22, Bold: true);

    public static SvgDrawing Paint(CurveChart chart)
    {
        var plot = Plot.Of(chart);
        var facts = chart.Markers.Select(marker => marker.Label + ".").Concat(chart.Table.Sentences());
        var svg = ChartFrame.Begin(chart.Caption, facts);
        YAxis(svg, chart, plot);
        Levels(svg, chart, plot);
        XAxis(svg, chart, plot);
        MarkerLines.Paint(svg, plot.Markers, plot.LabelsTop, (plot.Y.End, plot.Y.Start));
        Curve(svg, chart, plot);
        return ChartFrame.End(svg);
    }

    private static void YAxis(SvgWriter svg, CurveChart chart, Plot plot)
    {
        ChartFrame.Texts(svg, HistogramLayout.Title, Palette.QuietInk);
        svg.Line(HistogramLayout.Title.Fit(chart.YTitle, ChartFrame.Room), ChartFrame.Margin, plot.LabelsTop - MarkerLines.RowHeight + 21);
        svg.Close();
        var ticks = Enumerable.Range(0, YSteps + 1).Select(i => (double)i / YSteps).ToList();
        svg.Empty("path", ("d", SvgWriter.Path(ticks.Skip(1).SelectMany(share => Across(plot, share)))), ("stroke", "#" + Palette.Grid), ("stroke-width", 2));
        ChartFrame.Texts(svg, HistogramLayout.Tick, Palette.QuietInk, "end");
        foreach (var share in ticks)
            svg.Line(Numbers.Share(share, 0, chart.Caption.Language), plot.X.Start - 14, plot.Y.At(share) + 8);
        svg.Close();
    }

    /// <summary>The names stand behind the plot, where no curve comes.</summary>
    private static void Levels(SvgWriter svg, CurveChart chart, Plot plot)
    {
        foreach (var level in chart.Levels)
            svg.Empty("path", [("d", SvgWriter.Path(Across(plot, level.Share))), ("stroke", "#" + Palette.QuietInk), .. MarkerLines.Stroke(level.Kind)]);
        ChartFrame.Texts(svg, Level, Palette.Ink);
        // A row of names that goes upward.
        var levels = chart.Levels.OrderBy(level => level.Share).ToList();
        var centres = LabelRow.Centres(
            [.. levels.Select(level => -plot.Y.At(level.Share))], [.. levels.Select(_ => LevelPitch)], -ChartFrame.Height, -plot.LabelsTop);
        foreach (var (level, centre) in levels.Zip(centres))
            svg.Line(level.Label, plot.X.End + LevelAir, 8 - centre);
        svg.Close();
    }

    private static void XAxis(SvgWriter svg, CurveChart chart, Plot plot)
    {
        var bottom = plot.Y.Start;
        var marks = chart.XAxis.Ticks.Select(tick => plot.X.At(tick.Value)).SelectMany(x => new (char, double[])[] { ('M', [x, bottom]), ('V', [bottom + 8]) });
        svg.Empty("path", ("d", SvgWriter.Path(Across(plot, 0).Concat(marks))), ("stroke", "#" + Palette.Line), ("stroke-width", 2), ("fill", "none"));
        ChartFrame.Texts(svg, HistogramLayout.Tick, Palette.QuietInk, "middle");
        foreach (var tick in plot.X.Legible(chart.XAxis.Ticks, HistogramLayout.Tick))
            svg.Line(tick.Label, plot.X.At(tick.Value), bottom + 36);
        svg.Close();
        ChartFrame.Texts(svg, HistogramLayout.Title, Palette.QuietInk);
        svg.Line(HistogramLayout.Title.Fit(chart.XTitle, plot.X.End - plot.X.Start), plot.X.Start, bottom + 72);
        svg.Close();
    }

    private static void Curve(SvgWriter svg, CurveChart chart, Plot plot)
    {
        var places = chart.Points.Select(point => new[] { plot.X.At(point.Value), plot.Y.At(point.Share) }).ToList();
        var path = SvgWriter.Path(places.Select((place, i) => (i == 0 ? 'M' : 'L', place)));
        svg.Empty("path", ("d", path), ("stroke", "#" + Palette.Inside), ("stroke-width", 4), ("fill", "none"));
        foreach (var (place, point) in places.Zip(chart.Points))
        {
            svg.Open("circle", ("cx", place[0]), ("cy", place[1]), ("r", Dot), ("fill", "#" + Palette.Inside), ("stroke", "#" + Palette.Paper), ("stroke-width", 3));
            svg.Words("title", string.Concat(point.Label, ": ", point.ShareLabel));
            svg.Close();
        }
    }

    private static IEnumerable<(char Command, double[] Numbers)> Across(Plot plot, double share) =>
        [('M', [plot.X.Start, plot.Y.At(share)]), ('H', [plot.X.End])];

    /// <summary>Where everything stands.</summary>
    private sealed record Plot(Scale X, Scale Y, double LabelsTop, IReadOnlyList<PlacedMarker> Markers)
    {
        public static Plot Of(CurveChart chart)
        {
            var labelsTop = ChartFrame.TopOf(chart.Caption) + MarkerLines.RowHeight;
            var top = labelsTop + MarkerLines.RowHeight + MarkerLines.LeaderHeight + AirAbove;
            var left = ChartFrame.Margin + HistogramLayout.Tick.WidthOf(Numbers.Share(1, 0, chart.Caption.Language)) + 16;
            var right = ChartFrame.Width - ChartFrame.Margin - chart.Levels.Select(level => Level.WidthOf(level.Label) + LevelAir).Append(0).Max();
            var last = chart.Markers.Select(marker => marker.Value).Append(chart.Points[^1].Value).Append(chart.XAxis.Max).Max();
            var x = new Scale(chart.XAxis.Min, last, left, right);
            return new Plot(x, new Scale(0, 1, ChartFrame.Bottom(chart.Caption) - BelowAxis, top), labelsTop, MarkerLines.Placed(chart.Markers, x));
        }
    }
}
