namespace RgkCalibrator.Synthetic;

/// <summary>
/// The rows of some thousands of children by the file in which they stand. What is added later stands behind the
/// others, as corrections come in later; in which order, is the same on every machine.
/// </summary>
internal sealed class BlockRows
{
    private static readonly int FirstMonth = MonthCalendar.MonthOf(RegionTables.ObservedFirst);

    private readonly List<RegionRow>[] _rows;
    private readonly List<RegionRow>[] _later =
        [.. Enumerable.Range(0, RegionRows.Years).Select(_ => new List<RegionRow>())];

    /// <summary>Room for so many rows a year, before more is taken.</summary>
    internal BlockRows(int expected) =>
        _rows = [.. Enumerable.Range(0, RegionRows.Years).Select(_ => new List<RegionRow>(expected))];

    /// <summary>The year of an observed day, 0 to 5.</summary>
    internal static int YearOf(int day) => (MonthCalendar.MonthOf(day) - FirstMonth) / 12;

    internal void Add(RegionRow row) => _rows[YearOf(row.Line.Start)].Add(row);

    internal void AddLater(RegionRow row) => AddLater(row, YearOf(row.Line.Start));

    internal void AddLater(RegionRow row, int year) => _later[year].Add(row);

    internal RegionRow[][] ToArrays() =>
        [.. _rows.Zip(_later, (rows, later) => (RegionRow[])[.. rows, .. later])];
}
