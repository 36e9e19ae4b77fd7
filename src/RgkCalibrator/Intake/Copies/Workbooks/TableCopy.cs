using System.Text;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>
/// Writes tables of sheets as one table in CSV: every column that one of them has, and all their rows.
/// </summary>
internal sealed class TableCopy
{
    // Excel has 1,048,576 rows: a number with the sheet in front of it can still be read.
    private const long OfNextSheet = 10_000_000;

    private readonly ExcelWorkbook _workbook;
    private readonly IReadOnlyList<SheetTable> _tables;
    private readonly HashSet<(string Sheet, int Column)> _nameless = [];
    private readonly HashSet<string> _withTexts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _withDays = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _withNumbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<string, bool> _isDay;

    /// <summary>No copy yet.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="tables">What is copied of it.</param>
    /// <param name="isDay">Whether a column of a name is to hold days.</param>
    internal TableCopy(ExcelWorkbook workbook, IReadOnlyList<SheetTable> tables, Func<string, bool> isDay)
    {
        (_workbook, _tables, _isDay) = (workbook, tables, isDay);
        var columns = new List<TableColumn>();
        foreach (var column in tables.SelectMany(table => table.Columns))
        {
            if (!columns.Exists(column.IsSame))
                columns.Add(column);
        }

        Columns = columns;
    }

    /// <summary>The columns of the copy; where they are on a sheet differs by sheet.</summary>
    internal IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>
    /// What the workbook calls the rows: the numbers of Excel, with those of later sheets after them.
    /// </summary>
    internal RowNumbers Numbers { get; } = new();

    /// <summary>Rows that Excel does not show.</summary>
    internal long HiddenRows { get; private set; }

    /// <summary>Cells with an error, or with a formula whose outcome is not in the workbook.</summary>
    internal long Errors { get; private set; }

    /// <summary>Columns in which something stands below the header, but no name in it.</summary>
    internal IReadOnlyCollection<(string Sheet, int Column)> Nameless => _nameless;

    /// <summary>The names of columns in which a text stands below the header.</summary>
    internal IReadOnlyCollection<string> WithTexts => _withTexts;

    /// <summary>
    /// The names of columns of which plain numbers that can be a day are written as one, as Excel shows others in the
    /// same column: it keeps the same number of both.
    /// </summary>
    internal IReadOnlyCollection<string> NumbersAsDays { get; private init; } = [];

    /// <summary>What is added to the numbers of the rows of a table, by its place among the tables.</summary>
    internal static long NumberBefore(int table) => table == 0 ? 0 : (table + 1) * OfNextSheet;

    /// <summary>
    /// Writes the copy. That a column shows some days as plain numbers is known at its end only: the copy is then
    /// written again.
    /// </summary>
    /// <returns>The copy that stands.</returns>
    /// <exception cref="InvalidDataException">A sheet is damaged.</exception>
    internal TableCopy Write(Stream target, CancellationToken stop)
    {
        WriteOnce(target, stop);
        List<string> mixed = [.. _withDays.Intersect(_withNumbers, StringComparer.OrdinalIgnoreCase)];
        if (mixed.Count == 0)
            return this;
        target.SetLength(0);
        var again = new TableCopy(_workbook, _tables, _isDay) { NumbersAsDays = mixed };
        again.WriteOnce(target, stop);
        return again;
    }

    private void WriteOnce(Stream target, CancellationToken stop)
    {
        var text = new CsvRowWriter(target);
        text.BeginFile();
        foreach (var column in Columns)
            text.Field(Encoding.UTF8.GetBytes(column.Name));
        text.EndRow();
        for (var table = 0; table < _tables.Count; table++)
            Write(_tables[table], NumberBefore(table), text, stop);
        text.Flush();
    }

    private void Write(SheetTable table, long before, CsvRowWriter text, CancellationToken stop)
    {
        int[] places = [.. Columns.Select(column => table.PlaceOf(column) ?? int.MaxValue)];
        var names = new string?[table.Columns.Max(column => column.Place) + 1];
        foreach (var column in table.Columns)
            names[column.Place] = column.Name;
        var withTexts = new bool[names.Length];
        var days = new DayColumns(
            table.Columns.Where(column => _isDay(column.Name)).Select(column => column.Place),
            table.Columns.Where(column => NumbersAsDays.Contains(column.Name, StringComparer.OrdinalIgnoreCase))
                .Select(column => column.Place));
        using var rows = new SheetReader(_workbook, table.Sheet.Part!, days);
        while (rows.MoveNext())
        {
            stop.ThrowIfCancellationRequested();
            if (rows.Number <= table.HeaderRow)
                continue;
            foreach (var place in places)
                text.Field(rows[place]);
            text.EndRow();
            Numbers.Add(before + rows.Number);
            HiddenRows += rows.IsHidden ? 1 : 0;
            foreach (var place in rows.Texts.Where(place => place < withTexts.Length))
                withTexts[place] = true;
            NoticeNameless(rows, names, table.Sheet.Name);
        }

        Errors += rows.Errors;
        _withTexts.UnionWith(table.Columns.Where(column => withTexts[column.Place]).Select(column => column.Name));
        _withDays.UnionWith(table.Columns.Where(column => days.HasDays(column.Place)).Select(column => column.Name));
        _withNumbers.UnionWith(
            table.Columns.Where(column => days.HasNumbers(column.Place)).Select(column => column.Name));
    }

    private void NoticeNameless(SheetReader row, string?[] names, string sheet)
    {
        for (var column = 0; column < row.Width; column++)
        {
            if ((column >= names.Length || names[column] is null) && !row[column].IsEmpty)
                _nameless.Add((sheet, column));
        }
    }
}
