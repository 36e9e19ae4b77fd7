using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using RgkCalibrator.Tests.Intake.Corpus;

namespace RgkCalibrator.Tests.Intake.Copies;

/// <summary>Workbooks that other programs write are read.</summary>
public sealed class ForeignWorkbookTests : IDisposable
{
    private readonly Reading _reading = new();

    public void Dispose() => _reading.Dispose();

    [Fact]
    public void A_workbook_written_with_the_Open_XML_SDK_is_read()
    {
        var path = _reading.Folder["sdk.xlsx"];
        using (var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.MacroEnabledWorkbook))
            Fill(document.AddWorkbookPart());
        using var declarations = _reading.Read(path);

        Assert.Equal(
            "used k1, 45C02, 2021-03-01..2021-03-31, 7500 uur",
            Assert.Single(CorpusFolder.LinesOf(declarations)).ToString());
    }

    [Fact]
    public void A_workbook_with_prefixes_and_without_places_and_shared_texts_is_read()
    {
        const string main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        string[][] rows =
        [
            ["client_id", "product_code", "start_date", "end_date", "volume", "unit"],
            ["k1", "45C02", "2021-03-01", "2021-03-31", "1,25", "uur"],
        ];
        var cells = rows.Select(row => "\n <x:row>" + string.Concat(row.Select(
            text => $"\n  <x:c t=\"inlineStr\"><x:is><x:t>{text}</x:t></x:is></x:c>")) + "\n </x:row>");
        var sheet = $"<?xml version=\"1.0\"?>\n<x:worksheet xmlns:x=\"{main}\"><x:sheetData>{string.Concat(cells)}"
            + "\n</x:sheetData></x:worksheet>";
        var path = new TestWorkbook(new TestSheet("a"))
        {
            Parts = new Dictionary<string, string> { ["xl/worksheets/sheet0.xml"] = sheet },
        }.Save(_reading.Folder["strict.xlsx"]);
        using var declarations = _reading.Read(path);

        Assert.Equal(
            "used k1, 45C02, 2021-03-01..2021-03-31, 7500 uur",
            Assert.Single(CorpusFolder.LinesOf(declarations)).ToString());
    }

    private static void Fill(WorkbookPart workbook)
    {
        var sheet = workbook.AddNewPart<WorksheetPart>();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
        sheet.Worksheet = new Worksheet(new SheetData(
            new Row(
                Text("client_id"), Text("product_code"), Text("start_date"), Text("end_date"), Text("volume"),
                Text("unit")),
            new Row(Text("k1"), Text("45C02"), Day("44256"), Day("44286"), Number("1.25"), Text("uur"))));
        workbook.Workbook = new Workbook(
            new Sheets(new Sheet { Name = "2021", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
    }

    private static Cell Text(string text) =>
        new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    private static Cell Number(string number) => new() { CellValue = new CellValue(number) };

    private static Cell Day(string serial) => new() { CellValue = new CellValue(serial), StyleIndex = 1 };
}
