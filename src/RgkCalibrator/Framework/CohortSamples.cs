using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Framework;

/// <summary>The samples of a cohort, complete trajectories and running ones, as the estimators of censored values take them.</summary>
internal static class CohortSamples
{
    /// <summary>Lengths in days; with those that enter late, as all lengths here.</summary>
    internal static SurvivalSample Days(Group group) => group.Late.Count == 0
        ? new(group.CohortDays, group.Ends())
        : WithLate(group, TimeAxis.InDoubles(group.CohortDays), group.Late.InDays());

    /// <summary>Lengths in calendar months: on an axis of their own, since days of which month decide what a month holds.</summary>
    internal static SurvivalSample Months(Group group) => WithLate(group, group.CohortMonths, group.Late.InMonths());

    /// <summary>Lengths on the product's own axis.</summary>
    internal static SurvivalSample OwnTimes(Group group) => WithLate(group, group.OwnTimes(), group.CountsMonths ? group.Late.InMonths() : group.Late.InDays());

    /// <summary>Lengths on the axis of an allowed duration, by its place among them.</summary>
    internal static SurvivalSample TimesTo(Group group, int step) =>
        WithLate(group, group.TimesTo(step).Times, group.Late.To(group.Product.AllowedDurations[step]));

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

    private static SurvivalSample WithLate(Group group, ReadOnlySpan<double> times, LateTimes late) => group.Late.Count == 0
        ? new(times, group.Ends())
        : new([.. times, .. late.Times], [.. group.Ends(), .. group.Late.Ends], (double[])[.. new double[times.Length], .. late.Entries]);

    /// <summary>Ticks, whose whole numbers a double holds exactly.</summary>
    internal static double[] InDoubles(ReadOnlySpan<long> ticks)
    {
        var values = new double[ticks.Length];
        for (var i = 0; i < ticks.Length; i++)
            values[i] = ticks[i];
        return values;
    }
}
