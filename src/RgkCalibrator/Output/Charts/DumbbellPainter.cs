namespace RgkCalibrator.Output.Charts;

/// <summary>
/// Paints a dumbbell chart: an arrow from a ring, the value for comparison, to a dot, that of the proposal.
/// </summary>
public static class DumbbellPainter
{
    private const double Ring = 11;
    private const double Dot = 7.5;
    private const double UnitAir = 30;
    private const double LegendAir = 44;
    private const double Head = 10;

    private static readonly TextStyle PanelTitle = new(30, Bold: true);

    private static double Drop => TextStyle.Normal.Drop;

    /// <summary>One drawing for each of the pages.</summary>
    public static IReadOnlyList<SvgDrawing> Paint(DumbbellChart chart) => [.. chart.Pages().Select(PaintPage)];

    private static SvgDrawing PaintPage(DumbbellChart page)
    {
        var (sheet, ends, y) = (
            new ChartSheet(page), DumbbellLayout.Ends(page), ChartFrame.TopOf(page.Caption) + 13);
        sheet.Legend(
            ChartFrame.Margin + Ring, y + Drop, LegendAir,
            new(Fit(page.ComparedLegend), 24, x => Point(sheet, true, x, y)),
            new(Fit(page.ChosenLegend), 24, x => Point(sheet, false, x, y)));
        foreach (var (panel, rows) in DumbbellLayout.Place(page))
            Panel(sheet, panel, rows, new(0, panel.Largest, ends.Start, ends.End));
        return sheet.Finish();

        string Fit(string name) => TextStyle.Normal.Fit(name, (ChartFrame.Room / 2) - 66);
    }

    private static void Panel(ChartSheet sheet, DumbbellPanel panel, IReadOnlyList<PlacedRow> rows, Scale x)
    {
        var title = PanelTitle.Fit(panel.Title, ChartFrame.Room);
        sheet.Texts(PanelTitle, Palette.Ink, "start", new PlacedText(title, ChartFrame.Margin, rows[0].Top - 14));
        var (bottom, ticks) = (rows[^1].Bottom, panel.Ticks.ToList());
        sheet.Lines(Pen.Grid, ChartAxes.Upright(x, ticks, rows[0].Top, bottom + 6));
        sheet.TickLabels(TextStyle.Normal, ticks, x, bottom + 36);
        var unit = TextStyle.Normal.Fit(panel.XTitle, x.Start - ChartFrame.Margin - UnitAir);
        sheet.Texts(TextStyle.Normal, Palette.QuietInk, "end", new PlacedText(unit, x.Start - UnitAir, bottom + 36));
        sheet.RowLines(rows.Select(row => row.Bottom));
        sheet.Texts(TextStyle.Normal, Palette.Ink, "start", rows.SelectMany(Label));
        Points(sheet, rows, x);
        sheet.Texts(
            DumbbellLayout.ValueStyle, Palette.Ink, "end", rows.Select(row => new PlacedText(
                row.Row.First.Label, x.At(row.Row.First.Value) - DumbbellLayout.ValueAir, row.Middle + Drop)));
        sheet.Texts(
            DumbbellLayout.ValueStyle, Palette.Ink, "start", rows.Select(row => new PlacedText(
                row.Row.Last.Label, x.At(row.Row.Last.Value) + DumbbellLayout.ValueAir, row.Middle + Drop)));
        sheet.Texts(TextStyle.Normal, Palette.QuietInk, "start", rows.Select(row => Difference(row, x)));
    }

    private static IEnumerable<PlacedText> Label(PlacedRow row)
    {
        var (lines, pitch) = (DumbbellLayout.LabelLines(row.Row), TextStyle.Normal.Pitch);
        return PlacedText.Below(
            lines, ChartFrame.Margin, row.Middle + Drop - ((lines.Count - 1) * pitch / 2), pitch);
    }

    /// <summary>The arrow from one value to the other, and both as points.</summary>
    private static void Points(ChartSheet sheet, IReadOnlyList<PlacedRow> rows, Scale x)
    {
        foreach (var row in rows)
        {
            var (from, to, y) = (x.At(row.Row.Compared.Value), x.At(row.Row.Chosen.Value), row.Middle);
            sheet.Lines(new Pen(Palette.Line, 5), SvgPath.Across(from, to, y));
            // Where the points leave room for it.
            if (Math.Abs(to - from) > Ring + Dot + (2 * Head))
            {
                var (sign, tip) = (Math.Sign(to - from), to - (Math.Sign(to - from) * (Dot + 2)));
                sheet.Path(
                    SvgPath.Format($"M{tip} {y}L{tip - (sign * Head * 1.4)} {y - Head}V{y + Head}Z"),
                    ("fill", "#" + Palette.Line));
            }

            Point(sheet, true, from, y);
            Point(sheet, false, to, y);
        }
    }

    private static PlacedText Difference(PlacedRow row, Scale x)
    {
        var last = row.Row.Last;
        var left = x.At(last.Value) + DumbbellLayout.ValueAir + DumbbellLayout.ValueStyle.WidthOf(last.Label)
            + DumbbellLayout.NoteAir;
        // The axis leaves room for it, to within the rounding of a double.
        return new(TextStyle.Normal.Fit(row.Row.Difference, ChartFrame.Right - left + 1), left, row.Middle + Drop);
    }

    private static void Point(ChartSheet sheet, bool isRing, double x, double y)
    {
        if (isRing)
            sheet.Circle(x, y, Ring, [("fill", "#" + Palette.Paper), .. new Pen(Palette.Inside, 3).Attributes()]);
        else
            sheet.Circle(x, y, Dot, ("fill", "#" + Palette.Inside));
    }
}
