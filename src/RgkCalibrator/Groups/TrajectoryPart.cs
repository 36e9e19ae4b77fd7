using System.Runtime.InteropServices;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>
/// Part of a trajectory: a care year, or what lies within a duration. It is complete when it was followed to its own
/// last day, which need not be that of the trajectory.
/// </summary>
/// <param name="Child">The number of the child.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day that was followed.</param>
/// <param name="Volume">In ticks, up to the last day.</param>
/// <param name="IsComplete">Whether it was followed to its own last day.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TrajectoryPart(int Child, int First, int Last, long Volume, bool IsComplete)
{
    /// <summary>What is known of the trajectory.</summary>
    internal Covariates Covariates { get; init; }

    /// <summary>
    /// The care years of a trajectory: blocks of twelve months from the start. Complete are those that were observed to
    /// their last day, or in which the care is known to have ended; others are followed as far as trajectories are.
    /// </summary>
    /// <param name="set">The set with the trajectory, which has volumes of care years.</param>
    /// <param name="member">The trajectory.</param>
    internal static IEnumerable<TrajectoryPart> CareYearsOf(TrajectorySet set, CohortMember member)
    {
        var partition = set.Partitions[member.Partition];
        var trajectory = partition.Trajectories[member.Index];
        var offset = trajectory.WithinOffset + set.StepsOf(trajectory.Product).Count;
        var (years, isEndKnown) = (CareYears.Count(in trajectory), set.Observation.IsEndKnown(in trajectory));
        for (var year = 0; year < years; year++)
        {
            var (first, last) = (CareYears.FirstDay(in trajectory, year), CareYears.LastDay(in trajectory, year));
            var isEnded = isEndKnown && year == years - 1;
            var isComplete = isEnded || set.Observation.IsObserved(last);
            var end = isEnded ? trajectory.End : isComplete ? last : set.Observation.CensoredAt;
            var before = year == 0 ? 0 : partition.Within[offset + year - 1];
            if (end >= first)
            {
                yield return new(member.Child, first, end, partition.Within[offset + year] - before, isComplete)
                {
                    Covariates = Covariates.FromTrajectory(in partition.Trajectories[member.Index]),
                };
            }
        }
    }

    /// <summary>
    /// The first trajectories of a group, each up to the end of an allowed duration, by its place among them and that
    /// of the trajectory.
    /// </summary>
    internal static IEnumerable<TrajectoryPart> Within(Group group, Func<int, int> stepAt, int count)
    {
        for (var place = 0; place < count; place++)
        {
            var step = stepAt(place);
            var duration = group.Product.AllowedDurations[step];
            var (start, volume) = (group.Start[place], group.CohortVolumeWithin(step)[place]);
            var end = start + group.CohortDays[place] - 1;
            var last = DayNumber.Of(duration.LastDay(DayNumber.ToDate(start)));
            var isComplete = place < group.Count || end >= last;
            yield return new(group.Child[place], start, Math.Min(end, last), volume, isComplete);
        }
    }

    /// <summary>The trajectories, or parts of them, that a group holds, each as a whole.</summary>
    internal static IEnumerable<TrajectoryPart> Whole(Group group) => Enumerable.Range(0, group.Cohort).Select(place =>
    {
        var (start, volume) = (group.Start[place], group.CohortVolume[place]);
        return new TrajectoryPart(
            group.Child[place], start, start + group.CohortDays[place] - 1, volume, place < group.Count);
    });

    /// <summary>Parts as a group of their own, of which only whole volumes and times mean something.</summary>
    internal static Group ToGroup(Product product, IReadOnlyList<TrajectoryPart> parts)
    {
        var complete = parts.Count(part => part.IsComplete);
        var columns = new GroupColumns(complete, product.AllowedDurations.Count, parts.Count - complete);
        foreach (var part in parts)
        {
            var place = columns.Next(part.IsComplete);
            (columns.Child[place], columns.Start[place], columns.Volume[place]) = (part.Child, part.First, part.Volume);
            columns.Days[place] = part.Last - part.First + 1;
            columns.Covariates[place] = part.Covariates;
            columns.Months[place] = CalendarMonths.Between(DayNumber.ToDate(part.First), DayNumber.ToDate(part.Last));
        }

        return new Group(product, columns);
    }
}
