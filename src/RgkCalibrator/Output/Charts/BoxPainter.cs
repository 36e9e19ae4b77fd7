namespace RgkCalibrator.Output.Charts;

/// <summary>Paints groups side by side: boxes that lie, so that long names can be read.</summary>
public static class BoxPainter
{
    private const double Diamond = 13;
    private const double OpenEnd = 22;
    private const double LegendAir = 40;

    private static readonly Pen Line = new(Palette.Inside, 3);

    /// <summary>The drawing.</summary>
    public static SvgDrawing Paint(BoxChart chart)
    {
        var layout = new BoxLayout(chart);
        var (x, rows) = layout.Area;
        var sheet = new ChartSheet(chart);
        Legend(sheet, chart);
        sheet.Lines(Pen.Grid, ChartAxes.Upright(x, chart.XAxis.Ticks, layout.Area.Top, layout.Area.Bottom + 8));
        sheet.RowLines(Enumerable.Range(0, chart.Rows.Count + 1).Select(i => rows.At(i)));
        sheet.BottomLabels(chart.XTitle, chart.XAxis.Ticks, (x, layout.Area.Bottom), ChartFrame.Right - x.Start);
        if (chart.Markers.Count > 0)
            sheet.Markers(MarkerLines.Place(chart.Markers, x), layout.LabelsTop, layout.Area);
        foreach (var (i, row) in chart.Rows.Index())
        {
            var y = rows.At(i + 0.5);
            Name(sheet, row, y, layout);
            if (row.Box is { } box)
                Box(sheet, box, x, y, Math.Min(60, layout.RowHeight * 0.5));
            if (row.Proposal is { } proposal)
                Proposal(sheet, x.At(proposal), y);
            Words(sheet, row, y, x);
        }

        return sheet.Finish();
    }

    private static void Legend(ChartSheet sheet, BoxChart chart)
    {
        var y = ChartFrame.TopOf(chart.Caption) + 14;
        var room = (ChartFrame.Room / 3) - 110;
        sheet.Legend(
            ChartFrame.Margin, y + 8, LegendAir,
            new(Fit(chart.BoxLegend), 62, x => Body(sheet, (x, x + 25, x + 50), y, 26)),
            new(Fit(chart.WhiskerLegend), 62, x => Whisker(sheet, x, x + 50, y, x, x + 50)),
            new(Fit(chart.ProposalLegend), 38, x => Proposal(sheet, x + Diamond, y)));

        string Fit(string text) => TextStyle.Normal.Fit(text, room);
    }

    private static void Name(ChartSheet sheet, BoxRow row, double y, BoxLayout layout)
    {
        var lines = layout.NameOf(row);
        var fitted = TextStyle.Small.Fit(row.CountLabel, BoxLayout.MostLabelWidth);
        string[] count = fitted.Length > 0 ? [fitted] : [];
        var top = y + 8 - ((lines.Count + count.Length - 1) * BoxLayout.LinePitch / 2);
        var all = PlacedText.Below([.. lines, .. count], ChartFrame.Margin, top, BoxLayout.LinePitch).ToList();
        sheet.Texts(TextStyle.Normal, Palette.Ink, "start", all.Take(lines.Count));
        sheet.Texts(TextStyle.Small, Palette.QuietInk, "start", all.Skip(lines.Count));
    }

    private static void Box(ChartSheet sheet, BoxMarks box, Scale scale, double y, double height)
    {
        var (lower, median) = (scale.At(box.LowerQuartile), scale.At(box.Median));
        double? upper = box.UpperQuartile is { } quartile ? scale.At(quartile) : null;
        if (box.Low is { } low)
            Whisker(sheet, scale.At(low), lower, y, scale.At(low));
        if (box.High is { } high)
        {
            if (upper is { } from)
                Whisker(sheet, from, scale.At(high), y, scale.At(high));
            else
                OpenWhisker(sheet, median + OpenEnd, scale.At(high), y);
        }

        Body(sheet, (lower, median, upper), y, height);
    }

    /// <summary>
    /// A box from the lower to the upper quartile; without the upper one it is open at the right of the median.
    /// </summary>
    private static void Body(ChartSheet sheet, (double Lower, double Median, double? Upper) x, double y, double height)
    {
        var (top, bottom, open) = (y - (height / 2), y + (height / 2), x.Median + OpenEnd);
        sheet.Outline(Line, x.Upper is { } right
            ? SvgPath.Format($"M{x.Lower} {top}H{right}V{bottom}H{x.Lower}Z")
            : SvgPath.Format($"M{open} {top}H{x.Lower}V{bottom}H{open}"));
        sheet.Lines(Line with { Width = 8 }, SvgPath.Down(x.Median, top, bottom));
    }

    private static void Whisker(ChartSheet sheet, double from, double to, double y, params double[] ends) =>
        sheet.Outline(Line, SvgPath.Across(from, to, y) + string.Concat(ends.Select(end => WhiskerEnd(end, y))));

    /// <summary>The whisker of an open box is dotted: where the box ends on it is not shown.</summary>
    private static void OpenWhisker(ChartSheet sheet, double from, double to, double y)
    {
        if (to > from)
            sheet.Outline(Line with { Dash = "3 7" }, SvgPath.Across(from, to, y));
        sheet.Outline(Line, WhiskerEnd(to, y));
    }

    private static string WhiskerEnd(double x, double y) => SvgPath.Down(x, y - 11, y + 11);

    private static void Proposal(ChartSheet sheet, double x, double y) => sheet.Path(
        SvgPath.Through([(x - Diamond, y), (x, y - Diamond), (x + Diamond, y), (x, y + Diamond)]) + "Z",
        [("fill", "#" + Palette.Outside), .. new Pen(Palette.Paper, 2).Attributes()]);

    /// <summary>The value of the proposal and what is missing, behind the last mark.</summary>
    private static void Words(ChartSheet sheet, BoxRow row, double y, Scale scale)
    {
        var x = (BoxLayout.LastMark(row) is { } last ? scale.At(last) : scale.Start) + BoxLayout.ValueAir;
        Word(row.ProposalLabel, BoxLayout.ValueStyle, Palette.Ink);
        Word(TextStyle.Small.Fit(row.Note, ChartFrame.Right - x), TextStyle.Small, Palette.QuietInk);

        void Word(string text, TextStyle style, string colour)
        {
            if (text.Length == 0)
                return;
            // The lines behind a text stop for it.
            sheet.Cover(x - 8, y - 18, style.WidthOf(text) + 16, 36);
            sheet.Texts(style, colour, "start", new PlacedText(text, x, y + 8));
            x += style.WidthOf(text) + BoxLayout.ValueAir;
        }
    }
}
