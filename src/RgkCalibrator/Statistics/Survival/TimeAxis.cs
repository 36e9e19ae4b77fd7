using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>The distinct times of a sample, ascending, and the place of each element among them.</summary>
internal sealed class TimeAxis
{
    // A table of this many whole numbers is cheaper than sorting, however few the elements are.
    private const int SmallTable = 1 << 16;

    private TimeAxis(double[] times, int[] places) => (Times, Places) = (times, places);

    /// <summary>The distinct times in ascending order.</summary>
    public double[] Times { get; }

    /// <summary>The index of the time of each element.</summary>
    public int[] Places { get; }

    /// <summary>
    /// Makes the axis of whole numbers, such as days; the work is linear in their number when they lie close together.
    /// </summary>
    public static TimeAxis FromTimes(ReadOnlySpan<int> times)
    {
        if (times.IsEmpty)
            return new TimeAxis([], []);
        var (low, high) = Range(times);
        if ((long)high - low > Math.Max(SmallTable, 4L * times.Length))
            return FromTimes(InDoubles(times));
        var placeOf = new int[high - low + 1];
        foreach (var time in times)
            placeOf[time - low] = 1;
        var distinct = Numbered(placeOf, low);
        var places = new int[times.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = placeOf[times[i] - low];
        return new TimeAxis(distinct, places);
    }

    /// <summary>Makes the axis of any times, by sorting.</summary>
    /// <exception cref="ArgumentException">A time is infinite or not a number.</exception>
    public static TimeAxis FromTimes(ReadOnlySpan<double> times)
    {
        var (sorted, order, places) = (new double[times.Length], new int[times.Length], new int[times.Length]);
        for (var i = 0; i < times.Length; i++)
            (sorted[i], order[i]) = (FiniteValue.Of(times[i]), i);
        Array.Sort(sorted, order);
        var distinct = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] > sorted[distinct - 1])
                sorted[distinct++] = sorted[i];
            places[order[i]] = distinct - 1;
        }

        return new TimeAxis(sorted[..distinct], places);
    }

    /// <summary>The same numbers as doubles.</summary>
    public static double[] InDoubles(ReadOnlySpan<int> times)
    {
        var doubles = new double[times.Length];
        for (var i = 0; i < doubles.Length; i++)
            doubles[i] = times[i];
        return doubles;
    }

    private static (int Low, int High) Range(ReadOnlySpan<int> times)
    {
        var (low, high) = (times[0], times[0]);
        foreach (var time in times)
            (low, high) = (Math.Min(low, time), Math.Max(high, time));
        return (low, high);
    }

    // Every mark becomes its number in the row of marks, from 0.
    private static double[] Numbered(int[] marks, int low)
    {
        var distinct = new double[marks.Sum()];
        var place = 0;
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i] == 0)
                continue;
            distinct[place] = low + i;
            marks[i] = place++;
        }

        return distinct;
    }
}
