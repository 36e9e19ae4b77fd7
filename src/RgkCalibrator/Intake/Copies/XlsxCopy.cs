using System.Xml;
using RgkCalibrator.Intake.Copies.Workbooks;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Copies;

/// <summary>A workbook of Excel (.xlsx, .xlsm): the sheets that hold declarations, one below another.</summary>
internal static class XlsxCopy
{
    /// <summary>Copies workbooks whose headers are found by these rules.</summary>
    internal static CopiedKind Kind(HeaderRules headers) => new(
        new("Excel-werkmap", "Excel workbook"),
        head => head.StartsWith("PK\u0003\u0004"u8),
        (source, name, target, stop) => Copy(source, name, headers, target, stop));

    private static CopyNotes Copy(
        Stream source, string name, HeaderRules headers, Stream target, CancellationToken stop)
    {
        try
        {
            using var package = new WorkbookPackage(source, name);
            var workbook = ExcelWorkbook.Read(package);
            var tables = SheetTables.Find(workbook, headers, stop);
            var copy = new TableCopy(workbook, tables.Read, headers.IsDay).Write(target, stop);
            var told = new WorkbookEvidence(workbook, tables, copy);
            return new CopyNotes(told.Evidence())
            {
                Warnings = told.Warnings(),
                Rows = tables.Read.Sum(table => table.Rows),
                WithTexts = copy.WithTexts,
                DayNumbers = workbook.CountsFrom1904 ? ValueFormat.Excel1904 : ValueFormat.ExcelSerial,
                Numbers = copy.Numbers,
            };
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or NotSupportedException)
        {
            throw WorkbookMistakes.Damaged(name, broken);
        }
    }
}
