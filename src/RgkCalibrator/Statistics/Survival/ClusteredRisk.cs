namespace RgkCalibrator.Statistics.Survival;

/// <summary>
/// The ends and censorings at each place of an axis, by cluster, in the order in which a pass over the places meets
/// them.
/// </summary>
internal sealed class ClusteredRisk
{
    private readonly int[] _sizes;
    private readonly (int[] Clusters, int[] UpTo) _ended;
    private readonly (int[] Clusters, int[] UpTo) _lastSeen;

    public ClusteredRisk(TimeAxis axis, ReadOnlySpan<bool> events, TimeAxis labels)
    {
        _sizes = new int[labels.Times.Length];
        foreach (var cluster in labels.Places)
            _sizes[cluster]++;
        _ended = ByPlace(axis, labels.Places, events, isEnd: true);
        _lastSeen = ByPlace(axis, labels.Places, events, isEnd: false);
    }

    /// <summary>Whether any element is censored.</summary>
    public bool IsCensored => _lastSeen.Clusters.Length > 0;

    /// <summary>The size of a resample.</summary>
    public long CountOf(ReadOnlySpan<int> drawn)
    {
        var count = 0L;
        for (var cluster = 0; cluster < _sizes.Length; cluster++)
            count += (long)_sizes[cluster] * drawn[cluster];
        return count;
    }

    /// <summary>The number of ends and of censorings of a resample at a place.</summary>
    public (long Events, long Censored) At(int place, ReadOnlySpan<int> drawn) =>
        (Sum(_ended, place, drawn), Sum(_lastSeen, place, drawn));

    private static long Sum((int[] Clusters, int[] UpTo) elements, int place, ReadOnlySpan<int> drawn)
    {
        var (sum, upTo) = (0L, elements.UpTo);
        foreach (var cluster in elements.Clusters.AsSpan(upTo[place], upTo[place + 1] - upTo[place]))
            sum += drawn[cluster];
        return sum;
    }

    // A counting sort of the clusters by place, of the elements that end or of those that do not.
    private static (int[] Clusters, int[] UpTo) ByPlace(
        TimeAxis axis, int[] clusters, ReadOnlySpan<bool> events, bool isEnd)
    {
        var (places, upTo) = (axis.Places, new int[axis.Times.Length + 1]);
        for (var i = 0; i < places.Length; i++)
            upTo[places[i] + 1] += events[i] == isEnd ? 1 : 0;
        for (var place = 1; place < upTo.Length; place++)
            upTo[place] += upTo[place - 1];
        var (sorted, next) = (new int[upTo[^1]], upTo.ToArray());
        for (var i = 0; i < places.Length; i++)
        {
            if (events[i] == isEnd)
                sorted[next[places[i]]++] = clusters[i];
        }

        return (sorted, upTo);
    }
}
