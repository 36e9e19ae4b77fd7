namespace RgkCalibrator.Output.Tables;

/// <summary>A study as a file for programs and as a sheet for the analyst.</summary>
/// <param name="File">The name of the file, without its ending.</param>
/// <param name="Name">The name of the sheet.</param>
/// <param name="Note">What to know of it.</param>
/// <param name="Table">All columns, for the file.</param>
/// <param name="Shown">The columns that stand on the sheet.</param>
internal sealed record StudySheet(string File, Wording Name, Wording Note, Table Table, Table Shown)
{
    internal static StudySheet From<T>(
        string file, Wording name, Wording note, Wording title, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows,
        Language language)
    {
        var kept = rows.ToList();
        return new StudySheet(
            file, name, note, Table.From(title, columns, kept, language),
            Table.From(title, [.. columns.Where(column => column.IsOnSheet)], kept, language));
    }
}
