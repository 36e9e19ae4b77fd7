using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Tests.Output.Formats.Xlsx;

namespace RgkCalibrator.Tests.Output.Formats.Pptx;

/// <summary>A written presentation, opened again: by the runtime's own zip reader, and by the validator.</summary>
internal sealed class PptxFile
{
    public static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/presentationml/2006/main";

    private readonly Dictionary<string, byte[]> _parts = [];

    public PptxFile(Deck deck, DeckTemplate? template = null)
        : this(BytesOf(deck, template))
    {
    }

    public PptxFile(byte[] bytes)
    {
        Bytes = bytes;
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            _parts.Add(entry.FullName, copy.ToArray());
        }
    }

    public byte[] Bytes { get; }

    public IEnumerable<string> Names => _parts.Keys;

    public byte[] this[string part] => _parts[part];

    /// <summary>The slides, by their numbers.</summary>
    public IReadOnlyList<XElement> Slides => Xml("ppt/slides/slide");

    public IReadOnlyList<XElement> Notes => Xml("ppt/notesSlides/notesSlide");

    public IReadOnlyList<XElement> Charts => Xml("ppt/slides/charts/chart");

    public IReadOnlyList<XElement> Marks => Xml("ppt/slides/drawings/drawing");

    /// <summary>The workbooks of the charts, in the order of the charts.</summary>
    public IReadOnlyList<XlsxFile> Workbooks =>
        [.. Numbered("ppt/slides/charts/embeddings/package", ".xlsx").Select(name => new XlsxFile(_parts[name]))];

    public IEnumerable<string> Errors()
    {
        using var document = PresentationDocument.Open(new MemoryStream(Bytes), isEditable: false);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"),
        ];
    }

    /// <summary>The numbers that a chart keeps of a series or of its places, empty cells as null.</summary>
    public static IReadOnlyList<string?> Kept(XElement holder)
    {
        var cache = holder.Descendants(Chart + "numCache").Single();
        var kept = cache.Elements(Chart + "pt")
            .ToDictionary(point => (int)point.Attribute("idx")!, point => point.Value);
        return
        [
            .. Enumerable.Range(0, (int)cache.Element(Chart + "ptCount")!.Attribute("val")!)
                .Select(place => kept.GetValueOrDefault(place)),
        ];
    }

    public static byte[] BytesOf(Deck deck, DeckTemplate? template = null)
    {
        using var stream = new MemoryStream();
        DeckFile.Write(deck, template, stream);
        return stream.ToArray();
    }

    private List<XElement> Xml(string start) =>
        [.. Numbered(start, ".xml").Select(name => XElement.Load(new MemoryStream(_parts[name])))];

    private IEnumerable<string> Numbered(string start, string ending) =>
        from name in Names
        where name.StartsWith(start, StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal)
        let number = name[start.Length..^ending.Length]
        where number.All(char.IsAsciiDigit)
        orderby number.Length, number
        select name;
}
