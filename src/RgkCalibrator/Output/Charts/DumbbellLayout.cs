namespace RgkCalibrator.Output.Charts;

/// <summary>A row with its place on the sheet, in px.</summary>
internal sealed record PlacedRow(DumbbellRow Row, double Top, double Bottom)
{
    public double Middle => (Top + Bottom) / 2;
}

/// <summary>How high the parts of a dumbbell chart are, in px, and so how much fits on a page.</summary>
internal static class DumbbellLayout
{
    public const double LinePitch = 25;
    public const double ValueAir = 18;
    public const double NoteAir = 16;

    private const double LegendHeight = 44;
    private const double HeadHeight = 44;
    private const double AxisHeight = 52;
    private const double RowAir = 11;
    private const double MostStretch = 1.4;
    private const int LinesOfLabel = 2;

    /// <summary>The most that labels of rows may take; longer ones are broken in two lines.</summary>
    private const double MostLabelWidth = 600;

    public static TextStyle ValueStyle { get; } = TextStyle.Small with { Bold = true };

    /// <summary>
    /// The chart in as many charts as it needs to be legible on slides, numbered in title and id when there are
    /// several. A panel stays whole when it can; a longer one is cut into equal parts, which keep its axis, so that
    /// slides can be compared. The pages of a page are that page.
    /// </summary>
    public static IReadOnlyList<DumbbellChart> Pages(this DumbbellChart chart)
    {
        var room = Room(chart);
        var pages = new List<List<DumbbellPanel>>();
        foreach (var part in chart.Panels.SelectMany(panel => Parts(panel, room)))
        {
            if (pages.Count == 0 || pages[^1].Sum(HeightOf) + HeightOf(part) > room)
                pages.Add([]);
            pages[^1].Add(part);
        }

        return pages.Count == 1 ? [chart] : [.. pages.Select(PageOf)];

        DumbbellChart PageOf(IReadOnlyList<DumbbellPanel> panels, int i) =>
            chart with { Caption = chart.Caption.Page(i + 1, pages.Count), Panels = panels };
    }

    /// <summary>The panels of a page with the places of their rows, which share out what is left of the page.</summary>
    public static IEnumerable<(DumbbellPanel Panel, IReadOnlyList<PlacedRow> Rows)> Place(DumbbellChart page)
    {
        var stretch = Stretch(page);
        var top = ChartFrame.Top + LegendHeight;
        foreach (var panel in page.Panels)
        {
            var rows = new List<PlacedRow>();
            top += HeadHeight;
            foreach (var row in panel.Rows)
            {
                rows.Add(new(row, top, top + (HeightOf(row) * stretch)));
                top = rows[^1].Bottom;
            }

            yield return (panel, rows);
            top += AxisHeight;
        }
    }

    public static IReadOnlyList<string> LabelLines(DumbbellRow row) =>
        TextStyle.Small.Balance(row.Label, MostLabelWidth, LinesOfLabel);

    /// <summary>
    /// Where the axes of all pages start and end: between the labels of the rows and what is written behind the points.
    /// </summary>
    public static (double Start, double End) Ends(DumbbellChart chart)
    {
        var rows = chart.Panels.SelectMany(panel => panel.Rows, (panel, row) => (panel.XAxis, Row: row)).ToList();
        var labels = rows.Max(row => LabelLines(row.Row).Max(TextStyle.Small.WidthOf));
        var values = rows.Max(row => ValueStyle.WidthOf(row.Row.First?.Label ?? row.Row.ComparedLabel));
        var start = ChartFrame.Margin + labels + values + (2 * ValueAir);
        return (start, rows.Min(row => LargestEnd(row.Row, row.XAxis, start)));
    }

    /// <summary>The largest end of an axis for which value and note of a row still fit behind its last point.</summary>
    private static double LargestEnd(DumbbellRow row, Axis axis, double start)
    {
        if (row.Last is not { } last)
            return ChartFrame.Right - ValueAir;
        var note = row.Note.Length > 0 ? NoteAir + TextStyle.Small.WidthOf(row.Note) : 0;
        var room = ChartFrame.Right - start - ValueAir;
        var share = (last.Value - axis.Min) / (axis.Max - axis.Min);
        return start + Math.Min(room, (room - ValueStyle.WidthOf(last.Label) - note) / Math.Max(share, 0.01));
    }

    private static double HeightOf(DumbbellRow row) => (LabelLines(row).Count * LinePitch) + RowAir;

    private static double HeightOf(DumbbellPanel panel) => HeadHeight + panel.Rows.Sum(HeightOf) + AxisHeight;

    /// <summary>The room for panels on the page of this chart.</summary>
    private static double Room(DumbbellChart chart) =>
        ChartFrame.BottomOf(chart.Caption) - ChartFrame.Top - LegendHeight;

    /// <summary>How much higher rows are painted than they need, within measure.</summary>
    private static double Stretch(DumbbellChart page)
    {
        var rows = page.Panels.SelectMany(panel => panel.Rows).Sum(HeightOf);
        var fixedParts = page.Panels.Count * (HeadHeight + AxisHeight);
        return Math.Clamp((Room(page) - fixedParts) / rows, 1, MostStretch);
    }

    /// <summary>The panel in as few parts as fit a page each, which differ by one row at most.</summary>
    private static DumbbellPanel[] Parts(DumbbellPanel panel, double room)
    {
        var rows = panel.Rows.Count;
        return Enumerable.Range(1, rows)
            .Select(count => Enumerable.Range(0, count).Select(i => Part(i, count)).ToArray())
            .First(parts => parts.Length == rows || parts.All(part => HeightOf(part) <= room));

        DumbbellPanel Part(int i, int count)
        {
            var part = panel.Rows.Take((rows * i / count)..(rows * (i + 1) / count));
            return new(panel.Title, panel.XTitle, panel.XAxis, [.. part]);
        }
    }
}
