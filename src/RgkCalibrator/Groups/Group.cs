using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>
/// The trajectories of one product that count in its percentiles: those in the cohort, in columns, the complete ones
/// before those that still run. A place in one column is the same trajectory in all; columns of complete ones have
/// <see cref="Count"/> values, columns of the whole cohort <see cref="Cohort"/>.
/// </summary>
public sealed class Group
{
    private readonly GroupColumns _columns;

    internal Group(Product product, GroupColumns columns, GroupScope? scope = null)
    {
        (Product, _columns, Scope) = (product, columns, scope ?? GroupScope.Whole);
        Children = columns.Child.Take(Count).Distinct().Count();
        CohortChildren = columns.Child.Distinct().Count();
    }

    /// <summary>The product, with its allowed durations.</summary>
    public Product Product { get; }

    /// <summary>The subgroup's id; empty for the whole product.</summary>
    public string Subgroup => Scope.Id;

    /// <summary>The line that is for the group.</summary>
    public LineName Name => new(Product.Code, Subgroup);

    /// <summary>
    /// Which trajectories of the product the group holds, and what readers should know of that choice.
    /// </summary>
    public GroupScope Scope { get; }

    /// <summary>
    /// The care years of the cohort where the product is observed by them: blocks of twelve months from the start, each
    /// in the group of the age on its first day. Complete are those that were observed to their last day, or in which
    /// the care is known to have ended. Null for other products.
    /// </summary>
    public Group? CareYears { get; internal init; }

    /// <summary>
    /// Trajectories outside the cohort that estimates of its durations take; in no count, and in no other column.
    /// </summary>
    internal DelayedEntries Delayed { get; init; } = DelayedEntries.None;

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
    /// The first allowed duration that holds a complete one, counted from 0; the number of allowed durations where none
    /// does. A later one need not hold it: twelve weeks from June go beyond the school year.
    /// </summary>
    public ReadOnlySpan<int> Step => _columns.Step.AsSpan(0, Count);

    /// <summary>The child of each trajectory in the cohort, by a number that means nothing else.</summary>
    public ReadOnlySpan<int> Child => _columns.Child;

    /// <summary>The first day of each trajectory in the cohort, as a day number.</summary>
    internal ReadOnlySpan<int> Start => _columns.Start;

    /// <summary>The covariates of each trajectory in the cohort.</summary>
    internal ReadOnlySpan<Covariates> Covariates => _columns.Covariates;

    /// <summary>
    /// The main providers of its cohort and of its care years, by their numbers in the trajectory set, in order: a care
    /// year can be in another group than its trajectory.
    /// </summary>
    internal IReadOnlyList<int> Providers() =>
    [
        .. _columns.Covariates.Concat(CareYears?._columns.Covariates ?? [])
            .Select(one => one.Provider).Distinct().Order(),
    ];

    /// <summary>Days until the end, or as far as one that still runs could be followed; for the cohort.</summary>
    public ReadOnlySpan<int> CohortDays => _columns.Days;

    /// <summary>The same in calendar months.</summary>
    public ReadOnlySpan<double> CohortMonths => _columns.Months;

    /// <summary>Volume of the cohort in ticks; for one that still runs what was declared so far.</summary>
    public ReadOnlySpan<long> CohortVolume => _columns.Volume;

    /// <summary>Whether the end of each trajectory in the cohort is known.</summary>
    public bool[] Ends()
    {
        var ends = new bool[Cohort];
        ends.AsSpan(0, Count).Fill(true);
        return ends;
    }

    /// <summary>
    /// Whether each trajectory in the cohort is known to end within an allowed duration, by its place among them.
    /// </summary>
    public ReadOnlySpan<bool> EndsWithin(int step) => _columns.EndsWithin[step];

    /// <summary>
    /// The volume within an allowed duration, by its place among them, in ticks; for the complete ones.
    /// </summary>
    public ReadOnlySpan<long> VolumeWithin(int step) => CohortVolumeWithin(step)[..Count];

    /// <summary>
    /// The same for the cohort; for one that could not be followed for so long what was declared so far.
    /// </summary>
    public ReadOnlySpan<long> CohortVolumeWithin(int step) => _columns.Within[step];

    /// <summary>
    /// The times of the cohort on the scale of an allowed duration, and the end of that duration: months, days for
    /// weeks, and for a school year the part of the way from the start to its end. What is not beyond the limit lies
    /// within the duration.
    /// </summary>
    public (double[] Times, double Limit) TimesTo(int step) =>
        (TimesOn(Product.AllowedDurations[step]), TimeScale.EndOf(Product.AllowedDurations[step]));

    /// <summary>
    /// The times of the cohort on the product's own scale: months where all its durations are months, else days.
    /// </summary>
    public double[] OwnTimes() => TimesOn(OwnScale);

    /// <summary>Whether all allowed durations are months.</summary>
    public bool CountsMonths => Product.AllowedDurations.All(step => step.Unit == DurationUnit.Month);

    internal DurationStep OwnScale => CountsMonths ? TimeScale.Months : TimeScale.Days;

    /// <summary>
    /// The lines of the care that lies directly beside the trajectory at a place in the cohort; none where that was not
    /// asked.
    /// </summary>
    internal IReadOnlyList<LineName> Beside(int place) => _columns.Beside?[place] ?? [];

    /// <summary>The times of the cohort on the scale of any duration.</summary>
    internal double[] TimesOn(DurationStep duration) =>
        TimeScale.Times(duration, _columns.Start, _columns.Days, _columns.Months);

    /// <summary>
    /// For each of the cohort the end of an allowed duration of its own, by its place among them, on the scale of any
    /// duration.
    /// </summary>
    internal double[] EndsOn(DurationStep scale, IReadOnlyList<int> steps)
    {
        var (days, months) = (new int[Cohort], new double[Cohort]);
        for (var place = 0; place < Cohort; place++)
        {
            var start = DayNumber.ToDate(Start[place]);
            var last = Product.AllowedDurations[steps[place]].LastDay(start);
            (days[place], months[place]) = (last.DayNumber - start.DayNumber + 1, CalendarMonths.Between(start, last));
        }

        return TimeScale.Times(scale, _columns.Start, days, months);
    }

    /// <summary>
    /// The trajectories at some ascending places in the cohort as a group of their own, without delayed entries.
    /// </summary>
    internal Group Part(IReadOnlyList<int> places) => new(Product, _columns.At(places), Scope);
}

/// <summary>The columns of a group while it is filled: the complete trajectories before the running ones.</summary>
internal sealed class GroupColumns(int complete, int steps, int running = 0)
{
    internal int Count { get; private set; }

    internal int Running { get; private set; }

    internal int[] Child { get; } = new int[complete + running];

    internal int[] Start { get; } = new int[complete + running];

    internal Covariates[] Covariates { get; } = new Covariates[complete + running];

    internal int[] Days { get; } = new int[complete + running];

    internal double[] Months { get; } = new double[complete + running];

    internal int[] Step { get; } = new int[complete + running];

    internal long[] Volume { get; } = new long[complete + running];

    /// <summary>The lines of the care directly beside each; null where that was not asked.</summary>
    internal LineName[][]? Beside { get; init; }

    internal bool[][] EndsWithin { get; } = [.. Enumerable.Range(0, steps).Select(_ => new bool[complete + running])];

    internal long[][] Within { get; } = [.. Enumerable.Range(0, steps).Select(_ => new long[complete + running])];

    /// <summary>Takes the next free place in all columns, for a complete trajectory or one that still runs.</summary>
    internal int Next(bool isComplete = true) => isComplete ? Count++ : complete + Running++;

    /// <summary>The rows at some ascending places.</summary>
    internal GroupColumns At(IReadOnlyList<int> places)
    {
        var ended = places.Count(place => place < Count);
        var part = new GroupColumns(ended, Within.Length, places.Count - ended)
        {
            Beside = Beside is null ? null : new LineName[places.Count][],
        };
        foreach (var place in places)
            part.Take(this, place, part.Next(isComplete: place < Count));
        return part;
    }

    private void Take(GroupColumns from, int place, int to)
    {
        (Child[to], Start[to], Covariates[to]) = (from.Child[place], from.Start[place], from.Covariates[place]);
        (Days[to], Months[to], Step[to], Volume[to]) =
            (from.Days[place], from.Months[place], from.Step[place], from.Volume[place]);
        if (Beside is not null)
            Beside[to] = from.Beside![place];
        for (var step = 0; step < Within.Length; step++)
            (Within[step][to], EndsWithin[step][to]) = (from.Within[step][place], from.EndsWithin[step][place]);
    }
}
