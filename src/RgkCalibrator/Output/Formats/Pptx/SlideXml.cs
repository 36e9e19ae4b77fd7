using System.Xml.Linq;
using static RgkCalibrator.Output.Formats.Pptx.SlideElement;

namespace RgkCalibrator.Output.Formats.Pptx;

/// <summary>A slide, and its notes.</summary>
/// <param name="slide">The slide.</param>
/// <param name="layout">Where its title stands.</param>
/// <param name="language">Of its texts.</param>
internal sealed class SlideXml(Slide slide, SlideLayout layout, Language language)
{
    private const string Rule = "9AA5B1";
    private const string ChartKind = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const string TableKind = "http://schemas.openxmlformats.org/drawingml/2006/table";

    /// <summary>The relationship of a slide to the chart in a shape.</summary>
    internal static string ChartId(int shape) => "rIdChart" + Numbers.Whole(shape + 1);

    internal XElement ToXml() => Root(P(
        "sld", [],
        P("cSld", [], P(
            "spTree", [],
            Group(),
            Title(),
            slide.Shapes.Select((shape, i) => Shape(shape, i)),
            layout.HasNumber ? Number(slide.Shapes.Count + 3) : null)),
        P("clrMapOvr", [], A("masterClrMapping"))));

    /// <summary>What the speaker sees: a picture of the slide, and the notes.</summary>
    internal static XElement Notes(Slide slide, Language language) => Root(P(
        "notes", [],
        P("cSld", [], P(
            "spTree", [],
            Group(),
            P(
                "sp", [],
                P(
                    "nvSpPr", [],
                    P("cNvPr", [("id", 2), ("name", "Dia")]),
                    P("cNvSpPr", [], A("spLocks", [("noGrp", 1), ("noRot", 1), ("noChangeAspect", 1)])),
                    P("nvPr", [], P("ph", [("type", "sldImg")]))),
                P("spPr")),
            P(
                "sp", [],
                P(
                    "nvSpPr", [],
                    P("cNvPr", [("id", 3), ("name", "Notities")]),
                    P("cNvSpPr"),
                    P("nvPr", [], P("ph", [("type", "body"), ("idx", 1)]))),
                P("spPr"),
                P("txBody", [], A("bodyPr"), A("lstStyle"), slide.Notes.DefaultIfEmpty(string.Empty).Select(note => A(
                    "p", [],
                    note.Length == 0
                        ? null
                        : A("r", [], A("rPr", [("lang", TextXml.Code(language))]), A("t", [], Clean(note))))))))),
        P("clrMapOvr", [], A("masterClrMapping"))));

    /// <summary>The outermost group, which every tree of shapes begins with.</summary>
    internal static IEnumerable<XElement> Group() =>
    [
        P(
            "nvGrpSpPr", [],
            P("cNvPr", [("id", 1), ("name", "")]), P("cNvGrpSpPr"), P("nvPr")),
        P("grpSpPr"),
    ];

    private XElement Title() => P(
        "sp", [],
        P(
            "nvSpPr", [],
            P("cNvPr", [("id", 2), ("name", "Titel")]),
            P("cNvSpPr", [], A("spLocks", [("noGrp", 1)])),
            P("nvPr", [], P("ph", [("type", slide.IsCover ? layout.TitleKind : "title")]))),
        P("spPr", [], Place(layout.Title)),
        P(
            "txBody", [],
            A("bodyPr", [], A("normAutofit")),
            A("lstStyle"),
            A("p", [], A(
                "r", [],
                A("rPr", [("lang", TextXml.Code(language)), ("sz", TextXml.Hundredths(slide.TitleSize))]),
                A("t", [], Clean(slide.Title))))));

    private XElement Number(int id) => P(
        "sp", [],
        P(
            "nvSpPr", [],
            P("cNvPr", [("id", id), ("name", "Dianummer")]),
            P("cNvSpPr", [], A("spLocks", [("noGrp", 1)])),
            P("nvPr", [], P("ph", [("type", "sldNum"), ("sz", "quarter"), ("idx", layout.NumberIndex)]))),
        P("spPr"),
        P("txBody", [], A("bodyPr"), A("lstStyle"), A("p", [], A(
            "fld", [("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"), ("type", "slidenum")],
            A("rPr", [("lang", TextXml.Code(language))]), A("t", [], "‹#›")))));

    private XElement Shape(SlideShape shape, int place) => shape switch
    {
        SlideText text => P(
            "sp", [],
            P("nvSpPr", [], Named(shape, place, altText: null), P("cNvSpPr", [("txBox", 1)]), P("nvPr")),
            P("spPr", [], Place(text.Frame), A("prstGeom", [("prst", "rect")], A("avLst")), A("noFill")),
            P(
                "txBody", [],
                TextXml.BodyLook(isWrapped: true), A("lstStyle"),
                text.Paragraphs.Select(paragraph => TextXml.Paragraph(paragraph, language)))),
        SlideTable table => Graphic(shape, place, table.AltText, A("graphicData", [("uri", TableKind)], Table(table))),
        SlideChart chart => Graphic(shape, place, chart.AltText, A(
            "graphicData", [("uri", ChartKind)], C("chart", [], Relationship(ChartId(place))))),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "Unknown shape."),
    };

    private static XElement Graphic(SlideShape shape, int place, string altText, XElement data) => P(
        "graphicFrame", [],
        P(
            "nvGraphicFramePr", [],
            Named(shape, place, altText),
            P("cNvGraphicFramePr", [], A("graphicFrameLocks", [("noGrp", 1)])),
            P("nvPr")),
        Place(shape.Frame, P("xfrm")),
        A("graphic", [], data));

    private static XElement Named(SlideShape shape, int place, string? altText) => P(
        "cNvPr",
        [("id", place + 3), ("name", Clean(shape.Name)), ("descr", altText is null ? null : Clean(altText))]);

    private XElement Table(SlideTable table)
    {
        var all = table.Widths.Sum();
        var height = Emu(table.Frame.Height / table.Rows.Count);
        return A(
            "tbl", [],
            A("tblPr", [("firstRow", 1), ("firstCol", 1)]),
            A("tblGrid", [], table.Widths.Select(width => A(
                "gridCol", [("w", Emu(table.Frame.Width * width / all))]))),
            table.Rows.Select((row, i) => A(
                "tr", [("h", height)], row.Select((cell, column) => Cell(cell, i, column, table)))));
    }

    private XElement Cell(string text, int row, int column, SlideTable table)
    {
        var paragraph = new SlideParagraph(text)
        {
            IsBold = row == 0 || column == 0 || row == table.StrongRow,
        };
        return A(
            "tc", [],
            A("txBody", [], A("bodyPr"), A("lstStyle"), TextXml.Paragraph(paragraph, language)),
            A(
                "tcPr", [("marL", Emu(4)), ("marR", Emu(4)), ("marT", Emu(2)), ("marB", Emu(2)), ("anchor", "ctr")],
                A("lnL", [("w", 0)], A("noFill")),
                A("lnR", [("w", 0)], A("noFill")),
                A("lnT", [("w", 0)], A("noFill")),
                A("lnB", [("w", Emu(0.75))], A("solidFill", [], TextXml.Colour(Rule))),
                A("noFill")));
    }

    private static XElement Place(Frame frame, XElement? holder = null)
    {
        var place = holder ?? A("xfrm");
        place.Add(
            A("off", [("x", Emu(frame.Left)), ("y", Emu(frame.Top))]),
            A("ext", [("cx", Emu(frame.Width)), ("cy", Emu(frame.Height))]));
        return place;
    }
}
