using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Charting;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure;

/// <summary>A quarter of starts in a control chart, as it may be shown.</summary>
public sealed record SafeQuarterShare
{
    internal SafeQuarterShare(ChartedQuarter charted, PChart? limits)
    {
        var count = charted.Count;
        (Quarter, Trajectories, Beyond, IsBase) = (
            count.Quarter, count.N, count.Beyond, count.Role == QuarterRole.Base);
        (Signals, Limits) = (charted.Signals, limits?.Limits(count.N));
    }

    /// <summary>The quarter in which the trajectories started.</summary>
    public Quarter Quarter { get; }

    /// <summary>How many could be followed for the duration of the line, rounded.</summary>
    public long Trajectories { get; }

    /// <summary>How many of them went beyond the line, rounded.</summary>
    public long Beyond { get; }

    /// <summary>The share beyond, 0 to 1.</summary>
    public double Share => (double)Beyond / Trajectories;

    /// <summary>Whether it is one of the quarters before the framework that the chart compares with.</summary>
    public bool IsBase { get; }

    /// <summary>The limits at 3σ of so many trajectories, 0 to 1; null where there is no chart.</summary>
    public (double Lower, double Upper)? Limits { get; }

    /// <summary>The patterns that it completes, of the counts as they are shown.</summary>
    public IReadOnlyList<RunSignal> Signals { get; }
}

/// <summary>What may be told of a quarter. Restricted only in that it is not yet a figure of a document.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Trajectories">Those that could be followed, rounded.</param>
/// <param name="Beyond">Those beyond the line, rounded.</param>
/// <param name="BeyondIfComplete">
/// Those beyond it if all that is expected comes in, rounded; it is not shown, and decides about signals of a fall.
/// </param>
/// <param name="Role">How it stands to the framework.</param>
internal sealed record RoundedQuarter(
    Quarter Quarter, long Trajectories, long Beyond, long BeyondIfComplete, QuarterRole Role)
{
    internal QuarterCount ToCount() => new(Quarter, Beyond, Trajectories)
    {
        BeyondIfComplete = BeyondIfComplete,
        Role = Role,
    };
}

/// <summary>An adopted line with the quarters that may be shown.</summary>
public sealed record SafeMonitorLine
{
    private readonly int _smallest;

    internal SafeMonitorLine(
        FollowedLine line, IReadOnlyList<RoundedQuarter> quarters, ChartSettings settings, DisclosureProfile profile)
    {
        var group = line.Followed.Group;
        (Product, SubgroupId, SubgroupName) = (group.Product, group.Subgroup, group.Scope.Name);
        (Volume, Duration, _smallest) = (line.Volume, line.Followed.Duration!, profile.SmallestGroup);
        (HasVolume, Rounded) = (line.HasVolume, quarters);
        var chart = QuarterChart.Of([.. quarters.Select(one => one.ToCount())], settings);
        (Centre, SigmaZ) = (chart.Limits?.Centre, chart.Limits?.SigmaZ);
        Quarters = [.. chart.Quarters.Select(one => new SafeQuarterShare(one, chart.Limits))];
    }

    /// <summary>The product.</summary>
    public Product Product { get; }

    /// <summary>The id of the subgroup; empty for the whole product.</summary>
    public string SubgroupId { get; }

    /// <summary>The subgroup's name in documents; empty for the whole product.</summary>
    public Wording SubgroupName { get; }

    /// <summary>The adopted volume, in the product's unit.</summary>
    public decimal Volume { get; }

    /// <summary>Whether the volume counts: that of a care year is not of trajectories.</summary>
    public bool HasVolume { get; }

    /// <summary>The adopted duration.</summary>
    public DurationStep Duration { get; }

    /// <summary>The quarters that are shown, in their order; what is not complete is never among them.</summary>
    public IReadOnlyList<SafeQuarterShare> Quarters { get; }

    /// <summary>The share beyond of the quarters before the framework; null where there is no chart.</summary>
    public double? Centre { get; }

    /// <summary>σz of these quarters, as in <see cref="PChart"/>; null where there is no chart.</summary>
    public double? SigmaZ { get; }

    /// <summary>How many trajectories are in the quarters that are shown, rounded.</summary>
    public SafeCount Trajectories => new(
        Quarters.Count == 0 ? null : Quarters.Sum(quarter => quarter.Trajectories), _smallest);

    /// <summary>The rounded counts behind it.</summary>
    internal IReadOnlyList<RoundedQuarter> Rounded { get; }
}

/// <summary>The lines of an adopted framework by quarter, as they may be shown.</summary>
/// <remarks>
/// A quarter of starts stands apart with enough children on both sides of its line. Quarters have no trajectory in
/// common, subgroups neither, and no sum of them is told that another document tells too; so nothing more follows.
/// </remarks>
public sealed record SafeMonitor
{
    private SafeMonitor(
        DateOnly since, double aim, IReadOnlyList<SafeMonitorLine> lines, DisclosureProfile profile) =>
        (Since, Aim, Lines, Verdicts) = (since, aim, lines, [.. lines.Select(line => VerdictOn(line, profile))]);

    /// <summary>The day on which the framework came into force.</summary>
    public DateOnly Since { get; }

    /// <summary>The share that is aimed at beyond a volume or a duration, 0 to 1.</summary>
    public double Aim { get; }

    /// <summary>All lines that were held against trajectories, in the order of the catalogue.</summary>
    public IReadOnlyList<SafeMonitorLine> Lines { get; }

    /// <summary>What was decided about the quarters of every line.</summary>
    public IReadOnlyList<SafeVerdict> Verdicts { get; }

    /// <summary>Whether there is anything to show.</summary>
    public bool IsShown => Lines.Any(line => line.Quarters.Count > 0);

    /// <summary>The lines with the quarters that may be shown where nothing was released before.</summary>
    /// <param name="since">The day on which the framework came into force.</param>
    /// <param name="aim">The share that is aimed at.</param>
    /// <param name="lines">The trajectories of each line, and their quarters.</param>
    /// <param name="settings">When there is a chart.</param>
    /// <param name="profile">What may be shown.</param>
    internal static SafeMonitor From(
        DateOnly since, double aim, IReadOnlyList<(FollowedLine Line, QuarterChart Chart)> lines,
        ChartSettings settings, DisclosureProfile profile) => new(
        since, aim,
        [
            .. lines.Select(one => new SafeMonitorLine(
                one.Line,
                [.. QuarterCell.Of(one.Line, one.Chart).Where(cell => cell.MayStand(profile))
                    .Select(cell => cell.Rounded(profile))],
                settings, profile)),
        ],
        profile);

    /// <summary>The same with the quarters that are left of each line.</summary>
    internal SafeMonitor Showing(
        IReadOnlyList<(FollowedLine Line, IReadOnlyList<RoundedQuarter> Quarters)> lines, ChartSettings settings,
        DisclosureProfile profile) => new(
        Since, Aim, [.. lines.Select(one => new SafeMonitorLine(one.Line, one.Quarters, settings, profile))], profile);

    private static SafeVerdict VerdictOn(SafeMonitorLine line, DisclosureProfile profile) => new(
        line.Product.Code, line.SubgroupId, line.Trajectories, Figure.QuarterShares, ReleaseRule.Share)
    {
        Verdict = line.Quarters.Count == 0 ? Verdict.Suppressed : Verdict.Rounded,
        ChildrenNeeded = 2 * profile.SmallestGroup,
        Loss = line.Quarters.Count == 0 ? Loss.RuleNotMet : null,
    };
}

/// <summary>The trajectories of a quarter that is complete, on both sides of a line. Restricted.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Line">The line.</param>
/// <param name="Beyond">The places of those beyond it.</param>
/// <param name="Within">The places of all others.</param>
internal sealed record QuarterCell(
    QuarterCount Count, FollowedLine Line, IReadOnlyList<int> Beyond, IReadOnlyList<int> Within)
{
    private Group Group => Line.Followed.Group;

    /// <summary>The quarters of a line that are complete.</summary>
    internal static IEnumerable<QuarterCell> Of(FollowedLine line, QuarterChart chart)
    {
        var group = line.Followed.Group;
        var places = line.Followed.Places.ToLookup(place => Quarter.Of(DayNumber.ToDate(group.Start[place])));
        return
            from one in chart.Quarters
            where one.Count.State == QuarterState.Complete
            let sides = places[one.Count.Quarter].ToLookup(place => line.IsBeyond(BeyondMeasure.Either, place))
            select new QuarterCell(one.Count, line, [.. sides[true]], [.. sides[false]]);
    }

    /// <summary>Whether there are enough children on both sides.</summary>
    internal bool MayStand(DisclosureProfile profile) =>
        profile.AreEnough(Beyond.Select(place => Group.Child[place]))
            && profile.AreEnough(Within.Select(place => Group.Child[place]));

    /// <summary>The counts as they may be told.</summary>
    internal RoundedQuarter Rounded(DisclosureProfile profile)
    {
        var n = profile.Rounded(Count.N);
        return new RoundedQuarter(
            Count.Quarter, n, Math.Min(n, profile.Rounded(Count.Beyond)),
            Math.Min(n, profile.Rounded(Count.BeyondIfComplete)), Count.Role);
    }
}
