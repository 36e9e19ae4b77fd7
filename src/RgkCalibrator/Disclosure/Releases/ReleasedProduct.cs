using System.Text.Json.Serialization;
using RgkCalibrator.Catalogue;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>All that one release tells of a product, and the children behind it. Restricted.</summary>
/// <param name="Code">The product.</param>
/// <param name="Choices">
/// The choices that say what its figures are. The observed period and the cohort are not among them: the figures of one
/// window can stand in place of those of another that hardly differs.
/// </param>
/// <param name="Scale">
/// The unit of its volumes and the allowed durations: with others its figures mean something else.
/// </param>
/// <param name="Children">The keys of its children, ascending.</param>
/// <param name="Records">The fingerprint of what the product takes from each of them.</param>
/// <param name="Lines">Its lines, in the order of the draft.</param>
/// <param name="Whole">Its line as a whole, beside those of its subgroups; null where it has none.</param>
internal sealed record ReleasedProduct(
    string Code, string Choices, string Scale, ulong[] Children, ulong[] Records, IReadOnlyList<ReleasedLine> Lines,
    ReleasedLine? Whole)
{
    /// <summary>
    /// Whether it is of a scenario beside the base: its figures can stand in place of those of a draft only where the
    /// two hardly differ.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsScenario { get; init; }

    private Dictionary<ulong, ulong> Known => field ??= Children.Zip(Records).ToDictionary();

    /// <summary>
    /// Whether nobody learns, from this release and another, of fewer children than the smallest group. The children
    /// who are in one of them alone, or of whom something changed, are none or enough in each stretch that the figures
    /// of both tell apart; and so are the others where a stretch lies between a point of one and a point of the other.
    /// </summary>
    /// <remarks>
    /// Why this suffices: move each child up to the next point of either release. All figures stay what they were, and
    /// of the moved children no stretch holds few that came, went or stayed.
    /// </remarks>
    internal bool IsSafeBeside(ReleasedProduct other, DisclosureProfile profile) =>
        HasNoneOrEnoughOthers(other, profile) && HasNoneOrEnoughChanged(other, profile) && HasPartsOf(other)
            && Behind(other).All(pair => AreSafe((pair.Mine, pair.Theirs), other, profile));

    private bool AreSafe(
        (ReleasedDistribution Mine, ReleasedDistribution Theirs) pair, ReleasedProduct other, DisclosureProfile profile)
    {
        var (mine, theirs) = pair;
        var points = mine.PointsWith(theirs);
        return AreCountedAlike(pair, other, profile) && HoldNoFewMoved(pair, other, profile)
            && mine.HoldsNoFew(points, IsChanged, _ => true, profile)
            && theirs.HoldsNoFew(points, IsChanged, _ => true, profile)
            && mine.HoldsNoFew(points, IsSame, IsMixed, profile)
            && theirs.HoldsNoFew(points, IsSame, IsMixed, profile);

        // What one release tells by itself it may tell.
        bool IsMixed(int stretch) => !mine.Tells(points, stretch) && !theirs.Tells(points, stretch);

        bool IsSame(ulong child) => HasSameRecord(child, other);

        bool IsChanged(ulong child) => !IsSame(child);
    }

    // Where one counts those that still run and the other does not, the difference tells of them.
    private bool AreCountedAlike(
        (ReleasedDistribution Mine, ReleasedDistribution Theirs) pair, ReleasedProduct other,
        DisclosureProfile profile) =>
        pair.Mine.Name != ReleasedDistribution.Cohort || AreNoneOrEnough(
            pair.Mine.CountedOtherwise(pair.Theirs).Count(child => HasSameRecord(child, other)), profile);

    // A part can hold in one release who stands in another part in the other one.
    private bool HoldNoFewMoved(
        (ReleasedDistribution Mine, ReleasedDistribution Theirs) pair, ReleasedProduct other, DisclosureProfile profile)
    {
        var (mine, theirs) = pair;
        if (!mine.IsOfPart)
            return true;
        var (points, moved) = (
            mine.PointsWith(theirs),
            mine.CountedOtherwise(theirs).Where(child => HasSameRecord(child, other)).ToHashSet());
        return mine.HoldsNoFew(points, moved.Contains, _ => true, profile)
            && theirs.HoldsNoFew(points, moved.Contains, _ => true, profile);
    }

    // In another unit, or within other durations, something changed of every child: then only who is in each release
    // tells how few differ.
    private bool HasNoneOrEnoughOthers(ReleasedProduct other, DisclosureProfile profile) => Scale == other.Scale
        || (AreNoneOrEnough(Children.Count(child => !other.Known.ContainsKey(child)), profile)
            && AreNoneOrEnough(other.Children.Count(child => !Known.ContainsKey(child)), profile));

    private bool HasNoneOrEnoughChanged(ReleasedProduct other, DisclosureProfile profile) =>
        AreNoneOrEnough(Children.Count(child => !HasSameRecord(child, other)), profile)
            && AreNoneOrEnough(other.Children.Count(child => !HasSameRecord(child, other)), profile);

    private static bool AreNoneOrEnough(int children, DisclosureProfile profile) =>
        children == 0 || children >= profile.SmallestGroup;

    private bool HasPartsOf(ReleasedProduct other) => Lines
        .Join(other.Lines, line => line.Line.SubgroupId, line => line.Line.SubgroupId, (mine, theirs) => (mine, theirs))
        .All(pair => pair.mine.HasPartsOf(pair.theirs));

    /// <summary>The values of which both releases tell, line by line.</summary>
    private IEnumerable<(ReleasedLine Line, ReleasedDistribution Mine, ReleasedDistribution Theirs)> Behind(
        ReleasedProduct other) => Lines.Append(Whole).OfType<ReleasedLine>().Join(
            other.Lines.Append(other.Whole).OfType<ReleasedLine>(),
            line => (line.Line.SubgroupId, ReferenceEquals(line, Whole)),
            line => (line.Line.SubgroupId, ReferenceEquals(line, other.Whole)),
            (mine, theirs) => mine.Behind.Join(
                theirs.Behind, one => one.Name, one => one.Name, (one, two) => (mine, one, two)))
        .SelectMany(pairs => pairs);

    /// <summary>
    /// The same of two releases that were made of one reading under other choices, value by value: what both have of a
    /// child is the same in both. See <see cref="DistributionPair"/>.
    /// </summary>
    internal bool IsSafeBesideChoice(ReleasedProduct other, DisclosureProfile profile) =>
        HasNoneOrEnoughOthers(other, profile) && HasNoneOrEnoughChanged(other, profile)
            && !LinesUnsafeBeside(other, profile).Any();

    /// <summary>The subgroups whose lines are not safe in that way.</summary>
    internal IEnumerable<string> LinesUnsafeBeside(ReleasedProduct other, DisclosureProfile profile) => Behind(other)
        .Where(pair => !new DistributionPair(pair.Mine, pair.Theirs).HoldsNoFew(profile))
        .Select(pair => pair.Line.Line.SubgroupId);

    /// <summary>Its line of a subgroup, as it was shown; null where it has none.</summary>
    internal SafeLine? Of(string subgroup) => Lines.FirstOrDefault(one => one.Line.SubgroupId == subgroup)?.Line;

    /// <summary>
    /// Whether so few children, or none, are in one of two releases alone or changed, that it may not be told whether
    /// there are any.
    /// </summary>
    internal bool HardlyDiffersFrom(ReleasedProduct other, DisclosureProfile profile) =>
        Children.Count(child => !HasSameRecord(child, other)) < profile.SmallestGroup
            && other.Children.Count(child => !other.HasSameRecord(child, this)) < profile.SmallestGroup;

    /// <summary>
    /// Whether the shares within both limits may stand beside those of another release: of the children who are the
    /// same in both, enough lie within the one line alone, in each direction in which any do. None are told as few are:
    /// else a blank would tell that there are some.
    /// </summary>
    internal bool HasSharesSafeBeside(ReleasedProduct other, DisclosureProfile profile) => Lines
        .Join(other.Lines, line => line.Line.SubgroupId, line => line.Line.SubgroupId, (mine, theirs) => (mine, theirs))
        .Where(pair => pair.mine.Line.WithinBoth is not null && pair.theirs.Line.WithinBoth is not null)
        .All(pair =>
        {
            var changes = pair.mine.ChangesWithin(pair.theirs, child => HasSameRecord(child, other));
            var (gained, lost) = (changes.Count(change => change > 0), changes.Count(change => change < 0));
            return pair.mine.HasLimitsOf(pair.theirs)
                || (gained + lost > 0 && new[] { gained, lost }.All(few => few == 0 || few >= profile.SmallestGroup));
        });

    private bool HasSameRecord(ulong child, ReleasedProduct other) => Known.TryGetValue(child, out var record)
        && other.Known.TryGetValue(child, out var before) && record == before;

    /// <summary>Whether nothing of it is missing that is read from a file, and its columns go together.</summary>
    internal bool IsWhole =>
        this is { Code: not null, Choices: not null, Scale: not null, Lines: not null } && HasWholeColumns
            && Lines.All(line => line is { IsWhole: true }) && Whole is null or { IsWhole: true };

    private bool HasWholeColumns => Children is not null && Records is not null && Children.Length == Records.Length
        && Children.Zip(Children.Skip(1)).All(pair => pair.First < pair.Second);

    /// <summary>Whether another release took the same from the same children.</summary>
    internal bool HasSameRecords(ReleasedProduct other) =>
        Children.AsSpan().SequenceEqual(other.Children) && Records.AsSpan().SequenceEqual(other.Records);

    /// <summary>The same, as read from a ledger, for the product as it is now.</summary>
    internal ReleasedProduct Of(Product product) =>
        this with { Lines = [.. Lines.Select(line => line.Of(product))], Whole = Whole?.Of(product) };
}
