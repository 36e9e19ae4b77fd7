using System.Xml;
using RgkCalibrator.Output.Charts;

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
/// <param name="IsQuoted">Whether it begins like a formula, and must stay a text when a reader opens it and presses Enter.</param>
internal sealed record CellLook(CellRole Role, string FormatCode = CellStyles.General, bool IsRight = false, bool IsQuoted = false);

/// <summary>The styles of a workbook, collected while its sheets are written; numbered in the order in which they are met.</summary>
internal sealed class CellStyles
{
    internal const string General = "General";
    private const int FirstOwnFormat = 164;
    private static readonly string[] Sides = ["left", "right", "top", "bottom", "diagonal"];
    private readonly Dictionary<CellLook, int> _looks = [];
    private readonly List<string> _formats = [];

    /// <summary>The number of a look; 0 is the usual one of an empty cell.</summary>
    internal int Of(CellLook look)
    {
        if (_looks.TryGetValue(look, out var number))
            return number;
        if (look.FormatCode != General && !_formats.Contains(look.FormatCode))
            _formats.Add(look.FormatCode);
        _looks.Add(look, _looks.Count + 1);
        return _looks.Count;
    }

    internal void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Namespaces.Main);
        if (_formats.Count > 0)
            xml.WriteList("numFmts", _formats.Count, i => xml.WriteEmpty("numFmt", ("numFmtId", Numbers.Whole(FirstOwnFormat + i)), ("formatCode", _formats[i])));
        WriteFonts(xml);
        WriteFills(xml);
        WriteBorders(xml);
        xml.WriteList("cellStyleXfs", 1, _ => WriteUsual(xml, []));
        var looks = _looks.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToList();
        xml.WriteList("cellXfs", looks.Count + 1, i => WriteLook(xml, i == 0 ? null : looks[i - 1]));
        xml.WriteList("cellStyles", 1, _ => xml.WriteEmpty("cellStyle", ("name", "Normal"), ("xfId", "0"), ("builtinId", "0")));
        xml.WriteEndElement();
    }

    // In the order of FontOf.
    private static void WriteFonts(XmlWriter xml)
    {
        (bool IsBold, string Size, string Colour)[] fonts =
            [(false, "11", Palette.Ink), (true, "11", Palette.Paper), (true, "16", Palette.Ink), (true, "11", Palette.Ink), (true, "11", "B42318")];
        xml.WriteList("fonts", fonts.Length, i =>
        {
            xml.WriteStartElement("font");
            if (fonts[i].IsBold)
                xml.WriteEmpty("b");
            xml.WriteEmpty("sz", ("val", fonts[i].Size));
            xml.WriteEmpty("color", ("rgb", "FF" + fonts[i].Colour));
            xml.WriteEmpty("name", ("val", "Calibri"));
            xml.WriteEmpty("family", ("val", "2"));
            xml.WriteEndElement();
        });
    }

    // In the order of FillOf; the first two are fixed by the format.
    private static void WriteFills(XmlWriter xml)
    {
        string[] colours = ["", "", "1F3A5F", "F2C14E", "FFF8E1"];
        xml.WriteList("fills", colours.Length, i =>
        {
            xml.WriteStartElement("fill");
            xml.WriteStartElement("patternFill");
            xml.WriteAttributeString("patternType", i switch { 0 => "none", 1 => "gray125", _ => "solid" });
            if (i > 1)
                xml.WriteEmpty("fgColor", ("rgb", "FF" + colours[i]));
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
    }

    private static void WriteBorders(XmlWriter xml) => xml.WriteList("borders", 2, i =>
    {
        xml.WriteStartElement("border");
        foreach (var side in Sides)
        {
            xml.WriteStartElement(side);
            if (i == 1 && side != "diagonal")
            {
                xml.WriteAttributeString("style", "thin");
                xml.WriteEmpty("color", ("rgb", "FFC9D1DA"));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    private void WriteLook(XmlWriter xml, CellLook? look)
    {
        if (look is null)
        {
            WriteUsual(xml, [("xfId", "0")]);
            return;
        }

        xml.WriteStartElement("xf");
        xml.WriteAttributes(
            ("numFmtId", Numbers.Whole(look.FormatCode == General ? 0 : FirstOwnFormat + _formats.IndexOf(look.FormatCode))),
            ("fontId", FontOf(look.Role)), ("fillId", FillOf(look.Role)), ("borderId", HasBorder(look.Role) ? "1" : "0"), ("xfId", "0"));
        if (look.IsQuoted)
            xml.WriteAttributeString("quotePrefix", "1");
        xml.WriteAttributes(("applyNumberFormat", "1"), ("applyFont", "1"), ("applyFill", "1"), ("applyBorder", "1"), ("applyAlignment", "1"), ("applyProtection", "1"));
        WriteAlignment(xml, look);
        xml.WriteEmpty("protection", ("locked", look.Role == CellRole.Input ? "0" : "1"));
        xml.WriteEndElement();
    }

    // Numbers and texts keep off each other; headings at the right keep off the button of the filter.
    private static void WriteAlignment(XmlWriter xml, CellLook look) => xml.WriteEmpty(
        "alignment",
        ("horizontal", look.IsRight ? "right" : "left"), ("indent", HasBorder(look.Role) ? (look.IsRight && IsHeader(look.Role) ? "2" : "1") : "0"),
        ("vertical", IsHeader(look.Role) ? "center" : "top"), ("wrapText", Wraps(look.Role) ? "1" : "0"));

    private static void WriteUsual(XmlWriter xml, (string Name, string Value)[] more) =>
        xml.WriteEmpty("xf", [("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0"), .. more]);

    private static string FontOf(CellRole role) => role switch
    {
        CellRole.Header => "1",
        CellRole.Title => "2",
        CellRole.Heading or CellRole.InputHeader => "3",
        CellRole.Warning => "4",
        _ => "0",
    };

    private static string FillOf(CellRole role) => role switch
    {
        CellRole.Header => "2",
        CellRole.InputHeader => "3",
        CellRole.Input => "4",
        _ => "0",
    };

    private static bool IsHeader(CellRole role) => role is CellRole.Header or CellRole.InputHeader;

    private static bool HasBorder(CellRole role) => IsHeader(role) || role is CellRole.Data or CellRole.Input;

    private static bool Wraps(CellRole role) => HasBorder(role) || role == CellRole.Note;
}
