using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>What a line rests on.</summary>
public enum Basis
{
    /// <summary>The trajectories of the past.</summary>
    History,

    /// <summary>A norm from outside, which the catalogue gives with its source.</summary>
    Norm,

    /// <summary>The data do not carry a line: the current one is kept. <see cref="Lack"/> says why.</summary>
    Insufficient,
}

/// <summary>Why the data do not carry a line.</summary>
public enum Lack
{
    /// <summary>Too few trajectories, or children with care years.</summary>
    TooFew,

    /// <summary>The rule of the subgroup asks for a column that no file has.</summary>
    NoColumn,

    /// <summary>So many still run that the percentile is not reached.</summary>
    NotReached,
}

/// <summary>A duration that the data propose.</summary>
/// <param name="Step">The smallest allowed one within which at least the asked share ends; the longest where none does.</param>
/// <param name="Index">Its place among the product's allowed durations.</param>
/// <param name="IsReached">Whether the asked share ends within it.</param>
/// <param name="Within">The share that ends within it, with its interval.</param>
/// <param name="IsUnstable">Whether the intervals of the shares leave open which step is the first that holds the asked share.</param>
/// <param name="Estimate">The percentile before steps: in months where all allowed durations are months, else in days.</param>
public sealed record ProposedDuration(
    DurationStep Step, int Index, bool IsReached, EstimatedShare Within, bool IsUnstable, Estimate Estimate);

/// <summary>A volume that the data propose, for a duration.</summary>
/// <param name="Value">Rounded up to the product's step, in its unit.</param>
/// <param name="Estimate">Before rounding, in the same unit.</param>
public sealed record ProposedVolume(decimal Value, Estimate Estimate);

/// <summary>How many trajectories lie inside a line; where some still run, by what those stand for of which it is known.</summary>
/// <param name="All">All of the population.</param>
/// <param name="Duration">Those that end within the duration.</param>
/// <param name="Volume">Those whose volume within the duration is at most the line's; of care years the same share of all.</param>
/// <param name="Both">Those that do both.</param>
/// <param name="WholeVolume">Those whose whole volume is at most the line's.</param>
public sealed record Coverage(double All, double Duration, double Volume, double Both, double WholeVolume);

/// <summary>A line that the data propose at one percentile.</summary>
/// <param name="Percentage">The percentile.</param>
/// <param name="Duration">Null without trajectories enough.</param>
/// <param name="Volume">Null without trajectories enough, or where the percentile is not reached.</param>
/// <param name="Coverage">Null as the volume.</param>
/// <param name="Intensity">Volume per week of the volume's duration, in the product's intensity unit; null as above, or where the product has none.</param>
public sealed record Proposal(
    Percentage Percentage, ProposedDuration? Duration, ProposedVolume? Volume, Coverage? Coverage, decimal? Intensity);

/// <summary>A line of the draft: the proposal at the chosen percentile, those that it is compared with, and what they rest on.</summary>
/// <param name="Group">The trajectories.</param>
/// <param name="Tier">How much they can carry: by those that are complete, whatever the estimator; of care years by their children, who are the clusters.</param>
/// <param name="Basis">What the line rests on.</param>
/// <param name="Chosen">At the chosen percentile.</param>
/// <param name="Compared">At the other percentile; its volume is that within the <em>chosen</em> duration, so that the two can be compared.</param>
public sealed record DraftLine(Group Group, Tier Tier, Basis Basis, Proposal Chosen, Proposal Compared)
{
    /// <summary>Which estimates feed <see cref="Chosen"/> and <see cref="Compared"/>.</summary>
    public required Estimator Estimator { get; init; }

    /// <summary>At the chosen percentile by the other estimator; its volume too is that within the chosen duration.</summary>
    public required Proposal Other { get; init; }

    /// <summary>What both limits hold together; null without trajectories enough, or where a percentile is not reached.</summary>
    public JointLine? Joint { get; init; }

    /// <summary>Why there is no proposal; null where there is one.</summary>
    public Lack? Lack { get; init; }

    /// <summary>The whole product, of which the group is a part; null where it is that itself.</summary>
    public Group? Whole { get; init; }

    /// <summary>The volumes of its own that the line is about; null without a proposal.</summary>
    public LineVolumes? Volumes { get; init; }

    /// <summary>What the proposed volume was taken of, where lines share it: the volumes of all of them; else null.</summary>
    public LineVolumes? SharedVolumes { get; init; }

    /// <summary>Whether the proposed duration was taken of all trajectories of the product that share it.</summary>
    public bool SharesDuration { get; init; }

    /// <summary>The line now in force; null where there is none.</summary>
    public CurrentLine? Current => Group.Product.CurrentOf(Group.Subgroup);

    /// <summary>Whether the line drifts over the start years; null where too few years could be followed to tell.</summary>
    public bool? HasDrift { get; init; }

    /// <summary>The share of the cohort at the provider that has most of it, 0 to 1; null of an empty cohort.</summary>
    public double? LargestProviderShare { get; init; }

    /// <summary>Whether the subgroups of its product need lines of their own, the most of what volumes and durations advise; null of a line that is no subgroup's.</summary>
    public PartitionAdvice? Advice { get; init; }

    /// <summary>Volumes within the duration that lie far from the others, and the percentile with and without them; null without a proposal.</summary>
    public TukeyFences? Outliers { get; init; }

    /// <summary>The share of the cohort that still runs, 0 to 1; 0 of an empty cohort.</summary>
    public double CensoredShare => Group.Cohort == 0 ? 0 : (double)(Group.Cohort - Group.Count) / Group.Cohort;
}
