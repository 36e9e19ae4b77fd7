namespace RgkCalibrator.Output.Charts;

/// <summary>
/// Paints a dumbbell chart. The percentile for comparison is a ring, that of the proposal a dot: equal values show as a
/// dot in a ring.
/// </summary>
public static class DumbbellPainter
{
    private const double Ring = 11;
    private const double Dot = 7.5;
    private const double UnitAir = 30;
    private const double LegendAir = 44;
    private const double BaselineShift = 7;

    private static readonly TextStyle PanelTitle = new(24, Bold: true);

    /// <summary>
    /// One drawing for each of the pages; all have their axes in the same place, so that slides can be compared.
    /// </summary>
    public static IReadOnlyList<SvgDrawing> Paint(DumbbellChart chart)
    {
        var ends = DumbbellLayout.Ends(chart);
        return [.. chart.Pages().Select(page => Paint(page, ends))];
    }

    private static SvgDrawing Paint(DumbbellChart page, (double Start, double End) ends)
    {
        var sheet = new ChartSheet(page);
        sheet.Legend(
            ChartFrame.Margin + Ring, ChartFrame.Top + 21, LegendAir,
            new(Fit(page.ComparedLegend), 22, x => Point(sheet, true, x, ChartFrame.Top + 13)),
            new(Fit(page.ChosenLegend), 22, x => Point(sheet, false, x, ChartFrame.Top + 13)));
        foreach (var (panel, rows) in DumbbellLayout.Place(page))
            Panel(sheet, panel, rows, new(panel.XAxis.Min, panel.XAxis.Max, ends.Start, ends.End));
        return sheet.Finish();

        string Fit(string name) => TextStyle.Normal.Fit(name, (ChartFrame.Room / 2) - 66);
    }

    private static void Panel(ChartSheet sheet, DumbbellPanel panel, IReadOnlyList<PlacedRow> rows, Scale x)
    {
        var title = PanelTitle.Fit(panel.Title, ChartFrame.Room);
        sheet.Texts(PanelTitle, Palette.Ink, "start", new PlacedText(title, ChartFrame.Margin, rows[0].Top - 14));
        var bottom = rows[^1].Bottom;
        sheet.Lines(Pen.Grid, ChartAxes.Upright(x, panel.XAxis.Ticks, rows[0].Top, bottom + 6));
        sheet.TickLabels(TextStyle.Small, panel.XAxis.Ticks, x, bottom + 30);
        var unit = TextStyle.Small.Fit(panel.XTitle, x.Start - ChartFrame.Margin - UnitAir);
        sheet.Texts(TextStyle.Small, Palette.QuietInk, "end", new PlacedText(unit, x.Start - UnitAir, bottom + 30));
        sheet.RowLines(rows.Select(row => row.Bottom));
        sheet.Texts(TextStyle.Small, Palette.Ink, "start", rows.SelectMany(Label));
        Points(sheet, rows, x);
        var before = rows.SelectMany(row => Value(row.Row.First, x, -DumbbellLayout.ValueAir, row));
        sheet.Texts(DumbbellLayout.ValueStyle, Palette.Ink, "end", before);
        var behind = rows.SelectMany(row => Value(row.Row.Last, x, DumbbellLayout.ValueAir, row));
        sheet.Texts(DumbbellLayout.ValueStyle, Palette.Ink, "start", behind);
        var notes = rows.Where(row => row.Row.Note.Length > 0).Select(row => Note(row, x));
        sheet.Texts(TextStyle.Small, Palette.QuietInk, "start", notes);
    }

    private static IEnumerable<PlacedText> Label(PlacedRow row)
    {
        var lines = DumbbellLayout.LabelLines(row.Row);
        var first = row.Middle + BaselineShift - ((lines.Count - 1) * DumbbellLayout.LinePitch / 2);
        return PlacedText.Below(lines, ChartFrame.Margin, first, DumbbellLayout.LinePitch);
    }

    private static void Points(ChartSheet sheet, IReadOnlyList<PlacedRow> rows, Scale x)
    {
        var bars = from row in rows
                   where row.Row is { Compared: not null, Chosen: not null }
                   select SvgPath.Across(x.At(row.Row.Compared!.Value), x.At(row.Row.Chosen!.Value), row.Middle);
        sheet.Lines(new Pen(Palette.Line, 5), string.Concat(bars));
        foreach (var row in rows)
        {
            if (row.Row.Compared is { } compared)
                Point(sheet, true, x.At(compared), row.Middle);
            if (row.Row.Chosen is { } chosen)
                Point(sheet, false, x.At(chosen), row.Middle);
        }
    }

    private static PlacedText[] Value((double Value, string Label)? point, Scale x, double air, PlacedRow row) =>
        point is var (value, label) ? [new(label, x.At(value) + air, row.Middle + BaselineShift)] : [];

    private static PlacedText Note(PlacedRow row, Scale x)
    {
        var end = row.Row.Last is { } last
            ? x.At(last.Value) + DumbbellLayout.ValueAir + DumbbellLayout.ValueStyle.WidthOf(last.Label)
            : x.Start;
        var left = end + DumbbellLayout.NoteAir;
        var note = TextStyle.Small.Fit(row.Row.Note, ChartFrame.Right - left);
        return new(note, left, row.Middle + BaselineShift);
    }

    private static void Point(ChartSheet sheet, bool isRing, double x, double y)
    {
        if (isRing)
            sheet.Circle(x, y, Ring, [("fill", "#" + Palette.Paper), .. new Pen(Palette.Inside, 3).Attributes()]);
        else
            sheet.Circle(x, y, Dot, ("fill", "#" + Palette.Inside));
    }
}
