using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace RgkCalibrator.Output.Formats.Office;

/// <summary>
/// Office files with the same bytes on every run and machine: no clock, no chance, nothing compressed.
/// </summary>
internal static class OfficePackage
{
    private static readonly XNamespace CoreProperties =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XmlWriterSettings Settings =
        new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = true };

    /// <summary>Writes a document.</summary>
    /// <param name="output">Is left open.</param>
    /// <param name="build">Makes the document in a stream and closes it; every relationship in it has an id of its own
    /// choice.</param>
    internal static void Write(Stream output, Action<Stream> build)
    {
        using var built = new MemoryStream();
        build(built);
        built.Position = 0;
        using var archive = new ZipArchive(built, ZipArchiveMode.Read);
        var entries = archive.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal);
        StoredZip.Write([.. entries.Select(entry => (entry.FullName, Content(entry)))], output);
    }

    /// <summary>
    /// Replaces the random ids of the two root relationships, and writes the title by hand: the library's own
    /// properties record the time.
    /// </summary>
    internal static void Finish(
        OpenXmlPackage document, OpenXmlPart main, CoreFilePropertiesPart properties, string title)
    {
        document.ChangeIdOfPart(main, "rId1");
        document.ChangeIdOfPart(properties, "rId2");
        WriteTitle(properties, title);
    }

    /// <summary>
    /// Gives a document that was made of another one its own title, and takes out who made the other one.
    /// </summary>
    internal static void Rename(PresentationDocument document, string title)
    {
        if (document.CoreFilePropertiesPart is not { } properties)
        {
            properties = document.AddCoreFilePropertiesPart();
            document.ChangeIdOfPart(properties, "rgkProperties");
        }

        WriteTitle(properties, title);
    }

    private static void WriteTitle(CoreFilePropertiesPart properties, string title)
    {
        var prefix = new XAttribute(XNamespace.Xmlns + "dc", DublinCore);
        Fill(properties, new XElement(
            CoreProperties + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", CoreProperties),
            new XElement(DublinCore + "title", prefix, title),
            new XElement(DublinCore + "creator", prefix, "RgkCalibrator")).WriteTo);
    }

    /// <summary>Writes the XML of a part.</summary>
    internal static void Fill(OpenXmlPart part, Action<XmlWriter> write)
    {
        using var xml = XmlWriter.Create(part.GetStream(FileMode.Create), Settings);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
