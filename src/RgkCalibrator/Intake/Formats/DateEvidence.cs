namespace RgkCalibrator.Intake.Formats;

/// <summary>
/// Counts what the dates of a column look like. A format leaves no doubt where it reads at least half of the values and
/// no other format more than one in a hundred. Day before month is Dutch, unless values can only be the other way
/// round.
/// </summary>
internal sealed class DateEvidence() : ColumnEvidence(LastDaysOf1904 + 1)
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
    private const int OnlyDayFirst = (int)ValueFormat.DaysSince1960 + 1;
    private const int OnlyMonthFirst = OnlyDayFirst + 1;

    // Numbers of days that Excel gives a day on which care, or a child, may have begun.
    private const int LateSerials = OnlyMonthFirst + 1;
    private static readonly int FirstLate = DayNumber.Of(new DateOnly(1980, 1, 1));

    // Numbers of days that are the first of a month as Excel counts, and the last of one counted from 1904. These two
    // never fall on one number, and are what the first days and the last days of declared periods come to.
    private const int FirstDays = LateSerials + 1;
    private const int LastDaysOf1904 = FirstDays + 1;

    // By chance one day in thirty is the first of a month.
    private const int RarestFirstDay = 20;

    private static readonly ValueFormat[] Families =
        [.. ValueFormats.Dates.Where(format => format is <= ValueFormat.Utc and not ValueFormat.MonthFirst)];

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

    private static readonly Wording DayOrMonthElsewhere = new(
        "Staat de dag voorop of de maand? In een andere kolom van het bestand staat de maand voorop, en hier zegt geen "
        + "datum dat het anders is.",
        "Does the day come first or the month? Another column of the file has the month first, and no date here says "
        + "otherwise.");

    private static readonly Wording WhichNumbers = new(
        "Vanaf welke dag zijn deze dagen genummerd? Als dagnummers van Excel liggen de datums van het bestand, of van "
        + "een kolom, voor 1980; Excel 1904, R (1970) en SAS (1960) tellen anders.",
        "From which day are these days numbered? As Excel's numbers the dates of the file, or of one column, "
        + "lie before 1980; Excel 1904, R (1970) and SAS (1960) count otherwise.");

    private static readonly Wording From1900Or1904 = new(
        "Zijn deze dagen genummerd vanaf 1900, zoals Excel doet, of vanaf 1904, zoals Excel op een Mac deed? Daar "
        + "liggen vier jaar en een dag tussen, en aan de eerste en laatste dagen van maanden is het niet te zien.",
        "Are these days numbered from 1900, as Excel does, or from 1904, as Excel on a Mac did? The two are four years "
        + "and a day apart, and first and last days of months do not tell here.");

    /// <summary>Whether dates show that the month stands first.</summary>
    internal bool ShowsMonthFirst => IsMost(Reads(ValueFormat.DayFirst)) && IsMonthFirstLikely;

    /// <summary>Whether as Excel's numbers of days most dates lie before any care.</summary>
    internal bool ShowsOtherNumbers =>
        IsMost(Reads(ValueFormat.ExcelSerial)) && Counts[LateSerials] * 2 < Reads(ValueFormat.ExcelSerial);

    /// <summary>
    /// Whether the numbers of days in columns of one file are numbered from 1900: enough of them are then the first of
    /// a month, and many fewer the last of one when they are counted from 1904.
    /// </summary>
    internal static bool CountFrom1900(IReadOnlyCollection<DateEvidence> columns)
    {
        var (first, last) = (Sum(FirstDays), Sum(LastDaysOf1904));
        return first > last * 2 && first * RarestFirstDay >= Sum((int)ValueFormat.ExcelSerial);

        long Sum(int count) => columns.Sum(column => column.Counts[count]);
    }

    /// <summary>Decides in the light of the other columns of the file.</summary>
    /// <param name="hasMonthFirst">Whether some column has the month first.</param>
    /// <param name="hasOtherNumbers">Whether some column has days that are not numbered as in Excel.</param>
    /// <param name="numbers">How days are numbered where they are as in Excel; null where it is not known.</param>
    internal FormatFinding DecideBeside(bool hasMonthFirst, bool hasOtherNumbers, ValueFormat? numbers)
    {
        var own = Decide();
        return own.Format == ValueFormat.DayFirst && hasMonthFirst && !IsSubstantial(Counts[OnlyDayFirst], Values)
                ? Ask(DayOrMonthElsewhere, [ValueFormat.DayFirst, ValueFormat.MonthFirst])
            : own.Format != ValueFormat.ExcelSerial ? own
            : hasOtherNumbers ? Ask(WhichNumbers, ValueFormats.DayNumbers)
            : numbers is { } known ? Found(known)
            : Ask(From1900Or1904, [ValueFormat.ExcelSerial, ValueFormat.Excel1904]);
    }

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
        if ((isDayFirst || isMonthFirst ? ValueFormat.DayFirst : OtherFormat(text)) is not { } format)
            return;
        Counts[(int)format]++;
        if (format == ValueFormat.ExcelSerial && DateParser.TryParse(text, format, out var day))
            CountSerial(text, day);
    }

    private void CountSerial(ReadOnlySpan<byte> text, int day)
    {
        Counts[LateSerials] += day >= FirstLate ? 1 : 0;
        Counts[FirstDays] += DayNumber.ToDate(day).Day == 1 ? 1 : 0;
        var isLast = DateParser.TryParse(text, ValueFormat.Excel1904, out var from1904)
            && DayNumber.ToDate(from1904).AddDays(1).Day == 1;
        Counts[LastDaysOf1904] += isLast ? 1 : 0;
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
        var read = format == ValueFormat.DayFirst ? Reads(format) - Counts[OnlyMonthFirst]
            : Reads(ValueFormats.DayNumbers.Contains(format) ? ValueFormat.ExcelSerial : format);
        return Found(format, read, read, format == ValueFormat.Utc
            ? new(
                "zijn tijdstippen in UTC; de dag in Nederland telt.",
                "are moments in UTC; the day in the Netherlands counts.")
            : new($"zijn datums als {format.Example()}.", $"are dates like {format.Example()}."));
    }

    private FormatFinding Ask(Wording question, IReadOnlyList<ValueFormat> choices) => Ask(
        question,
        choices,
        Families.Sum(Reads),
        new("zijn in een of andere vorm datums.", "are dates in one form or another."));
}
