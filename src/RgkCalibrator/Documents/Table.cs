namespace RgkCalibrator.Documents;

/// <summary>A table that a document shows, for one language. Writers write it as it stands.</summary>
/// <param name="Title">Above the table.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">A cell for each column.</param>
internal sealed record Table(string Title, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Rows);

/// <summary>A column's heading, and its name for programs.</summary>
internal sealed record TableColumn(string Heading, string Name, bool IsNumber);

/// <summary>A cell: what readers see, and what programs read.</summary>
internal sealed record TableCell(string Shown, string Plain)
{
    internal static TableCell Empty { get; } = new(string.Empty, string.Empty);

    internal static TableCell Text(string text) => new(text, text);
}
