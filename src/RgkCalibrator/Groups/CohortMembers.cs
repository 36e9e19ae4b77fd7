using System.Runtime.InteropServices;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>The place of a trajectory in a set, and the number of its child.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CohortMember(int Partition, int Index, int Child);

/// <summary>The trajectories of one product that are in the cohort.</summary>
internal sealed class CohortMembers
{
    private readonly List<CohortMember> _all = [];
    private readonly List<CohortMember> _delayed = [];

    private CohortMembers(TrajectorySet set, Product product) => (Set, Product) = (set, product);

    internal TrajectorySet Set { get; }

    internal Product Product { get; }

    internal IReadOnlyList<CohortMember> All => _all;

    /// <summary>
    /// Trajectories of the product outside the cohort that estimates of durations take from their entry on; none where
    /// that is not asked.
    /// </summary>
    internal IReadOnlyList<CohortMember> Delayed => _delayed;

    /// <summary>
    /// Trajectories of the product that had begun before the observed period, by a start message: they are not in the
    /// cohort.
    /// </summary>
    internal int StartedBefore { get; private set; }

    /// <summary>Gives the lines of the care directly beside a trajectory; null: groups need not know them.</summary>
    internal Func<CohortMember, LineName[]>? LinesBeside { get; set; }

    /// <summary>The members of each of some products, found in one pass over the set.</summary>
    /// <exception cref="ArgumentException">
    /// The trajectories were built for a catalogue with other allowed durations.
    /// </exception>
    internal static CohortMembers[] OfProducts(
        TrajectorySet set, IReadOnlyList<Product> products, Population population) =>
        Find(set, products, population, isByProvider: false)[0];

    /// <summary>
    /// The same for each main provider by its number: children keep the numbers that they have in the whole.
    /// </summary>
    /// <exception cref="ArgumentException">As above.</exception>
    internal static CohortMembers[][] OfProviders(TrajectorySet set, IReadOnlyList<Product> products) =>
        Find(set, products, Population.All, isByProvider: true);

    private static CohortMembers[][] Find(
        TrajectorySet set, IReadOnlyList<Product> products, Population population, bool isByProvider)
    {
        var byCode = products.Index().ToDictionary(pair => pair.Item.Code, pair => pair.Index, StringComparer.Ordinal);
        var placeOf = set.Products.Select(met => byCode.GetValueOrDefault(met.Code, -1)).ToArray();
        if (placeOf.Index().Any(met => met.Item >= 0 && !IsBuiltFor(products[met.Item], met.Index)))
            throw new ArgumentException("The volumes within durations are not those of this catalogue.", nameof(set));
        CohortMembers[][] members =
        [
            .. Enumerable.Range(0, isByProvider ? set.Providers.Count : 1)
                .Select(_ => products.Select(product => new CohortMembers(set, product)).ToArray()),
        ];
        var child = 0;
        for (var number = 0; number < set.Partitions.Length; number++)
        {
            var partition = set.Partitions[number];
            foreach (var client in partition.Clients)
            {
                for (var i = client.First; i < client.First + client.Count; i++)
                {
                    ref readonly var trajectory = ref partition.Trajectories[i];
                    if (placeOf[trajectory.Product] is >= 0 and var place && population.Holds(set, in trajectory))
                    {
                        members[isByProvider ? trajectory.Provider : 0][place].Meet(
                            new CohortMember(number, i, child));
                    }
                }

                child++;
            }
        }

        return members;

        bool IsBuiltFor(Product product, int met) => product.AllowedDurations.SequenceEqual(set.StepsOf(met));
    }

    internal ref readonly Trajectory At(CohortMember member) =>
        ref Set.Partitions[member.Partition].Trajectories[member.Index];

    /// <summary>A group of some of the members, with some of those that have delayed entry.</summary>
    internal Group ToGroup(
        IReadOnlyList<CohortMember> some,
        IReadOnlyList<CohortMember> delayed,
        GroupScope scope,
        Group? careYears = null)
    {
        var complete = some.Count(member => Set.Observation.IsEndKnown(in At(member)));
        var columns = new GroupColumns(complete, Product.AllowedDurations.Count, some.Count - complete)
        {
            Beside = LinesBeside is null ? null : new LineName[some.Count][],
        };
        foreach (var member in some)
            Add(columns, member);
        return new Group(Product, columns, scope with { StartedBefore = StartedBefore })
        {
            CareYears = careYears,
            Delayed = EntriesOf(delayed),
        };
    }

    private void Meet(CohortMember member)
    {
        ref readonly var trajectory = ref At(member);
        if (Set.Observation.IsInCohort(in trajectory))
            _all.Add(member);
        else if (Set.Observation.Entry(in trajectory) is not null)
            StartedBefore++;
        if (Set.Observation.EntersLate(in trajectory))
            _delayed.Add(member);
    }

    private DelayedEntries EntriesOf(IReadOnlyList<CohortMember> delayed)
    {
        var entries = new DelayedEntries(delayed.Count);
        for (var place = 0; place < delayed.Count; place++)
        {
            ref readonly var trajectory = ref At(delayed[place]);
            var (start, days) = (DayNumber.ToDate(trajectory.Start), Set.Observation.Time(in trajectory));
            var entry = Set.Observation.Entry(in trajectory)!.Value;
            (entries.Start[place], entries.Ends[place]) = (trajectory.Start, Set.Observation.IsEndKnown(in trajectory));
            (entries.EntryDays[place], entries.Days[place]) = (entry, days);
            entries.EntryMonths[place] = CalendarMonths.Between(start, start.AddDays(entry - 1));
            entries.Months[place] = CalendarMonths.Between(start, start.AddDays(days - 1));
        }

        return entries;
    }

    private void Add(GroupColumns columns, CohortMember member)
    {
        ref readonly var trajectory = ref At(member);
        var (isComplete, days) = (Set.Observation.IsEndKnown(in trajectory), Set.Observation.Time(in trajectory));
        var (start, end) = (DayNumber.ToDate(trajectory.Start), DayNumber.ToDate(trajectory.Start + days - 1));
        var place = columns.Next(isComplete);
        columns.Child[place] = member.Child;
        columns.Start[place] = trajectory.Start;
        columns.Covariates[place] = Covariates.FromTrajectory(in trajectory);
        columns.Days[place] = days;
        columns.Months[place] = CalendarMonths.Between(start, end);
        columns.Volume[place] = trajectory.Volume;
        if (columns.Beside is { } beside)
            beside[place] = LinesBeside!(member);
        var (steps, within) = (Product.AllowedDurations, Set.Partitions[member.Partition].Within);
        columns.Step[place] = steps.Count;
        for (var step = steps.Count - 1; step >= 0; step--)
        {
            var endsWithin = isComplete && end <= steps[step].LastDay(start);
            columns.Step[place] = endsWithin ? step : columns.Step[place];
            columns.EndsWithin[step][place] = endsWithin;
            columns.Within[step][place] = within[trajectory.WithinOffset + step];
        }
    }
}
