using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats.Pptx;

namespace RgkCalibrator.Output.Presentation;

/// <summary>How much fits on a slide, in points.</summary>
internal static class SlideRoom
{
    private const double LineHeight = 1.2;
    private const double LeastTitle = 16;
    private const string Alarm = "B23A00";

    /// <summary>The style in which all is measured that has the smallest size.</summary>
    internal static TextStyle Text { get; } = new(SlideText.SmallestSize);

    /// <inheritdoc cref="Text"/>
    internal static TextStyle Strong { get; } = new(SlideText.SmallestSize, Bold: true);

    /// <summary>What must not be overlooked, in a colour where that is known to be legible.</summary>
    internal static SlideParagraph Warning(
        this SlideLayout layout, string text, double size = SlideText.SmallestSize)
    {
        var colour = layout.IsWhite ? Alarm : SlideParagraph.ThemeColour;
        return new SlideParagraph(text, size) { IsBold = true, Colour = colour };
    }

    /// <summary>The height of so many lines.</summary>
    internal static double HeightOf(int lines, double size = SlideText.SmallestSize) => lines * size * LineHeight;

    /// <summary>The height of paragraphs below each other, with the room between them.</summary>
    internal static double HeightOf(SlideParagraph paragraph, double width)
    {
        var style = new TextStyle(paragraph.Size, paragraph.IsBold);
        var lines = Math.Max(1, style.Wrap(paragraph.Text, width, int.MaxValue).Count);
        return HeightOf(lines, paragraph.Size) + paragraph.Air;
    }

    /// <summary>
    /// A slide whose title fits where titles stand: as large as can be, and with a shorter beginning where even the
    /// smallest is too long; then the notes begin with it in full.
    /// </summary>
    /// <param name="title">Its beginning, which is a name.</param>
    /// <param name="value">Its end, which is never cut off.</param>
    /// <param name="layout">The room.</param>
    /// <param name="shapes">What stands below it.</param>
    /// <param name="notes">For the speaker.</param>
    internal static Slide Slide(
        string title, string value, SlideLayout layout, IReadOnlyList<SlideShape> shapes, IEnumerable<string> notes)
    {
        double[] sizes = [24, 22, 20, 18, LeastTitle];
        if (sizes.FirstOrDefault(size => Fits(title + value, size)) is > 0 and var fitting)
            return new Slide(title + value, shapes, [.. notes]) { TitleSize = fitting };
        var length = Enumerable.Range(0, title.Length).Last(length => length == 0 || Fits(Cut(length), LeastTitle));
        return new Slide(Cut(length), shapes, [title + value, .. notes]) { TitleSize = LeastTitle };

        string Cut(int length) => title[..length].TrimEnd() + "…" + value;

        bool Fits(string text, double size) =>
            new TextStyle(size, Bold: true).Wrap(text, layout.Title.Width, int.MaxValue).Count
                <= Math.Max(1, (int)((layout.Title.Height - 6) / (size * LineHeight)));
    }

    /// <summary>Paragraphs on as many slides as they need.</summary>
    internal static IEnumerable<Slide> Flow(
        string title, SlideLayout layout, IReadOnlyList<SlideParagraph> paragraphs, IReadOnlyList<string> notes,
        Language language)
    {
        var pages = new List<List<SlideParagraph>> { new() };
        var room = layout.Body.Height;
        foreach (var paragraph in paragraphs)
        {
            var height = HeightOf(paragraph, layout.Body.Width);
            if (height > room && pages[^1].Count > 0)
            {
                pages.Add([]);
                room = layout.Body.Height;
            }

            pages[^1].Add(paragraph);
            room -= height;
        }

        return pages.Select((page, i) => Slide(
            title, Page(i, pages.Count, language), layout, [new SlideText(layout.Body, "Tekst", page)], notes));
    }

    /// <summary>Which of several slides it is, behind a title.</summary>
    internal static string Page(int place, int count, Language language)
    {
        if (count == 1)
            return string.Empty;
        var (page, pages) = (Numbers.Whole(place + 1), Numbers.Whole(count));
        // The spaces within hold it together.
        return new Wording($" ({page}\u00A0van\u00A0{pages})", $" ({page}\u00A0of\u00A0{pages})").In(language);
    }
}
