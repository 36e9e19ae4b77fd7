using System.Xml.Linq;
using static RgkCalibrator.Output.Formats.Pptx.SlideElement;

namespace RgkCalibrator.Output.Formats.Pptx;

/// <summary>Texts and lines as slides and charts both have them.</summary>
internal static class TextXml
{
    /// <summary>The font that the theme has for running text.</summary>
    internal const string BodyFont = "+mn-lt";

    /// <summary>A size as drawings count it.</summary>
    internal static int Hundredths(double points) => (int)Math.Round(points * 100);

    internal static string Code(Language language) => language == Language.Dutch ? "nl-NL" : "en-GB";

    /// <summary>A colour as RRGGBB, or one that the theme gives.</summary>
    internal static XElement Colour(string colour) =>
        A(colour == SlideParagraph.ThemeColour ? "schemeClr" : "srgbClr", [("val", colour)]);

    internal static XElement Line(string colour, double width, bool isDashed = false) => A(
        "ln", [("w", Emu(width)), ("cap", "flat")],
        A("solidFill", [], Colour(colour)), isDashed ? A("prstDash", [("val", "dash")]) : null, A("round"));

    /// <summary>A text without edges around it, which is broken where it must be.</summary>
    internal static XElement BodyLook(bool isWrapped) => A(
        "bodyPr",
        [
            ("wrap", isWrapped ? "square" : "none"), ("lIns", 0), ("tIns", 0), ("rIns", 0), ("bIns", 0),
            ("anchor", isWrapped ? "t" : "ctr"),
        ],
        A("noAutofit"));

    /// <summary>A paragraph without anything around it.</summary>
    internal static XElement Line(SlideParagraph paragraph, Language language) =>
        A("p", [], A("pPr", [("algn", SideOf(paragraph))]), Run(paragraph, language));

    /// <summary>A paragraph, whatever lists and margins the template has.</summary>
    internal static XElement Paragraph(SlideParagraph paragraph, Language language) => A(
        "p", [],
        A(
            "pPr",
            [("marL", 0), ("indent", 0), ("algn", SideOf(paragraph))],
            A("lnSpc", [], A("spcPct", [("val", 100_000)])),
            A("spcBef", [], A("spcPts", [("val", 0)])),
            A("spcAft", [], A("spcPts", [("val", Hundredths(paragraph.Air))])),
            A("buNone")),
        Run(paragraph, language));

    internal static XElement? Run(SlideParagraph paragraph, Language language) => paragraph.Text.Length == 0 ? null : A(
        "r", [],
        A(
            "rPr",
            [("lang", Code(language)), ("sz", Hundredths(paragraph.Size)), ("b", paragraph.IsBold ? 1 : 0)],
            A("solidFill", [], Colour(paragraph.Colour)),
            A("latin", [("typeface", BodyFont)])),
        A("t", [], Clean(paragraph.Text)));

    private static string SideOf(SlideParagraph paragraph) => paragraph.Side switch
    {
        TextSide.Left => "l",
        TextSide.Middle => "ctr",
        TextSide.Right => "r",
        _ => throw new ArgumentOutOfRangeException(nameof(paragraph), paragraph.Side, "Unknown side."),
    };
}
