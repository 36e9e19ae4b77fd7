using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>
/// A sample of volumes that grow with time, some of which were still growing when last seen. Each element has its
/// volume so far, its time so far and whether its end was seen.
/// </summary>
/// <remarks>
/// All are seen from their beginning: of what was used before an entry nothing is known, so there is no delayed entry.
/// </remarks>
public sealed class VolumeSample
{
    /// <summary>Takes volumes over times, such as days or months with fractions.</summary>
    /// <param name="volumes">The volume until the time, in any unit.</param>
    /// <param name="times">When each element ended or was last seen.</param>
    /// <param name="events">Whether its end was seen, so that the volume is complete.</param>
    /// <param name="counts">How often each element counts, 0 to 10⁹; empty when each counts once.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, a number is not finite, or a count lies outside.
    /// </exception>
    public VolumeSample(
        ReadOnlySpan<double> volumes,
        ReadOnlySpan<double> times,
        ReadOnlySpan<bool> events,
        ReadOnlySpan<long> counts = default)
    {
        if (volumes.Length != times.Length)
            throw new ArgumentException("Each volume has one time.", nameof(volumes));
        var axis = TimeAxis.FromTimes(times);
        Survival = new SurvivalSample(axis, events, [], counts);
        var (complete, order) = (new double[volumes.Length], new int[volumes.Length]);
        var size = 0;
        for (var i = 0; i < volumes.Length; i++)
        {
            var volume = FiniteValue.Of(volumes[i]);
            if (SurvivalSample.CountOf(counts, i) == 0)
                continue;
            Largest = Math.Max(Largest ?? volume, volume);
            if (events[i])
                (complete[size], order[size++]) = (volume, i);
        }

        Array.Sort(complete, order, 0, size);
        (Volumes, Places, Counts) = (complete[..size], new int[size], new long[size]);
        for (var i = 0; i < size; i++)
            (Places[i], Counts[i]) = (PlaceOf(axis, order[i]), SurvivalSample.CountOf(counts, order[i]));
    }

    /// <summary>The times with their ends: the durations of the same elements.</summary>
    public SurvivalSample Survival { get; }

    /// <summary>The largest volume of all, complete or not; null in an empty sample.</summary>
    public double? Largest { get; }

    /// <summary>The volumes that are complete, ascending.</summary>
    internal double[] Volumes { get; }

    /// <summary>The place of the time of each complete volume on the axis of <see cref="Survival"/>.</summary>
    internal int[] Places { get; }

    /// <summary>How often each complete volume counts, at least once.</summary>
    internal long[] Counts { get; }

    /// <summary>
    /// The sample within a duration. An element that outlasts the duration is complete for it: its time is min(time,
    /// duration), and its end counts as seen when time ≥ duration.
    /// </summary>
    /// <param name="duration">In the unit of the times.</param>
    /// <param name="volumesWithin">The volume of each element within the duration.</param>
    /// <param name="times">When each element ended or was last seen.</param>
    /// <param name="events">Whether its end was seen.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a number is not finite.</exception>
    public static VolumeSample Within(
        double duration, ReadOnlySpan<double> volumesWithin, ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        var (cut, known) = (times.ToArray(), events.ToArray());
        for (var i = 0; i < Math.Min(cut.Length, known.Length); i++)
            (cut[i], known[i]) = (Math.Min(cut[i], duration), known[i] || cut[i] >= duration);
        return new VolumeSample(volumesWithin, cut, known);
    }

    /// <summary>
    /// The complete volumes alone, as a spreadsheet would take them; they are too small as long as others still grow.
    /// </summary>
    public WeightedSample Completed() => new(Volumes.Zip(Counts));

    // Elements that count for nothing may have left times out.
    private int PlaceOf(TimeAxis axis, int element) => axis.Times.Length == Survival.Times.Length
        ? axis.Places[element]
        : Array.BinarySearch(Survival.Times, axis.Times[axis.Places[element]]);
}
