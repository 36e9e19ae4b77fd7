using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Register;

namespace RgkCalibrator.Tests.Register;

/// <summary>A workbook of the register in which somebody types, as a person with a spreadsheet would.</summary>
internal sealed class ReturnedBook : IDisposable
{
    public const string Provider = "99000002";
    public const string Product = "54002 Specialistische Jeugd-GGZ";
    public const string Situation = "Interventie uit de NJi-databank die meer inzet vraagt";

    /// <summary>The row of the headings, and the first row to fill in.</summary>
    public const int Header = 6;
    public const int First = Header + 1;

    private readonly SpreadsheetDocument _document;
    private readonly string _path;

    public ReturnedBook(string path, string? provider = Provider, Language language = Language.Dutch)
    {
        RegisterOfReports.WriteNew(Framework, path, provider, Period, language, RunSettings.Default);
        (_path, _document) = (path, SpreadsheetDocument.Open(path, isEditable: true));
        Part = (WorksheetPart)Main.GetPartById(Sheets.Elements<Sheet>().ElementAt(1).Id!.Value!);
    }

    public static RegisterFramework Framework { get; } = RegisterOfReports.Open(
        Repository.PathOf("data/reference/framework_2025.csv"), CatalogueFile.Haaglanden2025());

    public static Period Period { get; } = new(new(2023, 1, 1), new(2023, 12, 31));

    public WorksheetPart Part { get; }

    public WorkbookPart Main => _document.WorkbookPart!;

    public Sheets Sheets => Main.Workbook!.Sheets!;

    private SheetData Data => Part.Worksheet!.GetFirstChild<SheetData>()!;

    /// <summary>Fills in a row that counts.</summary>
    public ReturnedBook Report(int row = First, string product = Product, string situation = Situation)
    {
        Set($"C{row}", product);
        Set($"D{row}", situation);
        Set($"E{row}", "IV1");
        Set($"F{row}", 12);
        Set($"G{row}", 2.5);
        Set($"H{row}", "uren per week");
        Set($"I{row}", "18 maanden");
        return this;
    }

    public void Set(string address, string text)
    {
        var cell = Cleared(address);
        (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new Text(text)
        {
            Space = SpaceProcessingModeValues.Preserve,
        }));
    }

    public void Set(string address, double number) => Cleared(address).CellValue = new CellValue(number);

    public void SetFormula(string address, string formula, string value) =>
        Cleared(address).Append(new CellFormula(formula), new CellValue(value));

    public void SetError(string address)
    {
        var cell = Cleared(address);
        (cell.DataType, cell.CellValue) = (CellValues.Error, new CellValue("#DIV/0!"));
    }

    public Cell Cleared(string address)
    {
        var cell = CellAt(address);
        cell.RemoveAllChildren();
        cell.DataType = null;
        return cell;
    }

    public void Merge(string range) =>
        Part.Worksheet!.InsertAfter(new MergeCells(new MergeCell { Reference = range }), Data);

    public void Hide(int row) => RowAt(row).Hidden = true;

    /// <summary>Puts the sheet there a second time.</summary>
    public void Repeat()
    {
        var copy = Main.AddNewPart<WorksheetPart>();
        copy.Worksheet = (Worksheet)Part.Worksheet!.CloneNode(deep: true);
        copy.Worksheet.RemoveAllChildren<TableParts>();
        Sheets.Append(new Sheet { Name = "Kopie", SheetId = 99, Id = Main.GetIdOfPart(copy) });
    }

    public string Save()
    {
        _document.Save();
        _document.Dispose();
        return _path;
    }

    public void Dispose() => _document.Dispose();

    private Row RowAt(int number)
    {
        if (Data.Elements<Row>().FirstOrDefault(row => row.RowIndex! == (uint)number) is { } found)
            return found;
        return Data.AppendChild(new Row { RowIndex = (uint)number });
    }

    private Cell CellAt(string address)
    {
        var row = RowAt(int.Parse(
            address.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()),
            System.Globalization.CultureInfo.InvariantCulture));
        return row.Elements<Cell>().FirstOrDefault(cell => cell.CellReference == address)
            ?? row.AppendChild(new Cell { CellReference = address });
    }
}
