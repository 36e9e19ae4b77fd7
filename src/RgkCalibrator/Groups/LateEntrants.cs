using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>
/// Trajectories that had begun before what is observed, by a start message: outside the cohort, and seen from their entry, the first observed day, on. Durations
/// alone may take them, with that entry. A place in one column is the same trajectory in all.
/// </summary>
internal sealed class LateEntrants(int count)
{
    /// <summary>Where they are not taken, or there are none.</summary>
    internal static LateEntrants None { get; } = new(0);

    /// <summary>Trajectories.</summary>
    internal int Count => count;

    /// <summary>The child, by the numbers of the group.</summary>
    internal int[] Child { get; } = new int[count];

    /// <summary>The first day, before what is observed, as a day number.</summary>
    internal int[] Start { get; } = new int[count];

    /// <summary>Days before the first observed one; at least 1, and fewer than <see cref="Days"/>.</summary>
    internal int[] EntryDays { get; } = new int[count];

    /// <summary>The same in calendar months.</summary>
    internal double[] EntryMonths { get; } = new double[count];

    /// <summary>Days until the end, or as far as one that still runs could be followed.</summary>
    internal int[] Days { get; } = new int[count];

    /// <summary>The same in calendar months.</summary>
    internal double[] Months { get; } = new double[count];

    /// <summary>Whether the end is known.</summary>
    internal bool[] Ends { get; } = new bool[count];

    /// <summary>Entries and times in days.</summary>
    internal LateTimes InDays() => new(Array.ConvertAll(EntryDays, days => (double)days), Array.ConvertAll(Days, days => (double)days));

    /// <summary>Entries and times in calendar months.</summary>
    internal LateTimes InMonths() => new(EntryMonths, Months);

    /// <summary>Entries and times on the axis of an allowed duration, as <see cref="Group.TimesTo"/> has them of the cohort.</summary>
    internal LateTimes To(DurationStep duration) => duration.Unit switch
    {
        DurationUnit.Month => InMonths(),
        DurationUnit.Week => InDays(),
        DurationUnit.SchoolYear => new(
            [.. EntryDays.Zip(Start, (days, start) => days / Group.DaysOf(duration, start))],
            [.. Days.Zip(Start, (days, start) => days / Group.DaysOf(duration, start))]),
        _ => throw new ArgumentOutOfRangeException(nameof(duration), duration.Unit, "Unknown duration unit."),
    };
}

/// <summary>Late entries and times on one axis; an entry lies before its time.</summary>
internal sealed record LateTimes(double[] Entries, double[] Times);
