namespace RgkCalibrator.Trajectories;

/// <summary>Blocks of twelve months from the start of a trajectory, counted from 0.</summary>
internal static class CareYears
{
    private const int Months = 12;

    /// <summary>How many have a day of it; at least 1.</summary>
    internal static int Count(in Trajectory trajectory)
    {
        var count = 1;
        while (FirstDay(in trajectory, count) <= trajectory.End)
            count++;
        return count;
    }

    internal static int FirstDay(in Trajectory trajectory, int year) =>
        DayNumber.Of(DayNumber.ToDate(trajectory.Start).AddMonths(Months * year));

    internal static int LastDay(in Trajectory trajectory, int year) => FirstDay(in trajectory, year + 1) - 1;
}
