namespace RgkCalibrator.Disclosure.Releases;

/// <summary>The trajectories on one side of a line, each by its child and its start.</summary>
/// <param name="Children">The keys of the children.</param>
/// <param name="Starts">The first days, as day numbers, in the same order.</param>
internal sealed record ReleasedSide(ulong[] Children, ulong[] Starts)
{
    /// <summary>How many children have trajectories here that are not there, or the other way round.</summary>
    internal int ChildrenThatDiffer(ReleasedSide other)
    {
        var (mine, theirs) = (Pairs().ToHashSet(), other.Pairs().ToHashSet());
        mine.SymmetricExceptWith(theirs);
        return mine.Select(one => one.Child).Distinct().Count();
    }

    internal IEnumerable<(ulong Child, ulong Start)> Pairs() => Children.Zip(Starts);

    /// <summary>Whether it was read back undamaged.</summary>
    internal bool IsWhole => Children is not null && Starts is not null && Children.Length == Starts.Length;
}

/// <summary>The trajectories behind a part of a line that was shown.</summary>
/// <param name="Key">The key of the provider, or <see cref="PartCells.Rest"/>.</param>
/// <param name="Above">Those above the volume of the line.</param>
/// <param name="Within">All others.</param>
internal sealed record ReleasedControlPart(string Key, ReleasedSide Above, ReleasedSide Within);

/// <summary>The providers of a line as they were released. Restricted.</summary>
/// <param name="Code">The code of the product.</param>
/// <param name="Subgroup">The id of the subgroup.</param>
/// <param name="Volume">The volume that they were held against.</param>
/// <param name="Shown">What was shown.</param>
/// <param name="Parts">What is behind it.</param>
internal sealed record ReleasedControlLine(
    string Code, string Subgroup, decimal Volume, SafeParts Shown, IReadOnlyList<ReleasedControlPart> Parts)
{
    /// <summary>
    /// Whether nothing of few children follows when this stands beside an earlier release of the line: all parts are
    /// the same ones, and on each side none or enough children differ; or they have no trajectory in common.
    /// </summary>
    internal bool MayStandBeside(ReleasedControlLine earlier, DisclosureProfile profile)
    {
        if (!Pairs().Intersect(earlier.Pairs()).Any())
            return true;
        var before = earlier.Parts.ToDictionary(part => part.Key, StringComparer.Ordinal);
        return Volume == earlier.Volume && Parts.Count == earlier.Parts.Count && Parts.All(
            part => before.TryGetValue(part.Key, out var other)
                && IsNoneOrEnough(part.Above.ChildrenThatDiffer(other.Above), profile)
                && IsNoneOrEnough(part.Within.ChildrenThatDiffer(other.Within), profile));
    }

    private IEnumerable<(ulong Child, ulong Start)> Pairs() =>
        Parts.SelectMany(part => part.Above.Pairs().Concat(part.Within.Pairs()));

    private static bool IsNoneOrEnough(int children, DisclosureProfile profile) =>
        children == 0 || children >= profile.SmallestGroup;
}

/// <summary>What was released of the providers of a region by controls, the earliest first. Restricted.</summary>
internal sealed record ControlLedger(IReadOnlyList<ReleasedControlLine> Lines) : IReleasedLedger<ControlLedger>
{
    private const string FormatName = "rgk-released-control";
    private const int FormatVersion = 1;

    /// <summary>Of a region of which no control was released.</summary>
    internal static ControlLedger Empty { get; } = new([]);

    /// <inheritdoc/>
    public static string Format => FormatName;

    /// <inheritdoc/>
    public static ControlLedger? Read(Stream file) =>
        ReleaseFormat.Read<Document>(file, IsWhole) is { } whole ? new(whole.Lines) : null;

    /// <inheritdoc/>
    public static ControlLedger Of(IEnumerable<ControlLedger> ledgers) =>
        new([.. ledgers.SelectMany(ledger => ledger.Lines)]);

    /// <summary>Writes it.</summary>
    internal void Write(Stream file) => ReleaseFormat.Write(new Document(FormatName, FormatVersion, Lines), file);

    private static bool IsWhole(Document read) =>
        read is { Format: FormatName, FormatVersion: FormatVersion, Lines: { } all } && all.All(IsWhole);

    private static bool IsWhole(ReleasedControlLine? line) =>
        line is { Code: not null, Subgroup: not null, Shown.Parts: not null, Parts: { } parts } && parts.All(IsWhole);

    private static bool IsWhole(ReleasedControlPart? part) =>
        part is { Key: not null, Above: { } above, Within: { } within } && above.IsWhole && within.IsWhole;

    private sealed record Document(string Format, int FormatVersion, IReadOnlyList<ReleasedControlLine> Lines);
}
