namespace RgkCalibrator.Basics;

/// <summary>
/// Days as whole numbers, counted from 1 January 1970 (day 0): what the kernel and Parquet calculate with.
/// </summary>
public static class DayNumber
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The day number of a date.</summary>
    public static int Of(DateOnly date) => date.DayNumber - Epoch;

    /// <summary>The date of a day number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the years 1 to 9999.</exception>
    public static DateOnly ToDate(int day) => DateOnly.FromDayNumber(day + Epoch);
}
