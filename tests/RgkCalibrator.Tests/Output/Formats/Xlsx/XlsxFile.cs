using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using RgkCalibrator.Output.Formats.Xlsx;

namespace RgkCalibrator.Tests.Output.Formats.Xlsx;

/// <summary>
/// A written workbook, opened again: by the runtime's own zip reader, and by the validator of Open XML.
/// </summary>
internal sealed class XlsxFile
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly Dictionary<string, string> _parts = [];

    public XlsxFile(Workbook workbook)
        : this(BytesOf(workbook))
    {
    }

    public XlsxFile(byte[] bytes)
    {
        Bytes = bytes;
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            _parts.Add(entry.FullName, reader.ReadToEnd());
        }
    }

    public byte[] Bytes { get; }

    public IEnumerable<string> Names => _parts.Keys;

    public string this[string part] => _parts[part];

    public IEnumerable<string> Errors()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
        return
        [
            .. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"),
        ];
    }

    public XElement Part(string name) => XDocument.Parse(_parts[name]).Root!;

    /// <summary>A sheet by its number, as text: every cell with what it holds.</summary>
    public string Text(int sheet)
    {
        var texts = Part("xl/sharedStrings.xml").Elements(Main + "si").Select(text => text.Value).ToList();
        var formats = Formats();
        var lines = Part($"xl/worksheets/sheet{Numbers.Whole(sheet)}.xml").Descendants(Main + "row")
            .Select(row => string.Join(" | ", row.Elements(Main + "c").Select(Cell)));
        return string.Join('\n', lines) + "\n";

        string Cell(XElement cell)
        {
            var value = cell.Element(Main + "v")?.Value;
            var format =
                formats[int.Parse(cell.Attribute("s")!.Value, System.Globalization.CultureInfo.InvariantCulture)];
            return value is null
                ? string.Empty
                : (string?)cell.Attribute("t") == "s"
                ? texts[int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)]
                : $"{value} [{format}]";
        }
    }

    public IEnumerable<XElement> Elements(int sheet, string name) =>
        Part($"xl/worksheets/sheet{Numbers.Whole(sheet)}.xml").Descendants(Main + name);

    /// <summary>The style of a cell.</summary>
    public XElement StyleOf(int sheet, string cell)
    {
        var number = int.Parse(
            Elements(sheet, "c").Single(one => one.Attribute("r")!.Value == cell).Attribute("s")!.Value,
            System.Globalization.CultureInfo.InvariantCulture);
        return Part("xl/styles.xml").Element(Main + "cellXfs")!.Elements().ElementAt(number);
    }

    private static byte[] BytesOf(Workbook workbook)
    {
        using var stream = new MemoryStream();
        WorkbookFile.Write(workbook, stream);
        return stream.ToArray();
    }

    private List<string> Formats()
    {
        var styles = Part("xl/styles.xml");
        var own = styles.Descendants(Main + "numFmt").ToDictionary(
            format => format.Attribute("numFmtId")!.Value, format => format.Attribute("formatCode")!.Value);
        return
        [
            .. styles.Element(Main + "cellXfs")!.Elements()
                .Select(style => own.GetValueOrDefault(style.Attribute("numFmtId")!.Value, "General")),
        ];
    }
}
