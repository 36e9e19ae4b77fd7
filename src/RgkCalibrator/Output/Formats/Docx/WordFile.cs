using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using RgkCalibrator.Output.Formats.Office;
using static RgkCalibrator.Output.Formats.Docx.WordElement;

namespace RgkCalibrator.Output.Formats.Docx;

/// <summary>A text document as DOCX (ECMA-376), with the same bytes on every run and machine.</summary>
internal static class WordFile
{
    // In twentieths of a point: A4 on its side with margins of 2 cm.
    private const int PageWidth = 16838;
    private const int PageHeight = 11906;
    private const int Margin = 1134;
    private const int TextWidth = PageWidth - (2 * Margin);
    private const string FooterId = "rIdFooter";

    /// <summary>Writes a document.</summary>
    /// <param name="word">The document.</param>
    /// <param name="output">Is left open.</param>
    internal static void Write(WordDocument word, Stream output) => OfficePackage.Write(output, stream =>
    {
        using var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        OfficePackage.Fill(main.AddNewPart<StyleDefinitionsPart>("rIdStyles"), WordStyles.ToXml().WriteTo);
        OfficePackage.Fill(main.AddNewPart<FooterPart>(FooterId), Footer().WriteTo);
        OfficePackage.Fill(main, ToXml(word).WriteTo);
        OfficePackage.Finish(document, main, document.AddCoreFilePropertiesPart(), word.Title);
    });

    private static XElement ToXml(WordDocument word) => Root("document", Element(
        "body", [],
        Paragraph(word.Title, WordStyles.Title),
        word.Blocks.Select(ToXml),
        Element(
            "sectPr", [],
            Element("footerReference", [("type", "default")], new XAttribute(Relationships + "id", FooterId)),
            Element("pgSz", [("w", PageWidth), ("h", PageHeight), ("orient", "landscape")]),
            Element(
                "pgMar",
                [
                    ("top", Margin), ("right", Margin), ("bottom", Margin), ("left", Margin), ("header", Margin / 2),
                    ("footer", Margin / 2), ("gutter", 0),
                ]))));

    private static XElement ToXml(WordBlock block) => block switch
    {
        WordParagraph paragraph => Paragraph(paragraph.Text, WordStyles.NameOf(paragraph.Style)),
        WordTable table => ToXml(table),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "Unknown block."),
    };

    private static XElement ToXml(WordTable table)
    {
        var all = table.Widths.Sum();
        int[] widths = [.. table.Widths.Select(part => TextWidth * part / all)];
        var headings = table.Headings.Select((heading, i) =>
            Cell(new WordCell([new WordParagraph(heading, WordStyle.Strong)]), widths[i], isHeading: true));
        return Element(
            "tbl", [],
            Element(
                "tblPr", [],
                Element("tblStyle", [("val", WordStyles.Table)]),
                Element("tblW", [("w", widths.Sum()), ("type", "dxa")]),
                Element("tblLayout", [("type", "fixed")])),
            Element("tblGrid", [], widths.Select(width => Element("gridCol", [("w", width)]))),
            Element("tr", [], Element("trPr", [], Element("cantSplit"), Element("tblHeader")), headings),
            table.Rows.Select((row, place) => Element(
                "tr", [], Element("trPr", [], Element("cantSplit")),
                row.Cells.Select((cell, i) => Cell(
                    cell, widths[i], continues: row.Continues, goesOn: GoesOn(place))))));

        bool GoesOn(int place) => place + 1 < table.Rows.Count && table.Rows[place + 1].Continues;
    }

    private static XElement Cell(
        WordCell cell, int width, bool isHeading = false, bool continues = false, bool goesOn = false) => Element(
        "tc", [],
        Element(
            "tcPr", [],
            Element("tcW", [("w", width), ("type", "dxa")]),
            cell.Merge switch
            {
                WordMerge.Begins => Element("vMerge", [("val", "restart")]),
                WordMerge.GoesOn => Element("vMerge"),
                _ => null,
            },
            continues || goesOn
                ? Element(
                    "tcBorders", [],
                    continues ? Element("top", [("val", "nil")]) : null,
                    goesOn ? Element("bottom", [("val", "nil")]) : null)
                : null,
            isHeading ? Element("shd", [("val", "clear"), ("color", "auto"), ("fill", WordStyles.HeadingFill)]) : null),
        // A cell without a paragraph is no cell.
        (cell.Paragraphs.Count == 0 ? [new WordParagraph(string.Empty)] : cell.Paragraphs)
            .Select(paragraph => Paragraph(paragraph.Text, WordStyles.NameOf(paragraph.Style), goesOn)));

    private static XElement Paragraph(string text, string style, bool goesOn = false) => Element(
        "p", [],
        Element("pPr", [], Element("pStyle", [("val", style)]), goesOn ? Element("keepNext") : null),
        text.Split('\n').SelectMany<string, XElement?>((line, i) =>
            [i > 0 ? Element("r", [], Element("br")) : null, line.Length > 0 ? Element("r", [], Text(line)) : null]));

    // The number of the page.
    private static XElement Footer() => Root("ftr", Element(
        "p", [],
        Element(
            "pPr", [], Element("pStyle", [("val", WordStyles.NameOf(WordStyle.Small))]),
            Element("jc", [("val", "right")])),
        Element("fldSimple", [("instr", "PAGE")], Element("r", [], Text("1")))));
}
