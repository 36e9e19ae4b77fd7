using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Presentation;

/// <summary>A histogram as a chart of Office: the bars and lines of the picture of it.</summary>
internal sealed class NativeHistogram
{
    private const double RowHeight = 19;
    private const double Leader = 12;
    private const double SignWidth = 24;
    private const double Air = 6;
    private const int YSteps = 4;

    // Places are whole numbers; with these all steps of volumes and durations are.
    private static readonly int[] Factors = [1, 2, 4, 5, 10, 20, 100];

    private readonly HistogramChart _chart;
    private readonly (double Width, double Height) _size;
    private readonly int _factor;
    private readonly Axis _yAxis;
    private readonly Frame _plot;
    private readonly Scale _x;
    private readonly bool _openTouches;

    private NativeHistogram(HistogramChart chart, double width, double height)
    {
        (_chart, _size) = (chart, (width, height));
        _factor = Factors.FirstOrDefault(factor => Edges().All(edge => IsWhole(edge * factor)), Factors[^1]);
        _yAxis = Axis.Nice(0, chart.Bins.Max(chart.HeightOf), YSteps, chart.Caption.Language);
        var labels = _yAxis.Ticks.Max(tick => SlideRoom.Text.WidthOf(tick.Label));
        var top = (2 * RowHeight) + (chart.Markers.Count > 0 ? RowHeight + Leader : Air) + ChangeHeight;
        _plot = new(labels + Air, top, width - labels - (3 * Air), height - top - (2 * RowHeight) - Air);
        _x = AxisWithin(_plot);
        // The name of an open bin has a row of its own where it would touch the last tick.
        _openTouches = Touches();
        _plot = _openTouches ? _plot with { Height = _plot.Height - RowHeight } : _plot;
    }

    // The arrow has a row of its own between the names of the markers and the bars.
    private double ChangeHeight => _chart.Change is null ? 0 : RowHeight;

    private Scale AxisWithin(Frame plot)
    {
        // The axis ends where the bins and the markers do.
        var ends = _chart.Markers.Select(marker => marker.Value).Concat(_chart.Bins.Select(EndOf))
            .Append(_chart.Bins[0].From).Append(_chart.XAxis.Min).ToList();
        return new(
            Math.Floor(ends.Min() * _factor) / _factor, Math.Ceiling(ends.Max() * _factor) / _factor, plot.Left,
            plot.Right);
    }

    /// <summary>The chart, of this size in points.</summary>
    internal static AreaChart Of(HistogramChart chart, double width, double height) =>
        new NativeHistogram(chart, width, height).Chart();

    // An open bin has no scale, so no ticks stand beyond its edge.
    private IEnumerable<AxisTick> Ticks =>
        _chart.XAxis.Ticks.Where(tick => tick.Value <= (_chart.Bins[^1].To ?? _chart.Bins[^1].From));

    private IEnumerable<LineSide> Sides => _chart.Bins.Select(bin => bin.Side).Distinct().Order();

    private IEnumerable<double> Edges() =>
        _chart.Bins.Select(bin => bin.From).Concat(_chart.Bins.Select(bin => bin.To).OfType<double>());

    private static bool IsWhole(double number) => Math.Abs(number - Math.Round(number)) < 1e-9;

    /// <summary>Where a bar ends; an open one at the nearest place.</summary>
    private double EndOf(HistogramBin bin) => bin.To ?? Math.Ceiling(_chart.EndOf(bin) * _factor) / _factor;

    private AreaChart Chart() => new()
    {
        Title = _chart.Caption.Title,
        Size = _size,
        Plot = _plot,
        Columns = [Places(), .. Sides.Select(Heights)],
        Numbers = Counts(),
        Legend = new(_plot.Left, 0, _size.Width - _plot.Left, RowHeight),
        XAxis = new(_x.From * _factor, _x.To * _factor, 0),
        YAxis = new(0, _yAxis.Max, _yAxis.Ticks[1].Value - _yAxis.Ticks[0].Value, HasLabels: true),
        Areas = [.. Sides.Select(LookOf)],
        Marks = [.. Markers(), .. Change(), .. Titles(), .. Labels()],
    };

    // Each bar goes up at its lower edge and down at its upper one.
    private ChartColumn Places() => new(
        _factor == 1 ? _chart.XTitle : $"{_chart.XTitle} × {Numbers.Whole(_factor)}",
        [.. _chart.Bins.SelectMany(bin => new double?[] { bin.From, bin.From, EndOf(bin), EndOf(bin) })
            .Select(place => (double?)Math.Round(place!.Value * _factor))]);

    private static AreaLook LookOf(LineSide side) => side switch
    {
        LineSide.Inside => new(Palette.Inside, Palette.Paper, AreaFill.Full),
        LineSide.Across => new(Palette.QuietInk, Palette.QuietInk, AreaFill.Level),
        _ => new(Palette.Outside, Palette.Outside, AreaFill.Slanted),
    };

    private ChartColumn Heights(LineSide side) => new(
        SlideRoom.Text.Fit(_chart.LabelOf(side), (_plot.Width / Math.Max(2, Sides.Count())) - SignWidth),
        [.. _chart.Bins.SelectMany(bin =>
        {
            var height = bin.Side == side ? _chart.HeightOf(bin) : 0;
            return new double?[] { 0, height, height, 0 };
        })]);

    private Table Counts() => new(
        _chart.Caption.Title,
        [
            new(_chart.XTitle, "class", ColumnKind.Text), new(_chart.CountTitle, "count", ColumnKind.Whole),
            new(new Wording("plaats", "place").In(_chart.Caption.Language), "place", ColumnKind.Text),
        ],
        [
            .. _chart.Bins.Select(bin => new[]
            {
                TableCell.Text(bin.Label), TableCell.Exact(bin.Count),
                TableCell.Text(_chart.LabelOf(bin.Side)),
            }),
        ]);

    /// <summary>The marked values: their names in a row, and from each a line to its value and down.</summary>
    private IEnumerable<ChartMark> Markers()
    {
        var markers = _chart.Markers.OrderBy(marker => marker.Value).ThenBy(marker => marker.Kind).ToList();
        var most = (_size.Width / Math.Max(1, markers.Count)) - (2 * Air);
        var fits = markers.Sum(marker => SlideRoom.Strong.WidthOf(marker.Label) + (2 * Air)) <= _size.Width;
        var labels = markers.ConvertAll(marker => fits ? marker.Label : SlideRoom.Strong.Fit(marker.Label, most));
        var widths = labels.ConvertAll(label => SlideRoom.Strong.WidthOf(label) + (2 * Air));
        var places = markers.ConvertAll(marker => _x.At(marker.Value));
        var centres = LabelRow.Centres(places, widths, 0, _size.Width);
        var head = _plot.Top - ChangeHeight;
        var top = head - Leader;
        foreach (var (i, marker) in markers.Index())
        {
            var (from, at, to) = ((centres[i], top), (places[i], head), (places[i], _plot.Bottom));
            var isDashed = marker.Kind == MarkerKind.Compared;
            // A white edge keeps the line visible on the bars.
            yield return new ChartLine(at, to, Palette.Paper) { Width = 4 };
            yield return new ChartLine(from, at, Palette.Ink) { Width = 1.75, IsDashed = isDashed };
            yield return new ChartLine(at, to, Palette.Ink) { Width = 1.75, IsDashed = isDashed };
            yield return new ChartText(
                new(centres[i] - (widths[i] / 2), top - RowHeight, widths[i], RowHeight),
                new(labels[i]) { IsBold = true, Side = TextSide.Middle });
        }
    }

    /// <summary>
    /// From the line now in force to the proposal, with the difference behind the last marker or before the first;
    /// where neither leaves room, over the arrow.
    /// </summary>
    private IEnumerable<ChartMark> Change()
    {
        if (_chart.Change is not { } change)
            yield break;
        var y = _plot.Top - (ChangeHeight / 2);
        yield return new ChartLine((_x.At(change.From), y), (_x.At(change.To), y), Palette.Ink)
        {
            Width = 2.25,
            IsArrow = true,
        };
        var (width, places) = (
            SlideRoom.Strong.WidthOf(change.Label) + (2 * Air),
            _chart.Markers.Select(marker => _x.At(marker.Value)).Order().ToList());
        var middle = (_x.At(change.From) + _x.At(change.To) - width) / 2;
        var (left, covers) = places[^1] + width <= _size.Width ? (places[^1], false)
            : places[0] >= width ? (places[0] - width, false)
            : (Math.Clamp(middle, 0, _size.Width - width), true);
        yield return new ChartText(
            new(left, y - (RowHeight / 2), width, RowHeight),
            new(change.Label) { IsBold = true, Side = TextSide.Middle })
        {
            Covers = covers,
        };
    }

    private IEnumerable<ChartText> Titles()
    {
        yield return Text(
            SlideRoom.Text.Fit(_chart.YTitle, _size.Width), 0, RowHeight, _size.Width, TextSide.Left);
        var title = SlideRoom.Text.Fit(_chart.XTitle, _plot.Width);
        yield return Text(title, _plot.Left, _size.Height - RowHeight, _plot.Width, TextSide.Left);
    }

    private IEnumerable<ChartText> Labels()
    {
        foreach (var tick in _x.Legible(Ticks, SlideRoom.Text))
        {
            var half = SlideRoom.Text.WidthOf(tick.Label) / 2;
            yield return Text(tick.Label, _x.At(tick.Value) - half, _plot.Bottom + Air, 2 * half, TextSide.Middle);
        }

        if (_chart.Bins[^1].To is null)
        {
            var top = _plot.Bottom + Air + (_openTouches ? RowHeight : 0);
            yield return Text(OpenLabel, OpenLeft, top, SlideRoom.Text.WidthOf(OpenLabel), TextSide.Middle);
        }
    }

    private string OpenLabel => SlideRoom.Text.Fit(_chart.Bins[^1].Label, _size.Width);

    /// <summary>The name of an open bin stands right below it.</summary>
    private double OpenLeft
    {
        get
        {
            var (open, width) = (_chart.Bins[^1], SlideRoom.Text.WidthOf(OpenLabel));
            var middle = (_x.At(open.From) + _x.At(EndOf(open))) / 2;
            return Math.Min(middle - (width / 2), _size.Width - width);
        }
    }

    private bool Touches() => _chart.Bins[^1].To is null && OpenLeft < Air + _x.Legible(Ticks, SlideRoom.Text)
        .Select(tick => _x.At(tick.Value) + (SlideRoom.Text.WidthOf(tick.Label) / 2)).DefaultIfEmpty().Max();

    private static ChartText Text(string text, double left, double top, double width, TextSide side) =>
        new(new(left, top, width, RowHeight), new(text) { Side = side });
}
