namespace RgkCalibrator.Trajectories;

/// <summary>Durations in calendar months.</summary>
public static class CalendarMonths
{
    /// <summary>
    /// From the first to the last day, both included: the whole months m with <c>first.AddMonths(m) ≤ last + 1</c>, and
    /// the rest as a part of the next month. 1 January to 30 June is 6; a single day in March is 1/31.
    /// </summary>
    /// <exception cref="ArgumentException">The last day comes before the first.</exception>
    public static double Between(DateOnly first, DateOnly last)
    {
        if (last < first)
            throw new ArgumentException("A duration has at least one day.", nameof(last));
        var end = last.AddDays(1);
        var months = ((end.Year - first.Year) * 12) + end.Month - first.Month;
        if (first.AddMonths(months) > end)
            months--;
        var from = first.AddMonths(months);
        var length = first.AddMonths(months + 1).DayNumber - from.DayNumber;
        return months + ((double)(end.DayNumber - from.DayNumber) / length);
    }
}
