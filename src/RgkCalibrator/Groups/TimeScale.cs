using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>
/// The time scale of a duration: months, days for weeks, and for a school year the part of the way from the start to
/// its end.
/// </summary>
internal static class TimeScale
{
    internal static DurationStep Days { get; } = DurationStep.Weeks(1);

    internal static DurationStep Months { get; } = DurationStep.Months(1);

    /// <summary>Lengths on the scale of a duration, from the same lengths in days and in calendar months.</summary>
    internal static double[] Times(DurationStep duration, int[] start, int[] days, double[] months) =>
        duration.Unit switch
        {
            DurationUnit.Month => [.. months],
            DurationUnit.Week => Array.ConvertAll(days, length => (double)length),
            DurationUnit.SchoolYear => [.. days.Zip(start, (length, first) => length / DaysOf(duration, first))],
            _ => throw new ArgumentOutOfRangeException(nameof(duration), duration.Unit, "Unknown duration unit."),
        };

    /// <summary>
    /// The end of a duration on its own scale: a time up to and including it lies within the duration.
    /// </summary>
    internal static double EndOf(DurationStep duration) =>
        duration.Unit == DurationUnit.Week ? 7 * duration.Length : duration.Length;

    private static double DaysOf(DurationStep duration, int start) =>
        DayNumber.Of(duration.LastDay(DayNumber.ToDate(start))) - start + 1;
}
