using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Framework;

/// <summary>The basis of a line.</summary>
public enum Basis
{
    /// <summary>The trajectories of the past.</summary>
    History,

    /// <summary>A norm from outside, which the catalogue gives with its source.</summary>
    Norm,

    /// <summary>The data do not support a line: the current one is kept. <see cref="Lack"/> says why.</summary>
    Insufficient,
}

/// <summary>Why the data do not support a line.</summary>
public enum Lack
{
    /// <summary>Too few trajectories, or children with care years.</summary>
    TooFew,

    /// <summary>The rule of the subgroup asks for a column that no file has.</summary>
    NoColumn,

    /// <summary>So many still run that the percentile is not reached.</summary>
    NotReached,
}

/// <summary>
/// A line of the draft: the proposal at the chosen percentile, those that it is compared with, and their basis.
/// </summary>
/// <param name="Group">The trajectories.</param>
/// <param name="Tier">
/// How much they can support: by the number of complete ones, whatever the estimator; for care years by that of their
/// children, who are the clusters.
/// </param>
/// <param name="Basis">The basis of the line.</param>
/// <param name="Chosen">The proposal at the chosen percentile.</param>
/// <param name="Compared">
/// The proposal at the other percentile; its volume is that within the <em>chosen</em> duration, so that the two can be
/// compared.
/// </param>
public sealed record DraftLine(Group Group, Tier Tier, Basis Basis, Proposal Chosen, Proposal Compared)
{
    /// <summary>The estimator of <see cref="Chosen"/> and <see cref="Compared"/>.</summary>
    public required Estimator Estimator { get; init; }

    /// <summary>
    /// The proposal at the chosen percentile by the other estimator; its volume too is that within the chosen duration.
    /// </summary>
    public required Proposal Other { get; init; }

    /// <summary>
    /// The volume and duration that hold the asked share together; null without enough trajectories, or where a
    /// percentile is not reached.
    /// </summary>
    public CalibratedPair? Joint { get; init; }

    /// <summary>Why there is no proposal; null where there is one.</summary>
    public Lack? Lack { get; init; }

    /// <summary>The sizes of the tiers.</summary>
    public TierSettings Tiers { get; init; } = new();

    /// <summary>The whole product, of which the group is a part; null where the group is the whole product.</summary>
    public Group? Whole { get; init; }

    /// <summary>
    /// The volumes that the line itself is about, by <see cref="Estimator"/>; null without a proposal.
    /// </summary>
    public Observed? Volumes { get; init; }

    /// <summary>The volumes of all lines that share the proposed volume; null where the line has its own.</summary>
    public Observed? SharedVolumes { get; init; }

    /// <summary>Whether the proposed duration was taken from all trajectories of the product that share it.</summary>
    public bool SharesDuration { get; init; }

    /// <summary>
    /// The trajectories that started so early that all could be followed for the duration of the line; null without a
    /// proposal.
    /// </summary>
    public Observed? Followed { get; init; }

    /// <summary>The numbers of providers without a name: those of declarations that do not tell it.</summary>
    public IReadOnlySet<int> UnnamedProviders { get; init; } = new HashSet<int>();

    /// <summary>The line now in force; null where there is none.</summary>
    public CurrentLine? Current => Group.Product.CurrentOf(Group.Subgroup);

    /// <summary>The proposed volume and duration; null without a proposal.</summary>
    public LineValue? Proposed => Chosen is { Volume: { } volume, Duration: { } duration }
        ? new LineValue(volume.Value, duration.Step)
        : null;

    /// <summary>The norm from outside that the line rests on; null where it rests on something else.</summary>
    public ExistingLine? Norm => Basis == Basis.Norm ? Group.Product.Existing : null;

    /// <summary>
    /// The line that the draft advises: the proposal, else the norm from outside; null without either.
    /// </summary>
    public LineValue? Advised => Proposed ?? (Norm is { } norm ? new LineValue(norm.Volume, norm.Duration) : null);

    /// <summary>
    /// Whether the line drifts over the start years; null where too few years could be followed to tell.
    /// </summary>
    public bool? HasDrift { get; init; }

    /// <summary>
    /// The share of the cohort at the provider that has most of it, 0 to 1; null for an empty cohort.
    /// </summary>
    public double? LargestProviderShare { get; init; }

    /// <summary>
    /// Whether the subgroups of its product need lines of their own, by the stronger of the advices on volumes and
    /// durations; null for a line that is no subgroup's.
    /// </summary>
    public PartitionAdvice? Advice { get; init; }

    /// <summary>
    /// Volumes within the duration that lie far from the others, and the percentile with and without them; null without
    /// a proposal.
    /// </summary>
    public TukeyFences? Outliers { get; init; }

    /// <summary>The share of the cohort that still runs, 0 to 1; 0 for an empty cohort.</summary>
    public double CensoredShare => Group.Cohort == 0 ? 0 : (double)(Group.Cohort - Group.Count) / Group.Cohort;
}
