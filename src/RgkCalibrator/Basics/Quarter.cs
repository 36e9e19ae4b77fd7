namespace RgkCalibrator.Basics;

/// <summary>A quarter of a calendar year.</summary>
/// <param name="Number">Four times the year, and 0 to 3: quarters in a row have numbers in a row.</param>
public readonly record struct Quarter(int Number) : IComparable<Quarter>
{
    private const int InYear = 4;
    private const int Months = 3;

    /// <summary>The quarter of a day.</summary>
    public static Quarter Of(DateOnly day) => new((InYear * day.Year) + ((day.Month - 1) / Months));

    /// <summary>The quarter of a month, as in <see cref="MonthNumber"/>.</summary>
    internal static Quarter OfMonth(int month) => new(month / Months);

    /// <summary>The year.</summary>
    public int Year => Number / InYear;

    /// <summary>The first day.</summary>
    public DateOnly First => MonthNumber.FirstDay(FirstMonth);

    /// <summary>The last day.</summary>
    public DateOnly Last => MonthNumber.LastDay(FirstMonth + Months - 1);

    /// <summary>The number of its first month.</summary>
    internal int FirstMonth => Number * Months;

    /// <summary>The quarters from one to another, both included.</summary>
    internal static IEnumerable<Quarter> Between(Quarter first, Quarter last) =>
        Enumerable.Range(first.Number, Math.Max(0, last.Number - first.Number + 1)).Select(one => new Quarter(one));

    /// <inheritdoc/>
    public int CompareTo(Quarter other) => Number.CompareTo(other.Number);

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <(Quarter one, Quarter other) => one.Number < other.Number;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >(Quarter one, Quarter other) => one.Number > other.Number;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <=(Quarter one, Quarter other) => one.Number <= other.Number;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >=(Quarter one, Quarter other) => one.Number >= other.Number;

    /// <summary>For programs and readers: 2025-Q3.</summary>
    public override string ToString() => $"{Numbers.Whole(Year)}-Q{Numbers.Whole((Number % InYear) + 1)}";
}
