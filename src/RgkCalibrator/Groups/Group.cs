using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>
/// The trajectories of one product that count in its percentiles: those in the cohort, in columns, the complete ones before those that still
/// run. A place in one column is the same trajectory in all; columns of complete ones have <see cref="Count"/> values, columns of the whole
/// cohort <see cref="Cohort"/>.
/// </summary>
public sealed class Group
{
    private readonly GroupColumns _columns;

    internal Group(Product product, GroupColumns columns, GroupScope? scope = null, LateEntrants? late = null)
    {
        (Product, _columns, Scope, Late) = (product, columns, scope ?? GroupScope.Whole, late ?? LateEntrants.None);
        Children = columns.Child.Take(Count).Distinct().Count();
        CohortChildren = columns.Child.Distinct().Count();
    }

    /// <summary>The product, with its allowed durations.</summary>
    public Product Product { get; }

    /// <summary>The subgroup's id; empty for the whole product.</summary>
    public string Subgroup => Scope.Id;

    /// <summary>Which trajectories of the product it holds, and what is to be known of that.</summary>
    public GroupScope Scope { get; }

    /// <summary>Those outside the cohort that serve its durations, entering late; in no count, and in no other column.</summary>
    internal LateEntrants Late { get; }

    /// <summary>Trajectories in the cohort, complete or still running.</summary>
    public int Cohort => Count + _columns.Running;

    /// <summary>Complete trajectories in the cohort.</summary>
    public int Count => _columns.Count;

    /// <summary>Different children among the complete ones.</summary>
    public int Children { get; }

    /// <summary>Different children in the cohort.</summary>
    public int CohortChildren { get; }

    /// <summary>Length in days, of the complete ones.</summary>
    public ReadOnlySpan<int> Days => CohortDays[..Count];

    /// <summary>Length in calendar months, of the complete ones.</summary>
    public ReadOnlySpan<double> Months => CohortMonths[..Count];

    /// <summary>Whole volume of the complete ones, in ticks of the product's unit.</summary>
    public ReadOnlySpan<long> Volume => CohortVolume[..Count];

    /// <summary>
    /// Which allowed duration is the first that holds a complete one, from 0; the number of allowed durations where none does. A later one need
    /// not hold it: twelve weeks from June go beyond the school year.
    /// </summary>
    public ReadOnlySpan<int> Step => _columns.Step.AsSpan(0, Count);

    /// <summary>The child of each of the cohort, by a number that means nothing else.</summary>
    public ReadOnlySpan<int> Child => _columns.Child;

    /// <summary>The first day of each of the cohort, as a day number.</summary>
    internal ReadOnlySpan<int> Start => _columns.Start;

    /// <summary>Of whom, by whom and beside what each of the cohort is.</summary>
    internal ReadOnlySpan<CareMarks> Marks => _columns.Marks;

    /// <summary>Days until the end, or as far as one that still runs could be followed; of the cohort.</summary>
    public ReadOnlySpan<int> CohortDays => _columns.Days;

    /// <summary>The same in calendar months.</summary>
    public ReadOnlySpan<double> CohortMonths => _columns.Months;

    /// <summary>Volume of the cohort in ticks; of one that still runs what was declared so far.</summary>
    public ReadOnlySpan<long> CohortVolume => _columns.Volume;

    /// <summary>Whether the end of each of the cohort is known.</summary>
    public bool[] Ends()
    {
        var ends = new bool[Cohort];
        ends.AsSpan(0, Count).Fill(true);
        return ends;
    }

    /// <summary>Whether each of the cohort is known to end within an allowed duration, by its place among them.</summary>
    public ReadOnlySpan<bool> EndsWithin(int step) => _columns.EndsWithin[step];

    /// <summary>The volume within an allowed duration, by its place among them, in ticks; of the complete ones.</summary>
    public ReadOnlySpan<long> VolumeWithin(int step) => CohortVolumeWithin(step)[..Count];

    /// <summary>The same of the cohort; of one that could not be followed for so long what was declared so far.</summary>
    public ReadOnlySpan<long> CohortVolumeWithin(int step) => _columns.Within[step];

    /// <summary>
    /// The times of the cohort on the axis of an allowed duration, and its place on that axis: months, days for weeks, and of a school year the
    /// part of the way from the start to its end. What is not beyond the place lies within the duration.
    /// </summary>
    public (double[] Times, double Limit) TimesTo(int step)
    {
        var duration = Product.AllowedDurations[step];
        return duration.Unit switch
        {
            DurationUnit.Month => ([.. _columns.Months], duration.Length),
            DurationUnit.Week => (Array.ConvertAll(_columns.Days, days => (double)days), 7 * duration.Length),
            DurationUnit.SchoolYear => ([.. _columns.Days.Zip(_columns.Start, (days, start) => days / DaysOf(duration, start))], 1),
            _ => throw new ArgumentOutOfRangeException(nameof(step), duration.Unit, "Unknown duration unit."),
        };
    }

    /// <summary>The times of the cohort on the product's own axis: months where all its durations are months, else days.</summary>
    public double[] OwnTimes() => CountsMonths ? [.. _columns.Months] : Array.ConvertAll(_columns.Days, days => (double)days);

    /// <summary>Whether all allowed durations are months.</summary>
    public bool CountsMonths => Product.AllowedDurations.All(step => step.Unit == DurationUnit.Month);

    /// <summary>Those of the cohort at some places, ascending, as a group of their own; nobody enters late into it.</summary>
    internal Group Part(IReadOnlyList<int> places) => new(Product, _columns.At(places), Scope);

    /// <summary>The days from a start to the end of the school year.</summary>
    internal static double DaysOf(DurationStep duration, int start) =>
        DayNumber.Of(duration.LastDay(DayNumber.ToDate(start))) - start + 1;
}

/// <summary>Room for the columns of a group: the complete trajectories before the running ones.</summary>
internal sealed class GroupColumns(int complete, int steps, int running = 0)
{
    internal int Count { get; private set; }

    internal int Running { get; private set; }

    internal int[] Child { get; } = new int[complete + running];

    internal int[] Start { get; } = new int[complete + running];

    internal CareMarks[] Marks { get; } = new CareMarks[complete + running];

    internal int[] Days { get; } = new int[complete + running];

    internal double[] Months { get; } = new double[complete + running];

    internal int[] Step { get; } = new int[complete + running];

    internal long[] Volume { get; } = new long[complete + running];

    internal bool[][] EndsWithin { get; } = [.. Enumerable.Range(0, steps).Select(_ => new bool[complete + running])];

    internal long[][] Within { get; } = [.. Enumerable.Range(0, steps).Select(_ => new long[complete + running])];

    /// <summary>Takes the next free place in all columns, of a complete trajectory.</summary>
    internal int Next() => Count++;

    /// <summary>Takes the next free place in all columns, of one that still runs.</summary>
    internal int NextRunning() => complete + Running++;

    /// <summary>The rows at some places, ascending.</summary>
    internal GroupColumns At(IReadOnlyList<int> places)
    {
        var ended = places.Count(place => place < Count);
        var part = new GroupColumns(ended, Within.Length, places.Count - ended);
        foreach (var place in places)
            part.Take(this, place, place < Count ? part.Next() : part.NextRunning());
        return part;
    }

    private void Take(GroupColumns from, int place, int to)
    {
        (Child[to], Start[to], Marks[to]) = (from.Child[place], from.Start[place], from.Marks[place]);
        (Days[to], Months[to], Step[to], Volume[to]) = (from.Days[place], from.Months[place], from.Step[place], from.Volume[place]);
        for (var step = 0; step < Within.Length; step++)
            (Within[step][to], EndsWithin[step][to]) = (from.Within[step][place], from.EndsWithin[step][place]);
    }
}
