using RgkCalibrator.Groups;
using RgkCalibrator.Statistics;

namespace RgkCalibrator.Framework;

/// <summary>The samples of a cohort, complete trajectories and running ones, as the estimators of censored values take them.</summary>
internal static class CohortSamples
{
    /// <summary>Lengths in days.</summary>
    internal static SurvivalSample Days(Group group) => new(group.CohortDays, group.Ends());

    /// <summary>Lengths in calendar months: on an axis of their own, since days of which month decide what a month holds.</summary>
    internal static SurvivalSample Months(Group group) => new(group.CohortMonths, group.Ends());

    /// <summary>Whole volumes, in ticks over the product's own time.</summary>
    internal static VolumeSample Volumes(Group group) => new(InDoubles(group.CohortVolume), group.OwnTimes(), group.Ends());

    /// <summary>Volumes within an allowed duration, by its place among them, in ticks: who was followed for so long is complete for it.</summary>
    internal static VolumeSample VolumesWithin(Group group, int step)
    {
        var (times, limit) = group.TimesTo(step);
        return VolumeSample.Within(limit, InDoubles(group.CohortVolumeWithin(step)), times, group.Ends());
    }

    /// <summary>Of an allowed duration, 0 for what ends within it and 1 for what outlasts it: the share at or below 0 is 1 − S there.</summary>
    internal static VolumeSample Outlasting(Group group, int step)
    {
        var (times, limit) = group.TimesTo(step);
        var outlasts = new double[times.Length];
        for (var place = 0; place < outlasts.Length; place++)
            outlasts[place] = group.EndsWithin(step)[place] ? 0 : 1;
        return VolumeSample.Within(limit, outlasts, times, group.Ends());
    }

    /// <summary>Ticks, whose whole numbers a double holds exactly.</summary>
    internal static double[] InDoubles(ReadOnlySpan<long> ticks)
    {
        var values = new double[ticks.Length];
        for (var i = 0; i < ticks.Length; i++)
            values[i] = ticks[i];
        return values;
    }
}
