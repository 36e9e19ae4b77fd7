using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>
/// Trajectories with delayed entry: by a start message they had begun before the observed period, so they are outside
/// the cohort and seen only from the first observed day on. Only estimates of durations may take them, with that entry.
/// A place in one column is the same trajectory in all.
/// </summary>
internal sealed class DelayedEntries(int count)
{
    /// <summary>No such trajectories, or none are asked for.</summary>
    internal static DelayedEntries None { get; } = new(0);

    /// <summary>The number of trajectories.</summary>
    internal int Count => count;

    /// <summary>The first day, before the observed period, as a day number.</summary>
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

    /// <summary>
    /// Entries and times on the scale of a duration, the one that <see cref="Group.TimesOn"/> has for the cohort.
    /// </summary>
    internal (double[] Entries, double[] Times) On(DurationStep duration) => (
        TimeScale.Times(duration, Start, EntryDays, EntryMonths), TimeScale.Times(duration, Start, Days, Months));
}
