namespace RgkCalibrator.Output.Charts;

/// <summary>
/// Paints a scenario chart. In each column the base is an upright line and the scenario a dot; the difference stands at
/// the other side of the line, where the dot never is. What lies beyond the edge is a triangle that points at it.
/// </summary>
public static class ScenarioPainter
{
    private const double Dot = 7.5;
    private const double LegendAir = 44;
    private const double TextAir = 10;

    private static readonly Pen BasePen = new(Palette.Inside, 4);

    private static double BaselineShift => TextStyle.Normal.Drop;

    /// <summary>One drawing for each of the pages.</summary>
    public static IReadOnlyList<SvgDrawing> Paint(ScenarioChart chart) =>
        [.. ScenarioLayout.Pages(chart).Select(PaintPage)];

    private static SvgDrawing PaintPage(ScenarioChart page)
    {
        var (sheet, layout) = (new ChartSheet(page), new ScenarioLayout(page));
        Legend(sheet, page);
        Heads(sheet, layout);
        sheet.RowLines(layout.Rows.Select(row => row.Bottom));
        sheet.Texts(TextStyle.Normal, Palette.Ink, "start", layout.Rows.SelectMany(row => Label(row, layout)));
        var bases = layout.Rows.Select(row =>
            new PlacedText(Fit(row.Row.BaseLabel, layout), layout.BaseLeft, row.Middle + BaselineShift));
        sheet.Texts(ScenarioLayout.BaseStyle, Palette.Inside, "start", bases);
        var top = layout.Rows[0].Top;
        sheet.Lines(BasePen, string.Concat(layout.Columns.Select(x => SvgPath.Down(x, top, layout.Bottom))));
        for (var column = 0; column < layout.Columns.Count; column++)
            Column(sheet, layout, column);
        return sheet.Finish();
    }

    private static void Legend(ChartSheet sheet, ScenarioChart page)
    {
        var y = ChartFrame.TopOf(page.Caption) + 13;
        var room = ChartFrame.Room / 2;
        List<LegendItem> items =
        [
            new(TextStyle.Normal.Fit(page.BaseName, room - 400), 16, x =>
                sheet.Lines(BasePen, SvgPath.Down(x, y - 13, y + 13))),
            new(TextStyle.Normal.Fit(page.MarkLegend, room), 18, x => Point(sheet, x, y)),
        ];
        if (page.Rows.SelectMany(row => row.Marks).Any(mark => Math.Abs(mark.Change ?? 0) > page.Range))
            items.Add(new(page.BeyondLegend, 18, x => Beyond(sheet, x, y, 1)));
        sheet.Legend(ChartFrame.Margin + Dot, y + BaselineShift, LegendAir, items);
    }

    private static void Heads(ChartSheet sheet, ScenarioLayout layout)
    {
        var bottom = layout.Rows[0].Top - 14;
        var heads = layout.Heads.SelectMany((lines, i) => PlacedText.Below(
            lines, layout.Columns[i], bottom - ((lines.Count - 1) * ScenarioLayout.LinePitch),
            ScenarioLayout.LinePitch));
        sheet.Texts(TextStyle.Normal, Palette.Ink, "middle", heads);
        sheet.Texts(
            ScenarioLayout.BaseStyle, Palette.Inside, "start",
            new PlacedText(Fit(layout.Chart.BaseName, layout), layout.BaseLeft, bottom));
        sheet.RowLines([layout.Rows[0].Top]);
    }

    private static string Fit(string text, ScenarioLayout layout) => ScenarioLayout.BaseStyle.Fit(
        text, layout.Columns[0] - (layout.Width / 2) - layout.BaseLeft);

    private static IEnumerable<PlacedText> Label(PlacedScenarioRow row, ScenarioLayout layout)
    {
        var lines = layout.LabelLines(row.Row);
        var first = row.Middle + BaselineShift - ((lines.Count - 1) * ScenarioLayout.LinePitch / 2);
        return PlacedText.Below(lines, ChartFrame.Margin, first, ScenarioLayout.LinePitch);
    }

    private static void Column(ChartSheet sheet, ScenarioLayout layout, int column)
    {
        sheet.Texts(
            TextStyle.Normal, Palette.QuietInk, "middle",
            new PlacedText(Edge(layout.Chart), layout.Columns[column], layout.Bottom + 36));
        foreach (var row in layout.Rows)
        {
            if (row.Row.Marks[column].Change is not { } change)
                continue;
            if (Math.Abs(change) > layout.Chart.Range)
                Beyond(sheet, layout.At(column, change), row.Middle, Math.Sign(change));
            else
                Point(sheet, layout.At(column, change), row.Middle);
        }

        Differences(sheet, layout, column, isUp: true);
        Differences(sheet, layout, column, isUp: false);
    }

    private static void Differences(ChartSheet sheet, ScenarioLayout layout, int column, bool isUp)
    {
        var x = layout.Columns[column] + (isUp ? -TextAir : TextAir);
        var marks = layout.Rows.Where(row => row.Row.Marks[column] is { Label.Length: > 0 } mark
            && mark.Change > 0 == isUp);
        sheet.Texts(
            TextStyle.Normal, Palette.Ink, isUp ? "end" : "start",
            marks.Select(row => new PlacedText(row.Row.Marks[column].Label, x, row.Middle + BaselineShift)));
    }

    private static string Edge(ScenarioChart chart) => "±" + Numbers.Share(chart.Range, 0, chart.Caption.Language);

    private static void Point(ChartSheet sheet, double x, double y) =>
        sheet.Circle(x, y, Dot, [("fill", "#" + Palette.Ink), .. new Pen(Palette.Paper, 2).Attributes()]);

    private static void Beyond(ChartSheet sheet, double x, double y, int sign) => sheet.Path(
        SvgPath.Format($"M{x + (sign * Dot)} {y}L{x - (sign * Dot)} {y - Dot}V{y + Dot}Z"),
        ("fill", "#" + Palette.Ink));
}
