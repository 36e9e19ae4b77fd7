using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Trajectories;

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

/// <summary>A duration that follows from the data.</summary>
/// <param name="Step">
/// The smallest allowed one within which at least the asked share ends; the longest where none does.
/// </param>
/// <param name="Index">Its place among the product's allowed durations.</param>
/// <param name="IsReached">Whether the asked share ends within it.</param>
/// <param name="Within">The share that ends within it, with its interval.</param>
/// <param name="IsUnstable">
/// Whether the intervals of the shares leave open which step is the first that holds the asked share.
/// </param>
/// <param name="Estimate">
/// The percentile before steps: in months where all allowed durations are months, else in days.
/// </param>
public sealed record ProposedDuration(
    DurationStep Step, int Index, bool IsReached, EstimatedShare Within, bool IsUnstable, Estimate Estimate);

/// <summary>A volume for a duration that follows from the data.</summary>
/// <param name="Value">The volume, rounded up to the product's step, in its unit.</param>
/// <param name="Estimate">The percentile before rounding, in the same unit.</param>
public sealed record ProposedVolume(decimal Value, Estimate Estimate);

/// <summary>
/// How many trajectories lie inside a line; where some still run, the known ones count for as many as they stand for.
/// </summary>
/// <param name="All">All of the population.</param>
/// <param name="Duration">Those that end within the duration.</param>
/// <param name="Volume">
/// Those whose volume within the duration is at most the line's; for care years the same share of all.
/// </param>
/// <param name="Both">Those of which both hold.</param>
/// <param name="WholeVolume">Those whose whole volume is at most the line's.</param>
public sealed record Coverage(double All, double Duration, double Volume, double Both, double WholeVolume);

/// <summary>The line that follows from the data at one percentile.</summary>
/// <param name="Percentage">The percentile.</param>
/// <param name="Duration">Null without enough trajectories.</param>
/// <param name="Volume">Null without enough trajectories, or where the percentile is not reached.</param>
/// <param name="Coverage">Null where the volume is null.</param>
/// <param name="Intensity">
/// Volume per week of the volume's duration, in the product's intensity unit; null where the volume is null, or where
/// the product has no such unit.
/// </param>
public sealed record Proposal(
    Percentage Percentage, ProposedDuration? Duration, ProposedVolume? Volume, Coverage? Coverage, decimal? Intensity);

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

    /// <summary>The line now in force; null where there is none.</summary>
    public CurrentLine? Current => Group.Product.CurrentOf(Group.Subgroup);

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
