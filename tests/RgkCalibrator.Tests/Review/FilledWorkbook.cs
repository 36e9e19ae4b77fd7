using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using RgkCalibrator.Review;

namespace RgkCalibrator.Tests.Review;

/// <summary>A workbook of a draft in which somebody decides, as a person with a spreadsheet would.</summary>
internal sealed class FilledWorkbook : IDisposable
{
    private readonly SpreadsheetDocument _document;
    private readonly string _path;

    public FilledWorkbook(string draft, string path)
    {
        File.Copy(draft, path, overwrite: true);
        _path = path;
        _document = SpreadsheetDocument.Open(path, isEditable: true);
        Sheet = (WorksheetPart)Main.GetPartById(Main.Workbook!.Descendants<Sheet>().First().Id!.Value!);
    }

    public WorkbookPart Main => _document.WorkbookPart!;

    public WorksheetPart Sheet { get; }

    public SheetData Data => Sheet.Worksheet!.GetFirstChild<SheetData>()!;

    /// <summary>The rows of the lines.</summary>
    public IReadOnlyList<Row> Rows =>
        [.. Data.Elements<Row>().Where(row => row.RowIndex! > HeaderRow && Text(row, "Code").Length > 0)];

    public uint HeaderRow => Data.Elements<Row>().First(row => row.Elements<Cell>().Any(Is("Besluit"))).RowIndex!;

    /// <summary>Adopts every proposal, keeps the current line where there is none, and else drops the line.</summary>
    public FilledWorkbook Decide()
    {
        foreach (var row in Rows)
        {
            if (Text(row, "Volume P80").Length > 0 && Text(row, "Duur P80").Length > 0)
                Set(row, "Besluit", "overnemen");
            else
                Set(row, "Besluit", Text(row, "Huidig volume").Length > 0 ? "bestaand houden" : "vervallen");
            if (Text(row, "Besluit") != "overnemen")
                Set(row, "Motivering", "Er zijn te weinig gegevens.");
            Set(row, "Besloten door", "Ontwikkeltafel");
            Set(row, "Datum", 45_850);
        }

        return this;
    }

    /// <summary>The first row of which something holds.</summary>
    public Row First(Func<Row, bool> holds) => Rows.First(holds);

    public bool IsAdopted(Row row) => Text(row, "Besluit") == "overnemen";

    public string Text(Row row, string heading) => TextOf(CellOf(row, heading));

    public void Set(Row row, string heading, string text)
    {
        var cell = CellOf(row, heading);
        cell.RemoveAllChildren();
        // As Excel writes what looks like one of its escapes.
        var typed = Regex.Replace(
            text, "_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", RegexOptions.None, TimeSpan.FromSeconds(1));
        (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new Text(typed)));
    }

    public void Set(Row row, string heading, double number)
    {
        var cell = CellOf(row, heading);
        cell.RemoveAllChildren();
        (cell.DataType, cell.CellValue) = (null, new CellValue(number));
    }

    public void SetFormula(Row row, string heading, string formula, string value)
    {
        var cell = CellOf(row, heading);
        cell.RemoveAllChildren();
        cell.DataType = null;
        cell.Append(new CellFormula(formula), new CellValue(value));
    }

    public void Clear(Row row, string heading)
    {
        var cell = CellOf(row, heading);
        cell.RemoveAllChildren();
        cell.DataType = null;
    }

    /// <summary>The cell of a row below a heading.</summary>
    public Cell CellOf(Row row, string heading)
    {
        var column = Letters(Header.Elements<Cell>().First(Is(heading)));
        if (row.Elements<Cell>().FirstOrDefault(cell => Letters(cell) == column) is { } found)
            return found;
        var cell = new Cell { CellReference = column + row.RowIndex!.Value };
        row.Append(cell);
        return cell;
    }

    /// <summary>Puts a copy of a row below the last, with another code and subgroup where these are given.</summary>
    public void Copy(Row row, string code, string? subgroup = null)
    {
        var copy = (Row)row.CloneNode(deep: true);
        MoveTo(copy, Rows[^1].RowIndex!.Value + 1);
        Data.Append(copy);
        if (code.Length > 0)
            Set(copy, "Code", code);
        if (subgroup is not null)
            Set(copy, "Subgroep", subgroup);
    }

    /// <summary>Takes the decisions on some lines away, by their places.</summary>
    public void Undecide(Func<int, bool> which)
    {
        foreach (var (i, row) in Rows.Index().Where(pair => which(pair.Index)).ToList())
        {
            foreach (var input in DecisionForm.Inputs)
                Clear(row, input.Dutch);
        }
    }

    public static void MoveTo(Row row, uint place)
    {
        row.RowIndex = place;
        foreach (var cell in row.Elements<Cell>())
            cell.CellReference = Letters(cell) + place;
    }

    public Row Header => Data.Elements<Row>().First(row => row.RowIndex! == HeaderRow);

    public string Save()
    {
        _document.Save();
        _document.Dispose();
        return _path;
    }

    public void Dispose() => _document.Dispose();

    private Func<Cell, bool> Is(string heading) => cell => TextOf(cell) == heading;

    private string TextOf(Cell cell) => cell.DataType?.Value == CellValues.SharedString
        ? Main.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>()
            .ElementAt(int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)).InnerText
        : cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? string.Empty;

    private static string Letters(Cell cell) => new([.. cell.CellReference!.Value!.TakeWhile(char.IsLetter)]);
}
