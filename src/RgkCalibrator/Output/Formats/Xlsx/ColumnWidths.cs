using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>
/// Widths of columns in letters: of the longest cell, within bounds beyond which text is wrapped. The wider a table,
/// the narrower these bounds, so that it can be read when printed.
/// </summary>
internal static class ColumnWidths
{
    /// <summary>What the indents of a cell take of it.</summary>
    internal const int Indents = 2;

    private const int Narrowest = 8;
    private const int WidestText = 80;
    private const int WidestOnA3 = 44;
    private const int NarrowestText = 16;
    private const int Step = 2;
    private const int Margin = Indents + 1;

    internal static IReadOnlyList<int> ForTable(SheetTable table)
    {
        var (widest, widths) = (WidestText, Widths(table, WidestText));
        while (widths.Sum() > Room(widest) && widest > NarrowestText)
            widths = Widths(table, widest -= Step);
        return widths;
    }

    // Long texts are worth a wide column as long as the table stays on A4.
    private static int Room(int widest) =>
        widest > WidestOnA3 ? PrintedPage.LettersOnA4 : PrintedPage.LettersOnA3;

    private static IReadOnlyList<int> Widths(SheetTable table, int widest)
    {
        var columns = table.Table.Columns.Count;
        return
        [
            .. Enumerable.Range(0, columns).Select(column => ForColumn(table, column, widest)),
            .. table.Inputs.Select((input, i) => Math.Max(input.Width, ForHeading(table.Headings[columns + i]))),
        ];
    }

    private static int ForColumn(SheetTable table, int column, int widest)
    {
        var longest = table.Table.Rows.Select(row => LengthOf(row[column])).DefaultIfEmpty(0).Max() + Margin;
        return Math.Clamp(Math.Max(longest, ForHeading(table.Headings[column])), Narrowest, widest);
    }

    // A number is as long as its form shows of it: the spreadsheet keeps the other digits.
    private static int LengthOf(TableCell cell)
    {
        if (cell.Number is not { } number)
            return cell.Shown.Length;
        // The last part is for numbers that have no form of their own: of a chance, and of a difference of 0.
        var form = number.FormatCode[0] == '[' ? number.FormatCode.Split(';')[^1] : number.FormatCode.Split(';')[0];
        var whole = number.Value.Split('.')[0].Length;
        var point = form.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : 1 + form.AsSpan(point).Count('0');
        var others = form.Count(letter => char.IsLetter(letter) || letter is '+' or '%' or ' ');
        return whole + ((whole - 1) / 3) + decimals + others;
    }

    // Headings are bold.
    private static int ForHeading(string heading) => heading.Split(' ').Max(word => word.Length) + Margin;
}
