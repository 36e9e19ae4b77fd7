namespace RgkCalibrator.Intake.Forms;

/// <summary>
/// What clocks in the Netherlands show at a moment in UTC: two hours later from the last Sunday of March to that of October, at 1:00 UTC, and else one
/// (Directive 2000/84/EC; so since 1996).
/// </summary>
internal static class DutchTime
{
    private const int DaySeconds = 86_400;
    private const int Hour = 3_600;

    /// <summary>The day in the Netherlands.</summary>
    /// <param name="day">The day in UTC, as <see cref="DayNumber"/> counts.</param>
    /// <param name="second">Seconds after its midnight; below 0 or beyond the day it is a moment of another day.</param>
    internal static int DayOf(int day, int second) => Floor(day, second + Offset(day, second)).Day;

    /// <summary>Whether it is midnight there.</summary>
    internal static bool IsMidnight(int day, int second) => Floor(day, second + Offset(day, second)).Second == 0;

    private static int Offset(int day, int second)
    {
        var moment = Floor(day, second);
        return moment.CompareTo((LastSunday(moment.Day, 3), Hour)) >= 0 && moment.CompareTo((LastSunday(moment.Day, 10), Hour)) < 0 ? 2 * Hour : Hour;
    }

    private static (int Day, int Second) Floor(int day, int second)
    {
        var days = (int)Math.Floor(second / (double)DaySeconds);
        return (day + days, second - (days * DaySeconds));
    }

    private static int LastSunday(int day, int month)
    {
        // A zone can carry a moment over either end of the calendar.
        var year = DayNumber.ToDate(Math.Clamp(day, DayNumber.Of(DateOnly.MinValue), DayNumber.Of(DateOnly.MaxValue))).Year;
        var last = new DateOnly(year, month, 31);
        return DayNumber.Of(last) - (int)last.DayOfWeek;
    }
}
