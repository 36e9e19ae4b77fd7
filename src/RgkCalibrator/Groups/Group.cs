using RgkCalibrator.Catalogue;

namespace RgkCalibrator.Groups;

/// <summary>
/// The trajectories of one product that count in its percentiles: those in the cohort that are complete, in columns. All columns have
/// <see cref="Count"/> values, and a place in one is the same trajectory in all.
/// </summary>
public sealed class Group
{
    private readonly int[] _child;
    private readonly int[] _days;
    private readonly double[] _months;
    private readonly int[] _step;
    private readonly long[] _volume;
    private readonly long[][] _within;
    private readonly bool[][] _ends;

    internal Group(Product product, int cohort, GroupColumns columns, GroupScope? scope = null)
    {
        Scope = scope ?? GroupScope.Whole;
        (Product, Cohort, Count) = (product, cohort, columns.Count);
        (_child, _days, _months, _step) = (columns.Child, columns.Days, columns.Months, columns.Step);
        (_volume, _within, _ends) = (columns.Volume, columns.Within, columns.EndsWithin);
        Children = _child.Distinct().Count();
    }

    /// <summary>The product, with its allowed durations.</summary>
    public Product Product { get; }

    /// <summary>The subgroup's id; empty for the whole product.</summary>
    public string Subgroup => Scope.Id;

    /// <summary>Which trajectories of the product it holds, and what is to be known of that.</summary>
    public GroupScope Scope { get; }

    /// <summary>Trajectories in the cohort, complete or still running.</summary>
    public int Cohort { get; }

    /// <summary>Complete trajectories in the cohort: those in the columns.</summary>
    public int Count { get; }

    /// <summary>Different children among them.</summary>
    public int Children { get; }

    /// <summary>Length in days.</summary>
    public ReadOnlySpan<int> Days => _days;

    /// <summary>Length in calendar months.</summary>
    public ReadOnlySpan<double> Months => _months;

    /// <summary>Whole volume, in ticks of the product's unit.</summary>
    public ReadOnlySpan<long> Volume => _volume;

    /// <summary>
    /// Which allowed duration is the first that holds it, from 0; the number of allowed durations where none does. A later one need not hold it:
    /// twelve weeks from June go beyond the school year.
    /// </summary>
    public ReadOnlySpan<int> Step => _step;

    /// <summary>The child, by a number that means nothing else.</summary>
    public ReadOnlySpan<int> Child => _child;

    /// <summary>Whether it ends within an allowed duration, by its place among them.</summary>
    public ReadOnlySpan<bool> EndsWithin(int step) => _ends[step];

    /// <summary>The volume within an allowed duration, by its place among them, in ticks.</summary>
    public ReadOnlySpan<long> VolumeWithin(int step) => _within[step];
}

/// <summary>Room for the columns of a group.</summary>
internal sealed class GroupColumns(int room, int steps)
{
    internal int Count { get; private set; }

    internal int[] Child { get; } = new int[room];

    internal int[] Days { get; } = new int[room];

    internal double[] Months { get; } = new double[room];

    internal int[] Step { get; } = new int[room];

    internal long[] Volume { get; } = new long[room];

    internal bool[][] EndsWithin { get; } = [.. Enumerable.Range(0, steps).Select(_ => new bool[room])];

    internal long[][] Within { get; } = [.. Enumerable.Range(0, steps).Select(_ => new long[room])];

    /// <summary>Takes the next free place in all columns.</summary>
    internal int Next() => Count++;
}
