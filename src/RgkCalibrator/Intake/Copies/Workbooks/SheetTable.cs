using RgkCalibrator.Intake.Csv;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>A table on a sheet.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="HeaderRow">The row of its header, as Excel numbers it.</param>
/// <param name="Rows">The rows below it that hold something, counted apart from reading them.</param>
/// <param name="Columns">Its columns that have a name.</param>
internal sealed record SheetTable(Sheet Sheet, int HeaderRow, long Rows, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>Finds the table of a sheet.</summary>
    /// <returns>Nothing where no row is a header.</returns>
    internal static SheetTable? Find(Sheet sheet, SheetTop top, FindHeader find)
    {
        CsvDialect dialect;
        try
        {
            dialect = find(top.Head);
        }
        catch (CalibrationException noHeader) when (noHeader.ExitCode is ExitCode.WrongUse or ExitCode.Files)
        {
            return null;
        }

        var header = top.RowBefore(dialect.DataStart);
        var columns = new List<TableColumn>();
        foreach (var (name, column) in dialect.Names.Zip(top.Columns).Where(pair => pair.First.Length > 0))
        {
            var earlier = columns.Count(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            columns.Add(new TableColumn(name, earlier, column));
        }

        return new SheetTable(sheet, header, top.RowsBelow(header), columns);
    }

    /// <summary>Whether half of the columns of the one that has fewer are in both.</summary>
    internal bool IsLike(SheetTable other)
    {
        var shared = Columns.Count(column => other.PlaceOf(column) is not null);
        return shared * 2 >= Math.Min(Columns.Count, other.Columns.Count);
    }

    /// <summary>Where a column of a table is on this sheet, from 0; null where it is not.</summary>
    internal int? PlaceOf(TableColumn column) => Columns.FirstOrDefault(column.IsSame)?.Place;
}

/// <summary>A column of a table.</summary>
/// <param name="Name">What its header says.</param>
/// <param name="Earlier">Columns before it of the same name.</param>
/// <param name="Place">Where it is on the sheet, from 0.</param>
internal sealed record TableColumn(string Name, int Earlier, int Place)
{
    internal bool IsSame(TableColumn other) =>
        Earlier == other.Earlier && Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase);
}
