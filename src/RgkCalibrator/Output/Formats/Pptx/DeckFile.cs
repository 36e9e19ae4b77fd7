using DocumentFormat.OpenXml.Packaging;
using RgkCalibrator.Output.Formats.Office;
using static RgkCalibrator.Output.Formats.Pptx.SlideElement;

namespace RgkCalibrator.Output.Formats.Pptx;

/// <summary>A presentation as PPTX (ECMA-376), with the same bytes on every run and machine.</summary>
internal sealed class DeckFile
{
    private const string LayoutId = "rIdLayout";
    private const uint FirstSlide = 256;

    private readonly Deck _deck;
    private readonly DeckBase _base;

    private DeckFile(Deck deck, DeckBase @base) => (_deck, _base) = (deck, @base);

    /// <summary>Writes a presentation.</summary>
    /// <param name="deck">The presentation.</param>
    /// <param name="template">Whose masters, layouts and theme it has; null: our own.</param>
    /// <param name="output">Is left open.</param>
    internal static void Write(Deck deck, DeckTemplate? template, Stream output) =>
        OfficePackage.Write(output, stream =>
        {
            var title = Clean(deck.Title);
            using var document = template is null ? OwnDeck.Create(stream, title) : template.Open(stream);
            new DeckFile(deck, DeckBase.Of(document)).WriteSlides();
            if (template is not null)
                OfficePackage.Rename(document, title);
        });

    private void WriteSlides()
    {
        var ids = _deck.Slides.Select((slide, i) =>
        {
            var id = "rgkSlide" + Numbers.Whole(i + 1);
            WriteSlide(slide, _base.Main.AddNewPart<SlidePart>(id));
            return P("sldId", [("id", FirstSlide + (uint)i)], Relationship(id));
        }).ToList();
        var root = _base.Presentation;
        // In the order of the format: masters, slides, sizes.
        root.Elements().Last(element => element.Name.LocalName.EndsWith("MasterIdLst", StringComparison.Ordinal))
            .AddAfterSelf(P("sldIdLst", [], ids));
        OfficePackage.Fill(_base.Main, root.WriteTo);
    }

    private void WriteSlide(Slide slide, SlidePart part)
    {
        part.AddPart(slide.IsCover ? _base.CoverPart : _base.TitleOnlyPart, LayoutId);
        foreach (var (place, shape) in slide.Shapes.Index())
        {
            if (shape is SlideChart chart)
                WriteChart(chart.Chart, part.AddNewPart<ChartPart>(SlideXml.ChartId(place)));
        }

        var notes = part.AddNewPart<NotesSlidePart>("rIdNotes");
        _ = notes.AddPart(_base.NotesMaster, "rIdMaster");
        _ = notes.AddPart(part, "rIdSlide");
        OfficePackage.Fill(notes, SlideXml.Notes(slide, _deck.Language).WriteTo);
        var layout = slide.IsCover ? _base.Room.Cover : _base.Room.Usual;
        OfficePackage.Fill(part, new SlideXml(slide, layout, _deck.Language).ToXml().WriteTo);
    }

    private void WriteChart(NativeChart chart, ChartPart part)
    {
        var workbook = new ChartWorkbook(chart, _deck.Language);
        var embedded = part.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx, ChartXml.WorkbookId);
        using (var stream = embedded.GetStream(FileMode.Create))
            workbook.Write(stream);
        if (chart.Marks.Count > 0)
        {
            var marks = part.AddNewPart<ChartDrawingPart>(ChartXml.MarksId);
            OfficePackage.Fill(marks, ChartMarksXml.ToXml(chart, _deck.Language).WriteTo);
        }

        OfficePackage.Fill(part, new ChartXml(chart, workbook, _deck.Language).ToXml().WriteTo);
    }
}
