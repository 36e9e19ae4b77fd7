using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace RgkCalibrator.Review;

/// <summary>A cell as it was typed.</summary>
/// <param name="Text">What stands in it, without space around it; a number in digits with a decimal point.</param>
/// <param name="IsNumber">Whether the spreadsheet holds a number.</param>
/// <param name="IsFormula">Whether it is computed from others.</param>
internal sealed record SheetCell(string Text, bool IsNumber, bool IsFormula);

/// <summary>The cells of one sheet of a workbook.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Name">The sheet's name.</param>
/// <param name="Cells">Those that hold something, by row (from 1) and column (from 1).</param>
/// <param name="Merged">The ranges of cells that were merged.</param>
internal sealed partial record SheetCells(
    string File, string Name, IReadOnlyDictionary<(int Row, int Column), SheetCell> Cells,
    IReadOnlyList<string> Merged)
{
    // A review has some hundreds of rows: what is far larger is no review.
    private const long LargestContent = 200L << 20;

    internal int LastRow => Cells.Count == 0 ? 0 : Cells.Keys.Max(place => place.Row);

    /// <summary>Reads all sheets of a workbook.</summary>
    /// <exception cref="CalibrationException">It is no workbook, or cannot be read.</exception>
    internal static IReadOnlyList<SheetCells> ReadAll(string path)
    {
        var file = Path.GetFileName(path);
        if (!System.IO.File.Exists(path))
        {
            throw new CalibrationException(
                ExitCode.Files,
                new("Dit bestand is er niet.", "There is no such file."),
                path,
                new("Kijk de naam na.", "Check the name."));
        }

        try
        {
            // One that is open in Excel can be read as well.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            RefuseLarge(stream, file);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            var main = document.WorkbookPart ?? throw new InvalidDataException();
            var texts = main.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>()
                .Select(item => TextOf(item)).ToList() ?? [];
            return
            [
                .. main.Workbook!.Descendants<Sheet>()
                    .Where(sheet => sheet.Id?.Value is not null)
                    .Select(sheet => (sheet, Part: main.GetPartById(sheet.Id!.Value!) as WorksheetPart))
                    .Where(pair => pair.Part is not null)
                    .Select(pair => Read(file, pair.sheet.Name?.Value ?? string.Empty, pair.Part!, texts)),
            ];
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or OpenXmlPackageException
            or UnauthorizedAccessException or FormatException or ArgumentException or InvalidOperationException
            or System.Xml.XmlException)
        {
            throw Unreadable(file, unreadable);
        }
    }

    /// <summary>The address of a cell: U12.</summary>
    internal static string Address(int row, int column)
    {
        var letters = string.Empty;
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters + Numbers.Whole(row);
    }

    /// <summary>Row and column of an address.</summary>
    internal static (int Row, int Column) PlaceOf(string address)
    {
        var letters = address.TakeWhile(char.IsAsciiLetterUpper).Count();
        var column = address[..letters].Aggregate(0, (sum, letter) => (26 * sum) + letter - 'A' + 1);
        return (int.Parse(address[letters..], NumberStyles.None, CultureInfo.InvariantCulture), column);
    }

    private static SheetCells Read(string file, string name, WorksheetPart part, List<string> texts)
    {
        var cells = new Dictionary<(int, int), SheetCell>();
        foreach (var cell in part.Worksheet!.Descendants<Cell>())
        {
            if (cell.CellReference?.Value is not { } address)
                throw new InvalidDataException();
            var text = Shown(cell, texts).Trim();
            if (text.Length > 0 || cell.CellFormula is not null)
            {
                var isNumber = text.Length > 0 && (cell.DataType is null || cell.DataType.Value == CellValues.Number);
                cells[PlaceOf(address)] = new SheetCell(text, isNumber, cell.CellFormula is not null);
            }
        }

        var merged = part.Worksheet.Descendants<MergeCell>().Select(range => range.Reference?.Value ?? string.Empty);
        return new SheetCells(file, name, cells, [.. merged]);
    }

    private static string Shown(Cell cell, List<string> texts)
    {
        if (cell.DataType?.Value == CellValues.InlineString)
            return cell.InlineString is { } inline ? TextOf(inline) : string.Empty;
        var value = cell.CellValue?.Text ?? string.Empty;
        if (cell.DataType?.Value != CellValues.SharedString)
            return value;
        var index = int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);
        return index < texts.Count ? texts[index] : throw new InvalidDataException();
    }

    // Without phonetic readings, which are texts beside the text.
    private static string TextOf(DocumentFormat.OpenXml.OpenXmlElement item) => Escape().Replace(
        string.Concat(item.Descendants<Text>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text)),
        sign => ((char)ushort.Parse(
            sign.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    // What XML cannot hold stands as _x0001_, and so does what only looks like it (ECMA-376, part 1, 22.9.2.19).
    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.None, 1000)]
    private static partial Regex Escape();

    private static void RefuseLarge(FileStream stream, string file)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Sum(entry => entry.Length) > LargestContent)
            throw Unreadable(file, null);
        stream.Position = 0;
    }

    private static CalibrationException Unreadable(string file, Exception? cause) => new(
        ExitCode.Files,
        new("Dit werkboek is niet te lezen.", "This workbook cannot be read."),
        file,
        new("Open het in Excel of LibreOffice en sla het op als .xlsx, zonder wachtwoord.",
            "Open it in Excel or LibreOffice and save it as .xlsx, without a password."),
        cause);
}
