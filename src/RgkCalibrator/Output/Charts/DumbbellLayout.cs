namespace RgkCalibrator.Output.Charts;

/// <summary>A row with its place on the sheet, in px.</summary>
internal sealed record PlacedRow(DumbbellRow Row, double Top, double Bottom)
{
    public double Middle => (Top + Bottom) / 2;
}

/// <summary>How high the parts of a dumbbell chart are, in px, and so how much fits on a page.</summary>
internal static class DumbbellLayout
{
    public const double ValueAir = 20;
    public const double NoteAir = 18;

    private const double LegendHeight = 46;
    private const double HeadHeight = 46;
    private const double AxisHeight = 58;
    private const double RowAir = 12;
    private const double MostStretch = 1.4;
    private const int LinesOfLabel = 3;

    /// <summary>The most that labels of rows may take; longer ones are broken in two lines.</summary>
    private const double MostLabelWidth = 760;

    public static TextStyle ValueStyle { get; } = TextStyle.Strong;

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

        DumbbellChart PageOf(IReadOnlyList<DumbbellPanel> panels, int i)
        {
            var title = chart.TitleOf([.. panels.SelectMany(panel => panel.Rows)]);
            var caption = chart.Caption with { Title = title, Description = title + "." };
            return chart with { Caption = caption.Page(i + 1, pages.Count), Panels = panels };
        }
    }

    /// <summary>The panels of a page with the places of their rows, which share out what is left of the page.</summary>
    public static IEnumerable<(DumbbellPanel Panel, IReadOnlyList<PlacedRow> Rows)> Place(DumbbellChart page)
    {
        var stretch = Stretch(page);
        var top = ChartFrame.TopOf(page.Caption) + LegendHeight;
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
        TextStyle.Normal.Balance(row.Label, MostLabelWidth, LinesOfLabel);

    /// <summary>
    /// Where the axes of a page start and end: between the labels of the rows and what is written behind the points.
    /// </summary>
    public static (double Start, double End) Ends(DumbbellChart page)
    {
        var rows = page.Panels.SelectMany(panel => panel.Rows).ToList();
        var labels = rows.Max(row => LabelLines(row).Max(TextStyle.Normal.WidthOf));
        var start = ChartFrame.Margin + labels + rows.Max(row => ValueStyle.WidthOf(row.First.Label)) + (2 * ValueAir);
        var ends = page.Panels.SelectMany(panel => panel.Rows, (panel, row) => LargestEnd(row, panel.Largest, start));
        return (start, ends.Min());
    }

    /// <summary>The largest end of an axis for which value and note of a row still fit behind its last point.</summary>
    private static double LargestEnd(DumbbellRow row, double largest, double start)
    {
        var words = ValueStyle.WidthOf(row.Last.Label) + NoteAir + TextStyle.Normal.WidthOf(row.Difference);
        var room = ChartFrame.Right - start - ValueAir;
        return start + Math.Min(room, (room - words) / Math.Max(row.Last.Value / largest, 0.01));
    }

    private static double HeightOf(DumbbellRow row) => (LabelLines(row).Count * TextStyle.Normal.Pitch) + RowAir;

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
            return new(panel.Title, panel.XTitle, panel.AxisTo, [.. part]);
        }
    }
}
