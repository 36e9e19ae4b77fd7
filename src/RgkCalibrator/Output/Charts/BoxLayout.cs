namespace RgkCalibrator.Output.Charts;

/// <summary>Where everything in a box chart stands.</summary>
internal sealed record BoxLayout
{
    public const double MostLabelWidth = 520;
    public const double ValueAir = 24;
    public const double LinePitch = 26;

    private const double LegendHeight = 50;
    private const double MostRowHeight = 200;
    private const double LabelAir = 30;
    private const double MostNote = 420;
    private const int LinesOfLabel = 2;

    public BoxLayout(BoxChart chart)
    {
        LabelsTop = ChartFrame.TopOf(chart.Caption) + LegendHeight;
        var top = LabelsTop + (chart.Markers.Count == 0 ? 0 : MarkerLines.Height);
        var room = ChartFrame.BottomOf(chart.Caption) - ChartAxes.HeightBelow - top;
        RowHeight = Math.Min(MostRowHeight, room / chart.Rows.Count);
        var names = chart.Rows.SelectMany(row => TextStyle.Normal.Balance(row.Label, MostLabelWidth, LinesOfLabel))
            .Max(TextStyle.Normal.WidthOf);
        var widest = Math.Max(names, chart.Rows.Max(row => TextStyle.Small.WidthOf(row.CountLabel)));
        var start = ChartFrame.Margin + Math.Min(MostLabelWidth, widest) + LabelAir;
        Area = new(
            new(chart.XAxis.Min, chart.XAxis.Max, start, End(chart, start)),
            new(chart.Rows.Count, 0, top + (RowHeight * chart.Rows.Count), top));
    }

    public static TextStyle ValueStyle { get; } = TextStyle.Normal with { Bold = true };

    public double LabelsTop { get; }

    public double RowHeight { get; }

    /// <summary>The plot; its heights count rows from above.</summary>
    public PlotArea Area { get; }

    /// <summary>The last mark of a row; null where it has none.</summary>
    public static double? LastMark(BoxRow row) =>
        new[] { row.Proposal, row.Box?.Median, row.Box?.UpperQuartile, row.Box?.High }.Max();

    /// <summary>The name of a row; in a low row it has one line.</summary>
    public IReadOnlyList<string> NameOf(BoxRow row) => TextStyle.Normal.Balance(
        row.Label, MostLabelWidth, RowHeight < (LinesOfLabel + 1.1) * LinePitch ? 1 : LinesOfLabel);

    /// <summary>The largest end of the axis for which the words behind the last mark of each row still fit.</summary>
    private static double End(BoxChart chart, double start)
    {
        var right = ChartFrame.Right - ValueAir;
        var ends = from row in chart.Rows
                   let last = LastMark(row)
                   where last is not null
                   let note = row.Note.Length > 0 ? ValueAir + Math.Min(MostNote, TextStyle.Small.WidthOf(row.Note)) : 0
                   let words = ValueAir + ValueStyle.WidthOf(row.ProposalLabel) + note
                   let share = (last!.Value - chart.XAxis.Min) / (chart.XAxis.Max - chart.XAxis.Min)
                   select start + ((right - start - words) / Math.Max(share, 0.01));
        return ends.Append(right).Min();
    }
}
