using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Presentation;

/// <summary>Two percentiles side by side as charts of Office: the points and lines of the picture of them.</summary>
internal sealed class NativeDumbbell
{
    private const double RowHeight = 19;
    private const double LineHeight = 17;
    private const double RowAir = 5;
    private const double Air = 8;
    private const double MostLabel = 330;
    private const int MostLines = 3;
    private const double SignWidth = 40;
    private const double Beyond = 10;
    private const double MostStretch = 1.5;

    private readonly DumbbellChart _chart;
    private readonly DumbbellPanel _panel;
    private readonly List<(DumbbellRow Row, double Y)> _rows = [];
    private readonly (double Width, double Height) _size;
    private readonly Frame _plot;
    private readonly Scale _x;

    private NativeDumbbell(DumbbellChart chart, DumbbellPanel panel, double width, double room)
    {
        (_chart, _panel) = (chart, panel);
        // Rows share out what is left of the slide.
        var stretch = Math.Clamp(room / panel.Rows.Sum(HeightOf), 1, MostStretch);
        var height = panel.Rows.Sum(HeightOf) * stretch;
        var left = MostLabel + SlideRoom.Strong.WidthOf("0.000,00") + (2 * Air);
        // Behind the last point stand its value and the difference.
        var behind = SlideRoom.Strong.WidthOf("0.000,00")
            + panel.Rows.Max(row => SlideRoom.Text.WidthOf(row.Difference));
        _plot = new(left, 2 * RowHeight, width - left - behind - (3 * Air), height);
        _size = (width, _plot.Bottom + RowHeight + Air);
        _x = new(0, panel.Largest, _plot.Left, _plot.Right);
        // Heights on the axis are points, from below.
        var below = height;
        foreach (var row in panel.Rows)
        {
            _rows.Add((row, below - (HeightOf(row) * stretch / 2)));
            below -= HeightOf(row) * stretch;
        }
    }

    /// <summary>The charts that it takes to show all panels within a height, each with its panel.</summary>
    internal static IEnumerable<(DumbbellPanel Panel, PointChart Chart)> Pages(
        DumbbellChart chart, double width, double height)
    {
        var room = height - (3 * RowHeight) - Air;
        return chart.Panels.SelectMany(panel => Parts(panel, room))
            .Select(panel => (panel, new NativeDumbbell(chart, panel, width, room).Chart()));
    }

    private static IEnumerable<DumbbellPanel> Parts(DumbbellPanel panel, double room)
    {
        var pages = (int)Math.Ceiling(panel.Rows.Sum(HeightOf) / room);
        return Enumerable.Range(pages, panel.Rows.Count + 1)
            .Select(count => Enumerable.Range(0, count).Select(i => Part(i, count)).Where(rows => rows.Length > 0))
            .First(parts => parts.All(rows => rows.Length == 1 || rows.Sum(HeightOf) <= room))
            .Select(rows => new DumbbellPanel(panel.Title, panel.XTitle, panel.AxisTo, rows));

        DumbbellRow[] Part(int i, int count) =>
            [.. panel.Rows.Take((panel.Rows.Count * i / count)..(panel.Rows.Count * (i + 1) / count))];
    }

    private static IReadOnlyList<string> LinesOf(DumbbellRow row) =>
        SlideRoom.Text.Balance(row.Label, MostLabel, MostLines);

    private static double HeightOf(DumbbellRow row) => (LinesOf(row).Count * LineHeight) + RowAir;

    private PointChart Chart()
    {
        var count = 3 * _rows.Count;
        // Between the two points of a row a line, between rows an empty cell.
        var bars = _rows.SelectMany(row => new double?[] { row.Row.Compared.Value, row.Row.Chosen.Value, null });
        var heights = _rows.SelectMany(row => new double?[] { row.Y, row.Y, null });
        var language = _chart.Caption.Language;
        string place = new Wording("hoogte", "height").In(language), line = new Wording("lijn", "line").In(language);
        return new PointChart
        {
            Title = _chart.Caption.Title,
            Size = _size,
            Plot = _plot,
            Columns =
            [
                Numbers(line, bars), Numbers(place, heights),
                Column(Named(_chart.ComparedLegend, _chart.ComparedName), _rows.Select(row => row.Row.Compared)),
                Numbers(place, _rows.Select(row => (double?)row.Y)),
                Column(Named(_chart.ChosenLegend, _chart.ChosenName), _rows.Select(row => row.Row.Chosen)),
                Numbers(place, _rows.Select(row => (double?)row.Y)),
            ],
            Numbers = Rows(),
            Legend = new(_plot.Left, 0, _size.Width - _plot.Left, RowHeight),
            XAxis = new(0, _panel.Largest, Grid()),
            YAxis = new(0, _plot.Height, 0),
            Series =
            [
                new(0, 1, Palette.Line) { LineWidth = 2.5, IsNamed = false },
                new(2, 3, Palette.QuietInk)
                {
                    Sign = PointSign.Diamond,
                    Labels = [.. _rows.Select(row => LabelOf(row.Row, row.Row.Compared, isCompared: true))],
                },
                new(4, 5, Palette.Inside)
                {
                    Sign = PointSign.Circle,
                    Labels = [.. _rows.Select(row => LabelOf(row.Row, row.Row.Chosen, isCompared: false))],
                },
            ],
            Marks = [.. Marks()],
        };

        // Programs leave out what does not fit in the legend.
        string Named(string legend, string name) =>
            SlideRoom.Text.Fit(legend, (_plot.Width / 2) - SignWidth) == legend ? legend : name;

        ChartColumn Column(string heading, IEnumerable<LabelledValue> values) =>
            Numbers(heading, values.Select(value => (double?)value.Value));

        ChartColumn Numbers(string heading, IEnumerable<double?> numbers) =>
            new(heading, [.. numbers.Concat(Enumerable.Repeat((double?)null, count)).Take(count)]);
    }

    /// <summary>The values of two points stand away from each other; of two equal ones, one does.</summary>
    private static PointLabel LabelOf(DumbbellRow row, LabelledValue value, bool isCompared)
    {
        var areEqual = row.Compared.Value == row.Chosen.Value;
        var isFirst = !areEqual && ReferenceEquals(value, row.First);
        return new PointLabel(
            areEqual && isCompared ? string.Empty : value.Label, isFirst ? TextSide.Left : TextSide.Right);
    }

    private double Grid()
    {
        var ticks = _panel.AxisTo(_panel.Largest).Ticks;
        var least = ticks.Zip(ticks.Skip(1), (low, high) => high.Value - low.Value).Min();
        return ticks.All(tick => Math.Abs(Math.IEEERemainder(tick.Value, least)) < 1e-9) ? least : 0;
    }

    private Table Rows()
    {
        var language = _chart.Caption.Language;
        return new(
            _chart.Caption.Title,
            [
                new(new Wording("Lijn", "Line").In(language), "line", ColumnKind.Text),
                new(_chart.ComparedName, "compared", ColumnKind.Number),
                new(_chart.ChosenName, "chosen", ColumnKind.Number),
                new(new Wording("Verschil", "Difference").In(language), "difference", ColumnKind.Text),
            ],
            [
                .. _panel.Rows.Select(row => new[]
                {
                    TableCell.Text(row.Label), TableCell.Exact(row.Compared.Value),
                    TableCell.Exact(row.Chosen.Value), TableCell.Text(row.Difference),
                }),
            ]);
    }

    private IEnumerable<ChartMark> Marks()
    {
        yield return Text(_panel.Title, 0, 0, MostLabel + Air) with
        {
            Paragraph = new(SlideRoom.Strong.Fit(_panel.Title, MostLabel)) { IsBold = true },
        };
        foreach (var tick in _x.Legible(_panel.Ticks, SlideRoom.Text))
        {
            var half = SlideRoom.Text.WidthOf(tick.Label) / 2;
            var text = Text(tick.Label, _x.At(tick.Value) - half, _plot.Bottom + (Air / 2), 2 * half);
            yield return text with { Paragraph = text.Paragraph with { Side = TextSide.Middle } };
        }

        foreach (var (row, y) in _rows)
        {
            var lines = LinesOf(row);
            var top = _plot.Bottom - y - (lines.Count * LineHeight / 2);
            foreach (var (i, line) in lines.Index())
                yield return Text(line, 0, top + (i * LineHeight), MostLabel);
            yield return DifferenceOf(row, _plot.Bottom - y);
        }
    }

    private ChartText DifferenceOf(DumbbellRow row, double middle)
    {
        var left = _x.At(row.Last.Value) + Beyond + SlideRoom.Strong.WidthOf(row.Last.Label) + Air;
        var room = _size.Width - left;
        return Text(SlideRoom.Text.Fit(row.Difference, room), left, middle - (LineHeight / 2), room);
    }

    private static ChartText Text(string text, double left, double top, double width) =>
        new(new(left, top, width, LineHeight), new(text));
}
