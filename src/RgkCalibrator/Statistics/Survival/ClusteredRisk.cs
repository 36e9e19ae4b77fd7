namespace RgkCalibrator.Statistics.Survival;

/// <summary>Who enters, ends and is censored at each place of an axis, by cluster, in the order in which a pass over the places meets them.</summary>
internal sealed class ClusteredRisk
{
    private readonly int[] _ended;
    private readonly int[] _endedUpTo;
    private readonly int[] _lastSeen;
    private readonly int[] _lastSeenUpTo;
    private readonly int[] _entered;
    private readonly int[] _enteredUpTo;
    private readonly int[] _sizes;

    public ClusteredRisk(TimeAxis axis, ReadOnlySpan<bool> events, TimeAxis labels, ReadOnlySpan<double> entries)
    {
        var places = axis.Times.Length;
        (_sizes, var kinds) = (new int[labels.Times.Length], events.ToArray());
        foreach (var cluster in labels.Places)
            _sizes[cluster]++;
        (_ended, _endedUpTo) = ByPlace(axis.Places, labels.Places, i => kinds[i], places);
        (_lastSeen, _lastSeenUpTo) = ByPlace(axis.Places, labels.Places, i => !kinds[i], places);
        IsDelayed = !entries.IsEmpty;
        int[] entering = [.. entries.ToArray().Select(entry => TimeAxis.FirstAfter(axis.Times, entry))];
        (_entered, _enteredUpTo) = IsDelayed ? ByPlace(entering, labels.Places, _ => true, places) : ([], []);
    }

    /// <summary>Whether any element is censored.</summary>
    public bool IsCensored => _lastSeen.Length > 0;

    private bool IsDelayed { get; }

    /// <summary>The size of a resample.</summary>
    public long CountOf(ReadOnlySpan<int> drawn)
    {
        var count = 0L;
        for (var cluster = 0; cluster < _sizes.Length; cluster++)
            count += (long)_sizes[cluster] * drawn[cluster];
        return count;
    }

    /// <summary>Who enters before a place and not before the place before it, and who ends and is censored at it.</summary>
    public (long Entering, long Events, long Censored) At(int place, ReadOnlySpan<int> drawn)
    {
        var all = place == 0 ? CountOf(drawn) : 0;
        return (
            IsDelayed ? Sum(_entered, _enteredUpTo, place, drawn) : all,
            Sum(_ended, _endedUpTo, place, drawn),
            Sum(_lastSeen, _lastSeenUpTo, place, drawn));
    }

    private static long Sum(int[] clusters, int[] upTo, int place, ReadOnlySpan<int> drawn)
    {
        var sum = 0L;
        foreach (var cluster in clusters.AsSpan(upTo[place], upTo[place + 1] - upTo[place]))
            sum += drawn[cluster];
        return sum;
    }

    // A counting sort of the clusters by place.
    private static (int[] Clusters, int[] UpTo) ByPlace(int[] places, int[] clusters, Func<int, bool> isMeant, int count)
    {
        var upTo = new int[count + 1];
        for (var i = 0; i < places.Length; i++)
            upTo[places[i] + 1] += isMeant(i) ? 1 : 0;
        for (var place = 0; place < count; place++)
            upTo[place + 1] += upTo[place];
        var (sorted, next) = (new int[upTo[^1]], upTo.ToArray());
        for (var i = 0; i < places.Length; i++)
        {
            if (isMeant(i))
                sorted[next[places[i]]++] = clusters[i];
        }

        return (sorted, upTo);
    }
}
