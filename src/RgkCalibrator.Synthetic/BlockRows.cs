namespace RgkCalibrator.Synthetic;

/// <summary>
/// The rows of a block of some thousands of children, by the file that they are written to. Rows that are added later
/// are written after the others, as corrections arrive later in practice. The order is the same on every machine.
/// </summary>
internal sealed class BlockRows
{
    private static readonly int FirstMonth = MonthCalendar.MonthOf(RegionTables.ObservedFirst);

    private readonly List<RegionRow>[] _rows;
    private readonly List<RegionRow>[] _later;

    /// <summary>Makes room for an expected number of rows a year; more is taken when needed.</summary>
    internal BlockRows(int expected, int years)
    {
        _rows = [.. Enumerable.Range(0, years).Select(_ => new List<RegionRow>(expected))];
        _later = [.. Enumerable.Range(0, years).Select(_ => new List<RegionRow>())];
    }

    /// <summary>The year of an observed day, from 0.</summary>
    internal static int YearOf(int day) => (MonthCalendar.MonthOf(day) - FirstMonth) / 12;

    internal void Add(RegionRow row) => _rows[YearOf(row.Line.Start)].Add(row);

    internal void AddLater(RegionRow row) => AddLater(row, YearOf(row.Line.Start));

    internal void AddLater(RegionRow row, int year) => _later[year].Add(row);

    internal RegionRow[][] ToArrays() =>
        [.. _rows.Zip(_later, (rows, later) => (RegionRow[])[.. rows, .. later])];
}
