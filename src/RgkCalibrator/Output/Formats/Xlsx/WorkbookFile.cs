using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using RgkCalibrator.Output.Formats.Office;
using static RgkCalibrator.Output.Formats.Xlsx.SpreadsheetElement;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>A workbook as XLSX (ECMA-376), with the same bytes on every run and machine.</summary>
internal static class WorkbookFile
{
    /// <summary>Writes a workbook.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="output">Is left open.</param>
    internal static void Write(Workbook workbook, Stream output) => OfficePackage.Write(output, stream =>
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var main = document.AddWorkbookPart();
        WriteSheets(workbook, main);
        OfficePackage.Fill(main, ToXml(workbook).WriteTo);
        OfficePackage.Finish(document, main, document.AddCoreFilePropertiesPart(), workbook.Title);
    });

    private static void WriteSheets(Workbook workbook, WorkbookPart main)
    {
        var (styles, texts) = (new CellStyles(), new SharedTexts());
        var tables = WorkbookNames.ForTables(workbook.Sheets.Select(sheet => sheet.Name));
        for (var i = 0; i < workbook.Sheets.Count; i++)
        {
            var sheet = workbook.Sheets[i];
            var part = main.AddNewPart<WorksheetPart>(SheetId(i));
            OfficePackage.Fill(part, new SheetWriter(sheet, styles, texts).ToXml().WriteTo);
            if (sheet.Table is not null)
            {
                var tablePart = part.AddNewPart<TableDefinitionPart>(SheetWriter.TableRelationship);
                OfficePackage.Fill(tablePart, TableXml(sheet, tables[i], i + 1).WriteTo);
            }
        }

        OfficePackage.Fill(main.AddNewPart<WorkbookStylesPart>("rIdStyles"), styles.ToXml().WriteTo);
        OfficePackage.Fill(main.AddNewPart<SharedStringTablePart>("rIdTexts"), texts.ToXml().WriteTo);
    }

    private static string SheetId(int index) => "rId" + Numbers.Whole(index + 1);

    private static XElement ToXml(Workbook workbook) => Element(
        "workbook",
        [],
        RelationshipPrefix,
        Element("bookViews", [], Element(
            "workbookView", [("xWindow", 0), ("yWindow", 0), ("windowWidth", 28800), ("windowHeight", 15000)])),
        Element("sheets", [], workbook.Sheets.Select((sheet, i) =>
            Element("sheet", [("name", sheet.Name), ("sheetId", i + 1)], Relationship(SheetId(i))))),
        PrintTitles(workbook));

    /// <summary>Headings, and the columns that stay in sight, come back on every printed page.</summary>
    private static XElement? PrintTitles(Workbook workbook)
    {
        var titles = workbook.Sheets.Index().Where(pair => pair.Item.Table is not null).Select(pair => Element(
            "definedName", [("name", "_xlnm.Print_Titles"), ("localSheetId", pair.Index)], Titles(pair.Item))).ToList();
        return titles.Count == 0 ? null : Element("definedNames", [], titles);

        static string Titles(Sheet sheet)
        {
            var (name, row) = (CellReference.SheetName(sheet.Name), Numbers.Whole(sheet.HeaderRow));
            var last = CellReference.Column(sheet.FrozenColumns);
            var columns = sheet.FrozenColumns > 0 ? $"{name}$A:${last}," : string.Empty;
            return $"{columns}{name}${row}:${row}";
        }
    }

    private static XElement TableXml(Sheet sheet, string name, int number)
    {
        var headings = sheet.Table!.Headings;
        var range = CellReference.Range(1, sheet.HeaderRow, headings.Count, sheet.LastRow);
        return Element(
            "table",
            [("id", number), ("name", name), ("displayName", name), ("ref", range), ("totalsRowShown", 0)],
            Element("autoFilter", [("ref", range)]),
            List("tableColumns",
            [
                .. headings.Select((heading, i) =>
                    Element("tableColumn", [("id", i + 1), ("name", SharedTexts.Escaped(heading))])),
            ]),
            Element("tableStyleInfo",
            [
                ("name", "TableStyleLight1"), ("showFirstColumn", 0), ("showLastColumn", 0),
                ("showRowStripes", 1), ("showColumnStripes", 0),
            ]));
    }
}
