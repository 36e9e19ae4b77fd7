namespace RgkCalibrator.Documents.Workbooks;

/// <summary>Widths of columns in letters: of the longest cell, within bounds beyond which text is wrapped.</summary>
internal static class ColumnWidths
{
    /// <summary>What the button of the filter takes of a heading.</summary>
    internal const int Button = 3;

    private const int Narrowest = 9;
    private const int Widest = 36;
    private const int Margin = 2;

    internal static IReadOnlyList<int> Of(SheetTable table) =>
        [.. table.Table.Columns.Select((_, i) => Of(table, i)), .. table.Inputs.Select((input, i) => Math.Max(input.Width, OfHeading(table.Headings[table.Table.Columns.Count + i])))];

    private static int Of(SheetTable table, int column)
    {
        var longest = table.Table.Rows.Select(row => row[column].Shown.Length).DefaultIfEmpty(0).Max() + Margin;
        return Math.Clamp(Math.Max(longest, OfHeading(table.Headings[column])), Narrowest, Widest);
    }

    private static int OfHeading(string heading) => heading.Split(' ').Max(word => word.Length) + Button;
}
