using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>A workbook: sheets whose names, and those of their tables, are valid and unique.</summary>
internal sealed record Workbook
{
    /// <param name="title">In the properties of the file.</param>
    /// <param name="sheets">At least one; names that cannot be are changed.</param>
    internal Workbook(string title, IReadOnlyList<Sheet> sheets)
    {
        if (sheets.Count == 0)
            throw new ArgumentException("A workbook has a sheet.", nameof(sheets));
        var names = WorkbookNames.ForSheets(sheets.Select(sheet => sheet.Name));
        (Title, Sheets) = (title, [.. sheets.Zip(names, (sheet, name) => sheet with { Name = name })]);
    }

    internal string Title { get; }

    internal IReadOnlyList<Sheet> Sheets { get; }
}

/// <summary>A sheet: notes, and a table below them, whose heading stays in sight.</summary>
internal sealed record Sheet
{
    /// <summary>The rows that a sheet can have in any program that reads it.</summary>
    internal const int MostRows = 1_048_576;

    /// <param name="name">On the tab.</param>
    /// <param name="notes">Above the table, one a row.</param>
    /// <param name="table">Null: the sheet holds notes only.</param>
    /// <exception cref="ArgumentException">It holds more rows than a sheet can: the caller is to leave some out, and to
    /// say so.</exception>
    internal Sheet(string name, IReadOnlyList<Note> notes, SheetTable? table)
    {
        (Name, Notes, Table) = (name, notes, table);
        if (LastRow > MostRows)
            throw new ArgumentException("A sheet has at most 1,048,576 rows.", nameof(table));
    }

    internal string Name { get; init; }

    internal IReadOnlyList<Note> Notes { get; }

    internal SheetTable? Table { get; }

    /// <summary>Columns at the left that stay in sight.</summary>
    internal int FrozenColumns { get; init; }

    /// <summary>
    /// Whether only inputs can be changed, until the reader takes the protection off; there is no password.
    /// </summary>
    internal bool IsProtected { get; init; }

    /// <summary>Stands above every printed page, and colours the tab; null: nothing.</summary>
    internal string? Restriction { get; init; }

    /// <summary>The row of the headings, from 1: a free row below the notes.</summary>
    internal int HeaderRow => Notes.Count == 0 ? 1 : Notes.Count + 2;

    /// <summary>
    /// The last row; an empty table has one empty row, without which spreadsheets do not take it for a table.
    /// </summary>
    internal long LastRow => Table is null ? Notes.Count : (long)HeaderRow + Math.Max(1, Table.Table.Rows.Count);
}

/// <summary>What a note looks like.</summary>
internal enum NoteStyle
{
    Title,
    Heading,
    Warning,
    Plain,
}

/// <summary>A line of text on a sheet.</summary>
internal sealed record Note(string Text, NoteStyle Style);

/// <summary>A table on a sheet, with columns for readers to fill in behind it.</summary>
internal sealed record SheetTable(Table Table, IReadOnlyList<InputColumn> Inputs)
{
    /// <summary>Of all columns, unique.</summary>
    internal IReadOnlyList<string> Headings { get; } =
        WorkbookNames.ForHeadings(
            Table.Columns.Select(column => column.Heading).Concat(Inputs.Select(input => input.Heading)));

    /// <summary>
    /// What stands in the columns to fill in already, by row and column; rows beyond it, and empty cells, are open.
    /// </summary>
    internal IReadOnlyList<IReadOnlyList<TableCell>> Filled { get; init; } = [];
}

/// <summary>What a reader may fill in.</summary>
internal enum InputKind
{
    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>A number of 0 or more.</summary>
    Number,

    /// <summary>A whole number of 1 or more.</summary>
    Whole,

    /// <summary>A date from 2000.</summary>
    Date,

    /// <summary>A text of at most 1,000 letters.</summary>
    Text,
}

/// <summary>A column that readers fill in.</summary>
/// <param name="Heading">Above it.</param>
/// <param name="Kind">What is taken.</param>
/// <param name="Hint">Stands beside the cell while it is filled in, and says what was expected where another thing was;
/// at most 225 letters.</param>
internal sealed record InputColumn(string Heading, InputKind Kind, string Hint)
{
    /// <summary>In letters.</summary>
    internal int Width { get; init; } = 16;

    /// <summary>How what is filled in is shown.</summary>
    internal string FormatCode { get; init; } = "General";

    /// <summary>
    /// For <see cref="InputKind.Choice"/>: what can be chosen in each row of the table, and where it stands.
    /// </summary>
    internal IReadOnlyList<ChoiceRange> Choices { get; init; } = [];

    /// <summary>Whether it is a number, to be aligned on the right.</summary>
    internal bool IsNumber => Kind is InputKind.Number or InputKind.Whole;
}
