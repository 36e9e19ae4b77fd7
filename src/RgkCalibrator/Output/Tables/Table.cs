namespace RgkCalibrator.Output.Tables;

/// <summary>A table that a document shows, for one language. Writers write it as it stands.</summary>
/// <param name="Title">Above the table.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">A cell for each column.</param>
public sealed record Table(string Title, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Rows);

/// <summary>A column's heading, and its name for programs.</summary>
/// <param name="Heading">What readers see.</param>
/// <param name="Name">What programs call it.</param>
/// <param name="IsNumber">Whether its cells are numbers, to be aligned on the right.</param>
public sealed record TableColumn(string Heading, string Name, bool IsNumber);
