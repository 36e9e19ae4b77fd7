namespace RgkCalibrator.Output.Charts;

/// <summary>Where everything in a box chart stands.</summary>
internal sealed record BoxLayout
{
    public const double MostLabelWidth = 520;
    public const double ValueAir = 24;

    private const double LegendHeight = 50;
    private const double MostRowHeight = 200;
    private const double LabelAir = 30;
    private const double MostNote = 560;
    private const int LinesOfLabel = 2;

    public BoxLayout(BoxChart chart)
    {
        LabelsTop = ChartFrame.TopOf(chart.Caption) + LegendHeight;
        var top = LabelsTop + MarkerLines.HeightOf(chart);
        var room = ChartFrame.BottomOf(chart.Caption) - ChartAxes.HeightBelow - top;
        RowHeight = Math.Min(MostRowHeight, room / chart.Rows.Count);
        var names = chart.Rows.SelectMany(row => TextStyle.Normal.Balance(row.Label, MostLabelWidth, LinesOfLabel))
            .Max(TextStyle.Normal.WidthOf);
        var widest = Math.Max(names, chart.Rows.Max(row => TextStyle.Normal.WidthOf(row.CountLabel)));
        var start = ChartFrame.Margin + Math.Min(MostLabelWidth, widest) + LabelAir;
        Area = new(
            new(0, chart.Largest > 0 ? chart.Largest : chart.XAxis.Max, start, End(chart, start)),
            new(chart.Rows.Count, 0, top + (RowHeight * chart.Rows.Count), top));
    }

    public static TextStyle ValueStyle => TextStyle.Strong;

    public static double LinePitch => TextStyle.Normal.Pitch;

    public double LabelsTop { get; }

    public double RowHeight { get; }

    /// <summary>The plot; its heights count rows from above.</summary>
    public PlotArea Area { get; }

    /// <summary>The name of a row; in a low row it has one line.</summary>
    public IReadOnlyList<string> NameOf(BoxRow row) => TextStyle.Normal.Balance(
        row.Label, MostLabelWidth, RowHeight < (LinesOfLabel + 1.1) * LinePitch ? 1 : LinesOfLabel);

    /// <summary>The largest end of the axis for which the words behind the last mark of each row still fit.</summary>
    private static double End(BoxChart chart, double start)
    {
        var right = ChartFrame.Right - ValueAir;
        var ends = from row in chart.Rows
                   let last = row.Last
                   where last is not null
                   let note = Math.Min(MostNote, TextStyle.Normal.WidthOf(row.Note))
                   let words = ValueAir + ValueStyle.WidthOf(row.ProposalLabel) + (note > 0 ? ValueAir + note : 0)
                   let share = last!.Value / chart.Largest
                   select start + ((right - start - words) / Math.Max(share, 0.01));
        return ends.Append(right).Min();
    }
}
