using System.IO.Compression;
using System.Xml;
using RgkCalibrator.Basics.Files;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>
/// The parts of a workbook (ECMA-376, part 2): XML in a zip, tied together by relationships. Nothing outside the file
/// is ever opened.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const int MostEntries = 10_000;

    // A sheet of a million rows and fifty columns is 3 GB of XML.
    private const long MostBytes = 16L << 30;

    // XML of sheets packs to a tenth, and to a hundredth where all rows are alike. A bomb packs to a thousandth.
    private const long SuspectBytes = 64 << 20;

    // What stands in a part that is held in memory.
    private const long MostHeld = 512 << 20;
    private const int LongestTag = 16 << 20;
    private const int MostRatio = 300;

    private const string OfficeDocument = "/officeDocument";
    private const string OpenDocumentSheet = "application/vnd.oasis.opendocument.spreadsheet";

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Opens a package, after a look at the sizes that it states: no part can become larger.</summary>
    /// <param name="source">The file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="CalibrationException">It is no workbook, or suspiciously large.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    internal WorkbookPackage(Stream source, string file)
    {
        File = file;
        _zip = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            RefuseBombs();
            foreach (var entry in _zip.Entries)
                _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
            Main = FindMain();
        }
        catch
        {
            _zip.Dispose();
            throw;
        }
    }

    internal string File { get; }

    /// <summary>The part that names the sheets.</summary>
    internal string Main { get; }

    /// <summary>Whether there is such a part.</summary>
    internal bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Reads a part of which everything is kept.</summary>
    /// <exception cref="CalibrationException">It is too large for that.</exception>
    /// <exception cref="InvalidDataException">There is no such part, or it is damaged.</exception>
    internal XmlReader OpenToKeep(string part) =>
        _parts.TryGetValue(part, out var entry) && entry.Length > MostHeld
            ? throw WorkbookMistakes.TooLarge(File)
            : Open(part);

    /// <summary>Reads a part.</summary>
    /// <exception cref="InvalidDataException">There is no such part, or it is damaged.</exception>
    internal XmlReader Open(string part)
    {
        if (!_parts.TryGetValue(part, out var entry))
            throw new InvalidDataException("A part is missing.");
        var shortTags = new ShortTags(entry.Open(), LongestTag, () => new InvalidDataException("A tag is too long."));
        return XmlReader.Create(shortTags, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    /// <summary>What a part points to, inside the file; of the package as a whole where no part is named.</summary>
    internal IReadOnlyList<Relationship> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var (folder, name) = (part[..slash], part[slash..]);
        var path = $"{folder}_rels/{name}.rels";
        var found = new List<Relationship>();
        if (!Has(path))
            return found;
        using var reader = Open(path);
        while (reader.MoveOn())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship"
                || reader.GetAttribute("TargetMode") == "External")
            {
                continue;
            }

            found.Add(new Relationship(
                reader.GetAttribute("Id") ?? string.Empty,
                reader.GetAttribute("Type") ?? string.Empty,
                Resolve(folder, reader.GetAttribute("Target") ?? string.Empty)));
        }

        return found;
    }

    public void Dispose() => _zip.Dispose();

    private void RefuseBombs()
    {
        if (_zip.Entries.Count > MostEntries)
            throw WorkbookMistakes.TooLarge(File);
        var left = MostBytes;
        foreach (var entry in _zip.Entries)
        {
            left -= entry.Length;
            var isBomb = entry.Length > SuspectBytes && entry.Length / MostRatio > entry.CompressedLength;
            if (left < 0 || entry.Length < 0 || isBomb)
                throw WorkbookMistakes.TooLarge(File);
        }
    }

    private string FindMain()
    {
        if (_parts.TryGetValue("mimetype", out var type) && StartsWith(type, OpenDocumentSheet))
            throw WorkbookMistakes.OpenDocument(File);
        var main = RelationshipsOf(string.Empty)
            .FirstOrDefault(one => one.Type.EndsWith(OfficeDocument, StringComparison.Ordinal))?.Target;
        if (main is null)
            throw WorkbookMistakes.NoWorkbook(File);
        return main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) ? throw WorkbookMistakes.Binary(File) : main;
    }

    private static bool StartsWith(ZipArchiveEntry entry, string text)
    {
        using var content = new StreamReader(entry.Open());
        var begin = new char[text.Length];
        return content.ReadBlock(begin) == text.Length && begin.AsSpan().SequenceEqual(text);
    }

    private static string Resolve(string folder, string target)
    {
        var path = target.Replace('\\', '/');
        var parts = new List<string>();
        foreach (var part in (path.StartsWith('/') ? path : folder + path).Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "." or ".."))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}

/// <summary>A pointer from one part to another.</summary>
/// <param name="Id">What the part calls it.</param>
/// <param name="Type">An address that ends in the kind, e.g. <c>/worksheet</c>.</param>
/// <param name="Target">The other part.</param>
internal sealed record Relationship(string Id, string Type, string Target);
