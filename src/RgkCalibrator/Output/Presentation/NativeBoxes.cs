using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Presentation;

/// <summary>
/// Groups side by side as a chart of Office. Its own chart of boxes takes raw values only; so these are lines: a thin
/// one for the whiskers, a thick one for the box, an upright one for the middle.
/// </summary>
internal sealed class NativeBoxes
{
    private const double RowHeight = 19;
    private const double LineHeight = 17;
    private const double Air = 8;
    private const double BoxWidth = 16;
    private const double BarHeight = 28;
    private const double LeastPlot = 300;

    private readonly BoxChart _chart;
    private readonly IReadOnlyList<IReadOnlyList<string>> _beside;
    private readonly (double Width, double Height) _size;
    private readonly double _labels;
    private readonly double _pitch;
    private readonly Frame _plot;
    private readonly Scale _x;

    private NativeBoxes(
        BoxChart chart, IReadOnlyList<IReadOnlyList<string>> beside, double width, double height)
    {
        (_chart, _beside, _size) = (chart, beside, (width, height));
        var texts = beside.SelectMany(lines => lines).Max(SlideRoom.Text.WidthOf);
        var names = chart.Rows.SelectMany(row => new[] { row.Label, row.CountLabel })
            .Max(SlideRoom.Strong.WidthOf) + 1;
        _labels = Math.Min(names, width - texts - LeastPlot - (4 * Air));
        _plot = new(_labels + (2 * Air), (2 * RowHeight) + Air, width - _labels - texts - (5 * Air),
            height - (4 * RowHeight) - (2 * Air));
        _pitch = _plot.Height / chart.Rows.Count;
        _x = new(0, chart.Largest, _plot.Left, _plot.Right);
    }

    /// <summary>The chart.</summary>
    /// <param name="chart">What it shows.</param>
    /// <param name="beside">Lines of text behind each row.</param>
    /// <param name="width">In points.</param>
    /// <param name="height">In points.</param>
    internal static PointChart Of(
        BoxChart chart, IReadOnlyList<IReadOnlyList<string>> beside, double width, double height) =>
        new NativeBoxes(chart, beside, width, height).Chart();

    private PointChart Chart()
    {
        var rows = _chart.Rows.Index().Select(pair => (pair.Item.Box, Y: _plot.Height - ((pair.Index + 0.5) * _pitch)))
            .ToList();
        var whiskers = rows.SelectMany(row => Segment(row.Box?.Low, row.Box?.LowerQuartile, row.Y)
            .Concat(Segment(row.Box?.UpperQuartile, row.Box?.High, row.Y)));
        var boxes = rows.SelectMany(row => Segment(row.Box?.LowerQuartile, EndOf(row.Box), row.Y));
        var middles = rows.SelectMany(row => Upright(row.Box, row.Y));
        var proposals = rows.Zip(_chart.Rows, (row, model) => (X: model.Proposal, (double?)row.Y));
        return new PointChart
        {
            Title = _chart.Caption.Title,
            Size = _size,
            Plot = _plot,
            Columns =
            [
                .. Pair(_chart.WhiskerLegend, whiskers), .. Pair(_chart.BoxLegend, boxes), .. Pair("P50", middles),
                .. Pair(_chart.ProposalLegend, proposals),
            ],
            Numbers = Rows(),
            Legend = new(0, 0, _size.Width, RowHeight),
            XAxis = new(0, _chart.Largest, _chart.XAxis.Ticks[1].Value - _chart.XAxis.Ticks[0].Value),
            YAxis = new(0, _plot.Height, 0),
            Series =
            [
                new(0, 1, Palette.QuietInk) { LineWidth = 1.5 },
                new(2, 3, Palette.Line) { LineWidth = BoxWidth },
                new(4, 5, Palette.Ink) { LineWidth = 3, IsNamed = false },
                new(6, 7, Palette.Inside) { Sign = PointSign.Diamond, SignSize = 13 },
            ],
            Marks = [.. Marks()],
        };
    }

    // A box without its upper quartile is open there, and ends at its middle.
    private static double? EndOf(BoxMarks? box) => box?.UpperQuartile ?? box?.Median;

    private static IEnumerable<(double? X, double? Y)> Segment(double? from, double? to, double y) =>
        from is null || to is null ? Nothing : [(from, y), (to, y), (null, null)];

    // It stands out above and below the box: some programs draw the last series at the back.
    private static IEnumerable<(double? X, double? Y)> Upright(BoxMarks? box, double y) => box is null
        ? Nothing
        : [(box.Median, y - (BarHeight / 2)), (box.Median, y + (BarHeight / 2)), (null, null)];

    private static IEnumerable<(double? X, double? Y)> Nothing { get; } = [(null, null), (null, null), (null, null)];

    private ChartColumn[] Pair(string heading, IEnumerable<(double? X, double? Y)> points)
    {
        // Of each row two whiskers, and behind each an empty cell.
        var count = 6 * _chart.Rows.Count;
        var all = points.Concat(Enumerable.Repeat<(double? X, double? Y)>((null, null), count)).Take(count).ToList();
        var height = new Wording("hoogte", "height").In(_chart.Caption.Language);
        return [new(heading, [.. all.Select(point => point.X)]), new(height, [.. all.Select(point => point.Y)])];
    }

    private Table Rows()
    {
        var language = _chart.Caption.Language;
        var group = new Wording("Subgroep", "Subgroup").In(language);
        string[] headings = ["P10", "P25", "P50", "P75", "P90", _chart.ProposalLegend];
        return new(
            _chart.Caption.Title,
            [
                new(group, "group", ColumnKind.Text), new("n", "n", ColumnKind.Text),
                .. headings.Select(heading => new TableColumn(heading, heading, ColumnKind.Number)),
            ],
            [
                .. _chart.Rows.Select(row => new[]
                {
                    TableCell.Text(row.Label), TableCell.Text(row.CountLabel), TableCell.Exact(row.Box?.Low),
                    TableCell.Exact(row.Box?.LowerQuartile), TableCell.Exact(row.Box?.Median),
                    TableCell.Exact(row.Box?.UpperQuartile), TableCell.Exact(row.Box?.High),
                    TableCell.Exact(row.Proposal),
                }),
            ]);
    }

    private IEnumerable<ChartMark> Marks() => [.. Markers(), .. Ticks(), .. Groups()];

    private IEnumerable<ChartMark> Markers()
    {
        foreach (var marker in _chart.Markers)
        {
            var label = SlideRoom.Strong.Fit(marker.Label, _size.Width);
            var (x, width) = (_x.At(marker.Value), SlideRoom.Strong.WidthOf(label));
            yield return new ChartLine((x, (2 * RowHeight) - 1), (x, _plot.Bottom), Palette.Ink)
            {
                Width = 1.75,
                IsDashed = true,
            };
            var left = Math.Clamp(x - (width / 2), 0, Math.Max(0, _size.Width - width));
            yield return new ChartText(
                new(left, RowHeight, width, RowHeight), new(label) { IsBold = true, Side = TextSide.Middle });
        }
    }

    private IEnumerable<ChartMark> Ticks()
    {
        foreach (var tick in _x.Legible(_chart.Ticks, SlideRoom.Text))
        {
            var half = SlideRoom.Text.WidthOf(tick.Label) / 2;
            var frame = new Frame(_x.At(tick.Value) - half, _plot.Bottom + (Air / 2), 2 * half, RowHeight);
            yield return new ChartText(frame, new(tick.Label) { Side = TextSide.Middle });
        }

        var title = SlideRoom.Text.Fit(_chart.XTitle, _size.Width);
        yield return new ChartText(
            new(0, _size.Height - RowHeight, _size.Width, RowHeight), new(title) { Side = TextSide.Left });
    }

    private IEnumerable<ChartMark> Groups()
    {
        foreach (var (i, row) in _chart.Rows.Index())
        {
            var (middle, most) = (_plot.Top + ((i + 0.5) * _pitch), (int)(_pitch / LineHeight));
            var names = SlideRoom.Strong.Balance(row.Label, _labels, Math.Max(1, most - 1));
            foreach (var text in Lines([.. names, row.CountLabel], 0, _labels, names.Count))
                yield return text;
            foreach (var text in Lines(_beside[i], _plot.Right + (2 * Air), _size.Width - _plot.Right - (2 * Air), 0))
                yield return text;
            IEnumerable<ChartText> Lines(IReadOnlyList<string> lines, double left, double width, int bold) =>
                lines.Index().Select(line => new ChartText(
                    new(left, middle + ((line.Index - (lines.Count / 2.0)) * LineHeight), width, LineHeight),
                    new((line.Index < bold ? SlideRoom.Strong : SlideRoom.Text).Fit(line.Item, width + 0.1))
                    {
                        IsBold = line.Index < bold,
                    }));
        }
    }
}
