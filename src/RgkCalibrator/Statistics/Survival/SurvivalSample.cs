using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>
/// A sample of times, counted per distinct time. Some are right-censored (still running when last seen), and some may
/// have delayed entry (already running when first seen).
/// </summary>
/// <remarks>
/// Each element is seen during (entry, time]: at equal times events come before censorings, and who enters at the time
/// of an event is not at risk of it. Times are in any unit, whole or not; entries are in the same.
/// </remarks>
public sealed class SurvivalSample
{
    /// <summary>Takes whole times, such as days; the work is linear in their number.</summary>
    /// <param name="times">When each element ended or was last seen.</param>
    /// <param name="events">Whether its end was seen.</param>
    /// <param name="entries">
    /// From when it was seen, before its time; empty when all were seen from their beginning.
    /// </param>
    /// <param name="counts">How often each element counts, 0 to 10⁹; empty when each counts once.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, an entry does not lie before its time, or a count lies outside.
    /// </exception>
    public SurvivalSample(
        ReadOnlySpan<int> times,
        ReadOnlySpan<bool> events,
        ReadOnlySpan<int> entries = default,
        ReadOnlySpan<long> counts = default)
        : this(TimeAxis.FromTimes(times), events, TimeAxis.InDoubles(entries), counts)
    {
    }

    /// <inheritdoc
    /// cref="SurvivalSample(ReadOnlySpan{int}, ReadOnlySpan{bool}, ReadOnlySpan{int}, ReadOnlySpan{long})"/>
    /// <summary>
    /// Takes any times, such as months with fractions; times are equal when they are the same double.
    /// </summary>
    /// <exception cref="ArgumentException">Also: a time or an entry is infinite or not a number.</exception>
    public SurvivalSample(
        ReadOnlySpan<double> times,
        ReadOnlySpan<bool> events,
        ReadOnlySpan<double> entries = default,
        ReadOnlySpan<long> counts = default)
        : this(TimeAxis.FromTimes(times), events, entries, counts)
    {
    }

    internal SurvivalSample(
        TimeAxis axis, ReadOnlySpan<bool> events, ReadOnlySpan<double> entries, ReadOnlySpan<long> counts)
    {
        var size = axis.Places.Length;
        if (events.Length != size
            || (!entries.IsEmpty && entries.Length != size)
            || (!counts.IsEmpty && counts.Length != size))
        {
            throw new ArgumentException("Each time has one event, one entry and one count.", nameof(events));
        }

        var (ended, lastSeen) = (new long[axis.Times.Length], new long[axis.Times.Length]);
        for (var i = 0; i < size; i++)
            (events[i] ? ended : lastSeen)[axis.Places[i]] += CountOf(counts, i);
        var counted = Enumerable.Range(0, ended.Length).Where(place => ended[place] + lastSeen[place] > 0).ToArray();
        Times = Array.ConvertAll(counted, place => axis.Times[place]);
        Events = Array.ConvertAll(counted, place => ended[place]);
        Censored = Array.ConvertAll(counted, place => lastSeen[place]);
        (Count, EventCount) = (Events.Sum() + Censored.Sum(), Events.Sum());
        Entering = Entered(axis, entries, counts);
        AtRisk = RiskSets();
    }

    /// <summary>The number of elements, each counted as often as it counts.</summary>
    public long Count { get; }

    /// <summary>The number of elements whose end was seen.</summary>
    public long EventCount { get; }

    /// <summary>Whether an element entered after another had ended or was last seen.</summary>
    public bool HasDelayedEntry => Entering.AsSpan().LastIndexOfAnyExcept(0) > 0;

    /// <summary>The last time of all, censored or not; null in an empty sample.</summary>
    public double? Last => Times.Length == 0 ? null : Times[^1];

    /// <summary>The distinct times in ascending order; at each an element ended or was last seen.</summary>
    internal double[] Times { get; }

    /// <summary>The number of ends at each distinct time.</summary>
    internal long[] Events { get; }

    /// <summary>The number of censorings at each distinct time.</summary>
    internal long[] Censored { get; }

    /// <summary>The number of elements that entered between each distinct time and the one before it.</summary>
    internal long[] Entering { get; }

    /// <summary>The number at risk just before each distinct time.</summary>
    internal long[] AtRisk { get; }

    /// <summary>The count of an element; 1 when there are no counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count lies outside 0 to 10⁹.</exception>
    internal static long CountOf(ReadOnlySpan<long> counts, int element)
    {
        if (counts.IsEmpty)
            return 1;
        return counts[element] is >= 0 and <= WeightedSample.LargestCount and var count
            ? count
            : throw new ArgumentOutOfRangeException(nameof(counts), counts[element], "A count lies between 0 and 10⁹.");
    }

    private long[] Entered(TimeAxis axis, ReadOnlySpan<double> entries, ReadOnlySpan<long> counts)
    {
        var entering = new long[Times.Length];
        if (entries.IsEmpty && Count > 0)
            entering[0] = Count;
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = FiniteValue.Of(entries[i]);
            if (entry >= axis.Times[axis.Places[i]])
                throw new ArgumentException("An entry lies before its time.", nameof(entries));
            if (CountOf(counts, i) is > 0 and var count)
                entering[Bisection.First(0, Times.Length - 1, place => Times[place] > entry)] += count;
        }

        return entering;
    }

    private long[] RiskSets()
    {
        var atRisk = new long[Times.Length];
        var seen = 0L;
        for (var place = 0; place < atRisk.Length; place++)
        {
            seen += Entering[place];
            atRisk[place] = seen;
            seen -= Events[place] + Censored[place];
        }

        return atRisk;
    }
}
