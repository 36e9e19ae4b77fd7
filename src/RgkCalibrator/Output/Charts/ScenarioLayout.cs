namespace RgkCalibrator.Output.Charts;

/// <summary>A row of a scenario chart with its place on the sheet, in px.</summary>
internal sealed record PlacedScenarioRow(ScenarioRow Row, double Top, double Bottom)
{
    public double Middle => (Top + Bottom) / 2;
}

/// <summary>Where the parts of a scenario chart stand, in px, and so how much fits on a page.</summary>
internal sealed class ScenarioLayout
{
    public const double MarkAir = 16;

    private const double LegendHeight = 46;
    private const double AxisHeight = 50;
    private const double RowAir = 12;
    private const double HeadAir = 12;
    private const double ColumnAir = 24;
    private const double LeastLabelWidth = 440;
    private const double MostLabelWidth = 600;
    private const double MostColumnWidth = 240;
    private const double LeastColumnWidth = 150;
    private const double MostStretch = 1.5;
    private const int LinesOfLabel = 2;
    private const int LinesOfHead = 3;

    private readonly double _labelWidth;

    /// <summary>Places a page.</summary>
    public ScenarioLayout(ScenarioChart page)
    {
        Chart = page;
        var bases = BaseWidth(page);
        _labelWidth = LabelWidth(page);
        var labels = page.Rows.Max(row => LabelLines(row).Max(TextStyle.Normal.WidthOf));
        BaseLeft = ChartFrame.Margin + labels + ColumnAir;
        var start = BaseLeft + bases + ColumnAir;
        Width = Math.Min(MostColumnWidth, (ChartFrame.Right - start) / page.Scenarios.Count);
        Columns = [.. page.Scenarios.Select((_, i) => start + ((i + 0.5) * Width))];
        Heads = [.. page.Scenarios.Select(name => Head(name, Width))];
        HeadTop = ChartFrame.TopOf(page.Caption) + LegendHeight;
        Rows = Place();
    }

    public static TextStyle BaseStyle => TextStyle.Strong;

    public static double LinePitch => TextStyle.Normal.Pitch;

    public ScenarioChart Chart { get; }

    /// <summary>Where the values of the base begin.</summary>
    public double BaseLeft { get; }

    /// <summary>The width of a column.</summary>
    public double Width { get; }

    /// <summary>The line of the base in each column.</summary>
    public IReadOnlyList<double> Columns { get; }

    /// <summary>The names above the columns, in lines.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Heads { get; }

    public double HeadTop { get; }

    public IReadOnlyList<PlacedScenarioRow> Rows { get; }

    public double Bottom => Rows[^1].Bottom;

    private double HeadHeight => (Heads.Max(lines => lines.Count) * LinePitch) + HeadAir;

    /// <summary>The chart in as many pages as it needs; lines first, then scenarios.</summary>
    public static IReadOnlyList<ScenarioChart> Pages(ScenarioChart chart)
    {
        var pages = Parts(chart.Scenarios.Count, MostColumns(chart)).SelectMany(columns => RowPages(chart with
        {
            Scenarios = [.. chart.Scenarios.Take(columns)],
            Rows = [.. chart.Rows.Select(row => row with { Marks = [.. row.Marks.Take(columns)] })],
        })).ToList();
        return [.. pages.Select((page, i) => page with { Caption = page.Caption.Page(i + 1, pages.Count) })];
    }

    public IReadOnlyList<string> LabelLines(ScenarioRow row) =>
        TextStyle.Normal.Balance(row.Label, _labelWidth, LinesOfLabel);

    /// <summary>Where a change stands in a column; beyond the range at its edge.</summary>
    public double At(int column, double change) =>
        Columns[column] + (Math.Clamp(change / Chart.Range, -1, 1) * ((Width / 2) - MarkAir));

    private static IReadOnlyList<string> Head(string name, double width) =>
        TextStyle.Normal.Balance(name, width - HeadAir, LinesOfHead);

    // Beside its line a column has room for the longest difference on either side.
    private static double NeededWidth(ScenarioChart chart) => Math.Max(
        LeastColumnWidth,
        2 * (chart.Rows.SelectMany(row => row.Marks).Max(mark => TextStyle.Normal.WidthOf(mark.Label)) + MarkAir));

    private static double BaseWidth(ScenarioChart chart) => Math.Min(
        MostColumnWidth, chart.Rows.Select(row => row.BaseLabel).Append(chart.BaseName).Max(BaseStyle.WidthOf));

    private static double RoomBesideBase(ScenarioChart chart) =>
        ChartFrame.Room - BaseWidth(chart) - (2 * ColumnAir);

    private static int MostColumns(ScenarioChart chart) =>
        Math.Max(1, (int)((RoomBesideBase(chart) - LeastLabelWidth) / NeededWidth(chart)));

    private static double LabelWidth(ScenarioChart chart) => Math.Clamp(
        RoomBesideBase(chart) - (chart.Scenarios.Count * NeededWidth(chart)), LeastLabelWidth, MostLabelWidth);

    private static IEnumerable<ScenarioChart> RowPages(ScenarioChart chart)
    {
        var layout = new ScenarioLayout(chart);
        var room = ChartFrame.BottomOf(chart.Caption) - layout.HeadTop - layout.HeadHeight - AxisHeight;
        var rows = chart.Rows.Count;
        return Enumerable.Range(1, rows).Select(pages => Parts(rows, (rows + pages - 1) / pages).ToList())
            .First(parts => parts.Count == rows
                || parts.TrueForAll(part => chart.Rows.Take(part).Sum(layout.HeightOf) <= room))
            .Select(part => chart with { Rows = [.. chart.Rows.Take(part)] });
    }

    /// <summary>As few parts as hold at most so many, which differ by one at most.</summary>
    private static IEnumerable<Range> Parts(int count, int most)
    {
        var parts = (count + most - 1) / most;
        return Enumerable.Range(0, parts).Select(i => (count * i / parts)..(count * (i + 1) / parts));
    }

    private double HeightOf(ScenarioRow row) => (LabelLines(row).Count * LinePitch) + RowAir;

    private List<PlacedScenarioRow> Place()
    {
        var top = HeadTop + HeadHeight;
        var room = ChartFrame.BottomOf(Chart.Caption) - AxisHeight - top;
        var stretch = Math.Clamp(room / Chart.Rows.Sum(HeightOf), 1, MostStretch);
        var rows = new List<PlacedScenarioRow>();
        foreach (var row in Chart.Rows)
        {
            rows.Add(new(row, top, top + (HeightOf(row) * stretch)));
            top = rows[^1].Bottom;
        }

        return rows;
    }
}
