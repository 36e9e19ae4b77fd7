using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>Cells that hold what can be chosen: a column of a sheet, from row 2.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Count">The number of choices, at least 1.</param>
internal sealed record ChoiceRange(string Sheet, int Column, int Count)
{
    /// <summary>As a formula names it: <c>'Keuzes'!$A$2:$A$5</c>.</summary>
    internal string Reference => Of is { } of
        ? Beside(of)
        : CellReference.SheetName(Sheet)
            + CellReference.Absolute(Column, 2) + ":" + CellReference.Absolute(Column, Count + 1);

    /// <summary>
    /// Only the choices that belong to what stands in a cell of the row; null: all. The column before that of the
    /// choices says of each what it belongs to, and what belongs together stands together.
    /// </summary>
    internal OwnCell? Of { get; init; }

    // Excel and LibreOffice both know these functions in a rule.
    private string Beside(OwnCell of)
    {
        var (sheet, cell) = (CellReference.SheetName(Sheet), "$" + CellReference.Cell(of.Column, of.FirstRow));
        var owners = sheet + CellReference.Absolute(Column - 1, 1) + ":"
            + CellReference.Absolute(Column - 1, Count + 1);
        return $"OFFSET({sheet}{CellReference.Absolute(Column, 1)},MATCH({cell},{owners},0)-1,0,"
            + $"COUNTIF({owners},{cell}),1)";
    }
}

/// <summary>The cell that choices belong to: its column, and the first row that the rule is for.</summary>
/// <param name="Column">From 1.</param>
/// <param name="FirstRow">From 1; the rule reads the cell of its own row.</param>
internal sealed record OwnCell(int Column, int FirstRow);

/// <summary>
/// A sheet of the lists that drop-downs take their choices from, so that a reader sees them and a list may be of any
/// length.
/// </summary>
/// <param name="name">The sheet's name: a valid one.</param>
internal sealed class ChoiceSheet(string name)
{
    private readonly List<(string Heading, IReadOnlyList<string> Choices)> _lists = [];

    /// <summary>The place of a list; one that is there already under the same heading is used again.</summary>
    internal ChoiceRange Add(string heading, IReadOnlyList<string> choices)
    {
        var place = _lists.FindIndex(list => list.Heading == heading && list.Choices.SequenceEqual(choices));
        if (place < 0)
        {
            place = _lists.Count;
            _lists.Add((heading, choices));
        }

        return new ChoiceRange(name, place + 1, choices.Count);
    }

    internal Sheet ToSheet()
    {
        var columns = _lists.Select(list => new TableColumn(list.Heading, list.Heading, ColumnKind.Text)).ToList();
        var rows = Enumerable.Range(0, _lists.Max(list => list.Choices.Count))
            .Select(row => (IReadOnlyList<TableCell>)[.. _lists.Select(list => list.Choices)
                .Select(choices => row < choices.Count ? TableCell.Text(choices[row]) : TableCell.Empty)]);
        return new Sheet(name, [], new SheetTable(new Table(name, columns, [.. rows]), [])) { IsProtected = true };
    }
}
