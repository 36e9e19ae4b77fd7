using RgkCalibrator.Intake.Csv;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>Which sheets of a workbook are read.</summary>
/// <param name="Read">The tables that are, in the order of their sheets; at least one.</param>
/// <param name="PassedOver">The sheets that are not; without those on which nothing stands.</param>
internal sealed record SheetTables(IReadOnlyList<SheetTable> Read, IReadOnlyList<Sheet> PassedOver)
{
    /// <summary>Looks for tables on all sheets.</summary>
    /// <exception cref="CalibrationException">There is no header on any sheet, or nothing on all.</exception>
    /// <exception cref="InvalidDataException">A sheet is damaged.</exception>
    internal static SheetTables Find(ExcelWorkbook workbook, HeaderRules headers, CancellationToken stop)
    {
        using var texts = workbook.OpenStrings();
        var blanks = SheetCount.Blanks(texts);
        var tops = new Dictionary<Sheet, SheetTop>(ReferenceEqualityComparer.Instance);
        foreach (var sheet in workbook.Sheets.Where(sheet => sheet.Part is not null))
        {
            using var cells = workbook.Package.Open(sheet.Part!);
            var count = SheetCount.Of(cells, blanks, SheetTop.Most, stop);
            if (count.Rows > 0)
                tops.Add(sheet, new SheetTop(workbook, sheet, count));
        }

        if (tops.Count == 0)
            throw CsvMistakes.Empty(workbook.Package.File);
        var read = Tables(tops, headers);
        var withCells = workbook.Sheets.Where(sheet => sheet.Part is null || tops.ContainsKey(sheet));
        return new SheetTables(read, [.. withCells.Except(read.Select(table => table.Sheet))]);
    }

    private static List<SheetTable> Tables(Dictionary<Sheet, SheetTop> tops, HeaderRules headers)
    {
        foreach (var find in headers.InTurn)
        {
            var tables = tops.Select(top => SheetTable.Find(top.Key, top.Value, find)).OfType<SheetTable>().ToList();
            if (tables.Count == 0)
                continue;
            var main = tables.MaxBy(table => table.Rows)!;
            return headers.AreSure ? tables : tables.FindAll(main.IsLike);
        }

        // Says what is missing.
        _ = headers.InTurn[0](tops.First().Value.Head);
        throw new InvalidDataException("A header was found and lost.");
    }
}
