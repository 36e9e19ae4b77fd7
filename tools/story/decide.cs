#:property PublishAot=false
#:property RootNamespace=RgkCalibrator.Tools
#:package DocumentFormat.OpenXml

// Called by tools/story/run: decides on the lines of a draft as a working group could. Every proposal is adopted, but
// for the lines below.
//
//   dotnet run tools/story/decide.cs -- kader-concept.xlsx besluiten.xlsx

using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace RgkCalibrator.Tools;

/// <summary>Fills in the yellow columns of a draft.</summary>
internal static class Decide
{
    private static readonly Dictionary<string, Dictionary<string, string>> Others = new(StringComparer.Ordinal)
    {
        ["45C02"] = new(StringComparer.Ordinal)
        {
            ["Besluit"] = "aanpassen",
            ["Vastgesteld volume"] = "66",
            ["Motivering"] = "Overleg met school telt mee: vier uur per traject.",
        },
        ["45C05"] = new(StringComparer.Ordinal)
        {
            ["Besluit"] = "bestaand houden",
            ["Motivering"] = "Het verschil valt binnen de onzekerheidsmarge.",
        },
        ["54C03"] = new(StringComparer.Ordinal)
        {
            ["Besluit"] = "aanpassen",
            ["Vastgestelde duur"] = "24 maanden",
            ["Vastgesteld volume"] = "60",
            ["Motivering"] = "De behandeling sluit aan op twee schooljaren.",
        },
    };

    private static string[] Texts { get; set; } = [];

    public static void Main(string[] args)
    {
        File.Copy(args[0], args[1], overwrite: true);
        using var book = SpreadsheetDocument.Open(args[1], isEditable: true);
        var main = book.WorkbookPart!;
        Texts = [.. main.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>()
            .Select(item => item.InnerText) ?? []];
        var sheet = (WorksheetPart)main.GetPartById(main.Workbook!.Descendants<Sheet>().First().Id!.Value!);
        var rows = sheet.Worksheet!.GetFirstChild<SheetData>()!.Elements<Row>().ToList();
        var header = rows.First(row => row.Elements<Cell>().Any(cell => TextOf(cell) == "Besluit"));
        var columns = header.Elements<Cell>().ToDictionary(TextOf, LettersOf, StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.RowIndex! > header.RowIndex!))
        {
            var code = row.Elements<Cell>().FirstOrDefault(cell => LettersOf(cell) == columns["Code"]);
            if (code is null)
                continue;
            Set(row, columns["Besloten door"], "Ontwikkeltafel");
            foreach (var (heading, text) in Others.GetValueOrDefault(TextOf(code), new() { ["Besluit"] = "overnemen" }))
                Set(row, columns[heading], text);
        }
    }

    private static void Set(Row row, string column, string text)
    {
        var cell = row.Elements<Cell>().First(cell => LettersOf(cell) == column);
        cell.RemoveAllChildren();
        if (text.All(char.IsAsciiDigit))
            (cell.DataType, cell.CellValue) = (null, new CellValue(text));
        else
            (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new Text(text)));
    }

    private static string TextOf(Cell cell) => cell.DataType?.Value == CellValues.SharedString
        ? Texts[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)]
        : cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? string.Empty;

    private static string LettersOf(Cell cell) => new([.. cell.CellReference!.Value!.TakeWhile(char.IsLetter)]);
}
