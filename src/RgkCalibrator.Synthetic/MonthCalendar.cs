namespace RgkCalibrator.Synthetic;

/// <summary>
/// A table of the calendar months of 2000 to 2059 over day numbers (<see cref="DayNumber"/>), because the generator
/// asks for them ten million times.
/// </summary>
internal static class MonthCalendar
{
    private const int FirstYear = 2000;
    private const int Months = 60 * 12;

    private static readonly int[] Firsts = [.. Enumerable.Range(0, Months + 1).Select(FirstOf)];
    private static readonly short[] ByDay = MonthByDay();

    /// <summary>Months since January 2000.</summary>
    internal static int MonthOf(int day) => ByDay[day - Firsts[0]];

    internal static int FirstDay(int month) => Firsts[month];

    internal static int LastDay(int month) => Firsts[month + 1] - 1;

    /// <summary>Adds months as the calendar does: 31 January plus a month is the last day of February.</summary>
    internal static int AddMonths(int day, int months)
    {
        var month = MonthOf(day);
        return Math.Min(Firsts[month + months] + day - Firsts[month], LastDay(month + months));
    }

    /// <summary>31 July of the school year in which the day lies.</summary>
    internal static int SchoolYearEnd(int day)
    {
        var month = MonthOf(day);
        return LastDay(month + (18 - (month % 12)) % 12);
    }

    /// <summary>The full years between two days; someone born on 29 February is a year older on 1 March.</summary>
    internal static int FullYears(DateOnly from, DateOnly to)
    {
        var years = to.Year - from.Year;
        return (to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? years - 1 : years;
    }

    private static int FirstOf(int month) => DayNumber.Of(new DateOnly(FirstYear, 1, 1).AddMonths(month));

    private static short[] MonthByDay()
    {
        var months = new short[Firsts[Months] - Firsts[0]];
        for (var month = 0; month < Months; month++)
            Array.Fill(months, (short)month, Firsts[month] - Firsts[0], Firsts[month + 1] - Firsts[month]);
        return months;
    }
}
