using System.Globalization;
using System.Xml.Linq;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Output.Presentation;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Tests.Output.Charts;
using RgkCalibrator.Tests.Output.Formats.Pptx;
using RgkCalibrator.Tests.Output.Packets;

namespace RgkCalibrator.Tests.Output.Presentation;

/// <summary>The draft as slides.</summary>
public sealed class DraftDeckTests
{
    private const string LongName =
        "Hoog-specialistische Jeugd-GGZ, ambulant in combinatie met verblijf: verlenging of vervolgtraject "
        + "voor jeugdigen met een licht verstandelijke beperking";

    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public void A_draft_is_a_valid_presentation_and_the_same_on_every_run(Language language)
    {
        var draft = Draft();
        var first = new PptxFile(Build(draft, language));
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nl-NL");

        Assert.Empty(first.Errors());
        Assert.Equal(first.Bytes, PptxFile.BytesOf(Build(Draft(), language)));
        Assert.Empty(first.Workbooks.SelectMany(workbook => workbook.Errors()));
        Golden.Verify(
            language == Language.Dutch ? "presentatie-nl.txt" : "presentatie-en.txt",
            string.Join('\n', first.Slides.Zip(first.Notes, (slide, notes) => Text(slide) + "---\n" + Text(notes))));
    }

    [Fact]
    public void Every_line_that_shows_a_distribution_has_a_slide_with_charts_to_edit()
    {
        var draft = Draft();

        var slides = Build(draft, Language.Dutch).Slides;

        foreach (var shown in draft.Distributions.Where(one => one.Volume is not null || one.Duration is not null))
        {
            var slide = Assert.Single(slides, slide =>
                slide.Title.Contains($"({shown.Line.Product.Code})", StringComparison.Ordinal)
                    && slide.Title.Contains(shown.Line.SubgroupName.Dutch, StringComparison.Ordinal)
                    && slide.Shapes.OfType<SlideTable>().Any(table => table.StrongRow > 0));
            var charts = slide.Shapes.OfType<SlideChart>().Select(chart => Assert.IsType<AreaChart>(chart.Chart));
            Assert.Equal(
                new[] { shown.Volume, shown.Duration }.OfType<SafeHistogram>()
                    .Select(histogram => histogram.Bins.Select(bin => Numbers.Exact(bin.Count))),
                charts.Select(chart => chart.Numbers.Rows.Select(row => row[1].Number!.Value)));
        }
    }

    [Fact]
    public void The_proposal_stands_beside_the_current_line()
    {
        var slide = Build(Draft(), Language.Dutch).Slides
            .Single(slide => slide.Title.StartsWith("Begeleiding; licht", StringComparison.Ordinal));

        var rows = slide.Shapes.OfType<SlideTable>().Single().Rows;
        Assert.Equal(["P75", "voorstel (P80)", "nu"], rows.Skip(1).Select(row => row[0]));
        Assert.Equal(["7,5 uur", "12 maanden"], rows[^1].Skip(1));
        Assert.Contains(slide.Title.Split("voorstel ")[1].Split(" in ")[0], rows[2]);
    }

    [Fact]
    public void What_is_not_shown_is_named_with_its_reason_and_has_no_figures()
    {
        var slides = Build(Draft(), Language.Dutch).Slides;

        var left = slides[^1].Shapes.OfType<SlideText>().Single().Paragraphs.Select(one => one.Text).ToList();
        Assert.Contains(left, text => text.StartsWith("Bijna niemand (A4): te weinig", StringComparison.Ordinal));
        Assert.DoesNotContain(
            slides.SkipLast(1), slide => slide.Title.Contains("Bijna niemand", StringComparison.Ordinal));
    }

    [Fact]
    public void A_short_presentation_is_of_the_chosen_products_only()
    {
        var settings = new PresentationSettings { Products = ["A1"] };

        var file = new PptxFile(Build(Draft(), Language.Dutch, settings));

        var text = string.Concat(file.Slides.Concat(file.Notes).Concat(file.Marks).Select(DeckFileTests.TextOf));
        Assert.Contains("Begeleiding; licht", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gezin", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bijna niemand", text, StringComparison.Ordinal);
        Assert.Empty(file.Errors());
    }

    [Fact]
    public void Every_slide_has_notes_and_every_chart_and_table_says_what_it_shows()
    {
        var file = new PptxFile(Build(Draft(), Language.Dutch));

        Assert.Equal(file.Slides.Count, file.Notes.Count);
        Assert.All(file.Notes, notes => Assert.NotEmpty(DeckFileTests.TextOf(notes)));
        var frames = file.Slides.SelectMany(slide => slide.Descendants(PptxFile.Main + "graphicFrame")).ToList();
        Assert.NotEmpty(frames);
        Assert.All(frames, frame => Assert.True(
            ((string?)frame.Descendants(PptxFile.Main + "cNvPr").First().Attribute("descr"))?.Length > 20));
    }

    [Fact]
    public void No_text_is_smaller_than_fourteen_points()
    {
        var file = new PptxFile(Build(Long(), Language.Dutch));

        var sizes = file.Slides.Concat(file.Charts).Concat(file.Marks).SelectMany(part => part.Descendants())
            .Where(element => element.Name.LocalName is "rPr" or "defRPr")
            .Select(element => (int?)element.Attribute("sz"))
            .Where(size => size is not null).ToList();
        Assert.NotEmpty(sizes);
        Assert.All(sizes, size => Assert.True(size >= 1400));
    }

    [Fact]
    public void The_longest_names_keep_their_places()
    {
        var deck = Build(Long(), Language.Dutch);

        Assert.Empty(new PptxFile(deck).Errors());
        foreach (var slide in deck.Slides.Where(slide => !slide.IsCover))
        {
            var lines = new RgkCalibrator.Output.Charts.TextStyle(slide.TitleSize, Bold: true)
                .Wrap(slide.Title, SlideLayout.Own.Title.Width, int.MaxValue).Count;
            Assert.True(lines * slide.TitleSize * 1.2 <= SlideLayout.Own.Title.Height, slide.Title);
            foreach (var text in slide.Shapes.OfType<SlideText>())
            {
                var height = text.Paragraphs.Sum(paragraph => SlideRoom.HeightOf(paragraph, text.Frame.Width));
                Assert.True(height <= text.Frame.Height + 1, $"{slide.Title}: {text.Name}");
            }

            Assert.All(slide.Shapes, shape => Assert.True(shape.Frame.Bottom <= SlideLayout.Own.Body.Bottom + 1));
            Assert.All(slide.Shapes, shape => Assert.All(
                slide.Shapes.Where(other => other != shape), other => Assert.False(Overlap(shape.Frame, other.Frame))));
        }
    }

    private static bool Overlap(Frame one, Frame other) =>
        one.Left < other.Right - 0.5 && other.Left < one.Right - 0.5
        && one.Top < other.Bottom - 0.5 && other.Top < one.Bottom - 0.5;

    private static SafeDraft Draft() => SafeDraft.From(DraftLines.All(), new DisclosureProfile());

    private static SafeDraft Long() => DistributionSamples.Parts(
        Care.Usual with { Name = LongName },
        [.. Enumerable.Range(1, 6).Select(
            i => (LongName + " " + Numbers.Whole(i), i % 4 == 0 ? 7 : 55 + (60 * i), 80 * i))]);

    private static Deck Build(SafeDraft draft, Language language, PresentationSettings? settings = null) =>
        DraftDeck.Build(
            draft, new DraftNotes(Reading.GapOf90, new(), new(), IsSynthetic: true, language), settings ?? new());

    private static string Text(XElement part) => string.Concat(
        part.Descendants(PptxFile.Drawing + "p")
            .Select(one => string.Concat(one.Descendants(PptxFile.Drawing + "t").Select(text => text.Value)))
            .Where(line => line.Length > 0).Select(line => line + "\n"));
}
