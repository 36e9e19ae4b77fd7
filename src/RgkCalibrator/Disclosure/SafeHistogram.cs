using RgkCalibrator.Framework;

namespace RgkCalibrator.Disclosure;

/// <summary>One class of a histogram that may be shown.</summary>
/// <param name="From">The lower edge; it belongs to the class before.</param>
/// <param name="To">The upper edge, which belongs to this class; null for 'and more'.</param>
/// <param name="Count">Trajectories, rounded; where some still run, what the known ones stand for.</param>
public sealed record SafeBin(double From, double? To, long Count);

/// <summary>The classes that a distribution is to be shown in.</summary>
/// <param name="Edges">
/// Upper edges, ascending, on the policy's steps; what lies above the last is one more class.
/// </param>
/// <param name="Line">The edge that is the framework line: where it can, it stays an edge.</param>
public sealed record HistogramEdges(IReadOnlyList<double> Edges, double Line);

/// <summary>
/// A distribution that may be shown: each class stands for at least the smallest group of children, the last is
/// open-ended.
/// </summary>
public sealed record SafeHistogram
{
    private SafeHistogram(SafeLine line, IReadOnlyList<SafeBin> bins, bool isMerged) =>
        (Line, Bins, IsMerged) = (line, bins, isMerged);

    /// <summary>The line it belongs to.</summary>
    public SafeLine Line { get; }

    /// <summary>The classes, ascending and without gaps.</summary>
    public IReadOnlyList<SafeBin> Bins { get; }

    /// <summary>Whether classes were joined.</summary>
    public bool IsMerged { get; }

    /// <summary>A distribution as it may be shown.</summary>
    /// <param name="line">The line it belongs to, as it may be shown.</param>
    /// <param name="known">
    /// The trajectories whose values are known, with their weights; what the weights leave over lies above all values.
    /// </param>
    /// <param name="values">The value of each of them.</param>
    /// <param name="edges">The classes wished for.</param>
    /// <param name="profile">What may be shown.</param>
    /// <returns>Null when the line's own figures are not shown, or no two classes are left.</returns>
    public static SafeHistogram? From(
        SafeLine line, Observed known, ReadOnlySpan<double> values, HistogramEdges edges,
        DisclosureProfile profile)
    {
        if (line.Withheld is not null)
            return null;
        var classes = Sort(known, values, edges.Edges);
        var beyond = edges.Edges.TakeWhile(edge => edge <= edges.Line).Count();
        var bins = Merge(classes[..beyond], profile);
        var above = Merge(classes[beyond..], profile);
        bins = above.Count > 0 && bins.Count > 0 ? [.. bins, .. above] : Merge(classes, profile);
        return bins.Count < 2 ? null : new SafeHistogram(line, Shown(bins, profile), bins.Count < classes.Count);
    }

    private static List<HistogramClass> Sort(
        Observed known, ReadOnlySpan<double> values, IReadOnlyList<double> edges)
    {
        double[] upper = [.. edges];
        var classes = Enumerable.Range(0, upper.Length + 1)
            .Select(i => new HistogramClass(i == 0 ? 0 : upper[i - 1], 0, [])).ToList();
        for (var i = 0; i < values.Length; i++)
        {
            var found = Array.BinarySearch(upper, values[i]);
            var place = found < 0 ? ~found : found;
            classes[place].Children.Add(known.Group.Child[known.Places[i]]);
            classes[place] = classes[place] with { Count = classes[place].Count + known.Weights[i] };
        }

        classes[^1] = classes[^1] with { Count = classes[^1].Count + Math.Max(0, known.Total - known.Weights.Sum()) };
        return classes;
    }

    /// <summary>
    /// Joins classes from below until they stand for enough children; what is left above joins the last. Gives none
    /// when there are too few children.
    /// </summary>
    private static List<HistogramClass> Merge(List<HistogramClass> classes, DisclosureProfile profile)
    {
        var merged = new List<HistogramClass>();
        HistogramClass? open = null;
        foreach (var next in classes)
        {
            open = open is null ? next : open.With(next);
            if (open.Children.Count < profile.SmallestGroup)
                continue;
            merged.Add(open);
            open = null;
        }

        if (open is not null && merged.Count > 0)
            merged[^1] = merged[^1].With(open);
        return merged;
    }

    private static List<SafeBin> Shown(List<HistogramClass> bins, DisclosureProfile profile) =>
    [
        .. bins.Select((bin, i) =>
            new SafeBin(bin.From, i + 1 < bins.Count ? bins[i + 1].From : null, profile.Rounded(bin.Count))),
    ];

    private sealed record HistogramClass(double From, double Count, HashSet<int> Children)
    {
        internal HistogramClass With(HistogramClass above) =>
            new(From, Count + above.Count, [.. Children, .. above.Children]);
    }
}
