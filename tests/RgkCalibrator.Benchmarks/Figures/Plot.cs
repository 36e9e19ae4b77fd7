using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Benchmarks.Figures;

/// <summary>How a line looks.</summary>
internal sealed record Pen(string Colour, double Width, string Dash = "")
{
    public static Pen Blue { get; } = new(Palette.Inside, 5);

    public static Pen Orange { get; } = new(Palette.Outside, 5, "16 7");

    public static Pen Rule { get; } = new(Palette.Ink, 3);

    public static Pen DashedRule { get; } = new(Palette.Ink, 3, "9 7");

    public static Pen Faint { get; } = new(Palette.Line, 3, "4 6");
}

/// <summary>The texts and axes of a figure.</summary>
/// <param name="Caption">Title, description and notes.</param>
/// <param name="X">The axis across.</param>
/// <param name="XTitle">Under it.</param>
/// <param name="Y">The axis upward.</param>
/// <param name="YTitle">Above it.</param>
internal sealed record PlotFrame(ChartCaption Caption, Axis X, string XTitle, Axis Y, string YTitle);

/// <summary>A figure of two axes, painted with the parts of the library's own charts; marks lie in the order of painting.</summary>
internal sealed class Plot
{
    /// <summary>What is inside, faint enough to lie under lines.</summary>
    public const string Shade = "D6E8F4";

    private const double LabelRow = 34;

    private static readonly TextStyle Tick = new(24);
    private static readonly TextStyle Title = new(24);
    private static readonly TextStyle Label = new(26, Bold: true);

    private readonly SvgWriter _svg;
    private readonly double _top;
    private readonly double _bottom;

    /// <summary>The frame with its axes.</summary>
    /// <param name="frame">Texts and axes.</param>
    /// <param name="rows">Rows of labels above the plot, for <see cref="Down"/>.</param>
    public Plot(PlotFrame frame, int rows = 1)
    {
        _svg = ChartFrame.Begin(frame.Caption, []);
        _top = ChartFrame.TopOf(frame.Caption) + 40 + (rows * LabelRow) + 12;
        _bottom = ChartFrame.Bottom(frame.Caption) - 96;
        var left = ChartFrame.Margin + frame.Y.Ticks.Max(tick => Tick.WidthOf(tick.Label)) + 20;
        X = new Scale(frame.X.Min, frame.X.Max, left, ChartFrame.Width - ChartFrame.Margin - 30);
        Y = new Scale(frame.Y.Min, frame.Y.Max, _bottom, _top);
        Axes(frame);
    }

    public Scale X { get; }

    public Scale Y { get; }

    /// <summary>Straight lines from point to point.</summary>
    public void Line(Pen pen, params IReadOnlyList<(double X, double Y)> points) =>
        Stroke(pen, points.Select((point, i) => (i == 0 ? 'M' : 'L', new[] { X.At(point.X), Y.At(point.Y) })));

    /// <summary>A curve that stays until the next point and then jumps.</summary>
    public void Steps(Pen pen, IReadOnlyList<(double X, double Y)> points) =>
        Line(pen, [.. points.Take(1), .. points.Zip(points.Skip(1)).SelectMany(pair => new[] { (pair.Second.X, pair.First.Y), pair.Second })]);

    /// <summary>A shaded rectangle.</summary>
    public void Box(double fromX, double fromY, double toX, double toY, string colour = Shade) => _svg.Empty(
        "rect",
        ("x", X.At(fromX)),
        ("y", Y.At(toY)),
        ("width", X.At(toX) - X.At(fromX)),
        ("height", Y.At(fromY) - Y.At(toY)),
        ("fill", "#" + colour));

    /// <summary>The area between two lines over the same places.</summary>
    public void Band(IReadOnlyList<(double X, double Lower, double Upper)> places)
    {
        var outline = places.Select(place => (place.X, place.Upper)).Concat(places.Reverse().Select(place => (place.X, place.Lower)));
        var path = outline.Select((point, i) => (i == 0 ? 'M' : 'L', new[] { X.At(point.X), Y.At(point.Item2) })).Append(('Z', []));
        _svg.Empty("path", ("d", SvgWriter.Path(path)), ("fill", "#" + Shade));
    }

    public void Dots(string colour, double radius, params IEnumerable<(double X, double Y)> points)
    {
        _svg.Open("g", ("fill", "#" + colour), ("stroke", "#" + Palette.Paper), ("stroke-width", 1.5));
        foreach (var (x, y) in points)
            _svg.Empty("circle", ("cx", X.At(x)), ("cy", Y.At(y)), ("r", radius));
        _svg.Close();
    }

    /// <summary>An interval across, with a dot at its value and ends that are closed.</summary>
    public void Whisker(double from, double value, double to, double y, string colour = Palette.Inside)
    {
        Line(new Pen(colour, 6), (from, y), (to, y));
        foreach (var end in new[] { from, to })
            Stroke(new Pen(colour, 4), [('M', [X.At(end), Y.At(y) - 12]), ('V', [Y.At(y) + 12])]);
        Dots(colour, 12, (value, y));
    }

    /// <summary>An interval upward, with a dot at its value and ends that are closed.</summary>
    public void Upright(double from, double value, double to, double x, string colour = Palette.Inside)
    {
        Line(new Pen(colour, 6), (x, from), (x, to));
        foreach (var end in new[] { from, to })
            Stroke(new Pen(colour, 4), [('M', [X.At(x) - 12, Y.At(end)]), ('H', [X.At(x) + 12])]);
        Dots(colour, 12, (x, value));
    }

    /// <summary>A line from top to bottom with its label above; <paramref name="row"/> 0 is the lowest row.</summary>
    public void Down(Pen pen, double x, string label, int row = 0, string anchor = "middle")
    {
        var labels = _top - 14 - (row * LabelRow);
        Stroke(pen, [('M', [X.At(x), row == 0 ? _top : labels + 10]), ('V', [_bottom])]);
        Words(label, X.At(x), labels, anchor, pen.Colour);
    }

    /// <summary>A line from side to side, with its label on it.</summary>
    public void Across(Pen pen, double y, string label, bool isAtLeft = false)
    {
        Stroke(pen, [('M', [X.Start, Y.At(y)]), ('H', [X.End])]);
        if (label.Length > 0)
            Words(label, isAtLeft ? X.Start + 14 : X.End - 8, Y.At(y) - 12, isAtLeft ? "start" : "end", pen.Colour);
    }

    /// <summary>A text beside a place.</summary>
    public void Say(string text, double x, double y, string colour = Palette.Ink, string anchor = "start", double right = 18, double down = 9) =>
        Words(text, X.At(x) + right, Y.At(y) + down, anchor, colour);

    public string End() => ChartFrame.End(_svg);

    private void Axes(PlotFrame frame)
    {
        ChartFrame.Texts(_svg, Title, Palette.QuietInk);
        _svg.Line(frame.YTitle, ChartFrame.Margin, ChartFrame.TopOf(frame.Caption) + 21);
        _svg.Line(frame.XTitle, X.Start, _bottom + 76);
        _svg.Close();
        foreach (var tick in frame.Y.Ticks)
            Stroke(new Pen(Palette.Grid, 2), [('M', [X.Start, Y.At(tick.Value)]), ('H', [X.End])]);
        Stroke(new Pen(Palette.Line, 2), [('M', [X.Start, _bottom]), ('H', [X.End])]);
        ChartFrame.Texts(_svg, Tick, Palette.QuietInk, "end");
        foreach (var tick in frame.Y.Ticks)
            _svg.Line(tick.Label, X.Start - 14, Y.At(tick.Value) + 8);
        _svg.Close();
        ChartFrame.Texts(_svg, Tick, Palette.QuietInk, "middle");
        foreach (var tick in X.Legible(frame.X.Ticks, Tick))
            _svg.Line(tick.Label, X.At(tick.Value), _bottom + 36);
        _svg.Close();
    }

    // A white edge keeps a text legible on lines.
    private void Words(string text, double x, double y, string anchor, string colour)
    {
        _svg.Open("g", ("font-size", Label.Size), ("font-weight", "700"), ("fill", "#" + colour), ("text-anchor", anchor), ("stroke", "#" + Palette.Paper), ("stroke-width", 6), ("paint-order", "stroke"), ("stroke-linejoin", "round"));
        _svg.Line(text, x, y);
        _svg.Close();
    }

    private void Stroke(Pen pen, IEnumerable<(char Command, double[] Numbers)> path) => _svg.Empty(
        "path",
        [
            ("d", SvgWriter.Path(path)), ("fill", "none"), ("stroke", "#" + pen.Colour), ("stroke-width", pen.Width),
            .. pen.Dash.Length == 0 ? (SvgAttribute[])[] : [("stroke-dasharray", pen.Dash)],
        ]);
}
