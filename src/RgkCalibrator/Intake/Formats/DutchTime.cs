namespace RgkCalibrator.Intake.Formats;

/// <summary>
/// Time in the Netherlands: two hours ahead of UTC from the last Sunday of March to that of October, at 1:00 UTC, and
/// else one (Directive 2000/84/EC; so since 1996). The time zones that a machine knows may be others.
/// </summary>
internal static class DutchTime
{
    private const long DaySeconds = 86_400;
    private const long Hour = 3_600;

    /// <summary>The day in the Netherlands.</summary>
    /// <param name="day">The day in UTC, as <see cref="DayNumber"/> counts.</param>
    /// <param name="second">Seconds after its midnight; below 0 or beyond the day it is a moment of another
    /// day.</param>
    internal static int DayOf(int day, int second) => Day(Shown(day, second));

    /// <summary>Whether it is midnight there.</summary>
    internal static bool IsMidnight(int day, int second) => Shown(day, second) % DaySeconds == 0;

    // The time that clocks show, in seconds after midnight of day 0.
    private static long Shown(int day, int second)
    {
        var moment = (day * DaySeconds) + second;
        // A zone can carry a moment over either end of the calendar.
        var year = DayNumber.ToDate(
            Math.Clamp(Day(moment), DayNumber.Of(DateOnly.MinValue), DayNumber.Of(DateOnly.MaxValue))).Year;
        return moment + (moment >= Change(year, 3) && moment < Change(year, 10) ? 2 * Hour : Hour);
    }

    private static int Day(long second) => (int)Math.Floor(second / (double)DaySeconds);

    /// <summary>The second at which summer time begins in March, or ends in October.</summary>
    private static long Change(int year, int month)
    {
        var last = new DateOnly(year, month, 31);
        return ((DayNumber.Of(last) - (int)last.DayOfWeek) * DaySeconds) + Hour;
    }
}
