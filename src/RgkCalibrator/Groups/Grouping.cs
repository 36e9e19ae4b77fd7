using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>From trajectories to the samples of which percentiles are taken.</summary>
public static class Grouping
{
    /// <summary>One group for each product that gets a framework line, in the order of the catalogue; also for those without trajectories.</summary>
    /// <exception cref="ArgumentException">The trajectories were built for a catalogue with other allowed durations.</exception>
    public static IReadOnlyList<Group> Of(TrajectorySet trajectories, ProductCatalogue catalogue) =>
        Of(trajectories, Lined(catalogue), GroupScope.Whole);

    /// <summary>
    /// The same, and behind a product with subgroups a group for each of them, in the order of the catalogue, and one for the rest where there is
    /// any. A trajectory of which a rule cannot tell is in none of these; <see cref="GroupScope.Unplaced"/> counts them.
    /// </summary>
    /// <exception cref="ArgumentException">The trajectories were built for a catalogue with other allowed durations.</exception>
    /// <exception cref="CalibrationException">A trajectory is in two subgroups of its product.</exception>
    public static IReadOnlyList<Group> WithSubgroups(TrajectorySet trajectories, ProductCatalogue catalogue) =>
        [.. Lined(catalogue).SelectMany(product => new Subgrouping(trajectories, product).Groups())];

    /// <summary>One group for each of some products, of trajectories that lie in a scope.</summary>
    internal static IReadOnlyList<Group> Of(TrajectorySet trajectories, List<Product> products, GroupScope scope)
    {
        var groupOf = trajectories.Products.Select(met => products.FindIndex(product => product.Code == met.Code)).ToArray();
        if (groupOf.Where((group, met) => group >= 0 && !products[group].AllowedDurations.SequenceEqual(trajectories.StepsOf(met))).Any())
            throw new ArgumentException("The volumes within durations are not those of this catalogue.", nameof(trajectories));
        var (cohort, complete) = CountOf(trajectories, groupOf, products.Count);
        var columns = products.Select((product, i) => new GroupColumns(complete[i], product.AllowedDurations.Count, cohort[i] - complete[i])).ToArray();
        Fill(trajectories, groupOf, columns);
        return [.. products.Select((product, i) => new Group(product, columns[i], scope))];
    }

    private static List<Product> Lined(ProductCatalogue catalogue) =>
        [.. catalogue.Products.Where(product => product.Framework != FrameworkKind.None)];

    private static (int[] Cohort, int[] Complete) CountOf(TrajectorySet set, int[] groupOf, int groups)
    {
        var (cohort, complete) = (new int[groups], new int[groups]);
        foreach (var partition in set.Partitions)
        {
            foreach (ref readonly var trajectory in partition.Trajectories.AsSpan())
            {
                var group = groupOf[trajectory.Product];
                if (group < 0 || !set.Observation.IsInCohort(in trajectory))
                    continue;
                cohort[group]++;
                complete[group] += set.Observation.IsEndKnown(in trajectory) ? 1 : 0;
            }
        }

        return (cohort, complete);
    }

    private static void Fill(TrajectorySet set, int[] groupOf, GroupColumns[] columns)
    {
        var child = 0;
        foreach (var partition in set.Partitions)
        {
            foreach (var client in partition.Clients)
            {
                foreach (ref readonly var trajectory in partition.Trajectories.AsSpan(client.First, client.Count))
                {
                    var group = groupOf[trajectory.Product];
                    if (group >= 0 && set.Observation.IsInCohort(in trajectory))
                        Add(columns[group], child, in trajectory, partition, set);
                }

                child++;
            }
        }
    }

    private static void Add(GroupColumns columns, int child, in Trajectory trajectory, TrajectoryPartition partition, TrajectorySet set)
    {
        var (steps, isComplete, days) = (set.StepsOf(trajectory.Product), set.Observation.IsEndKnown(in trajectory), set.Observation.Time(in trajectory));
        var (start, end) = (DayNumber.ToDate(trajectory.Start), DayNumber.ToDate(trajectory.Start + days - 1));
        var place = isComplete ? columns.Next() : columns.NextRunning();
        columns.Child[place] = child;
        columns.Start[place] = trajectory.Start;
        columns.Marks[place] = CareMarks.Of(in trajectory);
        columns.Days[place] = days;
        columns.Months[place] = CalendarMonths.Between(start, end);
        columns.Volume[place] = trajectory.Volume;
        columns.Step[place] = steps.Count;
        for (var step = steps.Count - 1; step >= 0; step--)
        {
            var endsWithin = isComplete && end <= steps[step].LastDay(start);
            columns.Step[place] = endsWithin ? step : columns.Step[place];
            columns.EndsWithin[step][place] = endsWithin;
            columns.Within[step][place] = partition.Within[trajectory.WithinOffset + step];
        }
    }
}
