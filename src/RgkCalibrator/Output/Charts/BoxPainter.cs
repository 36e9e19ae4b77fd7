namespace RgkCalibrator.Output.Charts;

/// <summary>Paints groups side by side: boxes that lie, so that long names can be read.</summary>
public static class BoxPainter
{
    private const double Diamond = 13;
    private const double LegendAir = 40;

    private static readonly Pen Line = new(Palette.Inside, 3);

    /// <summary>The drawing.</summary>
    public static SvgDrawing Paint(BoxChart chart)
    {
        var layout = new BoxLayout(chart);
        var (x, rows) = layout.Area;
        var sheet = new ChartSheet(chart);
        Legend(sheet, chart);
        sheet.Lines(Pen.Grid, ChartAxes.Upright(x, chart.Ticks, layout.Area.Top, layout.Area.Bottom + 8));
        sheet.RowLines(Enumerable.Range(0, chart.Rows.Count + 1).Select(i => rows.At(i)));
        sheet.BottomLabels(chart.XTitle, chart.Ticks, (x, layout.Area.Bottom), ChartFrame.Right - x.Start);
        if (chart.Markers.Count > 0)
            sheet.Markers(chart, layout.LabelsTop, layout.Area);
        foreach (var (i, row) in chart.Rows.Index())
        {
            var y = rows.At(i + 0.5);
            Name(sheet, row, y, layout);
            if (row.Box is not null)
                Marks(sheet, row, x, y, Math.Min(60, layout.RowHeight * 0.5));
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
        var items = new List<LegendItem>();
        if (chart.Rows.Any(row => row.Box?.Median is not null))
            items.Add(new(Fit(chart.BoxLegend), 62, x => Body(sheet, (x, x + 25, x + 50), y, 26)));
        if (chart.Rows.Any(row => (row.Box?.Low ?? row.Box?.High) is not null))
            items.Add(new(Fit(chart.WhiskerLegend), 62, x => Whisker(sheet, x, x + 50, y, x, x + 50)));
        items.Add(new(Fit(chart.ProposalLegend), 38, x => Proposal(sheet, x + Diamond, y)));
        sheet.Legend(ChartFrame.Margin, y + TextStyle.Normal.Drop, LegendAir, items);

        string Fit(string text) => TextStyle.Normal.Fit(text, room);
    }

    private static void Name(ChartSheet sheet, BoxRow row, double y, BoxLayout layout)
    {
        var lines = layout.NameOf(row);
        var fitted = TextStyle.Normal.Fit(row.CountLabel, BoxLayout.MostLabelWidth);
        string[] count = fitted.Length > 0 ? [fitted] : [];
        var top = y + TextStyle.Normal.Drop - ((lines.Count + count.Length - 1) * BoxLayout.LinePitch / 2);
        var all = PlacedText.Below([.. lines, .. count], ChartFrame.Margin, top, BoxLayout.LinePitch).ToList();
        sheet.Texts(TextStyle.Normal, Palette.Ink, "start", all.Take(lines.Count));
        sheet.Texts(TextStyle.Normal, Palette.QuietInk, "start", all.Skip(lines.Count));
    }

    /// <summary>A box with its whiskers; of an interval, whiskers from the proposal.</summary>
    private static void Marks(ChartSheet sheet, BoxRow row, Scale scale, double y, double height)
    {
        var box = row.Box!;
        var (first, last) = (box.LowerQuartile ?? row.Proposal, box.UpperQuartile ?? box.Median ?? row.Proposal);
        if (box.Low is { } low && first is { } from)
            Whisker(sheet, scale.At(low), scale.At(from), y, scale.At(low));
        if (box.High is { } high && last is { } to)
            Whisker(sheet, scale.At(to), scale.At(high), y, scale.At(high));
        if (box is not { LowerQuartile: { } lower, Median: { } median })
            return;
        double? upper = box.UpperQuartile is { } quartile ? scale.At(quartile) : null;
        Body(sheet, (scale.At(lower), scale.At(median), upper), y, height);
    }

    /// <summary>A box from the lower to the upper quartile; without the upper one it ends at the median.</summary>
    private static void Body(ChartSheet sheet, (double Lower, double Median, double? Upper) x, double y, double height)
    {
        var (top, right) = (y - (height / 2), x.Upper ?? x.Median);
        sheet.Path(
            SvgPath.Box(x.Lower, top, right - x.Lower, height),
            [("fill", "#" + Palette.Paper), .. Line.Attributes()]);
        sheet.Lines(Line with { Width = 8 }, SvgPath.Down(x.Median, top, top + height));
    }

    private static void Whisker(ChartSheet sheet, double from, double to, double y, params double[] ends) =>
        sheet.Outline(Line, SvgPath.Across(from, to, y) + string.Concat(ends.Select(end => WhiskerEnd(end, y))));

    private static string WhiskerEnd(double x, double y) => SvgPath.Down(x, y - 11, y + 11);

    private static void Proposal(ChartSheet sheet, double x, double y) => sheet.Path(
        SvgPath.Through([(x - Diamond, y), (x, y - Diamond), (x + Diamond, y), (x, y + Diamond)]) + "Z",
        [("fill", "#" + Palette.Outside), .. new Pen(Palette.Paper, 2).Attributes()]);

    /// <summary>The value of the proposal and what is missing, behind the last mark.</summary>
    private static void Words(ChartSheet sheet, BoxRow row, double y, Scale scale)
    {
        var x = (row.Last is { } last ? scale.At(last) : scale.Start) + BoxLayout.ValueAir;
        Word(row.ProposalLabel, BoxLayout.ValueStyle, Palette.Ink);
        Word(TextStyle.Normal.Fit(row.Note, ChartFrame.Right - x), TextStyle.Normal, Palette.QuietInk);

        void Word(string text, TextStyle style, string colour)
        {
            if (text.Length == 0)
                return;
            // The lines behind a text stop for it.
            sheet.Cover(x - 8, y - 20, style.WidthOf(text) + 16, 40);
            sheet.Texts(style, colour, "start", new PlacedText(text, x, y + style.Drop));
            x += style.WidthOf(text) + BoxLayout.ValueAir;
        }
    }
}
