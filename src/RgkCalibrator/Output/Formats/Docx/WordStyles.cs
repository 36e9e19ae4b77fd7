using System.Xml.Linq;
using static RgkCalibrator.Output.Formats.Docx.WordElement;

namespace RgkCalibrator.Output.Formats.Docx;

/// <summary>The styles of a text document, which a region can change in one place.</summary>
internal static class WordStyles
{
    internal const string Title = "Title";
    internal const string Table = "Kader";
    internal const string HeadingFill = "E8EDF2";

    private const string Font = "Arial";
    private const string Ink = "1B2733";
    private const string Alarm = "B23A00";
    private const string Rule = "9AA5B1";

    internal static string NameOf(WordStyle style) => style == WordStyle.Plain ? "Normal" : style.ToString();

    internal static XElement ToXml() => Root(
        "styles",
        Element("docDefaults", [], Element("rPrDefault", [], Element(
            "rPr", [],
            Element("rFonts", [("ascii", Font), ("hAnsi", Font), ("cs", Font)]),
            Element("color", [("val", Ink)]),
            // In half points.
            Element("sz", [("val", 20)]),
            Element("lang", [("val", "nl-NL")])))),
        Paragraph("Normal", isDefault: true, after: 40),
        Paragraph(Title, isDefault: false, after: 200, Element("b"), Element("sz", [("val", 32)])),
        Paragraph(nameof(WordStyle.Strong), isDefault: false, after: 40, Element("b")),
        Paragraph(
            nameof(WordStyle.Warning), isDefault: false, after: 120, Element("b"),
            Element("color", [("val", Alarm)])),
        Paragraph(nameof(WordStyle.Small), isDefault: false, after: 60, Element("sz", [("val", 17)])),
        TableStyle());

    private static XElement Paragraph(string name, bool isDefault, int after, params XElement[] looks) => Element(
        "style",
        [("type", "paragraph"), ("default", isDefault ? 1 : null), ("styleId", name)],
        Element("name", [("val", isDefault ? "Normal" : name)]),
        isDefault ? null : Element("basedOn", [("val", "Normal")]),
        Element("pPr", [], Element("spacing", [("before", 40), ("after", after)])),
        looks.Length == 0 ? null : Element("rPr", [], looks));

    private static XElement TableStyle()
    {
        string[] sides = ["top", "bottom", "insideH"];
        var borders = sides.Select(side =>
            Element(side, [("val", "single"), ("sz", 4), ("space", 0), ("color", Rule)]));
        return Element(
            "style",
            [("type", "table"), ("customStyle", 1), ("styleId", Table)],
            Element("name", [("val", Table)]),
            Element(
                "tblPr", [],
                Element("tblBorders", [], borders),
                Element(
                    "tblCellMar", [],
                    Element("left", [("w", 80), ("type", "dxa")]),
                    Element("right", [("w", 80), ("type", "dxa")]))));
    }
}
