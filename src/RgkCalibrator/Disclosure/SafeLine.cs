using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure;

/// <summary>Why a figure of a line is not shown.</summary>
public enum Withheld
{
    /// <summary>Too few children.</summary>
    TooFewChildren,

    /// <summary>Nearly all have the same value.</summary>
    NearlyAllEqual,

    /// <summary>
    /// A subgroup of which nearly all have the same value, or which leaves so few children of its product that the
    /// difference from the whole would tell of them. It is not told which: the latter alone would tell that some are
    /// left.
    /// </summary>
    EqualOrSmallRemainder,
}

/// <summary>What a line shows at one percentile. Only <see cref="LineDisclosure"/> makes one.</summary>
public sealed record SafeProposal
{
    internal SafeProposal(Percentage percentage) => Percentage = percentage;

    /// <summary>The percentile.</summary>
    public Percentage Percentage { get; }

    /// <summary>The duration; null when it is not shown.</summary>
    public DurationStep? Duration { get; internal init; }

    /// <summary>The volume, on the product's step and in its unit; null when it is not shown.</summary>
    public decimal? Volume { get; internal init; }
}

/// <summary>A line of the draft as it may be shown. Only <see cref="LineDisclosure"/> makes one.</summary>
public sealed record SafeLine
{
    internal SafeLine(Product product, SafeProposal chosen, SafeProposal compared, SafeCount trajectories) =>
        (Product, Chosen, Compared, Trajectories) = (product, chosen, compared, trajectories);

    /// <summary>The product, with its current lines.</summary>
    public Product Product { get; private init; }

    /// <summary>
    /// The id of the subgroup that the line is for, or <see cref="Subgroup.RestId"/>; empty for the whole product.
    /// </summary>
    public string SubgroupId { get; internal init; } = string.Empty;

    /// <summary>The subgroup's name in documents; empty for the whole product.</summary>
    public Wording SubgroupName { get; internal init; } = Wording.Same(string.Empty);

    /// <summary>The line now in force; null where there is none.</summary>
    public CurrentLine? Current => Product.CurrentOf(SubgroupId);

    /// <summary>Whether its volume was computed for all lines that share it.</summary>
    public bool SharesVolume { get; internal init; }

    /// <summary>Whether its duration was computed for all lines that share it.</summary>
    public bool SharesDuration { get; internal init; }

    /// <summary>Whether its volume is per care year.</summary>
    public bool IsPerCareYear { get; internal init; }

    /// <summary>Why the data do not carry the line; null where they do.</summary>
    public Lack? Lack { get; internal init; }

    /// <summary>
    /// The names of columns that the subgroup's rule asks for and no file has, with commas between; else empty.
    /// </summary>
    public string MissingColumns { get; internal init; } = string.Empty;

    /// <summary>The proposal at the chosen percentile.</summary>
    public SafeProposal Chosen { get; }

    /// <summary>The proposal at the percentile that is shown beside it.</summary>
    public SafeProposal Compared { get; internal init; }

    /// <summary>
    /// The lower limits of the intervals of <see cref="Chosen"/>, rounded down; a limit with too few children beyond it
    /// is null, and so are all limits of a withheld line.
    /// </summary>
    public SafeProposal? Lower { get; internal init; }

    /// <summary>The upper limits, rounded up.</summary>
    public SafeProposal? Upper { get; internal init; }

    /// <summary>The confidence of these limits, between 0 and 1; null when the line is not shown.</summary>
    public double? Confidence { get; internal init; }

    /// <summary>Trajectories of the cohort, complete or still running.</summary>
    public SafeCount Trajectories { get; private init; }

    /// <summary>
    /// Whether <see cref="Trajectories"/> counts none that still run: by the completed estimator, where it is not told
    /// that there are any.
    /// </summary>
    public bool LeavesRunningOut { get; internal init; }

    /// <summary>Complete trajectories; null where it would tell of few children that still have care.</summary>
    public SafeCount? Complete { get; internal init; }

    /// <summary>The share that still runs; null when it is not shown.</summary>
    public SafeShare? Running { get; internal init; }

    /// <summary>Which estimates feed the line.</summary>
    public Estimator Estimator { get; internal init; }

    /// <summary>The line by the other estimator, its volume within the chosen duration.</summary>
    public SafeProposal? Other { get; internal init; }

    /// <summary>
    /// The corrected volume minus that of complete trajectories alone, both as shown; null when one is not shown.
    /// </summary>
    public decimal? VolumeDifference =>
        Estimator == Estimator.Corrected ? Chosen.Volume - Other?.Volume : Other?.Volume - Chosen.Volume;

    /// <summary>
    /// The volume and duration that together hold the asked share of whole trajectories; null when it is not shown.
    /// </summary>
    public SafeProposal? Calibrated { get; internal init; }

    /// <summary>
    /// Whether the subgroups of its product need lines of their own; null for a line that is no subgroup's, or is not
    /// shown.
    /// </summary>
    public PartitionAdvice? Advice { get; internal init; }

    /// <summary>
    /// The share that ends within the proposed duration; null when the line is not shown, or when too few children make
    /// it up or are left over.
    /// </summary>
    public SafeShare? WithinDuration { get; internal init; }

    /// <summary>
    /// The share whose volume within the proposed duration is at most the proposed one; null likewise.
    /// </summary>
    public SafeShare? WithinVolume { get; internal init; }

    /// <summary>The share that does both; null likewise.</summary>
    public SafeShare? WithinBoth { get; internal init; }

    /// <summary>
    /// Volume per week, in the product's intensity unit; null when it is not shown or the product has none.
    /// </summary>
    public decimal? Intensity { get; internal init; }

    /// <summary>How much the trajectories can carry.</summary>
    public Tier Tier { get; internal init; }

    /// <summary>What the line rests on.</summary>
    public Basis Basis { get; internal init; }

    /// <summary>
    /// The norm from outside that the catalogue gives for the line; where <see cref="Basis"/> says so, it is what is
    /// proposed. Null where there is none.
    /// </summary>
    public ExistingLine? Norm => SubgroupId.Length == 0 ? Product.Existing : null;

    /// <summary>What is proposed: the chosen line of the data, or the norm on which the line rests.</summary>
    internal (DurationStep? Duration, decimal? Volume) Proposed => this is { Basis: Basis.Norm, Norm: { } norm }
        ? (norm.Duration, norm.Volume)
        : (Chosen.Duration, Chosen.Volume);

    /// <summary>
    /// Whether even the longest allowed duration holds less than the asked share; false when the duration is not shown.
    /// </summary>
    public bool IsBeyondLongest { get; internal init; }

    /// <summary>
    /// The ids of what a reader must know beside the numbers, in the order of remarks; none when the line is not shown.
    /// </summary>
    public IReadOnlyList<string> Marks { get; internal init; } = [];

    /// <summary>
    /// The figures that were left out because the attacker in the program needs them to work out a small group, in the
    /// order of <see cref="Figure"/>.
    /// </summary>
    public IReadOnlyList<Figure> TakenByAttack { get; internal init; } = [];

    /// <summary>Why the proposal is not shown; null when it is.</summary>
    public Withheld? Withheld { get; internal init; }

    /// <summary>The same with a count that an earlier release told.</summary>
    internal SafeLine Counting(SafeCount trajectories) => this with { Trajectories = trajectories };

    /// <summary>The line of an earlier release, whose product is given anew.</summary>
    internal SafeLine Of(Product product) => this with { Product = product };
}
