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
    public SafeLine Line { get; private init; }

    /// <summary>The classes, ascending and without gaps.</summary>
    public IReadOnlyList<SafeBin> Bins { get; }

    /// <summary>Whether classes were joined.</summary>
    public bool IsMerged { get; }

    /// <summary>The same of a line that is read anew.</summary>
    internal SafeHistogram Of(SafeLine line) => this with { Line = line };

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
        SafeLine line, Observed known, double[] values, HistogramEdges edges, DisclosureProfile profile) =>
        From(line, known, values, edges, new SafePoints(new KnownValues(known, values), profile), profile);

    /// <summary>
    /// The same beside other figures of the distribution: the line first, then from below, an edge is one only where it
    /// keeps away from them and from the other edges.
    /// </summary>
    internal static SafeHistogram? From(
        SafeLine line, Observed known, double[] values, HistogramEdges edges, SafePoints points,
        DisclosureProfile profile)
    {
        if (line.Withheld is not null)
            return null;
        _ = points.Add(edges.Line);
        double[] upper = [.. edges.Edges.Where(points.Add)];
        return upper.Length == 0 ? null : new SafeHistogram(
            line, Rounded(Count(known, values, upper), upper, profile), isMerged: upper.Length < edges.Edges.Count);
    }

    private static double[] Count(Observed known, double[] values, double[] upper)
    {
        var counts = new double[upper.Length + 1];
        for (var i = 0; i < values.Length; i++)
        {
            var found = Array.BinarySearch(upper, values[i]);
            counts[found < 0 ? ~found : found] += known.Weights[i];
        }

        counts[^1] += Math.Max(0, known.Total - known.Weights.Sum());
        return counts;
    }

    private static List<SafeBin> Rounded(double[] counts, double[] upper, DisclosureProfile profile) =>
    [
        .. counts.Select((count, i) => new SafeBin(
            i == 0 ? 0 : upper[i - 1], i < upper.Length ? upper[i] : null, profile.Rounded(count))),
    ];
}
