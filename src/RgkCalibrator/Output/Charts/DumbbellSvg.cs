namespace RgkCalibrator.Output.Charts;

/// <summary>Paints a dumbbell chart. The percentile for comparison is a ring, that of the proposal a dot: equal values show as a dot in a ring.</summary>
internal static class DumbbellSvg
{
    private const double Ring = 11;
    private const double Dot = 7.5;
    private const double ValueAir = 18;
    private const double NoteAir = 16;
    private const double UnitAir = 30;

    private static readonly TextStyle PanelTitle = new(24, Bold: true);

    /// <summary>Paints one page of a chart; all pages have their axes in the same place, so that slides can be compared.</summary>
    public static SvgDrawing Paint(DumbbellChart page, DumbbellChart chart)
    {
        var ends = Ends(chart);
        var svg = ChartFrame.Begin(page.Caption, page.Table.Sentences());
        Legend(svg, page);
        var top = ChartFrame.Top + DumbbellLayout.LegendHeight;
        var stretch = DumbbellLayout.Stretch(page);
        foreach (var panel in page.Panels)
        {
            var rows = Placed(panel, top + DumbbellLayout.HeadHeight, stretch).ToList();
            Panel(svg, panel, rows, new(panel.XAxis.Min, panel.XAxis.Max, ends.Start, ends.End));
            top = rows[^1].Bottom + DumbbellLayout.AxisHeight;
        }

        return ChartFrame.End(svg);
    }

    /// <summary>Where axes start and end: between the labels of the rows and what is written behind the points.</summary>
    private static (double Start, double End) Ends(DumbbellChart chart)
    {
        var rows = chart.Panels.SelectMany(panel => panel.Rows, (panel, row) => (panel.XAxis, Row: row)).ToList();
        var labels = rows.Max(row => DumbbellLayout.LabelLines(row.Row).Max(DumbbellLayout.Label.WidthOf));
        var values = rows.Max(row => DumbbellLayout.Value.WidthOf(First(row.Row)?.Label ?? row.Row.ComparedLabel));
        var start = ChartFrame.Margin + labels + values + (2 * ValueAir);
        return (start, rows.Min(row => LargestEnd(row.Row, row.XAxis, start)));
    }

    /// <summary>The largest end of an axis for which value and note of a row still fit behind its last point.</summary>
    private static double LargestEnd(DumbbellRow row, Axis axis, double start)
    {
        var right = ChartFrame.Width - ChartFrame.Margin;
        if (Last(row) is not { } last)
            return right - ValueAir;
        var note = row.Note.Length > 0 ? NoteAir + DumbbellLayout.Label.WidthOf(row.Note) : 0;
        var room = right - start - ValueAir - DumbbellLayout.Value.WidthOf(last.Label) - note;
        var share = (last.Value - axis.Min) / (axis.Max - axis.Min);
        return start + Math.Min(right - start - ValueAir, room / Math.Max(share, 0.01));
    }

    private static void Legend(SvgWriter svg, DumbbellChart page)
    {
        var x = ChartFrame.Margin + Ring;
        foreach (var (isRing, name) in new[] { (true, page.ComparedLegend), (false, page.ChosenLegend) })
        {
            var label = HistogramLayout.Title.Fit(name, (ChartFrame.Room / 2) - 66);
            Point(svg, isRing, x, ChartFrame.Top + 13);
            ChartFrame.Texts(svg, HistogramLayout.Title, Palette.Ink);
            svg.Line(label, x + 22, ChartFrame.Top + 21);
            svg.Close();
            x += 22 + HistogramLayout.Title.WidthOf(label) + 44;
        }
    }

    private static void Panel(SvgWriter svg, DumbbellPanel panel, List<PlacedRow> rows, Scale x)
    {
        Line(svg, PanelTitle, Palette.Ink, (PanelTitle.Fit(panel.Title, ChartFrame.Room), ChartFrame.Margin, rows[0].Top - 14));
        PanelAxis(svg, panel, x, (rows[0].Top, rows[^1].Bottom));
        var rules = rows.SelectMany(row => Segment(ChartFrame.Margin, ChartFrame.Width - ChartFrame.Margin, row.Bottom));
        svg.Empty("path", ("d", SvgWriter.Path(rules)), ("stroke", "#" + Palette.Grid));
        RowLabels(svg, rows);
        Points(svg, rows, x);
        Values(svg, rows, x);
        Notes(svg, rows, x);
    }

    private static IEnumerable<PlacedRow> Placed(DumbbellPanel panel, double top, double stretch)
    {
        foreach (var row in panel.Rows)
        {
            var bottom = top + (DumbbellLayout.HeightOf(row) * stretch);
            yield return new(row, top, bottom);
            top = bottom;
        }
    }

    private static void PanelAxis(SvgWriter svg, DumbbellPanel panel, Scale x, (double Top, double Bottom) y)
    {
        var lines = panel.XAxis.Ticks.Select(tick => x.At(tick.Value))
            .SelectMany(at => new (char, double[])[] { ('M', [at, y.Top]), ('V', [y.Bottom + 6]) });
        svg.Empty("path", ("d", SvgWriter.Path(lines)), ("stroke", "#" + Palette.Grid), ("stroke-width", 2));
        ChartFrame.Texts(svg, DumbbellLayout.Label, Palette.QuietInk, "middle");
        foreach (var tick in x.Legible(panel.XAxis.Ticks, DumbbellLayout.Label))
            svg.Line(tick.Label, x.At(tick.Value), y.Bottom + 30);
        svg.Close();
        ChartFrame.Texts(svg, DumbbellLayout.Label, Palette.QuietInk, "end");
        svg.Line(DumbbellLayout.Label.Fit(panel.XTitle, x.Start - ChartFrame.Margin - UnitAir), x.Start - UnitAir, y.Bottom + 30);
        svg.Close();
    }

    private static void RowLabels(SvgWriter svg, List<PlacedRow> rows)
    {
        ChartFrame.Texts(svg, DumbbellLayout.Label, Palette.Ink);
        foreach (var row in rows)
        {
            var lines = DumbbellLayout.LabelLines(row.Row);
            var first = row.Middle + 7 - ((lines.Count - 1) * DumbbellLayout.LinePitch / 2);
            foreach (var (i, line) in lines.Index())
                svg.Line(line, ChartFrame.Margin, first + (i * DumbbellLayout.LinePitch));
        }

        svg.Close();
    }

    private static void Points(SvgWriter svg, List<PlacedRow> rows, Scale x)
    {
        var bars = rows.Where(row => row.Row is { Compared: not null, Chosen: not null })
            .SelectMany(row => Segment(x.At(row.Row.Compared!.Value), x.At(row.Row.Chosen!.Value), row.Middle));
        svg.Empty("path", ("d", SvgWriter.Path(bars)), ("stroke", "#" + Palette.Line), ("stroke-width", 5));
        foreach (var row in rows)
        {
            if (row.Row.Compared is { } compared)
                Point(svg, true, x.At(compared), row.Middle);
            if (row.Row.Chosen is { } chosen)
                Point(svg, false, x.At(chosen), row.Middle);
        }
    }

    private static void Values(SvgWriter svg, List<PlacedRow> rows, Scale x)
    {
        ChartFrame.Texts(svg, DumbbellLayout.Value, Palette.Ink, "end");
        foreach (var row in rows)
        {
            if (First(row.Row) is { } first)
                svg.Line(first.Label, x.At(first.Value) - ValueAir, row.Middle + 7);
        }

        svg.Close();
        ChartFrame.Texts(svg, DumbbellLayout.Value, Palette.Ink);
        foreach (var row in rows)
        {
            if (Last(row.Row) is { } last)
                svg.Line(last.Label, x.At(last.Value) + ValueAir, row.Middle + 7);
        }

        svg.Close();
    }

    private static void Notes(SvgWriter svg, List<PlacedRow> rows, Scale x)
    {
        ChartFrame.Texts(svg, DumbbellLayout.Label, Palette.QuietInk);
        foreach (var row in rows.Where(row => row.Row.Note.Length > 0))
        {
            var left = Last(row.Row) is { } last
                ? x.At(last.Value) + ValueAir + DumbbellLayout.Value.WidthOf(last.Label) + NoteAir
                : x.Start + NoteAir;
            svg.Line(DumbbellLayout.Label.Fit(row.Row.Note, ChartFrame.Width - ChartFrame.Margin - left), left, row.Middle + 7);
        }

        svg.Close();
    }

    /// <summary>The point whose value is written before it: the lower of two.</summary>
    private static (double Value, string Label)? First(DumbbellRow row) => row switch
    {
        { Compared: { } compared, Chosen: { } chosen } => chosen < compared ? (chosen, row.ChosenLabel) : (compared, row.ComparedLabel),
        _ => null,
    };

    /// <summary>The point whose value is written behind it: the higher of two, or the one that stands alone.</summary>
    private static (double Value, string Label)? Last(DumbbellRow row) => row switch
    {
        { Compared: { } compared, Chosen: var chosen } when !(chosen >= compared) => (compared, row.ComparedLabel),
        { Chosen: { } chosen } => (chosen, row.ChosenLabel),
        _ => null,
    };

    private static void Line(SvgWriter svg, TextStyle style, string colour, (string Text, double X, double Y) line)
    {
        ChartFrame.Texts(svg, style, colour);
        svg.Line(line.Text, line.X, line.Y);
        svg.Close();
    }

    private static IEnumerable<(char Command, double[] Numbers)> Segment(double from, double to, double y) => [('M', [from, y]), ('H', [to])];

    private static void Point(SvgWriter svg, bool isRing, double x, double y)
    {
        SvgAttribute[] look = isRing
            ? [("r", Ring), ("fill", "#" + Palette.Paper), ("stroke", "#" + Palette.Inside), ("stroke-width", 3)]
            : [("r", Dot), ("fill", "#" + Palette.Inside)];
        svg.Empty("circle", [("cx", x), ("cy", y), .. look]);
    }

    private sealed record PlacedRow(DumbbellRow Row, double Top, double Bottom)
    {
        public double Middle => (Top + Bottom) / 2;
    }
}
