using RgkCalibrator.Intake.Forms;

namespace RgkCalibrator.Intake.Columns;

/// <summary>The evidence for the forms of the columns of one source that hold dates and numbers as text.</summary>
internal sealed class FormEvidence
{
    private readonly Dictionary<CanonicalColumn, DateEvidence> _dates;
    private readonly Dictionary<CanonicalColumn, NumberEvidence> _numbers;

    /// <summary>No evidence yet for these columns.</summary>
    internal FormEvidence(IEnumerable<PlannedColumn> columns)
    {
        Columns = [.. columns.Where(column => column.Mapped.Dates is null && column.Mapped.Decimals is null && column.Column.Kind() is ColumnKind.Day or ColumnKind.Number)];
        _dates = Columns.Where(column => column.Column.Kind() == ColumnKind.Day).ToDictionary(column => column.Column, _ => new DateEvidence());
        _numbers = Columns.Where(column => column.Column.Kind() == ColumnKind.Number).ToDictionary(column => column.Column, _ => new NumberEvidence());
    }

    /// <summary>The columns that need evidence.</summary>
    internal IReadOnlyList<PlannedColumn> Columns { get; }

    /// <summary>Adds a value of a column.</summary>
    internal void Add(CanonicalColumn column, ReadOnlySpan<byte> utf8)
    {
        if (_dates.TryGetValue(column, out var dates))
            dates.Add(utf8);
        else
            _numbers[column].Add(utf8);
    }

    /// <summary>Adds moments of a column of days: those that stand as a clock said it, and those that stand in UTC.</summary>
    internal void AddMoments(CanonicalColumn column, long asClock, long inUtc) => _dates[column].AddMoments(asClock, inUtc);

    /// <summary>Adds what was collected of other rows.</summary>
    internal void Merge(FormEvidence other)
    {
        foreach (var (column, dates) in other._dates)
            _dates[column].Merge(dates);
        foreach (var (column, numbers) in other._numbers)
            _numbers[column].Merge(numbers);
    }

    /// <summary>What is known of a column of dates.</summary>
    internal FormFinding<DateForm> Dates(CanonicalColumn column) => _dates[column].Decide();

    /// <summary>What is known of a column of numbers.</summary>
    internal FormFinding<NumberForm> Numbers(CanonicalColumn column) => _numbers[column].Decide();

    /// <summary>Whether more rows could change the outcome: a question, or nothing but empty values or whole numbers.</summary>
    internal bool IsOpen => Columns.Any(column => column.Column.Kind() == ColumnKind.Day
        ? Dates(column.Column).Form is null
        : !_numbers[column.Column].IsConclusive);
}
