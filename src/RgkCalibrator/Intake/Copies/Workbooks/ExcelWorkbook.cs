using System.Xml;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>A sheet with cells.</summary>
/// <param name="Name">What its tab says.</param>
/// <param name="Part">Where its cells are; null for a sheet without cells, such as a chart.</param>
/// <param name="IsHidden">Whether its tab is hidden.</param>
internal sealed record Sheet(string Name, string? Part, bool IsHidden);

/// <summary>A workbook but for its cells: its sheets, and what cells point to.</summary>
internal sealed class ExcelWorkbook
{
    private readonly string? _strings;

    private ExcelWorkbook(WorkbookPackage package, IReadOnlyList<Sheet> sheets, bool countsFrom1904)
    {
        var parts = package.RelationshipsOf(package.Main);
        (Package, Sheets, CountsFrom1904) = (package, sheets, countsFrom1904);
        if (PartOf("/styles") is { } styles)
        {
            using var reader = package.OpenToKeep(styles);
            Styles = NumberForms.Read(reader);
        }

        _strings = PartOf("/sharedStrings");
        using var texts = OpenStrings();
        if (texts is not null)
            Strings = SharedStrings.Read(texts);

        string? PartOf(string kind) =>
            parts.FirstOrDefault(part => part.Type.EndsWith(kind, StringComparison.Ordinal))?.Target;
    }

    internal WorkbookPackage Package { get; }

    internal IReadOnlyList<Sheet> Sheets { get; }

    /// <summary>Whether days are numbered from 1904, as Excel on a Mac did.</summary>
    internal bool CountsFrom1904 { get; }

    internal NumberForms Styles { get; } = NumberForms.None;

    internal SharedStrings Strings { get; } = SharedStrings.None;

    /// <summary>Reads what stands around the cells.</summary>
    /// <exception cref="CalibrationException">It is a document of another kind.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="XmlException">It is damaged.</exception>
    internal static ExcelWorkbook Read(WorkbookPackage package)
    {
        var sheetParts = package.RelationshipsOf(package.Main)
            .Where(part => part.Type.EndsWith("/worksheet", StringComparison.Ordinal))
            .DistinctBy(part => part.Id)
            .ToDictionary(part => part.Id, part => part.Target, StringComparer.Ordinal);
        var (sheets, countsFrom1904) = (new List<Sheet>(), false);
        using var reader = package.Open(package.Main);
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "workbook")
            throw WorkbookMistakes.NoWorkbook(package.File);
        while (reader.MoveOn())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "workbookPr")
                countsFrom1904 = reader.GetAttribute("date1904") is "1" or "true" or "on";
            else if (reader.LocalName == "sheet")
                sheets.Add(SheetAt(reader, sheetParts));
        }

        return new ExcelWorkbook(package, sheets, countsFrom1904);
    }

    /// <summary>The texts as XML; null where there are none.</summary>
    internal XmlReader? OpenStrings() => _strings is null ? null : Package.OpenToKeep(_strings);

    private static Sheet SheetAt(XmlReader reader, Dictionary<string, string> parts)
    {
        var (name, isHidden, id) = (string.Empty, false, string.Empty);
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "name")
                name = reader.Value;
            else if (reader.LocalName == "state")
                isHidden = reader.Value is "hidden" or "veryHidden";
            else if (reader.LocalName == "id" && reader.NamespaceURI.Length > 0)
                id = reader.Value;
        }

        return new Sheet(name, parts.GetValueOrDefault(id), isHidden);
    }
}
