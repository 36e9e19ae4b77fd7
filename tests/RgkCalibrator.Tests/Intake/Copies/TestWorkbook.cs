using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace RgkCalibrator.Tests.Intake.Copies;

/// <summary>A cell as it stands in the XML of a sheet.</summary>
/// <param name="Content">What is in it, e.g. <c>&lt;v&gt;1&lt;/v&gt;</c>.</param>
/// <param name="Type">How its value is to be taken; empty for a number.</param>
/// <param name="Style">The place of its format in <see cref="TestWorkbook.Formats"/>.</param>
internal sealed record RawCell(string Content, string Type = "", int Style = 0);

/// <summary>A sheet of a workbook that is made for a test.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">
/// Its rows from the first on; null for a row that is not there. A cell is a text, a number, a day, a truth, a
/// <see cref="RawCell"/>, or null for none.
/// </param>
internal sealed record TestSheet(string Name, params IReadOnlyList<object?>?[] Rows)
{
    public string State { get; init; } = "visible";

    /// <summary>What stands below the cells.</summary>
    public string Below { get; init; } = string.Empty;

    /// <summary>The numbers of rows that are hidden.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [];
}

/// <summary>Writes workbooks as XML, right and wrong ones.</summary>
internal sealed class TestWorkbook(params TestSheet[] sheets)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private static readonly DateOnly Zero = new(1899, 12, 30);
    private readonly List<string> _texts = [];

    /// <summary>Formats by number, in the order of the styles; those from 164 on by code.</summary>
    public static IReadOnlyList<string> Formats { get; } =
    [
        "General", "14", "22", "20", "dd\\-mm\\-yyyy", "[$-413]d\\ mmmm\\ yyyy;@", "000000000", "0%",
        "\"dag \"0.00;[Red]\\d\\-0.00", "[h]:mm", "0.00E+00", "mmm\\-yy",
    ];

    public bool CountsFrom1904 { get; init; }

    /// <summary>Parts in place of those that are written, or beside them.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();

    public string Save(string path)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = $"<Types xmlns='{Package}/content-types'>"
                + "<Default Extension='xml' ContentType='application/xml'/></Types>",
            ["_rels/.rels"] = Relationships(("r1", "officeDocument", "xl/workbook.xml")),
            ["xl/_rels/workbook.xml.rels"] = Relationships(
            [
                ("st", "styles", "styles.xml"), ("ss", "sharedStrings", "/xl/sharedStrings.xml"),
                .. sheets.Select((_, i) => ($"s{i}", "worksheet", $"worksheets/../worksheets/sheet{i}.xml")),
            ]),
            ["xl/workbook.xml"] = WorkbookXml(),
            ["xl/styles.xml"] = StylesXml(),
        };
        for (var i = 0; i < sheets.Length; i++)
            parts[$"xl/worksheets/sheet{i}.xml"] = SheetXml(sheets[i]);
        var texts = _texts.Select(text => $"<si><t xml:space='preserve'>{text}</t></si>");
        parts["xl/sharedStrings.xml"] = $"<sst xmlns='{Main}'>{string.Concat(texts)}</sst>";
        foreach (var (name, text) in Parts)
            parts[name] = text;
        foreach (var (name, text) in parts)
        {
            using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
            part.Write(Encoding.UTF8.GetBytes(text));
        }

        return path;
    }

    private static string Relationships(params (string Id, string Kind, string Target)[] relationships) =>
        $"<Relationships xmlns='{Package}/relationships'>"
            + string.Concat(relationships.Select(
                one => $"<Relationship Id='{one.Id}' Type='{Office}/{one.Kind}' Target='{one.Target}'/>"))
            + "</Relationships>";

    private string WorkbookXml() =>
        $"<workbook xmlns='{Main}' xmlns:r='{Office}'><workbookPr date1904='{(CountsFrom1904 ? 1 : 0)}'/><sheets>"
            + string.Concat(sheets.Select((sheet, i) =>
                $"<sheet name='{SecurityElement.Escape(sheet.Name)}' sheetId='{i + 1}' state='{sheet.State}' "
                    + $"r:id='s{i}'/>"))
            + "</sheets></workbook>";

    private static string StylesXml()
    {
        var own = Formats.Select((format, i) => (Format: format, Number: 164 + i))
            .Where(pair => !pair.Format.All(char.IsAsciiDigit) || pair.Format.Length > 2).ToList();
        return $"<styleSheet xmlns='{Main}'><numFmts>"
            + string.Concat(own.Select(
                pair => $"<numFmt numFmtId='{pair.Number}' formatCode='{SecurityElement.Escape(pair.Format)}'/>"))
            + "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>"
            + string.Concat(Formats.Select((format, i) => own.Any(pair => pair.Number == 164 + i)
                ? $"<xf numFmtId='{164 + i}'/>"
                : $"<xf numFmtId='{format}'/>"))
            + "</cellXfs></styleSheet>";
    }

    private string SheetXml(TestSheet sheet)
    {
        var xml = new StringBuilder($"<worksheet xmlns='{Main}'><sheetData>");
        for (var row = 0; row < sheet.Rows.Length; row++)
        {
            if (sheet.Rows[row] is not { } cells)
                continue;
            var hidden = sheet.Hidden.Contains(row + 1) ? " hidden='1'" : "";
            xml.Append(CultureInfo.InvariantCulture, $"<row r='{row + 1}'{hidden}>");
            for (var column = 0; column < cells.Count; column++)
            {
                if (cells[column] is { } cell)
                    Append(xml, $"{(char)('A' + column)}{row + 1}", Raw(cell));
            }

            xml.Append("</row>");
        }

        return xml.Append(CultureInfo.InvariantCulture, $"</sheetData>{sheet.Below}</worksheet>").ToString();
    }

    private static void Append(StringBuilder xml, string place, RawCell cell)
    {
        var type = cell.Type.Length > 0 ? $" t='{cell.Type}'" : "";
        var style = cell.Style > 0 ? $" s='{cell.Style}'" : "";
        xml.Append(CultureInfo.InvariantCulture, $"<c r='{place}'{style}{type}>{cell.Content}</c>");
    }

    private RawCell Raw(object cell) => cell switch
    {
        RawCell raw => raw,
        string text => new($"<v>{NumberOf(text)}</v>", "s"),
        bool truth => new($"<v>{(truth ? 1 : 0)}</v>", "b"),
        DateOnly day => new($"<v>{Serial(day)}</v>", "", 1),
        IFormattable number => new($"<v>{number.ToString(null, CultureInfo.InvariantCulture)}</v>"),
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "No cell."),
    };

    private int NumberOf(string text)
    {
        var escaped = SecurityElement.Escape(text);
        if (!_texts.Contains(escaped))
            _texts.Add(escaped);
        return _texts.IndexOf(escaped);
    }

    private int Serial(DateOnly day) => day.DayNumber - Zero.DayNumber - (CountsFrom1904 ? 1462 : 0);
}
