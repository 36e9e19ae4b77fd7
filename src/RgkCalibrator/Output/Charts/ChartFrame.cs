namespace RgkCalibrator.Output.Charts;

/// <summary>
/// What all charts share: a sheet of 1920×1080 with the title above, the notes below, and the text alternative.
/// </summary>
/// <remarks>
/// <para>
/// The numbers stand as sentences in <c>desc</c>. That is the one place that a screen reader is sure to find: the children of
/// <c>role="img"</c> are hidden from it by definition, <c>metadata</c> is never read, and an SVG <c>role="table"</c> is lost as soon as
/// the file is shown through an <c>img</c> element or a slide. The title is the name (<c>aria-labelledby</c>), the rest the description
/// (<c>aria-describedby</c>), which a listener can skip. A web page sets <see cref="HistogramChart.Table"/> as a true table beside the
/// chart: only there can one walk from cell to cell.
/// </para>
/// <para>
/// Only presentation attributes, no <c>style</c>: a content security policy may forbid it. All text has absolute coordinates, nothing is rotated.
/// </para>
/// </remarks>
internal static class ChartFrame
{
    public const double Width = 1920;
    public const double Height = 1080;

    /// <summary>White at the left and right of everything.</summary>
    public const double Margin = 80;

    /// <summary>Where the chart proper begins below a title of two lines.</summary>
    public const double Top = 186;

    private const double FirstBaseline = 92;
    private const double TitlePitch = 50;
    private const double LastNote = Height - 42;
    private const double NotePitch = 28;
    private const int LinesOfNote = 2;
    private const int LinesOfTitle = 2;

    private static readonly TextStyle[] Titles = [new(40, Bold: true), new(34, Bold: true)];

    public static TextStyle Note { get; } = new(20);

    /// <summary>The width between the margins.</summary>
    public static double Room => Width - (2 * Margin);

    /// <summary>Where the chart proper begins below this title.</summary>
    public static double TopOf(ChartCaption caption) => Top - ((LinesOfTitle - TitleOf(caption).Lines.Count) * TitlePitch);

    /// <summary>Where the chart proper ends, above the notes.</summary>
    public static double Bottom(ChartCaption caption) => LastNote - (NotePitch * NoteLines(caption).Count) - 14;

    /// <summary>Begins the drawing.</summary>
    /// <param name="caption">Title, description and notes.</param>
    /// <param name="facts">Sentences with the numbers, for listeners.</param>
    public static SvgWriter Begin(ChartCaption caption, IEnumerable<string> facts)
    {
        var svg = new SvgWriter();
        Root(svg, caption);
        svg.Words("title", caption.Title, ("id", caption.Id + "-title"));
        svg.Words("desc", string.Join('\n', [caption.Description, .. facts, .. caption.Notes]), ("id", caption.Id + "-desc"));
        svg.Empty("rect", ("width", Width), ("height", Height), ("fill", "#" + Palette.Paper));
        Heading(svg, caption);
        Notes(svg, caption);
        return svg;
    }

    /// <summary>The finished drawing.</summary>
    public static SvgDrawing End(SvgWriter svg)
    {
        svg.Close();
        return new SvgDrawing(svg.ToString());
    }

    /// <summary>Opens a group of texts.</summary>
    public static void Texts(SvgWriter svg, TextStyle style, string colour, string anchor = "start") =>
        svg.Open("g", ("font-size", style.Size), ("font-weight", style.Bold ? "700" : "400"), ("fill", "#" + colour), ("text-anchor", anchor));

    private static void Root(SvgWriter svg, ChartCaption caption) => svg.Open(
        "svg",
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("id", caption.Id),
        ("viewBox", $"0 0 {SvgWriter.Number(Width)} {SvgWriter.Number(Height)}"),
        ("width", Width),
        ("height", Height),
        ("lang", new Wording("nl", "en").In(caption.Language)),
        ("role", "img"),
        ("aria-labelledby", caption.Id + "-title"),
        ("aria-describedby", caption.Id + "-desc"),
        ("font-family", "Segoe UI, Arial, Liberation Sans, sans-serif"));

    private static void Heading(SvgWriter svg, ChartCaption caption)
    {
        var (style, lines) = TitleOf(caption);
        Texts(svg, style, Palette.Ink);
        foreach (var (i, line) in lines.Index())
            svg.Line(line, Margin, FirstBaseline + (i * TitlePitch));
        svg.Close();
    }

    /// <summary>The title in the largest size in which it fits; the smallest may cut it.</summary>
    private static (TextStyle Style, IReadOnlyList<string> Lines) TitleOf(ChartCaption caption)
    {
        var style = Array.Find(Titles, size => size.Wrap(caption.Title, Room, LinesOfTitle + 1).Count <= LinesOfTitle) ?? Titles[^1];
        return (style, style.Balance(caption.Title, Room, LinesOfTitle));
    }

    private static void Notes(SvgWriter svg, ChartCaption caption)
    {
        var lines = NoteLines(caption);
        Texts(svg, Note, Palette.QuietInk);
        foreach (var (i, line) in lines.Index())
            svg.Line(line, Margin, LastNote - (NotePitch * (lines.Count - 1 - i)));
        svg.Close();
    }

    private static List<string> NoteLines(ChartCaption caption) => [.. caption.Notes.SelectMany(note => Note.Wrap(note, Room, LinesOfNote))];
}
