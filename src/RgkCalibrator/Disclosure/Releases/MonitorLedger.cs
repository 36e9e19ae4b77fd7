namespace RgkCalibrator.Disclosure.Releases;

/// <summary>A quarter of a line as it was released. Restricted.</summary>
/// <param name="Code">The code of the product.</param>
/// <param name="Subgroup">The id of the subgroup.</param>
/// <param name="Line">The volume and the duration that it was held against, for comparison alone.</param>
/// <param name="Shown">What was shown; <see cref="RoundedQuarter.Role"/> is that of the run that shows it.</param>
/// <param name="Beyond">The trajectories beyond the line.</param>
/// <param name="Within">All others.</param>
internal sealed record ReleasedQuarter(
    string Code, string Subgroup, string Line, RoundedQuarter Shown, ReleasedSide Beyond, ReleasedSide Within)
{
    /// <summary>Whether it is of the same quarter of the same line of the catalogue.</summary>
    internal bool IsOf(ReleasedQuarter other) =>
        Code == other.Code && Subgroup == other.Subgroup && Shown.Quarter == other.Shown.Quarter;

    /// <summary>
    /// Whether nothing of few children follows when this stands beside an earlier release of the quarter: on each side
    /// none or enough children differ.
    /// </summary>
    internal bool MayStandBeside(ReleasedQuarter earlier, DisclosureProfile profile) =>
        IsNoneOrEnough(Beyond.ChildrenThatDiffer(earlier.Beyond), profile)
            && IsNoneOrEnough(Within.ChildrenThatDiffer(earlier.Within), profile);

    private static bool IsNoneOrEnough(int children, DisclosureProfile profile) =>
        children == 0 || children >= profile.SmallestGroup;
}

/// <summary>What was released of the quarters of a region by monitors, the earliest first. Restricted.</summary>
internal sealed record MonitorLedger(IReadOnlyList<ReleasedQuarter> Quarters) : IReleasedLedger<MonitorLedger>
{
    private const string FormatName = "rgk-released-monitor";
    private const int FormatVersion = 1;

    /// <summary>Of a region of which no monitor was released.</summary>
    internal static MonitorLedger Empty { get; } = new([]);

    /// <inheritdoc/>
    public static string Format => FormatName;

    /// <inheritdoc/>
    public static MonitorLedger? Read(Stream file) =>
        ReleaseFormat.Read<Document>(file, IsWhole) is { } whole ? new(whole.Quarters) : null;

    /// <inheritdoc/>
    public static MonitorLedger Of(IEnumerable<MonitorLedger> ledgers) =>
        new([.. ledgers.SelectMany(ledger => ledger.Quarters)]);

    /// <summary>Writes it.</summary>
    internal void Write(Stream file) => ReleaseFormat.Write(new Document(FormatName, FormatVersion, Quarters), file);

    private static bool IsWhole(Document read) =>
        read is { Format: FormatName, FormatVersion: FormatVersion, Quarters: { } all } && all.All(IsWhole);

    private static bool IsWhole(ReleasedQuarter? one) =>
        one is { Code: not null, Subgroup: not null, Line: not null, Shown: not null, Beyond: { } beyond } &&
        one.Within is { } within && beyond.IsWhole && within.IsWhole;

    private sealed record Document(string Format, int FormatVersion, IReadOnlyList<ReleasedQuarter> Quarters);
}
