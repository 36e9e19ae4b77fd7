using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>The days by which figures are told for a year.</summary>
/// <param name="Days">Those on which a start, or by <see cref="CohortRule.Ended"/> an end, can count.</param>
/// <param name="Rule">What brings trajectories into the cohort.</param>
public sealed record CountedDays(Period Days, CohortRule Rule)
{
    private const double DaysOfYear = 365.25;

    /// <summary>Their number; at least 1.</summary>
    public int Count => Days.Last.DayNumber - Days.First.DayNumber + 1;

    /// <summary>The same in years of 365.25 days.</summary>
    public double Years => Count / DaysOfYear;

    /// <summary>
    /// The years that the trajectories of a group are of: they are divided by it. By <see cref="CohortRule.Active"/>
    /// those that begin on these days make the years, since one that runs is met in every cohort on its way; infinite
    /// where none begins.
    /// </summary>
    internal double YearsOf(Group group) => Rule == CohortRule.Active && group.Cohort > 0
        ? Years * (group.Cohort / (double)Begun(group))
        : Years;

    private int Begun(Group group)
    {
        var (first, last) = (DayNumber.Of(Days.First), DayNumber.Of(Days.Last));
        var begun = 0;
        foreach (var start in group.Start[..group.Cohort])
            begun += start >= first && start <= last ? 1 : 0;
        return begun;
    }
}
