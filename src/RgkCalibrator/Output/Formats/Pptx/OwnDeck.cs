using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using RgkCalibrator.Output.Formats.Office;
using static RgkCalibrator.Output.Formats.Pptx.SlideElement;

namespace RgkCalibrator.Output.Formats.Pptx;

/// <summary>A presentation without slides, in our own look.</summary>
internal static class OwnDeck
{
    private const string MasterId = "rIdMaster";
    private const string ThemeId = "rIdTheme";

    internal static PresentationDocument Create(Stream stream, string title)
    {
        var document = PresentationDocument.Create(stream, PresentationDocumentType.Presentation);
        var main = document.AddPresentationPart();
        var master = main.AddNewPart<SlideMasterPart>(MasterId);
        OfficePackage.Fill(master.AddNewPart<ThemePart>(ThemeId), OwnTheme.Theme().WriteTo);
        OfficePackage.Fill(Layout("rIdCover"), OwnTheme.Cover().WriteTo);
        OfficePackage.Fill(Layout("rIdTitleOnly"), OwnTheme.TitleOnly().WriteTo);
        OfficePackage.Fill(master, OwnTheme.Master("rIdCover", "rIdTitleOnly").WriteTo);
        OfficePackage.Fill(main, Root(P(
            "presentation", [],
            P("sldMasterIdLst", [], P("sldMasterId", [("id", 2147483648)], Relationship(MasterId))),
            P("sldSz", [("cx", Emu(DeckBase.Width)), ("cy", Emu(DeckBase.Height))]),
            P("notesSz", [("cx", Emu(540)), ("cy", Emu(720))]))).WriteTo);
        OfficePackage.Finish(document, main, document.AddCoreFilePropertiesPart(), title);
        return document;

        SlideLayoutPart Layout(string id)
        {
            var layout = master.AddNewPart<SlideLayoutPart>(id);
            _ = layout.AddPart(master, MasterId);
            return layout;
        }
    }

    /// <summary>A master of notes, for a presentation that has none.</summary>
    internal static NotesMasterPart AddNotesMaster(PresentationPart main, string id)
    {
        var master = main.AddNewPart<NotesMasterPart>(id);
        OfficePackage.Fill(master.AddNewPart<ThemePart>(ThemeId), OwnTheme.Theme().WriteTo);
        OfficePackage.Fill(master, OwnTheme.NotesMaster().WriteTo);
        return master;
    }
}
