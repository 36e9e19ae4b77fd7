using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using static RgkCalibrator.Output.Formats.Pptx.SlideElement;

namespace RgkCalibrator.Output.Formats.Pptx;

/// <summary>What slides are added to: masters, layouts and themes, without slides.</summary>
internal sealed record DeckBase
{
    /// <summary>Of slides, in points.</summary>
    internal const double Width = 960;

    /// <inheritdoc cref="Width"/>
    internal const double Height = 540;

    private const string NotesMasterId = "rgkNotesMaster";
    private const double Margin = 36;
    private const double Air = 6;
    private const double LeastBody = 380;
    private const double LeastTitle = 52;
    private const double LeastWidth = 780;

    private static readonly XmlReaderSettings NoEntities = new() { DtdProcessing = DtdProcessing.Prohibit };

    private DeckBase(PresentationPart main, XElement presentation, SlideLayoutPart cover, SlideLayoutPart titleOnly)
    {
        (Main, Presentation, CoverPart, TitleOnlyPart) = (main, presentation, cover, titleOnly);
        NotesMaster = main.NotesMasterPart ?? AddNotesMaster(main, presentation);
        Room = new DeckRoom(OfCover(cover), OfTitleOnly(titleOnly));
    }

    internal PresentationPart Main { get; }

    /// <summary>The root of the main part, to which slides are to be added.</summary>
    internal XElement Presentation { get; }

    internal SlideLayoutPart CoverPart { get; }

    internal SlideLayoutPart TitleOnlyPart { get; }

    internal NotesMasterPart NotesMaster { get; }

    internal DeckRoom Room { get; }

    /// <summary>Of a presentation that has the layouts for a title slide and for a title alone.</summary>
    /// <exception cref="InvalidDataException">It has not.</exception>
    internal static DeckBase Of(PresentationDocument document)
    {
        var main = document.PresentationPart ?? throw new InvalidDataException("No presentation.");
        var layouts = main.SlideMasterParts.OrderBy(master => master.Uri.ToString(), StringComparer.Ordinal)
            .SelectMany(LayoutsOf).Select(part => (Part: part, Kind: (string?)XmlOf(part).Attribute("type")))
            .ToList();
        var titleOnly = layouts.Find(layout => layout.Kind == "titleOnly").Part
            ?? throw new InvalidDataException("No layout for a title alone.");
        var cover = layouts.Find(layout => layout.Kind == "title").Part
            ?? throw new InvalidDataException("No layout for a title slide.");
        return new DeckBase(main, XmlOf(main), cover, titleOnly);
    }

    /// <summary>The root of a part.</summary>
    /// <exception cref="XmlException">It is no XML, or declares entities, which can grow without end.</exception>
    internal static XElement XmlOf(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, NoEntities);
        return XElement.Load(reader);
    }

    // In the order in which the master names them.
    private static IEnumerable<SlideLayoutPart> LayoutsOf(SlideMasterPart master) =>
        XmlOf(master).Descendants(SlideElement.Main + "sldLayoutId")
            .Select(layout => (string?)layout.Attribute(Relationships + "id") ?? string.Empty)
            .Select(master.GetPartById)
            .OfType<SlideLayoutPart>();

    private static NotesMasterPart AddNotesMaster(PresentationPart main, XElement presentation)
    {
        var masters = presentation.Element(SlideElement.Main + "sldMasterIdLst")
            ?? throw new InvalidDataException("No masters.");
        masters.AddAfterSelf(P("notesMasterIdLst", [], P("notesMasterId", [], Relationship(NotesMasterId))));
        return OwnDeck.AddNotesMaster(main, NotesMasterId);
    }

    private static SlideLayout OfCover(SlideLayoutPart layout)
    {
        var own = SlideLayout.OwnCover;
        var kind = Holder(layout, "ctrTitle") is null ? "title" : "ctrTitle";
        var title = FrameOf(layout, kind) is { Height: >= LeastTitle } found && found.Bottom < Height - 100
            ? found
            : own.Title;
        var text = FrameOf(layout, "subTitle") is { Height: >= LeastTitle } below ? below : own.Body;
        text = text with { Height = Math.Max(text.Height, Height - Margin - text.Top) };
        return new SlideLayout(title, text) { TitleKind = kind };
    }

    /// <summary>A title that leaves too little room, or has too little, gets the place that it has with us.</summary>
    private static SlideLayout OfTitleOnly(SlideLayoutPart layout)
    {
        string[] feet = ["dt", "ftr", "sldNum"];
        var bottom = feet.Select(foot => FrameOf(layout, foot)?.Top).Where(top => top > Height / 2)
            .Append(Height - Margin + Air).Min()!.Value - Air;
        var own = SlideLayout.Own;
        var title = FrameOf(layout, "title") is { Height: >= LeastTitle, Width: >= LeastWidth } found
            && bottom - found.Bottom - Air >= LeastBody
                ? found
                : own.Title;
        var body = new Frame(title.Left, title.Bottom + Air, title.Width, bottom - title.Bottom - Air);
        return new(title, body) { NumberIndex = NumberOf(layout) };
    }

    private static int? NumberOf(SlideLayoutPart layout) =>
        (int?)Holder(layout, "sldNum")?.Descendants(SlideElement.Main + "ph").First().Attribute("idx");

    /// <summary>Where a placeholder stands, by its layout or else by the master.</summary>
    private static Frame? FrameOf(SlideLayoutPart layout, string kind)
    {
        if (Holder(layout, kind) is not { } holder)
            return null;
        return FrameOf(holder) ?? (layout.SlideMasterPart is { } master
            && Holder(master, kind is "ctrTitle" ? "title" : kind) is { } above
                ? FrameOf(above)
                : null);
    }

    private static XElement? Holder(OpenXmlPart part, string kind) =>
        XmlOf(part).Descendants(SlideElement.Main + "sp").FirstOrDefault(shape =>
            shape.Descendants(SlideElement.Main + "ph").Any(ph => (string?)ph.Attribute("type") == kind));

    private static Frame? FrameOf(XElement shape)
    {
        var place = shape.Descendants(Drawing + "xfrm").FirstOrDefault();
        var (at, size) = (place?.Element(Drawing + "off"), place?.Element(Drawing + "ext"));
        return at is null || size is null
            ? null
            : new(Points(at, "x"), Points(at, "y"), Points(size, "cx"), Points(size, "cy"));

        static double Points(XElement element, string name) =>
            double.Parse((string?)element.Attribute(name) ?? "0", CultureInfo.InvariantCulture) / Emu(1);
    }
}
