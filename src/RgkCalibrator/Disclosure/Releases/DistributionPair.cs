namespace RgkCalibrator.Disclosure.Releases;

/// <summary>
/// One distribution in two releases that were made of one reading: values that both have, of the same child, and values
/// that one has alone.
/// </summary>
/// <remarks>
/// Why <see cref="HoldsNoFew"/> suffices: move each value that both have up to the next point of either release, and
/// each other one up to the next point of its own. All figures stay what they were; what is in both stays the same in
/// both; and of the moved values no stretch holds those of few children, neither of what both have nor of what one has
/// alone.
/// </remarks>
internal sealed class DistributionPair
{
    private readonly StretchCounts _both;
    private readonly StretchCounts _mine;
    private readonly StretchCounts _theirs;
    private readonly double[] _points;

    internal DistributionPair(ReleasedDistribution mine, ReleasedDistribution theirs)
    {
        (One, Other, _points) = (mine, theirs, mine.PointsWith(theirs));
        (_both, _mine, _theirs) = (new(_points), new(mine.Points), new(theirs.Points));
        var (left, right) = (mine.Ordered, theirs.Ordered);
        var (i, j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            var order = i == left.Length ? 1 : j == right.Length ? -1 : left[i].CompareTo(right[j]);
            (order == 0 ? _both : order < 0 ? _mine : _theirs).Add(order <= 0 ? left[i] : right[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    private ReleasedDistribution One { get; }

    private ReleasedDistribution Other { get; }

    /// <summary>
    /// Whether in each stretch between the points of a release lie none or enough of the children with a value that it
    /// has alone, and in each stretch between a point of one and a point of the other none or enough of those with a
    /// value that both have.
    /// </summary>
    internal bool HoldsNoFew(DisclosureProfile profile) =>
        _mine.HasNoFew(_ => true, profile) && _theirs.HasNoFew(_ => true, profile)
            // What one release tells by itself it may tell.
            && _both.HasNoFew(
                stretch => !One.Tells(_points, stretch) && !Other.Tells(_points, stretch), profile);

    /// <summary>
    /// How many children have a value in each stretch between points; values come in the order of children.
    /// </summary>
    private sealed class StretchCounts(double[] points)
    {
        private readonly int[] _children = new int[points.Length + 1];
        private readonly ulong?[] _last = new ulong?[points.Length + 1];

        internal void Add((ulong Child, double Value) entry)
        {
            var found = Array.BinarySearch(points, entry.Value);
            var stretch = found < 0 ? ~found : found;
            if (_last[stretch] == entry.Child)
                return;
            _last[stretch] = entry.Child;
            _children[stretch]++;
        }

        internal bool HasNoFew(Func<int, bool> isAsked, DisclosureProfile profile) => !_children.Index().Any(one =>
            one.Item > 0 && one.Item < profile.SmallestGroup && isAsked(one.Index));
    }
}
