namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>
/// The columns of a sheet that are to hold days, and how their cells show these: as a day, or as the plain number that
/// Excel keeps of it.
/// </summary>
/// <param name="columns">Their places on the sheet, from 0.</param>
/// <param name="written">Those of which plain numbers are written as days too.</param>
internal sealed class DayColumns(IEnumerable<int> columns, IEnumerable<int> written)
{
    private readonly Dictionary<int, Cells> _columns = columns.ToDictionary(column => column, _ => new Cells());
    private readonly HashSet<int> _written = [.. written];

    /// <summary>A sheet of which nothing is known.</summary>
    internal static DayColumns None => new([], []);

    /// <summary>Whether plain numbers of a column are written as days.</summary>
    internal bool AreWritten(int column) => _written.Contains(column);

    /// <summary>Takes note of a cell with a number.</summary>
    internal void Add(int column, bool isDay)
    {
        if (!_columns.TryGetValue(column, out var cells))
            return;
        if (isDay)
            cells.HasDays = true;
        else
            cells.HasNumbers = true;
    }

    /// <summary>Whether cells of a column show a day.</summary>
    internal bool HasDays(int column) => _columns.TryGetValue(column, out var cells) && cells.HasDays;

    /// <summary>Whether cells of a column show a plain number that can be a day.</summary>
    internal bool HasNumbers(int column) => _columns.TryGetValue(column, out var cells) && cells.HasNumbers;

    private sealed class Cells
    {
        internal bool HasDays { get; set; }

        internal bool HasNumbers { get; set; }
    }
}
