using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Columns;

/// <summary>The evidence for the formats of the columns of one source that hold dates and numbers as text.</summary>
internal sealed class FormatEvidence
{
    private readonly Dictionary<CanonicalColumn, ColumnEvidence> _columns;
    private readonly bool _saysMonthFirst;
    private readonly bool _saysOtherNumbers;
    private readonly bool _saysFrom1900;

    /// <summary>No evidence yet for these columns.</summary>
    /// <param name="columns">Those that hold text.</param>
    /// <param name="all">All columns of the source: what the mapping says of one is evidence for others.</param>
    /// <param name="isAmongCommas">Whether commas delimit the fields of the source.</param>
    internal FormatEvidence(
        IEnumerable<PlannedColumn> columns, IReadOnlyList<PlannedColumn> all, bool isAmongCommas = false)
    {
        _saysMonthFirst = all.Any(column => column.Mapped.Format == ValueFormat.MonthFirst);
        _saysOtherNumbers = all.Any(column => column.Mapped.Format is { } said
            && said != ValueFormat.ExcelSerial && ValueFormats.DayNumbers.Contains(said));
        _saysFrom1900 = all.Any(column => column.Mapped.Format == ValueFormat.ExcelSerial);
        Columns =
        [
            .. columns.Where(column => column.Mapped.Format is null)
                .Where(column => column.Column.Kind() is ColumnKind.Day or ColumnKind.Number),
        ];
        _columns = Columns.ToDictionary(
            column => column.Column,
            ColumnEvidence (column) =>
                column.Column.Kind() == ColumnKind.Day ? new DateEvidence() : new NumberEvidence(isAmongCommas));
    }

    /// <summary>The columns that need evidence.</summary>
    internal IReadOnlyList<PlannedColumn> Columns { get; }

    /// <summary>
    /// Whether more rows could change the outcome: a question, or nothing but empty values or whole numbers.
    /// </summary>
    internal bool IsOpen => _columns.Any(pair => pair.Value.IsOpen || Find(pair.Key)!.Question is not null);

    /// <summary>Adds a value of a column.</summary>
    internal void Add(CanonicalColumn column, ReadOnlySpan<byte> utf8) => _columns[column].Add(utf8);

    /// <summary>
    /// Adds moments of a column of days: those that stand as a clock said it, and those that stand in UTC.
    /// </summary>
    internal void AddMoments(CanonicalColumn column, long asClock, long inUtc) =>
        ((DateEvidence)_columns[column]).AddMoments(asClock, inUtc);

    /// <summary>Adds what was collected of other rows.</summary>
    internal void Merge(FormatEvidence other)
    {
        foreach (var (column, evidence) in other._columns)
            _columns[column].Merge(evidence);
    }

    /// <summary>What the values of a column say; null where it needs no evidence.</summary>
    internal FormatFinding? Find(CanonicalColumn column) => _columns.GetValueOrDefault(column) switch
    {
        DateEvidence dates => dates.DecideBeside(
            _saysMonthFirst || Dates.Any(other => other.ShowsMonthFirst),
            _saysOtherNumbers || Dates.Any(other => other.ShowsOtherNumbers),
            NumbersOf(column) ?? (_saysFrom1900 || DateEvidence.CountFrom1900([.. Dates])
                ? ValueFormat.ExcelSerial
                : null)),
        var evidence => evidence?.Decide(),
    };

    private ValueFormat? NumbersOf(CanonicalColumn column) =>
        Columns.First(planned => planned.Column == column).Mapped.DayNumbers;

    private IEnumerable<DateEvidence> Dates => _columns.Values.OfType<DateEvidence>();
}
