namespace RgkCalibrator.Output.Tables;

/// <summary>A table that a document shows, for one language. Writers write it as it stands.</summary>
/// <param name="Title">Above the table.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">A cell for each column.</param>
public sealed record Table(
    string Title, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Rows)
{
    /// <summary>Fills columns with rows.</summary>
    internal static Table From<T>(
        Wording title, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows, Language language) => new(
        title.In(language),
        [
            .. columns.Select(column =>
                new TableColumn(column.Heading?.In(language) ?? column.Name, column.Name, column.Kind)
                {
                    Note = column.Note?.In(language),
                }),
        ],
        [.. rows.Select(row => columns.Select(column => column.Cell(row, language)).ToArray())]);
}

/// <summary>A column's heading, and its name for programs.</summary>
/// <param name="Heading">What readers see.</param>
/// <param name="Name">What programs call it.</param>
/// <param name="Kind">What its cells hold.</param>
public sealed record TableColumn(string Heading, string Name, ColumnKind Kind)
{
    /// <summary>Whether its cells are numbers, to be aligned on the right.</summary>
    public bool IsNumber => Kind is ColumnKind.Whole or ColumnKind.Number;

    /// <summary>What readers of a workbook see when they are on the heading; null: it says enough.</summary>
    public string? Note { get; init; }
}

/// <summary>What the cells of a column hold.</summary>
public enum ColumnKind
{
    /// <summary>Texts.</summary>
    Text,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>For programs 1 and 0.</summary>
    Flag,
}
