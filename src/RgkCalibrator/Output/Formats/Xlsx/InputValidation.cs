using System.Xml.Linq;
using RgkCalibrator.Output.Tables;
using static RgkCalibrator.Output.Formats.Xlsx.SpreadsheetElement;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>The rules for what a reader may fill in, and the notes on headings.</summary>
internal static class InputValidation
{
    private const int LongestTitle = 32;
    private const int LongestInput = 1000;
    private static readonly DateOnly FirstDate = new(2000, 1, 1);

    /// <summary>The rules and notes of a sheet; null: there are none.</summary>
    internal static XElement? ToXml(Sheet sheet)
    {
        if (sheet.Table is not { Table.Rows.Count: > 0 } table)
            return null;
        XElement[] all =
        [
            .. table.Table.Columns.Index().Where(pair => pair.Item.Note is not null)
                .Select(pair => HeadingNote(sheet, pair.Index + 1, pair.Item)),
            .. table.Inputs.SelectMany((input, i) => Rules(sheet, table.Table.Columns.Count + 1 + i, input)),
        ];
        return all.Length == 0 ? null : List("dataValidations", all);
    }

    // A rule that refuses nothing: its text stands beside the heading while that is selected.
    private static XElement HeadingNote(Sheet sheet, int column, TableColumn heading) => Element(
        "dataValidation",
        [
            ("allowBlank", 1), ("showInputMessage", 1), ("promptTitle", Title(heading.Heading)),
            ("prompt", heading.Note), ("sqref", CellReference.Cell(column, sheet.HeaderRow)),
        ]);

    private static string Title(string heading) =>
        heading.Length <= LongestTitle ? heading : heading[..LongestTitle];

    /// <summary>One for the column; of choices, one for each list in it.</summary>
    private static IEnumerable<XElement> Rules(Sheet sheet, int column, InputColumn input)
    {
        var first = sheet.HeaderRow + 1;
        var all = CellReference.Range(column, first, column, sheet.LastRow);
        return input.Kind switch
        {
            InputKind.Choice => input.Choices.Index().GroupBy(pair => pair.Item, pair => first + pair.Index)
                .Select(rows =>
                Rule(input, "list", null, rows.Key.Reference, string.Join(' ', Runs(column, [.. rows])))),
            InputKind.Number => [Rule(input, "decimal", "greaterThanOrEqual", 0, all)],
            InputKind.Whole => [Rule(input, "whole", "greaterThanOrEqual", 1, all)],
            InputKind.Date => [Rule(input, "date", "greaterThanOrEqual", CellNumber.SerialOf(FirstDate), all)],
            InputKind.Text => [Rule(input, "textLength", "lessThanOrEqual", LongestInput, all)],
            _ => throw new ArgumentOutOfRangeException(nameof(input), input.Kind, "Unknown kind."),
        };
    }

    /// <summary>Rows as ranges, as few as there can be.</summary>
    private static IEnumerable<string> Runs(int column, IReadOnlyList<int> rows)
    {
        for (var start = 0; start < rows.Count;)
        {
            var end = start;
            while (end + 1 < rows.Count && rows[end + 1] == rows[end] + 1)
                end++;
            yield return CellReference.Range(column, rows[start], column, rows[end]);
            start = end + 1;
        }
    }

    private static XElement Rule(InputColumn input, string type, string? comparison, object formula, string cells)
    {
        var title = Title(input.Heading);
        return Element(
            "dataValidation",
            [
                ("type", type), ("operator", comparison), ("allowBlank", 1), ("showInputMessage", 1),
                ("showErrorMessage", 1), ("errorTitle", title), ("error", input.Hint), ("promptTitle", title),
                ("prompt", input.Hint), ("sqref", cells),
            ],
            Element("formula1", [], formula));
    }
}
