namespace RgkCalibrator.Output.Charts;

/// <summary>
/// A drawing under way, with its title, footer and text alternative: no script, no reference to anything outside, the
/// same bytes for the same chart on every machine. It is fit to stand in a file and inside a web page.
/// </summary>
/// <remarks>
/// <para>
/// The numbers stand as sentences in <c>desc</c>. That is the one place that a screen reader is sure to find: the
/// children of <c>role="img"</c> are hidden from it by definition, <c>metadata</c> is never read, and an SVG
/// <c>role="table"</c> is lost as soon as the file is shown through an <c>img</c> element or a slide. The title is the
/// name (<c>aria-labelledby</c>), the rest the description (<c>aria-describedby</c>), which a listener can skip. A web
/// page sets <see cref="ChartModel.Table"/> as a true table beside the chart: only there can one walk from cell to
/// cell.
/// </para>
/// <para>
/// There are only presentation attributes and no <c>style</c>, which a content security policy may forbid. All text has
/// absolute coordinates; nothing is rotated.
/// </para>
/// </remarks>
internal sealed class ChartSheet
{
    private static readonly MarkupAttribute NoFill = ("fill", "none");

    /// <summary>The sheet of a chart, with its markers and its table for listeners.</summary>
    public ChartSheet(ChartModel chart)
        : this(
            chart.Caption,
            [
                .. chart.Markers.Select(marker => marker.Label + "."),
                .. chart.Change is { } change ? [change.Label + "."] : Array.Empty<string>(),
                .. chart.Table.Sentences(),
            ])
    {
    }

    /// <summary>The sheet of a drawing.</summary>
    /// <param name="caption">Title, description, footer and notes.</param>
    /// <param name="facts">Sentences with the numbers, for listeners.</param>
    public ChartSheet(ChartCaption caption, IEnumerable<string> facts)
    {
        var (title, description) = (caption.Id + "-title", caption.Id + "-desc");
        var (width, height) = (MarkupAttribute.Number(ChartFrame.Width), MarkupAttribute.Number(ChartFrame.Height));
        Svg.Open(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"), ("id", caption.Id), ("viewBox", $"0 0 {width} {height}"),
            ("width", width), ("height", height), ("lang", new Wording("nl", "en").In(caption.Language)),
            ("role", "img"), ("aria-labelledby", title), ("aria-describedby", description),
            ("font-family", "Arial, Liberation Sans, sans-serif"));
        Svg.Words("title", caption.Title, ("id", title));
        string[] said = [caption.Description, .. facts, caption.Footer, .. caption.Notes];
        Svg.Words("desc", string.Join('\n', said.Where(text => text.Length > 0)), ("id", description));
        Svg.Empty("rect", ("width", width), ("height", height), ("fill", "#" + Palette.Paper));
        var (style, lines) = ChartFrame.TitleOf(caption);
        Texts(style, Palette.Ink, "start", lines);
        Texts(TextStyle.Normal, Palette.QuietInk, "start", ChartFrame.FooterOf(caption));
    }

    /// <summary>The writer, for what only one chart has.</summary>
    public MarkupWriter Svg { get; } = new();

    /// <summary>Texts of one look.</summary>
    public void Texts(TextStyle style, string colour, string anchor, params IEnumerable<PlacedText> texts)
    {
        OpenTexts(style, colour, anchor);
        foreach (var text in texts)
            Text(text);
        Svg.Close();
    }

    /// <summary>Opens a group of texts.</summary>
    public void OpenTexts(TextStyle style, string colour, string anchor) => Svg.Open(
        "g", ("font-size", style.Size), ("font-weight", style.Bold ? "700" : "400"), ("fill", "#" + colour),
        ("text-anchor", anchor));

    /// <summary>A text in the look of its group.</summary>
    public void Text(PlacedText text) => Svg.Words("text", text.Text, ("x", text.X), ("y", text.Y));

    public void Path(string data, params IEnumerable<MarkupAttribute> look) =>
        Svg.Empty("path", [("d", data), .. look]);

    /// <summary>Straight lines that enclose nothing.</summary>
    public void Lines(Pen pen, string data) => Path(data, pen.Attributes());

    /// <summary>The lines around a shape, which stays empty.</summary>
    public void Outline(Pen pen, string data) => Path(data, [NoFill, .. pen.Attributes()]);

    /// <summary>A curve, under which nothing is filled.</summary>
    public void Curve(Pen pen, string data) => Path(data, [.. pen.Attributes(), NoFill]);

    public void Circle(double x, double y, double radius, params IEnumerable<MarkupAttribute> look) =>
        Svg.Empty("circle", [("cx", x), ("cy", y), ("r", radius), .. look]);

    /// <summary>Covers what lies behind a text.</summary>
    public void Cover(double x, double y, double width, double height) => Svg.Empty(
        "rect", ("x", x), ("y", y), ("width", width), ("height", height), ("fill", "#" + Palette.Paper));

    /// <summary>The finished drawing.</summary>
    public SvgDrawing Finish()
    {
        Svg.Close();
        return new SvgDrawing(Svg.ToString());
    }
}
