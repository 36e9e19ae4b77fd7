using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats.Pptx;

namespace RgkCalibrator.Output.Presentation;

/// <summary>How much fits on a slide, in points.</summary>
internal static class SlideRoom
{
    private const double LineHeight = 1.2;
    private const double LeastTitle = 16;

    /// <summary>The style in which all is measured that has the smallest size.</summary>
    internal static TextStyle Text { get; } = new(SlideText.SmallestSize);

    /// <inheritdoc cref="Text"/>
    internal static TextStyle Strong { get; } = new(SlideText.SmallestSize, Bold: true);

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
    /// A slide whose title fits where titles stand: as large as can be, and cut off where even the smallest is too
    /// long; then the notes begin with it in full.
    /// </summary>
    internal static Slide Slide(
        string title, SlideLayout layout, IReadOnlyList<SlideShape> shapes, IEnumerable<string> notes)
    {
        double[] sizes = [24, 22, 20, 18, LeastTitle];
        foreach (var size in sizes)
        {
            if (new TextStyle(size, Bold: true).Wrap(title, layout.Title.Width, int.MaxValue).Count <= LinesOf(size))
                return new Slide(title, shapes, [.. notes]) { TitleSize = size };
        }

        var lines = new TextStyle(LeastTitle, Bold: true).Wrap(title, layout.Title.Width, LinesOf(LeastTitle));
        return new Slide(string.Join(' ', lines), shapes, [title, .. notes]) { TitleSize = LeastTitle };

        int LinesOf(double size) => Math.Max(1, (int)((layout.Title.Height - 6) / (size * LineHeight)));
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
            title + Page(i, pages.Count, language), layout, [new SlideText(layout.Body, "Tekst", page)], notes));
    }

    /// <summary>Which of several slides it is, behind a title.</summary>
    internal static string Page(int place, int count, Language language)
    {
        if (count == 1)
            return string.Empty;
        var (page, pages) = (Numbers.Whole(place + 1), Numbers.Whole(count));
        return new Wording($" ({page} van {pages})", $" ({page} of {pages})").In(language);
    }
}
