namespace RgkCalibrator.Basics;

/// <summary>Numbers of months: twelve times the year, and 0 to 11.</summary>
public static class MonthNumber
{
    /// <summary>The month of a day.</summary>
    public static int Of(DateOnly day) => (12 * day.Year) + day.Month - 1;

    /// <summary>The first day of a month.</summary>
    public static DateOnly FirstDay(int month) => new(month / 12, (month % 12) + 1, 1);

    /// <summary>The last day of a month.</summary>
    public static DateOnly LastDay(int month) => FirstDay(month + 1).AddDays(-1);
}
