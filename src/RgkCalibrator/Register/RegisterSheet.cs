using System.Text.RegularExpressions;
using RgkCalibrator.Review;

namespace RgkCalibrator.Register;

/// <summary>The sheet of a workbook with reports: found by its headings, wherever these stand.</summary>
internal sealed partial class RegisterSheet
{
    // A table of which more headings were renamed is no table of ours.
    private const int LeastHeadings = 5;
    private const int MostRows = 5000;

    private readonly SheetCells _cells;
    private readonly Dictionary<string, int> _columns;
    private readonly int _header;
    private readonly Language _language;

    private RegisterSheet(SheetCells cells, int header, Language language, Dictionary<string, int> columns) =>
        (_cells, _header, _language, _columns) = (cells, header, language, columns);

    /// <summary>Whether it says that nobody filled it in.</summary>
    internal bool IsSynthetic => _cells.Cells.Any(cell => cell.Key.Row < _header
        && (cell.Value.Text == RegisterForm.Synthetic.Dutch || cell.Value.Text == RegisterForm.Synthetic.English));

    /// <summary>What stands in a row below a heading; null where nothing does.</summary>
    internal SheetCell? this[int row, Wording heading] =>
        _cells.Cells.GetValueOrDefault((row, _columns[heading.In(_language)]));

    /// <summary>Finds the sheet of a workbook.</summary>
    /// <exception cref="CalibrationException">
    /// It cannot be read, has no such sheet or several, or columns of it are missing.
    /// </exception>
    internal static RegisterSheet Read(string path)
    {
        var file = Path.GetFileName(path);
        var sheets = SheetCells.ReadAll(path).Select(Find).OfType<RegisterSheet>().ToList();
        if (sheets.Count != 1)
            throw sheets.Count == 0 ? RegisterMistakes.NoSheet(file) : RegisterMistakes.SeveralSheets(file);
        sheets[0].RefuseWrongColumns();
        return sheets[0];
    }

    /// <summary>The rows in which something is reported or stands beside the table, ascending.</summary>
    /// <exception cref="CalibrationException">There are far more than anybody fills in.</exception>
    internal IReadOnlyList<int> Rows()
    {
        var own = OwnColumns(RegisterForm.Row, RegisterForm.Provider);
        List<int> rows =
        [
            .. _cells.Cells.Where(cell => cell.Key.Row > _header && !own.Contains(cell.Key.Column))
                .Select(cell => cell.Key.Row).Distinct().Order(),
        ];
        return rows.Count > MostRows ? throw RegisterMistakes.TooManyRows(Place) : rows;
    }

    /// <summary>Whether something is reported in a row.</summary>
    internal bool IsReport(int row) => Array.Exists(RegisterForm.Reported, heading => this[row, heading] is not null);

    /// <summary>
    /// The first cell of a row that stands in a column without a heading; null: none. A column that somebody added,
    /// with a heading of its own, is left alone.
    /// </summary>
    internal string? Stray(int row)
    {
        var stray = _cells.Cells.Keys
            .Where(place => place.Row == row && !_cells.Cells.ContainsKey((_header, place.Column)))
            .Select(place => place.Column).DefaultIfEmpty(0).Min();
        return stray == 0 ? null : SheetCells.Address(row, stray);
    }

    /// <summary>The first cell of the merged ones that a row is part of; null where it is of none.</summary>
    internal string? Merged(int row)
    {
        foreach (var range in _cells.Merged.Where(range => Range().IsMatch(range)))
        {
            var ends = range.Split(':');
            var (first, last) = (SheetCells.PlaceOf(ends[0]), SheetCells.PlaceOf(ends[^1]));
            if (first != last && first.Row <= row && row <= last.Row && last.Row > _header)
                return ends[0];
        }

        return null;
    }

    /// <summary>A row as it is told.</summary>
    internal RowPlace PlaceOf(int row) => new(_cells.File, _cells.Name, row);

    /// <summary>The address of a cell of a row.</summary>
    internal string AddressOf(int row, Wording heading) => SheetCells.Address(row, _columns[heading.In(_language)]);

    private string Place => $"{_cells.File}, {_cells.Name}";

    private HashSet<int> OwnColumns(params Wording[] headings) =>
        [.. headings.Select(heading => _columns.GetValueOrDefault(heading.In(_language)))];

    private static RegisterSheet? Find(SheetCells cells)
    {
        foreach (var row in cells.Cells.GroupBy(cell => cell.Key.Row).OrderBy(row => row.Key))
        {
            var columns = row.OrderBy(cell => cell.Key.Column)
                .DistinctBy(cell => RegisterForm.Plain(cell.Value.Text), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(
                    cell => RegisterForm.Plain(cell.Value.Text), cell => cell.Key.Column,
                    StringComparer.OrdinalIgnoreCase);
            foreach (var language in Enum.GetValues<Language>())
            {
                if (RegisterForm.Needed.Count(heading => columns.ContainsKey(heading.In(language))) >= LeastHeadings)
                    return new RegisterSheet(cells, row.Key, language, columns);
            }
        }

        return null;
    }

    private void RefuseWrongColumns()
    {
        var missing = RegisterForm.Needed.Where(heading => !_columns.ContainsKey(heading.In(_language))).ToList();
        if (missing.Count > 0)
            throw RegisterMistakes.MissingColumns(Place, missing);
        foreach (var heading in RegisterForm.Needed)
        {
            if (_cells.Cells.Count(cell => cell.Key.Row == _header && IsSame(cell.Value.Text, heading)) > 1)
                throw RegisterMistakes.TwiceColumn(Place, heading);
        }
    }

    // What else it could be is of whole columns, and no spreadsheet writes it.
    [GeneratedRegex("^[A-Z]{1,3}[0-9]{1,7}(:[A-Z]{1,3}[0-9]{1,7})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Range();

    private bool IsSame(string text, Wording heading) =>
        RegisterForm.Plain(text).Equals(heading.In(_language), StringComparison.OrdinalIgnoreCase);
}
