namespace RgkCalibrator.Intake.Formats;

/// <summary>
/// Counts what the dates of a column look like. A format leaves no doubt where it reads at least half of the values and
/// no other format more than one in a hundred. Day before month is Dutch, unless values can only be the other way
/// round.
/// </summary>
internal sealed class DateEvidence() : ColumnEvidence(OnlyMonthFirst + 1)
{
    // 8 digits are taken for dates of these years only, and for the day without end that some systems write.
    private static readonly int FirstCompact = DayNumber.Of(new DateOnly(1900, 1, 1));
    private static readonly int LastCompact = DayNumber.Of(new DateOnly(2200, 12, 31));
    private static readonly int NoEnd = DayNumber.Of(new DateOnly(9999, 12, 31));

    // 5 digits, with whatever decimals.
    private static readonly int FirstSerial = DayNumber.Of(new DateOnly(1927, 5, 18));
    private static readonly int LastSerial = DayNumber.Of(new DateOnly(2173, 10, 13));

    // The length of a date without a time.
    private const int DayLength = 10;

    // What a format reads is counted at its own number; day first counts all dates of three numbers, also those that
    // can only be month first.
    private const int OnlyDayFirst = (int)ValueFormat.Utc + 1;
    private const int OnlyMonthFirst = OnlyDayFirst + 1;

    private static readonly ValueFormat[] Families =
        [.. ValueFormats.Dates.Where(format => format != ValueFormat.MonthFirst)];

    private static readonly Wording Mixed = new(
        "Welke vorm hebben de datums? Er staan er meer door elkaar.",
        "Which form do the dates have? Several are mixed.");

    private static readonly Wording ClockOrUtc = new(
        "Staan hier Nederlandse tijden, of tijden in UTC, een of twee uur vroeger? "
        + "Alleen een deel is in UTC middernacht in Nederland.",
        "Are these times in the Netherlands, or in UTC, an hour or two earlier? "
        + "Only some are midnight in the Netherlands in UTC.");

    private static readonly Wording NoDates = new(
        "Staan hier wel datums, en in welke vorm? De meeste waarden zijn niet als datum te lezen.",
        "Are there no dates here, or in which form? Most values cannot be read as dates.");

    private static readonly Wording DayOrMonth = new(
        "Staat de dag voorop of de maand? Er zijn datums die alleen met de maand voorop bestaan.",
        "Does the day come first or the month? There are dates that exist only with the month first.");

    internal override bool IsOpen => Decide().Format is null;

    /// <summary>Adds moments: those that stand as a clock said it, and those that stand in UTC.</summary>
    internal void AddMoments(long asClock, long inUtc)
    {
        Values += asClock + inUtc;
        Counts[(int)ValueFormat.Iso] += asClock;
        Counts[(int)ValueFormat.Utc] += inUtc;
    }

    protected override void Count(ReadOnlySpan<byte> text)
    {
        var isDayFirst = DateParser.TryParse(text, ValueFormat.DayFirst, out _);
        var isMonthFirst = DateParser.TryParse(text, ValueFormat.MonthFirst, out _);
        if (isDayFirst != isMonthFirst)
            Counts[isDayFirst ? OnlyDayFirst : OnlyMonthFirst]++;
        if ((isDayFirst || isMonthFirst ? ValueFormat.DayFirst : OtherFormat(text)) is { } format)
            Counts[(int)format]++;
    }

    protected override FormatFinding DecideOnValues()
    {
        var substantial = Families.Where(format => IsSubstantial(Reads(format), Values)).ToList();
        var format = Families.MaxBy(Reads);
        return substantial is [ValueFormat.Iso, ValueFormat.Utc] ? Ask(ClockOrUtc, substantial)
            : substantial.Count > 1 ? Ask(Mixed, substantial)
            : !IsMost(Reads(format)) ? Ask(NoDates, ValueFormats.Dates)
            : format == ValueFormat.DayFirst && IsMonthFirstLikely ? Ask(DayOrMonth, [format, ValueFormat.MonthFirst])
            : Found(format);
    }

    private bool IsMonthFirstLikely =>
        Counts[OnlyMonthFirst] > Counts[OnlyDayFirst] || IsSubstantial(Counts[OnlyMonthFirst], Values);

    private long Reads(ValueFormat format) => Counts[(int)format];

    private static ValueFormat? OtherFormat(ReadOnlySpan<byte> text) =>
        DateParser.TryParse(text, ValueFormat.Iso, out _)
            ? text.Length > DayLength && DateParser.IsDutchMidnight(text) ? ValueFormat.Utc : ValueFormat.Iso
        : IsCompact(text) ? ValueFormat.Compact
        : IsSerial(text) ? ValueFormat.ExcelSerial
        : DateParser.TryParse(text, ValueFormat.MonthName, out _) ? ValueFormat.MonthName
        : DateParser.TryParse(text, ValueFormat.Utc, out _) ? ValueFormat.Utc
        : null;

    private static bool IsCompact(ReadOnlySpan<byte> text) =>
        DateParser.TryParse(text, ValueFormat.Compact, out var day)
            && (day == NoEnd || (day >= FirstCompact && day <= LastCompact));

    private static bool IsSerial(ReadOnlySpan<byte> text) =>
        DateParser.TryParse(text, ValueFormat.ExcelSerial, out var day) && day >= FirstSerial && day <= LastSerial;

    private FormatFinding Found(ValueFormat format)
    {
        var read = Reads(format) - (format == ValueFormat.DayFirst ? Counts[OnlyMonthFirst] : 0);
        return Found(format, read, read, format == ValueFormat.Utc
            ? new(
                "zijn tijdstippen in UTC; de dag in Nederland telt.",
                "are moments in UTC; the day in the Netherlands counts.")
            : new($"zijn datums als {format.Example()}.", $"are dates like {format.Example()}."));
    }

    private FormatFinding Ask(Wording question, IReadOnlyList<ValueFormat> choices) => Ask(
        question,
        choices,
        ValueFormats.Dates.Sum(Reads),
        new("zijn in een of andere vorm datums.", "are dates in one form or another."));
}
