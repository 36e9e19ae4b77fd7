using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>Widths of columns in letters: of the longest cell, within bounds beyond which text is wrapped.</summary>
internal static class ColumnWidths
{
    /// <summary>What the button of the filter takes of a heading.</summary>
    internal const int Button = 3;

    /// <summary>What the indents of a cell take of it.</summary>
    internal const int Indents = 2;

    private const int Narrowest = 9;
    private const int Widest = 44;
    private const int Margin = Indents + 1;
    // What a number's format shows of it: a spreadsheet keeps the other digits.
    private const int LongestNumber = 12;

    internal static IReadOnlyList<int> ForTable(SheetTable table)
    {
        var columns = table.Table.Columns.Count;
        return
        [
            .. Enumerable.Range(0, columns).Select(column => ForColumn(table, column)),
            .. table.Inputs.Select((input, i) => Math.Max(input.Width, ForHeading(table.Headings[columns + i]))),
        ];
    }

    private static int ForColumn(SheetTable table, int column)
    {
        var longest = table.Table.Rows.Select(row => LengthOf(row[column])).DefaultIfEmpty(0).Max() + Margin;
        return Math.Clamp(Math.Max(longest, ForHeading(table.Headings[column])), Narrowest, Widest);
    }

    private static int LengthOf(TableCell cell) =>
        cell.Number is null ? cell.Shown.Length : Math.Min(cell.Shown.Length, LongestNumber);

    private static int ForHeading(string heading) => heading.Split(' ').Max(word => word.Length) + Button + Indents;
}
