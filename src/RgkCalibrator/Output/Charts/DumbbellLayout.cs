namespace RgkCalibrator.Output.Charts;

/// <summary>How high the parts of a dumbbell chart are, in px, and so how much fits on a page.</summary>
internal static class DumbbellLayout
{
    public const double LegendHeight = 44;
    public const double HeadHeight = 44;
    public const double AxisHeight = 52;

    /// <summary>The most that labels of rows may take; longer ones are broken in two lines.</summary>
    public const double MostLabelWidth = 600;

    public const double LinePitch = 25;

    private const double RowAir = 11;
    private const int LinesOfLabel = 2;
    private const double MostStretch = 1.4;

    public static TextStyle Label { get; } = new(20);

    public static TextStyle Value { get; } = new(20, Bold: true);

    public static IReadOnlyList<string> LabelLines(DumbbellRow row) => Label.Balance(row.Label, MostLabelWidth, LinesOfLabel);

    public static double HeightOf(DumbbellRow row) => (LabelLines(row).Count * LinePitch) + RowAir;

    public static double HeightOf(DumbbellPanel panel) => HeadHeight + panel.Rows.Sum(HeightOf) + AxisHeight;

    /// <summary>The room for panels on the page of this chart.</summary>
    public static double Room(DumbbellChart chart) => ChartFrame.Bottom(chart.Caption) - ChartFrame.Top - LegendHeight;

    /// <summary>How much higher rows are painted than they need: they share out what is left of the page, within measure.</summary>
    public static double Stretch(DumbbellChart page)
    {
        var rows = page.Panels.SelectMany(panel => panel.Rows).Sum(HeightOf);
        var fixedParts = page.Panels.Count * (HeadHeight + AxisHeight);
        return Math.Clamp((Room(page) - fixedParts) / rows, 1, MostStretch);
    }

    public static IReadOnlyList<IReadOnlyList<DumbbellPanel>> Pages(DumbbellChart chart)
    {
        var room = Room(chart);
        var pages = new List<List<DumbbellPanel>>();
        foreach (var part in chart.Panels.SelectMany(panel => Parts(panel, room)))
        {
            if (pages.Count == 0 || pages[^1].Sum(HeightOf) + HeightOf(part) > room)
                pages.Add([]);
            pages[^1].Add(part);
        }

        return pages;
    }

    /// <summary>The panel in as few parts as fit a page each, which differ by one row at most.</summary>
    private static DumbbellPanel[] Parts(DumbbellPanel panel, double room)
    {
        var rows = panel.Rows;
        return Enumerable.Range(1, rows.Count)
            .Select(count => Enumerable.Range(0, count).Select(i => panel.Part(rows.Count * i / count, rows.Count * (i + 1) / count)).ToArray())
            .First(parts => parts.Length == rows.Count || parts.All(part => HeightOf(part) <= room));
    }

    private static DumbbellPanel Part(this DumbbellPanel panel, int from, int to) =>
        new(panel.Title, panel.XTitle, panel.XAxis, [.. panel.Rows.Take(from..to)]);
}
