using System.Xml.Linq;
using RgkCalibrator.Output.Charts;
using static RgkCalibrator.Output.Formats.Xlsx.SpreadsheetElement;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>What a cell is for.</summary>
internal enum CellRole
{
    Title,
    Heading,
    Warning,
    Note,
    RunningNote,
    Header,
    InputHeader,
    Data,
    Input,
}

/// <summary>How a cell looks.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="FormatCode">Of its number.</param>
/// <param name="IsRight">Whether it stands at the right, as numbers do.</param>
/// <param name="IsQuoted">Whether it begins like a formula, and must stay a text when a reader opens it and presses
/// Enter.</param>
internal sealed record CellLook(
    CellRole Role, string FormatCode = CellStyles.General, bool IsRight = false, bool IsQuoted = false);

/// <summary>
/// The styles of a workbook, collected while its sheets are written; numbered in the order in which they are met.
/// </summary>
internal sealed class CellStyles
{
    internal const string General = "General";
    private const int FirstOwnFormat = 164;
    private readonly Dictionary<CellLook, int> _looks = [];
    private readonly List<string> _formats = [];

    /// <summary>The number of a look; 0 is the usual one of an empty cell.</summary>
    internal int IndexOf(CellLook look)
    {
        if (_looks.TryGetValue(look, out var number))
            return number;
        if (look.FormatCode != General && !_formats.Contains(look.FormatCode))
            _formats.Add(look.FormatCode);
        _looks.Add(look, _looks.Count + 1);
        return _looks.Count;
    }

    internal XElement ToXml() => Element(
        "styleSheet",
        [],
        _formats.Count == 0 ? null : List("numFmts",
        [
            .. _formats.Select(
                (code, i) => Element("numFmt", [("numFmtId", FirstOwnFormat + i), ("formatCode", code)])),
        ]),
        Fonts(),
        Fills(),
        List("borders", [Border(null), Border("thin")]),
        List("cellStyleXfs", [Usual()]),
        List("cellXfs", [Usual(xfId: 0), .. _looks.OrderBy(pair => pair.Value).Select(pair => Look(pair.Key))]),
        List("cellStyles", [Element("cellStyle", [("name", "Normal"), ("xfId", 0), ("builtinId", 0)])]));

    // In the order of FontOf.
    private static XElement Fonts()
    {
        return List("fonts",
        [
            Font(false, 11, Palette.Ink), Font(true, 11, Palette.Paper), Font(true, 16, Palette.Ink),
            Font(true, 11, Palette.Ink), Font(true, 11, "B42318"),
        ]);

        static XElement Font(bool isBold, int size, string colour) => Element(
            "font",
            [],
            isBold ? Element("b") : null,
            Element("sz", [("val", size)]),
            Element("color", [("rgb", "FF" + colour)]),
            Element("name", [("val", "Calibri")]),
            Element("family", [("val", 2)]));
    }

    // In the order of FillOf; the first two are fixed by the format.
    private static XElement Fills()
    {
        return List(
            "fills",
            [Fill("none"), Fill("gray125"), Fill("solid", "1F3A5F"), Fill("solid", "F2C14E"), Fill("solid", "FFF8E1")]);

        static XElement Fill(string pattern, string? colour = null) => Element("fill", [], Element(
            "patternFill",
            [("patternType", pattern)],
            colour is null ? null : Element("fgColor", [("rgb", "FF" + colour)])));
    }

    private static XElement Border(string? style)
    {
        return Element("border", [], Side("left"), Side("right"), Side("top"), Side("bottom"), Element("diagonal"));

        XElement Side(string side) =>
            Element(side, [("style", style)], style is null ? null : Element("color", [("rgb", "FFC9D1DA")]));
    }

    private static XElement Usual(int? xfId = null) =>
        Element("xf", [("numFmtId", 0), ("fontId", 0), ("fillId", 0), ("borderId", 0), ("xfId", xfId)]);

    private XElement Look(CellLook look) => Element(
        "xf",
        [
            ("numFmtId", look.FormatCode == General ? 0 : FirstOwnFormat + _formats.IndexOf(look.FormatCode)),
            ("fontId", FontOf(look.Role)), ("fillId", FillOf(look.Role)),
            ("borderId", HasBorder(look.Role) ? 1 : 0), ("xfId", 0),
            ("quotePrefix", look.IsQuoted ? 1 : null), ("applyNumberFormat", 1), ("applyFont", 1), ("applyFill", 1),
            ("applyBorder", 1), ("applyAlignment", 1), ("applyProtection", 1),
        ],
        Alignment(look),
        Element("protection", [("locked", look.Role == CellRole.Input ? 0 : 1)]));

    // Numbers and texts keep off each other; headings stand above the button of the filter.
    private static XElement Alignment(CellLook look) => Element("alignment",
    [
        ("horizontal", look.IsRight ? "right" : "left"),
        ("indent", HasBorder(look.Role) ? 1 : 0), ("vertical", "top"),
        ("wrapText", Wraps(look) ? 1 : 0),
    ]);

    private static int FontOf(CellRole role) => role switch
    {
        CellRole.Header => 1,
        CellRole.Title => 2,
        CellRole.Heading or CellRole.InputHeader => 3,
        CellRole.Warning => 4,
        _ => 0,
    };

    private static int FillOf(CellRole role) => role switch
    {
        CellRole.Header => 2,
        CellRole.InputHeader => 3,
        CellRole.Input => 4,
        _ => 0,
    };

    private static bool IsHeader(CellRole role) => role is CellRole.Header or CellRole.InputHeader;

    private static bool HasBorder(CellRole role) => IsHeader(role) || role is CellRole.Data or CellRole.Input;

    // A number has no words to wrap; where it is told to, some programs forget its indent.
    private static bool Wraps(CellLook look) =>
        look.Role == CellRole.Note || (HasBorder(look.Role) && !(look.IsRight && look.Role == CellRole.Data));
}
