namespace RgkCalibrator.Intake.Forms;

/// <summary>
/// Collects what the dates of a column look like, value by value; one for each thread, merged afterwards. Where a form leaves no doubt the
/// column has it: it reads at least half of the values and no other form more than one in a hundred. Day before month is Dutch, unless values
/// can only be the other way round.
/// </summary>
internal sealed class DateEvidence
{
    // 8 digits are taken for dates of these years only, and for the day without end that some systems write.
    private static readonly int FirstCompact = DayNumber.Of(new DateOnly(1900, 1, 1));
    private static readonly int LastCompact = DayNumber.Of(new DateOnly(2200, 12, 31));
    private static readonly int NoEnd = DayNumber.Of(new DateOnly(9999, 12, 31));

    // 5 digits, with whatever decimals.
    private static readonly int FirstSerial = DayNumber.Of(new DateOnly(1927, 5, 18));
    private static readonly int LastSerial = DayNumber.Of(new DateOnly(2173, 10, 13));

    // Of a date without a time.
    private const int DayLength = 10;

    private static readonly DateForm[] Families = [DateForm.Iso, DateForm.DayFirst, DateForm.Compact, DateForm.MonthName, DateForm.ExcelSerial, DateForm.Utc];

    private static readonly Wording Mixed = new(
        "Welke vorm hebben de datums? Er staan er meer door elkaar.", "Which form do the dates have? Several are mixed.");

    private static readonly Wording ClockOrUtc = new(
        "Staan hier Nederlandse tijden, of tijden in UTC, een of twee uur vroeger? Alleen een deel is in UTC middernacht in Nederland.",
        "Are these times in the Netherlands, or in UTC, an hour or two earlier? Only some are midnight in the Netherlands in UTC.");

    private static readonly Wording NoDates = new(
        "Staan hier wel datums, en in welke vorm? De meeste waarden zijn niet als datum te lezen.",
        "Are there no dates here, or in which form? Most values cannot be read as dates.");

    private static readonly Wording DayOrMonth = new(
        "Staat de dag voorop of de maand? Er zijn datums die alleen met de maand voorop bestaan.",
        "Does the day come first or the month? There are dates that exist only with the month first.");

    // Of day first: all in three numbers, also those that can only be month first.
    private readonly long[] _reads = new long[Enum.GetValues<DateForm>().Length + 1];
    private long _values;
    private long _onlyDayFirst;
    private long _onlyMonthFirst;

    /// <summary>Adds a value; an empty one says nothing.</summary>
    internal void Add(ReadOnlySpan<byte> utf8)
    {
        var text = FieldText.Trim(utf8);
        if (text.IsEmpty)
            return;
        _values++;
        var isDayFirst = DateForms.TryRead(text, DateForm.DayFirst, out _);
        var isMonthFirst = DateForms.TryRead(text, DateForm.MonthFirst, out _);
        _onlyDayFirst += isDayFirst && !isMonthFirst ? 1 : 0;
        _onlyMonthFirst += isMonthFirst && !isDayFirst ? 1 : 0;
        if (isDayFirst || isMonthFirst)
            _reads[(int)DateForm.DayFirst]++;
        else if (OtherForm(text) is { } form)
            _reads[(int)form]++;
    }

    /// <summary>Adds moments: those that stand as a clock said it, and those that stand in UTC.</summary>
    internal void AddMoments(long asClock, long inUtc)
    {
        _values += asClock + inUtc;
        _reads[(int)DateForm.Iso] += asClock;
        _reads[(int)DateForm.Utc] += inUtc;
    }

    /// <summary>Adds what another has collected, of other values of the column.</summary>
    internal void Merge(DateEvidence other)
    {
        _values += other._values;
        _onlyDayFirst += other._onlyDayFirst;
        _onlyMonthFirst += other._onlyMonthFirst;
        for (var i = 0; i < _reads.Length; i++)
            _reads[i] += other._reads[i];
    }

    internal FormFinding<DateForm> Decide()
    {
        if (_values == 0)
            return FormFinding<DateForm>.Empty;
        var substantial = Families.Where(form => Shares.IsSubstantial(Reads(form), _values)).ToList();
        var form = Families.MaxBy(Reads);
        return substantial is [DateForm.Iso, DateForm.Utc] ? Ask(ClockOrUtc, substantial)
            : substantial.Count > 1 ? Ask(Mixed, substantial)
            : !Shares.IsMost(Reads(form), _values) ? Ask(NoDates, Enum.GetValues<DateForm>())
            : form == DateForm.DayFirst && IsMonthFirstLikely ? Ask(DayOrMonth, [DateForm.DayFirst, DateForm.MonthFirst])
            : Found(form);
    }

    private bool IsMonthFirstLikely => _onlyMonthFirst > _onlyDayFirst || Shares.IsSubstantial(_onlyMonthFirst, _values);

    private long Reads(DateForm form) => _reads[(int)form];

    private static DateForm? OtherForm(ReadOnlySpan<byte> text) =>
        DateForms.TryRead(text, DateForm.Iso, out _) ? text.Length > DayLength && DateForms.IsDutchMidnight(text) ? DateForm.Utc : DateForm.Iso
        : IsCompact(text) ? DateForm.Compact
        : IsSerial(text) ? DateForm.ExcelSerial
        : DateForms.TryRead(text, DateForm.MonthName, out _) ? DateForm.MonthName
        : DateForms.TryRead(text, DateForm.Utc, out _) ? DateForm.Utc
        : null;

    private static bool IsCompact(ReadOnlySpan<byte> text) =>
        DateForms.TryRead(text, DateForm.Compact, out var day) && (day == NoEnd || (day >= FirstCompact && day <= LastCompact));

    private static bool IsSerial(ReadOnlySpan<byte> text) =>
        DateForms.TryRead(text, DateForm.ExcelSerial, out var day) && day >= FirstSerial && day <= LastSerial;

    private FormFinding<DateForm> Found(DateForm form)
    {
        var read = Reads(form) - (form == DateForm.DayFirst ? _onlyMonthFirst : 0);
        var example = DateForms.Example(form);
        var seen = form == DateForm.Utc
            ? new Wording("zijn tijdstippen in UTC; de dag in Nederland telt.", "are moments in UTC; the day in the Netherlands counts.")
            : new($"zijn datums als {example}.", $"are dates like {example}.");
        return new(form, Shares.Sentence(read, _values, seen), null, [], _values, read);
    }

    private FormFinding<DateForm> Ask(Wording question, IReadOnlyList<DateForm> choices)
    {
        var read = _reads.Sum();
        return new(null, Shares.Sentence(read, _values, new("zijn in een of andere vorm datums.", "are dates in one form or another.")), question, choices, _values, read);
    }
}
