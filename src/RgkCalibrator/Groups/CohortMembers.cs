using System.Runtime.InteropServices;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>Where a trajectory stands in a set, and the number of its child.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CohortMember(int Partition, int Index, int Child);

/// <summary>The trajectories of one product that are in the cohort.</summary>
internal sealed class CohortMembers
{
    private readonly List<CohortMember> _all = [];
    private readonly List<CohortMember> _late = [];

    private CohortMembers(TrajectorySet set, Product product) => (Set, Product) = (set, product);

    internal TrajectorySet Set { get; }

    internal Product Product { get; }

    internal IReadOnlyList<CohortMember> All => _all;

    /// <summary>Trajectories of the product outside the cohort that serve durations from their entry on; none where that is not asked.</summary>
    internal IReadOnlyList<CohortMember> Late => _late;

    /// <summary>Trajectories of the product that had begun before what is observed, by a start message: they are not in the cohort.</summary>
    internal int StartedBefore { get; private set; }

    /// <summary>Those of some products, found on one walk.</summary>
    /// <exception cref="ArgumentException">The trajectories were built for a catalogue with other allowed durations.</exception>
    internal static CohortMembers[] Of(TrajectorySet set, IReadOnlyList<Product> products)
    {
        var byCode = products.Index().ToDictionary(pair => pair.Item.Code, pair => pair.Index, StringComparer.Ordinal);
        var placeOf = set.Products.Select(met => byCode.GetValueOrDefault(met.Code, -1)).ToArray();
        if (placeOf.Where((place, met) => place >= 0 && !products[place].AllowedDurations.SequenceEqual(set.StepsOf(met))).Any())
            throw new ArgumentException("The volumes within durations are not those of this catalogue.", nameof(set));
        CohortMembers[] members = [.. products.Select(product => new CohortMembers(set, product))];
        var child = 0;
        for (var number = 0; number < set.Partitions.Length; number++)
        {
            var partition = set.Partitions[number];
            foreach (var client in partition.Clients)
            {
                for (var i = client.First; i < client.First + client.Count; i++)
                {
                    if (placeOf[partition.Trajectories[i].Product] is >= 0 and var place)
                        members[place].Meet(new CohortMember(number, i, child));
                }

                child++;
            }
        }

        return members;
    }

    internal ref readonly Trajectory At(CohortMember member) => ref Set.Partitions[member.Partition].Trajectories[member.Index];

    /// <summary>Some of the members as a group, with some of those that enter late.</summary>
    internal Group ToGroup(IReadOnlyList<CohortMember> some, IReadOnlyList<CohortMember> late, GroupScope scope)
    {
        var complete = some.Count(member => Set.Observation.IsEndKnown(in At(member)));
        var columns = new GroupColumns(complete, Product.AllowedDurations.Count, some.Count - complete);
        foreach (var member in some)
            Add(columns, member);
        return new Group(Product, columns, scope with { StartedBefore = StartedBefore }, EntrantsOf(late));
    }

    private void Meet(CohortMember member)
    {
        ref readonly var trajectory = ref At(member);
        if (Set.Observation.IsInCohort(in trajectory))
            _all.Add(member);
        else if (Set.Observation.Entry(in trajectory) is not null)
            StartedBefore++;
        if (Set.Observation.EntersLate(in trajectory))
            _late.Add(member);
    }

    private LateEntrants EntrantsOf(IReadOnlyList<CohortMember> late)
    {
        if (late.Count == 0)
            return LateEntrants.None;
        var entrants = new LateEntrants(late.Count);
        for (var place = 0; place < late.Count; place++)
        {
            ref readonly var trajectory = ref At(late[place]);
            var (start, entry, days) = (DayNumber.ToDate(trajectory.Start), Set.Observation.Entry(in trajectory)!.Value, Set.Observation.Time(in trajectory));
            (entrants.Child[place], entrants.Start[place], entrants.Ends[place]) = (late[place].Child, trajectory.Start, Set.Observation.IsEndKnown(in trajectory));
            (entrants.EntryDays[place], entrants.Days[place]) = (entry, days);
            entrants.EntryMonths[place] = CalendarMonths.Between(start, start.AddDays(entry - 1));
            entrants.Months[place] = CalendarMonths.Between(start, start.AddDays(days - 1));
        }

        return entrants;
    }

    private void Add(GroupColumns columns, CohortMember member)
    {
        ref readonly var trajectory = ref At(member);
        var (steps, isComplete, days) = (Product.AllowedDurations, Set.Observation.IsEndKnown(in trajectory), Set.Observation.Time(in trajectory));
        var (start, end) = (DayNumber.ToDate(trajectory.Start), DayNumber.ToDate(trajectory.Start + days - 1));
        var place = isComplete ? columns.Next() : columns.NextRunning();
        columns.Child[place] = member.Child;
        columns.Start[place] = trajectory.Start;
        columns.Marks[place] = CareMarks.Of(in trajectory);
        columns.Days[place] = days;
        columns.Months[place] = CalendarMonths.Between(start, end);
        columns.Volume[place] = trajectory.Volume;
        columns.Step[place] = steps.Count;
        var within = Set.Partitions[member.Partition].Within;
        for (var step = steps.Count - 1; step >= 0; step--)
        {
            var endsWithin = isComplete && end <= steps[step].LastDay(start);
            columns.Step[place] = endsWithin ? step : columns.Step[place];
            columns.EndsWithin[step][place] = endsWithin;
            columns.Within[step][place] = within[trajectory.WithinOffset + step];
        }
    }
}
