using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>What the columns of a workbook mean, as a table, for who reads it on paper.</summary>
internal static class ColumnNotes
{
    /// <summary>A row for each column that has a note.</summary>
    internal static Table From(IEnumerable<Sheet> sheets, Language language) => Table.From(
        new("Wat de kolommen betekenen", "What the columns mean"),
        [
            Column<NotedColumn>.Text("sheet", column => column.Sheet, new("Blad", "Sheet")),
            Column<NotedColumn>.Text("column", column => column.Heading, new("Kolom", "Column")),
            Column<NotedColumn>.Text("meaning", column => column.Note, new("Betekenis", "Meaning")),
        ],
        from sheet in sheets
        from column in sheet.Table!.Table.Columns
        where column.Note is not null
        select new NotedColumn(sheet.Name, column.Heading, column.Note!),
        language);

    private sealed record NotedColumn(string Sheet, string Heading, string Note);
}
