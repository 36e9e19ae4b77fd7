using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Output.Presentation;
using RgkCalibrator.Tests.Output.Charts;

namespace RgkCalibrator.Tests.Output.Formats.Pptx;

/// <summary>What becomes of a template, and which are refused.</summary>
public sealed class DeckTemplateTests : IDisposable
{
    private const string Image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

    private readonly TemporaryFolder _folder = new();

    private static Deck Made => DeckFileTests.Of(NativeHistogram.Of(Samples.Volume(), 438, 240));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_parts_of_a_template_stay_and_its_slides_go()
    {
        var styled = Changed(document => Replace(
            document.PresentationPart!.SlideMasterParts.Single().ThemePart!, "0072B2", "AA0044"));

        var file = new PptxFile(Made with { Title = "Nieuw" }, Read(styled));

        Assert.Empty(file.Errors());
        var before = new PptxFile(styled);
        string[] kept = ["slideMaster", "slideLayout", "theme"];
        Assert.All(
            before.Names.Where(name => name.EndsWith(".xml", StringComparison.Ordinal)
                && kept.Any(kind => name.Contains(kind, StringComparison.Ordinal))),
            part => Assert.Equal(before[part], file[part]));

        Assert.Single(file.Slides);
        Assert.Single(file.Charts);
        Assert.Contains("Nieuw", Encoding.UTF8.GetString(file[Core(file)]), StringComparison.Ordinal);
        Assert.DoesNotContain("Proef", Encoding.UTF8.GetString(file[Core(file)]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PresentationDocumentType.Presentation)]
    [InlineData(PresentationDocumentType.Template)]
    public void Equal_templates_give_equal_bytes(PresentationDocumentType type)
    {
        var template = Read(Changed(document => document.ChangeDocumentType(type)));

        var first = new PptxFile(Made, template);

        Assert.Equal(first.Bytes, PptxFile.BytesOf(Made, template));
        Assert.Empty(first.Errors());
        using var document = PresentationDocument.Open(new MemoryStream(first.Bytes), isEditable: false);
        Assert.Equal(PresentationDocumentType.Presentation, document.DocumentType);
    }

    [Fact]
    public void What_tells_of_the_slides_that_were_there_goes_too()
    {
        var told = Changed(document =>
        {
            Fill(document.AddExtendedFilePropertiesPart(), "<Properties xmlns=\"http://schemas.openxmlformats.org/"
                + "officeDocument/2006/extended-properties\"><Company>Geheim overleg</Company></Properties>");
            Fill(document.AddThumbnailPart("image/jpeg"), "Geheim overleg");
            Fill(
                document.PresentationPart!.AddNewPart<ViewPropertiesPart>(),
                "<p:viewPr xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"/>");
        });

        var file = new PptxFile(Made, Read(told));

        Assert.Empty(file.Errors());
        Assert.DoesNotContain(
            file.Names, name => Encoding.UTF8.GetString(file[name]).Contains("Geheim", StringComparison.Ordinal));

        static void Fill(OpenXmlPart part, string text) =>
            part.FeedData(new MemoryStream(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void A_template_without_a_master_of_notes_gets_one()
    {
        var bare = Changed(document =>
        {
            var main = document.PresentationPart!;
            main.DeleteParts([.. main.SlideParts]);
            main.DeletePart(main.NotesMasterPart!);
            Replace(main, "<p:notesMasterIdLst>", "<!--");
            Replace(main, "</p:notesMasterIdLst>", "-->");
        });

        Assert.Empty(new PptxFile(Made, Read(bare)).Errors());
    }

    [Fact]
    public void Slides_begin_below_the_title_of_the_template_and_end_above_its_foot()
    {
        var own = Read(PptxFile.BytesOf(Made));
        var tall = Read(Changed(document => MoveTitle(document, top: 127_000, height: 5_000_000)));
        var low = Read(Changed(document => MoveTitle(document, top: 254_000, height: 889_000)));

        Assert.Equal(SlideLayout.Own.Title, own.Room.Usual.Title);
        Assert.True(own.Room.Usual.Body.Bottom <= 508);
        Assert.Equal(90 + 6, low.Room.Usual.Body.Top);
        // A title that leaves no room for a chart has the place that it has with us.
        Assert.Equal(SlideLayout.Own.Title, tall.Room.Usual.Title);
    }

    [Theory]
    [InlineData("niets", ExitCode.Files)]
    [InlineData("tekst", ExitCode.Files)]
    [InlineData("afgebroken", ExitCode.Files)]
    [InlineData("zip", ExitCode.Files)]
    [InlineData("werkboek", ExitCode.Files)]
    [InlineData("entiteiten", ExitCode.Files)]
    [InlineData("bom", ExitCode.Files)]
    [InlineData("zonder indeling", ExitCode.Files)]
    [InlineData("macro", ExitCode.WrongUse)]
    [InlineData("smal", ExitCode.WrongUse)]
    [InlineData("gekoppeld", ExitCode.WrongUse)]
    [InlineData("programma", ExitCode.WrongUse)]
    [InlineData("schadelijke link", ExitCode.WrongUse)]
    public void What_cannot_be_a_template_is_refused_with_what_where_and_remedy(string kind, ExitCode code)
    {
        var path = _folder[kind + ".pptx"];
        File.WriteAllBytes(path, Bad(kind));

        var refused = Assert.Throws<CalibrationException>(() => DeckTemplate.Read(path));

        Assert.Equal((code, path), (refused.ExitCode, refused.Where));
        Assert.Contains("--template", refused.Remedy.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_is_not_there_is_told()
    {
        var refused = Assert.Throws<CalibrationException>(() => DeckTemplate.Read(_folder["weg.pptx"]));

        Assert.Equal(ExitCode.Files, refused.ExitCode);
    }

    [Fact]
    public void A_link_to_a_page_is_harmless()
    {
        var linked = Changed(document => document.PresentationPart!.SlideMasterParts.Single()
            .AddHyperlinkRelationship(new Uri("https://example.org"), isExternal: true, "rIdLink"));

        Assert.Empty(new PptxFile(Made, Read(linked)).Errors());
    }

    private static byte[] Bad(string kind) => kind switch
    {
        "niets" => [],
        "tekst" => "geen presentatie"u8.ToArray(),
        "afgebroken" => PptxFile.BytesOf(Made)[..^2000],
        "zip" => Zip(("a.txt", "a")),
        "werkboek" => new PptxFile(Made).Workbooks.Single().Bytes,
        "entiteiten" => Changed(document => Replace(
            document.PresentationPart!, "<p:presentation ",
            "<!DOCTYPE x [<!ENTITY a \"a\"><!ENTITY b \"&a;&a;\">]><p:presentation ")),
        "bom" => Zip(("ppt/presentation.xml", new string(' ', 450 << 20))),
        "zonder indeling" => Changed(document => Replace(
            document.PresentationPart!.SlideMasterParts.Single().SlideLayoutParts
                .Single(layout => layout.Uri.ToString().Contains("Layout2", StringComparison.Ordinal)),
            "titleOnly", "blank")),
        "macro" => Changed(document => document.ChangeDocumentType(PresentationDocumentType.MacroEnabledPresentation)),
        "smal" => Changed(document => Replace(document.PresentationPart!, "12192000", "9144000")),
        "gekoppeld" => Changed(document => document.PresentationPart!.SlideMasterParts.Single()
            .AddExternalRelationship(Image, new Uri("https://example.org/volg.png"), "rIdBuiten")),
        "programma" => Changed(document => document.PresentationPart!.SlideMasterParts.Single()
            .AddNewPart<EmbeddedObjectPart>("application/vnd.openxmlformats-officedocument.oleObject", "rIdOle")
            .FeedData(new MemoryStream([1, 2, 3]))),
        "schadelijke link" => Changed(document => document.PresentationPart!.SlideMasterParts.Single()
            .AddHyperlinkRelationship(new Uri("file:///c:/x.exe"), isExternal: true, "rIdLink")),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    private DeckTemplate Read(byte[] bytes)
    {
        var path = _folder["sjabloon.pptx"];
        File.WriteAllBytes(path, bytes);
        return DeckTemplate.Read(path);
    }

    private static string Core(PptxFile file) =>
        file.Names.Single(name => name.EndsWith("core.xml", StringComparison.OrdinalIgnoreCase)
            || name.Contains("metadata/core-properties", StringComparison.Ordinal));

    private static byte[] Changed(Action<PresentationDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(PptxFile.BytesOf(Made));
        using (var document = PresentationDocument.Open(stream, isEditable: true))
            change(document);
        return stream.ToArray();
    }

    private static void MoveTitle(PresentationDocument document, int top, int height)
    {
        var layout = document.PresentationPart!.SlideMasterParts.Single().SlideLayoutParts
            .Single(part => part.Uri.ToString().Contains("Layout2", StringComparison.Ordinal));
        Replace(layout, "y=\"228600\"", $"y=\"{Numbers.Whole(top)}\"");
        Replace(layout, "cy=\"863600\"", $"cy=\"{Numbers.Whole(height)}\"");
    }

    private static void Replace(OpenXmlPart part, string old, string @new)
    {
        string text;
        using (var reader = new StreamReader(part.GetStream()))
            text = reader.ReadToEnd();
        Assert.Contains(old, text, StringComparison.Ordinal);
        using var writer = new StreamWriter(part.GetStream(FileMode.Create));
        writer.Write(text.Replace(old, @new, StringComparison.Ordinal));
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
