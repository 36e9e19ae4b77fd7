using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Benchmarks.Figures;

/// <summary>The lines of figures.</summary>
internal static class Pens
{
    public static Pen Blue { get; } = new(Palette.Inside, 5);

    public static Pen Orange { get; } = new(Palette.Outside, 5, "16 7");

    public static Pen Rule { get; } = new(Palette.Ink, 3);

    public static Pen DashedRule { get; } = new(Palette.Ink, 3, "9 7");

    public static Pen Faint { get; } = new(Palette.Line, 3, "4 6");
}

/// <summary>The texts and axes of a figure.</summary>
/// <param name="Name">The name of the figure.</param>
/// <param name="Language">The language of all texts.</param>
internal sealed record PlotFrame(string Name, Language Language)
{
    public required Wording Title { get; init; }

    public required Wording Note { get; init; }

    /// <summary>The axis across.</summary>
    public required Axis X { get; init; }

    /// <summary>The title under it.</summary>
    public required Wording XTitle { get; init; }

    /// <summary>The axis upward.</summary>
    public required Axis Y { get; init; }

    /// <summary>The title above it.</summary>
    public required Wording YTitle { get; init; }

    public ChartCaption Caption
    {
        get
        {
            var title = Title.In(Language);
            var madeUp = new Wording(
                "Verzonnen getallen, gemaakt door het programma zelf.",
                "Made-up numbers, drawn by the program itself.");
            return new("methods-" + Name, Language, title, title, [])
            {
                Footer = $"{Note.In(Language)} {madeUp.In(Language)}",
            };
        }
    }
}

/// <summary>
/// A figure of two axes, painted with the parts of the library's own charts; marks lie in the order of painting.
/// </summary>
internal sealed class Plot
{
    /// <summary>What is inside, faint enough to lie under lines.</summary>
    public const string Shade = "D6E8F4";

    private const double LabelPitch = 36;

    private static readonly TextStyle Normal = TextStyle.Normal;
    private static readonly TextStyle Label = TextStyle.Strong;

    private readonly ChartSheet _sheet;
    private readonly Scale _x;
    private readonly Scale _y;

    /// <summary>The frame with its axes.</summary>
    /// <param name="frame">Texts and axes.</param>
    /// <param name="rows">The number of rows of labels above the plot, for <see cref="Down"/>.</param>
    public Plot(PlotFrame frame, int rows = 1)
    {
        _sheet = new ChartSheet(frame.Caption, []);
        var top = ChartFrame.TopOf(frame.Caption) + 40 + (rows * LabelPitch) + 12;
        var bottom = ChartFrame.BottomOf(frame.Caption) - ChartAxes.HeightBelow;
        var left = ChartFrame.Margin + frame.Y.Ticks.Max(tick => Normal.WidthOf(tick.Label)) + 20;
        _x = new Scale(frame.X.Min, frame.X.Max, left, ChartFrame.Right - 30);
        _y = new Scale(frame.Y.Min, frame.Y.Max, bottom, top);
        Axes(frame);
    }

    /// <summary>Straight lines from point to point.</summary>
    public void Line(Pen pen, params IEnumerable<(double X, double Y)> points) =>
        _sheet.Outline(pen, SvgPath.Through(points.Select(PlaceOf)));

    /// <summary>A curve that stays until the next point and then jumps.</summary>
    public void Steps(Pen pen, IReadOnlyList<(double X, double Y)> points) => Line(
        pen,
        points.Take(1).Concat(
            points.Zip(points.Skip(1)).SelectMany(pair => new[] { (pair.Second.X, pair.First.Y), pair.Second })));

    /// <summary>A shaded rectangle.</summary>
    public void Box(double fromX, double fromY, double toX, double toY) => _sheet.Svg.Empty(
        "rect",
        ("x", _x.At(fromX)),
        ("y", _y.At(toY)),
        ("width", _x.At(toX) - _x.At(fromX)),
        ("height", _y.At(fromY) - _y.At(toY)),
        ("fill", "#" + Shade));

    /// <summary>The area between two lines over the same places.</summary>
    public void Band(IReadOnlyList<(double X, double Lower, double Upper)> places)
    {
        var outline = places.Select(place => (place.X, place.Upper))
            .Concat(places.Reverse().Select(place => (place.X, place.Lower)));
        _sheet.Path(SvgPath.Through(outline.Select(PlaceOf)) + "Z", ("fill", "#" + Shade));
    }

    public void Dots(string colour, double radius, params IEnumerable<(double X, double Y)> points)
    {
        _sheet.Svg.Open("g", [("fill", "#" + colour), .. new Pen(Palette.Paper, 1.5).Attributes()]);
        foreach (var (x, y) in points.Select(PlaceOf))
            _sheet.Circle(x, y, radius);
        _sheet.Svg.Close();
    }

    /// <summary>An interval across, with a dot at its value and ends that are closed.</summary>
    public void Whisker(double from, double value, double to, double y, string colour = Palette.Inside)
    {
        Line(new Pen(colour, 6), (from, y), (to, y));
        foreach (var end in new[] { from, to })
            _sheet.Outline(new Pen(colour, 4), SvgPath.Down(_x.At(end), _y.At(y) - 12, _y.At(y) + 12));
        Dots(colour, 12, (value, y));
    }

    /// <summary>An interval upward, with a dot at its value and ends that are closed.</summary>
    public void Upright(double from, double value, double to, double x)
    {
        Line(new Pen(Palette.Inside, 6), (x, from), (x, to));
        foreach (var end in new[] { from, to })
            _sheet.Outline(new Pen(Palette.Inside, 4), SvgPath.Across(_x.At(x) - 12, _x.At(x) + 12, _y.At(end)));
        Dots(Palette.Inside, 12, (x, value));
    }

    /// <summary>A line from top to bottom with its label above; <paramref name="row"/> 0 is the lowest row.</summary>
    public void Down(Pen pen, double x, string label, int row = 0, string anchor = "middle")
    {
        var labels = _y.End - 14 - (row * LabelPitch);
        _sheet.Outline(pen, SvgPath.Down(_x.At(x), row == 0 ? _y.End : labels + 10, _y.Start));
        Words(new(label, _x.At(x), labels), anchor, pen.Colour);
    }

    /// <summary>A line from side to side, with its label on it.</summary>
    public void Across(Pen pen, double y, string label, bool isAtLeft = false)
    {
        _sheet.Outline(pen, SvgPath.Across(_x.Start, _x.End, _y.At(y)));
        if (label.Length == 0)
            return;
        var (x, anchor) = isAtLeft ? (_x.Start + 14, "start") : (_x.End - 8, "end");
        Words(new(label, x, _y.At(y) - 12), anchor, pen.Colour);
    }

    /// <summary>A text beside a place.</summary>
    public void Say(
        string text, double x, double y, string colour = Palette.Ink, string anchor = "start", double right = 18,
        double down = 9) =>
        Words(new(text, _x.At(x) + right, _y.At(y) + down), anchor, colour);

    public string End() => _sheet.Finish();

    private (double X, double Y) PlaceOf((double X, double Y) point) => (_x.At(point.X), _y.At(point.Y));

    private void Axes(PlotFrame frame)
    {
        _sheet.Texts(
            Normal,
            Palette.QuietInk,
            "start",
            new(frame.YTitle.In(frame.Language), ChartFrame.Margin, ChartFrame.TopOf(frame.Caption) + 23),
            new(frame.XTitle.In(frame.Language), _x.Start, _y.Start + ChartAxes.TitleBaseline));
        foreach (var tick in frame.Y.Ticks)
            _sheet.Outline(Pen.Grid, SvgPath.Across(_x.Start, _x.End, _y.At(tick.Value)));
        _sheet.Outline(Pen.Axis, SvgPath.Across(_x.Start, _x.End, _y.Start));
        var labels = frame.Y.Ticks.Select(tick => new PlacedText(tick.Label, _x.Start - 14, _y.At(tick.Value) + 8));
        _sheet.Texts(Normal, Palette.QuietInk, "end", labels);
        _sheet.TickLabels(Normal, frame.X.Ticks, _x, _y.Start + ChartAxes.TickBaseline);
    }

    // A white edge keeps a text legible on lines.
    private void Words(PlacedText text, string anchor, string colour)
    {
        _sheet.Svg.Open(
            "g",
            [
                ("font-size", Label.Size), ("font-weight", "700"), ("fill", "#" + colour), ("text-anchor", anchor),
                .. new Pen(Palette.Paper, 6).Attributes(), ("paint-order", "stroke"), ("stroke-linejoin", "round"),
            ]);
        _sheet.Text(text);
        _sheet.Svg.Close();
    }
}
