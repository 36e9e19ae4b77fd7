using System.Runtime.InteropServices;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>
/// The exact values of which a release tells something, and the points at which it may tell how many lie at or below.
/// Restricted.
/// </summary>
/// <param name="Name">What they are values of; the same in every release.</param>
/// <param name="Points">Ascending.</param>
/// <param name="Children">The key of the child of each value.</param>
/// <param name="Values">The values, in no order.</param>
internal sealed record ReleasedDistribution(string Name, double[] Points, ulong[] Children, double[] Values)
{
    /// <summary>The trajectories that are counted: 1 of each that is complete, 0 of each that still runs.</summary>
    internal const string Cohort = "cohort";

    /// <summary>With what the name begins of the values of a part of a line.</summary>
    internal const string Part = "part-";

    /// <summary>The name of the values of a part.</summary>
    internal static string NameOfPart(PartFactor factor, string key) => $"{Part}{factor}-{key}";

    /// <summary>Whether it is of a part: in another release the same part can hold other trajectories.</summary>
    internal bool IsOfPart => Name.StartsWith(Part, StringComparison.Ordinal);

    /// <summary>Each value with the key of its child.</summary>
    internal IEnumerable<(ulong Child, double Value)> Pairs() => Children.Zip(Values);

    /// <summary>The same in the order of children, and of values of one child.</summary>
    internal (ulong Child, double Value)[] Ordered => field ??= [.. Pairs().Order()];

    /// <summary>How many trajectories each child has.</summary>
    internal Dictionary<ulong, int> ByChild => field ??= Children.CountBy(child => child).ToDictionary();

    /// <summary>How many complete trajectories each child has, of what <see cref="Cohort"/> counts.</summary>
    internal Dictionary<ulong, int> CompleteByChild => field ??=
        Pairs().Where(pair => pair.Value == 1).CountBy(pair => pair.Child).ToDictionary();

    /// <summary>The points of this release and of another.</summary>
    internal double[] PointsWith(ReleasedDistribution other) => [.. Points.Union(other.Points).Order()];

    /// <summary>How these values are to those of another release, by child and value.</summary>
    internal ReleaseComparison ComparedTo(ReleasedDistribution other)
    {
        if (Children.AsSpan().SequenceEqual(other.Children) && Values.AsSpan().SequenceEqual(other.Values))
            return ReleaseComparison.Same;
        var left = Counted();
        var extra = 0;
        foreach (var pair in other.Children.Zip(other.Values))
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(left, pair, out _);
            extra += --count < 0 ? 1 : 0;
        }

        return (extra, Values.Length - (other.Values.Length - extra)) switch
        {
            (0, 0) => ReleaseComparison.Same,
            (_, 0) => ReleaseComparison.Narrower,
            (0, _) => ReleaseComparison.Wider,
            _ => ReleaseComparison.Mixed,
        };
    }

    /// <summary>The children of whom another release counts more or fewer trajectories.</summary>
    internal IEnumerable<ulong> CountedOtherwise(ReleasedDistribution other)
    {
        return ByChild.Except(other.ByChild).Concat(other.ByChild.Except(ByChild)).Select(pair => pair.Key).Distinct();
    }

    private Dictionary<(ulong, double), int> Counted() => Children.Zip(Values).CountBy(pair => pair).ToDictionary();

    /// <summary>
    /// Whether in each stretch between points lie no children of some, or enough; stretches that are asked for alone.
    /// </summary>
    internal bool HoldsNoFew(
        double[] points, Func<ulong, bool> isOfSome, Func<int, bool> isAsked, DisclosureProfile profile)
    {
        var met = new HashSet<ulong>[points.Length + 1];
        foreach (var (child, value) in Pairs())
        {
            if (!isOfSome(child))
                continue;
            var found = Array.BinarySearch(points, value);
            var stretch = found < 0 ? ~found : found;
            if (isAsked(stretch))
                (met[stretch] ??= []).Add(child);
        }

        return met.All(children => children is null || children.Count >= profile.SmallestGroup);
    }

    /// <summary>Whether a stretch between points has both its ends among this release's own.</summary>
    internal bool Tells(double[] points, int stretch) =>
        (stretch == 0 || Array.BinarySearch(Points, points[stretch - 1]) >= 0)
            && (stretch == points.Length || Array.BinarySearch(Points, points[stretch]) >= 0);
}
