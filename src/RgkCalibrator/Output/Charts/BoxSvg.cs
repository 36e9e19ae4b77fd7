namespace RgkCalibrator.Output.Charts;

/// <summary>Paints groups side by side: boxes that lie, so that long names can be read.</summary>
internal static class BoxSvg
{
    private const double LegendHeight = 50;
    private const double AxisHeight = 96;
    private const double MostRowHeight = 200;
    private const double MostLabelWidth = 520;
    private const double LabelAir = 30;
    private const double ValueAir = 24;
    private const double LinePitch = 26;
    private const double Diamond = 13;
    private const double OpenEnd = 22;
    private const double MostNote = 420;
    private const int LinesOfLabel = 2;

    private static readonly TextStyle Label = new(22);
    private static readonly TextStyle Count = new(20);
    private static readonly TextStyle Value = new(22, Bold: true);

    private static readonly SvgAttribute[] Outline = [("fill", "none"), ("stroke", "#" + Palette.Inside), ("stroke-width", 3)];

    public static SvgDrawing Paint(BoxChart chart)
    {
        var plot = Plot.Of(chart);
        var facts = chart.Table.Sentences();
        var svg = ChartFrame.Begin(chart.Caption, chart.Pooled is { } pooled ? facts.Prepend(pooled.Label + ".") : facts);
        Legend(svg, chart);
        XAxis(svg, chart, plot);
        if (chart.Pooled is { } line)
            MarkerLines.Paint(svg, MarkerLines.Placed([line], plot.X), plot.Top - MarkerLines.RowHeight - MarkerLines.LeaderHeight, (plot.Top, plot.Bottom));
        foreach (var (i, row) in chart.Rows.Index())
        {
            var y = plot.Top + ((i + 0.5) * plot.RowHeight);
            Names(svg, row, y, plot);
            Row(svg, row, y, plot);
        }

        return ChartFrame.End(svg);
    }

    private static void Legend(SvgWriter svg, BoxChart chart)
    {
        var (x, y) = (ChartFrame.Margin, ChartFrame.TopOf(chart.Caption) + 14);
        Box(svg, (x, x + 25, x + 50), y, 26);
        x = Word(svg, chart.BoxLegend, x + 62, y);
        Whisker(svg, x, x + 50, y);
        x = Word(svg, chart.WhiskerLegend, x + 62, y);
        Mark(svg, x + Diamond, y);
        Word(svg, chart.ProposalLegend, x + 38, y);
    }

    private static double Word(SvgWriter svg, string text, double x, double y)
    {
        var fitted = HistogramLayout.Title.Fit(text, (ChartFrame.Room / 3) - 110);
        ChartFrame.Texts(svg, HistogramLayout.Title, Palette.Ink);
        svg.Line(fitted, x, y + 8);
        svg.Close();
        return x + HistogramLayout.Title.WidthOf(fitted) + 40;
    }

    private static void XAxis(SvgWriter svg, BoxChart chart, Plot plot)
    {
        var grid = chart.XAxis.Ticks.SelectMany(tick => new (char, double[])[] { ('M', [plot.X.At(tick.Value), plot.Top]), ('V', [plot.Bottom + 8]) });
        svg.Empty("path", ("d", SvgWriter.Path(grid)), ("stroke", "#" + Palette.Grid), ("stroke-width", 2));
        var rules = Enumerable.Range(0, chart.Rows.Count + 1).SelectMany(i => Across(ChartFrame.Margin, ChartFrame.Width - ChartFrame.Margin, plot.Top + (i * plot.RowHeight)));
        svg.Empty("path", ("d", SvgWriter.Path(rules)), ("stroke", "#" + Palette.Grid));
        ChartFrame.Texts(svg, HistogramLayout.Tick, Palette.QuietInk, "middle");
        foreach (var tick in plot.X.Legible(chart.XAxis.Ticks, HistogramLayout.Tick))
            svg.Line(tick.Label, plot.X.At(tick.Value), plot.Bottom + 36);
        svg.Close();
        ChartFrame.Texts(svg, HistogramLayout.Title, Palette.QuietInk);
        svg.Line(HistogramLayout.Title.Fit(chart.XTitle, ChartFrame.Width - ChartFrame.Margin - plot.X.Start), plot.X.Start, plot.Bottom + 72);
        svg.Close();
    }

    private static void Names(SvgWriter svg, BoxRow row, double y, Plot plot)
    {
        // Of a low row the name has one line.
        var lines = Label.Balance(row.Label, MostLabelWidth, plot.RowHeight < (LinesOfLabel + 1.1) * LinePitch ? 1 : LinesOfLabel);
        var all = lines.Count + (row.CountLabel.Length > 0 ? 1 : 0);
        var first = y + 8 - ((all - 1) * LinePitch / 2);
        ChartFrame.Texts(svg, Label, Palette.Ink);
        foreach (var (i, line) in lines.Index())
            svg.Line(line, ChartFrame.Margin, first + (i * LinePitch));
        svg.Close();
        ChartFrame.Texts(svg, Count, Palette.QuietInk);
        if (row.CountLabel.Length > 0)
            svg.Line(Count.Fit(row.CountLabel, MostLabelWidth), ChartFrame.Margin, first + (lines.Count * LinePitch));
        svg.Close();
    }

    private static void Row(SvgWriter svg, BoxRow row, double y, Plot plot)
    {
        var height = Math.Min(60, plot.RowHeight * 0.5);
        if (row.Box is { } box)
        {
            if (box.Low is { } low)
                Whisker(svg, plot.X.At(low), plot.X.At(box.LowerQuartile), y, isLow: true);
            if (box is { High: { } high, UpperQuartile: { } upper })
                Whisker(svg, plot.X.At(upper), plot.X.At(high), y, isLow: false);
            else if (box.High is { } end)
                Unbound(svg, plot.X.At(box.Median) + OpenEnd, plot.X.At(end), y);
            Box(svg, (plot.X.At(box.LowerQuartile), plot.X.At(box.Median), box.UpperQuartile is { } quartile ? plot.X.At(quartile) : null), y, height);
        }

        if (row.Proposal is { } proposal)
            Mark(svg, plot.X.At(proposal), y);
        Words(svg, row, y, plot);
    }

    /// <summary>The value of the proposal and what is missing, behind the last mark.</summary>
    private static void Words(SvgWriter svg, BoxRow row, double y, Plot plot)
    {
        var x = Last(row) is { } last ? plot.X.At(last) + ValueAir : plot.X.Start + ValueAir;
        if (row.ProposalLabel.Length > 0)
            Said(svg, row.ProposalLabel, (Value, Palette.Ink), x, y);
        x += row.ProposalLabel.Length > 0 ? Value.WidthOf(row.ProposalLabel) + ValueAir : 0;
        if (row.Note.Length > 0)
            Said(svg, Count.Fit(row.Note, ChartFrame.Width - ChartFrame.Margin - x), (Count, Palette.QuietInk), x, y);
    }

    /// <summary>The lines behind a text stop for it.</summary>
    private static void Said(SvgWriter svg, string text, (TextStyle Style, string Colour) look, double x, double y)
    {
        svg.Empty("rect", ("x", x - 8), ("y", y - 18), ("width", look.Style.WidthOf(text) + 16), ("height", 36), ("fill", "#" + Palette.Paper));
        ChartFrame.Texts(svg, look.Style, look.Colour);
        svg.Line(text, x, y + 8);
        svg.Close();
    }

    private static double? Last(BoxRow row)
    {
        double?[] marks = [row.Proposal, row.Box?.Median, row.Box?.UpperQuartile, row.Box?.High];
        return marks.Max();
    }

    /// <summary>A box from the lower to the upper quartile; without the upper one it is open at the right of the median.</summary>
    private static void Box(SvgWriter svg, (double Lower, double Median, double? Upper) x, double y, double height)
    {
        var (top, bottom, open) = (y - (height / 2), y + (height / 2), x.Median + OpenEnd);
        (char, double[])[] outline = x.Upper is { } right
            ? [('M', [x.Lower, top]), ('H', [right]), ('V', [bottom]), ('H', [x.Lower]), ('Z', [])]
            : [('M', [open, top]), ('H', [x.Lower]), ('V', [bottom]), ('H', [open])];
        svg.Empty("path", [("d", SvgWriter.Path(outline)), .. Outline]);
        svg.Empty("path", ("d", SvgWriter.Path(('M', [x.Median, top]), ('V', [bottom]))), ("stroke", "#" + Palette.Inside), ("stroke-width", 8));
    }

    private static void Whisker(SvgWriter svg, double from, double to, double y, bool? isLow = null)
    {
        var ends = isLow switch { true => new[] { from }, false => [to], null => [from, to] };
        var path = Across(from, to, y).Concat(ends.SelectMany(x => Down(x, y)));
        svg.Empty("path", [("d", SvgWriter.Path(path)), .. Outline]);
    }

    /// <summary>The whisker of an open box is dotted: where the box ends on it is not shown.</summary>
    private static void Unbound(SvgWriter svg, double from, double to, double y)
    {
        if (to > from)
            svg.Empty("path", [("d", SvgWriter.Path(Across(from, to, y))), .. Outline, ("stroke-dasharray", "3 7")]);
        svg.Empty("path", [("d", SvgWriter.Path(Down(to, y))), .. Outline]);
    }

    private static IEnumerable<(char Command, double[] Numbers)> Down(double x, double y) => [('M', [x, y - 11]), ('V', [y + 11])];

    private static void Mark(SvgWriter svg, double x, double y) => svg.Empty(
        "path",
        ("d", SvgWriter.Path(('M', [x - Diamond, y]), ('L', [x, y - Diamond]), ('L', [x + Diamond, y]), ('L', [x, y + Diamond]), ('Z', []))),
        ("fill", "#" + Palette.Outside),
        ("stroke", "#" + Palette.Paper),
        ("stroke-width", 2));

    private static IEnumerable<(char Command, double[] Numbers)> Across(double from, double to, double y) => [('M', [from, y]), ('H', [to])];

    /// <summary>Where everything stands.</summary>
    private sealed record Plot(Scale X, double Top, double Bottom, double RowHeight)
    {
        public static Plot Of(BoxChart chart)
        {
            var top = ChartFrame.TopOf(chart.Caption) + LegendHeight + (chart.Pooled is null ? 0 : MarkerLines.RowHeight + MarkerLines.LeaderHeight);
            var room = ChartFrame.Bottom(chart.Caption) - AxisHeight - top;
            var height = Math.Min(MostRowHeight, room / chart.Rows.Count);
            var names = chart.Rows.Max(row => Label.Balance(row.Label, MostLabelWidth, LinesOfLabel).Select(Label.WidthOf).Append(Count.WidthOf(row.CountLabel)).Max());
            var start = ChartFrame.Margin + Math.Min(MostLabelWidth, names) + LabelAir;
            return new Plot(new Scale(chart.XAxis.Min, chart.XAxis.Max, start, End(chart, start)), top, top + (height * chart.Rows.Count), height);
        }

        /// <summary>The largest end of the axis for which the words behind the last mark of each row still fit.</summary>
        private static double End(BoxChart chart, double start)
        {
            var right = ChartFrame.Width - ChartFrame.Margin - ValueAir;
            var ends = from row in chart.Rows
                       where Last(row) is not null
                       let words = ValueAir + Value.WidthOf(row.ProposalLabel) + (row.Note.Length > 0 ? ValueAir + Math.Min(MostNote, Count.WidthOf(row.Note)) : 0)
                       let share = (Last(row)!.Value - chart.XAxis.Min) / (chart.XAxis.Max - chart.XAxis.Min)
                       select start + ((right - start - words) / Math.Max(share, 0.01));
            return ends.Append(right).Min();
        }
    }
}
