namespace RgkCalibrator.Disclosure;

/// <summary>
/// What becomes of a figure. In this order it is tried to show it: as it is, joined with others, rounded, not at all.
/// </summary>
public enum Verdict
{
    /// <summary>As it is: it lies on a step of the policy.</summary>
    Shown,

    /// <summary>Joined with its neighbours, or told as a band.</summary>
    Merged,

    /// <summary>Rounded.</summary>
    Rounded,

    /// <summary>Left out.</summary>
    Suppressed,
}

/// <summary>Why a figure is left out.</summary>
public enum Loss
{
    /// <summary>The line, or the count, rests on too few children.</summary>
    TooFewChildren,

    /// <summary>Nearly all trajectories of the line are equal.</summary>
    NearlyAllEqual,

    /// <summary>
    /// The line is one of a subgroup of which nearly all are equal, or which leaves too few children of its product.
    /// </summary>
    EqualOrSmallRemainder,

    /// <summary>The line is shown, but this figure does not meet its own rule, or the data do not give it.</summary>
    RuleNotMet,
}

/// <summary>The figures of a line.</summary>
public enum Figure
{
    /// <summary>Trajectories of the cohort.</summary>
    Trajectories,

    /// <summary>Those that are complete.</summary>
    Complete,

    /// <summary>The share that still runs.</summary>
    Running,

    /// <summary>The proposed duration.</summary>
    Duration,

    /// <summary>The proposed volume.</summary>
    Volume,

    /// <summary>The volume per week.</summary>
    Intensity,

    /// <summary>The duration at the other percentile.</summary>
    ComparedDuration,

    /// <summary>The volume at the other percentile.</summary>
    ComparedVolume,

    /// <summary>The lower limit of the duration.</summary>
    LowerDuration,

    /// <summary>The upper limit of the duration.</summary>
    UpperDuration,

    /// <summary>The lower limit of the volume.</summary>
    LowerVolume,

    /// <summary>The upper limit of the volume.</summary>
    UpperVolume,

    /// <summary>The share within the duration.</summary>
    WithinDuration,

    /// <summary>The share within the volume.</summary>
    WithinVolume,

    /// <summary>The share within both.</summary>
    WithinBoth,

    /// <summary>The duration by the other estimator.</summary>
    OtherDuration,

    /// <summary>The volume by the other estimator, and so its difference.</summary>
    OtherVolume,

    /// <summary>The pair of duration and volume that holds the percentile together.</summary>
    CalibratedPair,

    /// <summary>The histogram of volumes.</summary>
    VolumeHistogram,

    /// <summary>The histogram of durations.</summary>
    DurationHistogram,

    /// <summary>The cumulative curve of volumes.</summary>
    VolumeCurve,

    /// <summary>The cumulative curve of durations.</summary>
    DurationCurve,

    /// <summary>The box of volumes, as it stands beside other subgroups.</summary>
    VolumeBox,

    /// <summary>The share above the volume by start year.</summary>
    YearShares,

    /// <summary>The percentile of the volume by start year.</summary>
    YearPercentiles,

    /// <summary>The share above the volume by provider.</summary>
    ProviderShares,

    /// <summary>The intensity in the course of trajectories.</summary>
    Course,

    /// <summary>The volume of a whole product, as it stands beside its subgroups.</summary>
    PooledVolume,

    /// <summary>The share beyond the line by the quarter of the start.</summary>
    QuarterShares,
}

/// <summary>What was decided about one figure of one line. Only Disclosure makes one.</summary>
public sealed record SafeVerdict
{
    internal SafeVerdict(SafeLine line, Figure figure, ReleaseRule rule)
        : this(line.Product.Code, line.SubgroupId, line.Trajectories, figure, rule)
    {
    }

    internal SafeVerdict(
        string productCode, string subgroup, SafeCount trajectories, Figure figure, ReleaseRule rule)
    {
        (ProductCode, Subgroup, Trajectories) = (productCode, subgroup, trajectories);
        (Figure, Rule) = (figure, rule);
    }

    /// <summary>The product.</summary>
    public string ProductCode { get; }

    /// <summary>The id of its subgroup; empty for the whole product.</summary>
    public string Subgroup { get; }

    /// <summary>The figure.</summary>
    public Figure Figure { get; }

    /// <summary>The rule that decides about it.</summary>
    public ReleaseRule Rule { get; }

    /// <summary>What was decided.</summary>
    public Verdict Verdict { get; internal init; }

    /// <summary>Why it is left out; null when it is not.</summary>
    public Loss? Loss { get; internal init; }

    /// <summary>
    /// The evidence: trajectories of the line, as they may be shown. No other count is told: the difference could be a
    /// small one.
    /// </summary>
    public SafeCount Trajectories { get; internal init; }

    /// <summary>The children that the rule asks for.</summary>
    public int ChildrenNeeded { get; internal init; }
}
