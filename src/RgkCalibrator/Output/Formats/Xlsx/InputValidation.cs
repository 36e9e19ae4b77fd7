using System.Xml;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>Writes what a reader may fill in.</summary>
internal static class InputValidation
{
    private const int LongestTitle = 32;
    private const int LongestInput = 1000;
    private static readonly DateOnly FirstDate = new(2000, 1, 1);

    internal static void Write(Sheet sheet, XmlWriter xml)
    {
        if (sheet.Table is not { Inputs.Count: > 0, Table.Rows.Count: > 0 } table)
            return;
        var rules = table.Inputs.SelectMany((input, i) => Rules(sheet, table.Table.Columns.Count + 1 + i, input)).ToList();
        xml.WriteList("dataValidations", rules.Count, i => Write(xml, rules[i]));
    }

    /// <summary>One for the column; of choices, one for each list in it.</summary>
    private static IEnumerable<Rule> Rules(Sheet sheet, int column, InputColumn input)
    {
        var first = sheet.HeaderRow + 1;
        return input.Kind == InputKind.Choice
            ? input.Choices.Select((choice, i) => (choice, Row: first + i)).GroupBy(pair => pair.choice, pair => pair.Row)
                .Select(rows => new Rule(input, string.Join(' ', Runs(column, [.. rows])), rows.Key.Reference))
            : [new Rule(input, CellReference.Range(column, first, column, sheet.LastRow), string.Empty)];
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

    private static void Write(XmlWriter xml, Rule rule)
    {
        var (type, comparison, formula) = rule.Input.Kind switch
        {
            InputKind.Choice => ("list", null, rule.Choices),
            InputKind.Number => ("decimal", "greaterThanOrEqual", "0"),
            InputKind.Date => ("date", "greaterThanOrEqual", Numbers.Whole(CellNumber.SerialOf(FirstDate))),
            InputKind.Text => ("textLength", "lessThanOrEqual", Numbers.Whole(LongestInput)),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Input.Kind, "Unknown kind."),
        };
        var title = rule.Input.Heading.Length <= LongestTitle ? rule.Input.Heading : rule.Input.Heading[..LongestTitle];
        xml.WriteStartElement("dataValidation");
        xml.WriteAttributeString("type", type);
        if (comparison is not null)
            xml.WriteAttributeString("operator", comparison);
        xml.WriteAttributes(
            ("allowBlank", "1"), ("showInputMessage", "1"), ("showErrorMessage", "1"), ("errorTitle", title), ("error", rule.Input.Hint),
            ("promptTitle", title), ("prompt", rule.Input.Hint), ("sqref", rule.Cells));
        xml.WriteElementString("formula1", formula);
        xml.WriteEndElement();
    }

    private sealed record Rule(InputColumn Input, string Cells, string Choices);
}
