using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

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
        OfficePackage.Fill(main, xml => WriteWorkbook(workbook, xml));
        OfficePackage.Finish(document, main, document.AddCoreFilePropertiesPart(), workbook.Title);
    });

    private static void WriteSheets(Workbook workbook, WorkbookPart main)
    {
        var (styles, texts) = (new CellStyles(), new SharedTexts());
        var tables = WorkbookNames.OfTables(workbook.Sheets.Select(sheet => sheet.Name));
        for (var i = 0; i < workbook.Sheets.Count; i++)
        {
            var sheet = workbook.Sheets[i];
            var part = main.AddNewPart<WorksheetPart>(SheetId(i));
            OfficePackage.Fill(part, new SheetXml(sheet, styles, texts).Write);
            var number = i + 1;
            if (sheet.Table is not null)
                OfficePackage.Fill(part.AddNewPart<TableDefinitionPart>(SheetXml.TableRelationship), xml => WriteTable(sheet, tables[number - 1], number, xml));
        }

        OfficePackage.Fill(main.AddNewPart<WorkbookStylesPart>("rIdStyles"), styles.Write);
        OfficePackage.Fill(main.AddNewPart<SharedStringTablePart>("rIdTexts"), texts.Write);
    }

    private static string SheetId(int index) => "rId" + Numbers.Whole(index + 1);

    private static void WriteWorkbook(Workbook workbook, XmlWriter xml)
    {
        xml.WriteStartElement("workbook", Namespaces.Main);
        xml.WriteAttributeString("xmlns", "r", null, Namespaces.Relationships);
        xml.WriteStartElement("bookViews");
        xml.WriteEmpty("workbookView", ("xWindow", "0"), ("yWindow", "0"), ("windowWidth", "28800"), ("windowHeight", "15000"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheets");
        for (var i = 0; i < workbook.Sheets.Count; i++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributes(("name", workbook.Sheets[i].Name), ("sheetId", Numbers.Whole(i + 1)));
            xml.WriteAttributeString("r", "id", Namespaces.Relationships, SheetId(i));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        WritePrintTitles(workbook, xml);
        xml.WriteEndElement();
    }

    /// <summary>Headings, and the columns that stay in sight, come back on every printed page.</summary>
    private static void WritePrintTitles(Workbook workbook, XmlWriter xml)
    {
        var tables = workbook.Sheets.Index().Where(pair => pair.Item.Table is not null).ToList();
        if (tables.Count == 0)
            return;
        xml.WriteStartElement("definedNames");
        foreach (var (index, sheet) in tables)
        {
            var (name, row) = ($"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'", Numbers.Whole(sheet.HeaderRow));
            xml.WriteStartElement("definedName");
            xml.WriteAttributes(("name", "_xlnm.Print_Titles"), ("localSheetId", Numbers.Whole(index)));
            xml.WriteString((sheet.FrozenColumns > 0 ? $"{name}!$A:${CellReference.Column(sheet.FrozenColumns)}," : string.Empty) + $"{name}!${row}:${row}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteTable(Sheet sheet, string name, int number, XmlWriter xml)
    {
        var headings = sheet.Table!.Headings;
        var range = CellReference.Range(1, sheet.HeaderRow, headings.Count, sheet.LastRow);
        xml.WriteStartElement("table", Namespaces.Main);
        xml.WriteAttributes(("id", Numbers.Whole(number)), ("name", name), ("displayName", name), ("ref", range), ("totalsRowShown", "0"));
        xml.WriteEmpty("autoFilter", ("ref", range));
        xml.WriteList("tableColumns", headings.Count, i => xml.WriteEmpty("tableColumn", ("id", Numbers.Whole(i + 1)), ("name", SharedTexts.Escaped(headings[i]))));
        xml.WriteEmpty("tableStyleInfo", ("name", "TableStyleLight1"), ("showFirstColumn", "0"), ("showLastColumn", "0"), ("showRowStripes", "1"), ("showColumnStripes", "0"));
        xml.WriteEndElement();
    }
}
