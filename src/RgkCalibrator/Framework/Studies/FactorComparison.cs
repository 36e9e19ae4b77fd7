using RgkCalibrator.Catalogue;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework.Studies;

/// <summary>The way in which care goes beyond a line.</summary>
public enum BeyondMeasure
{
    /// <summary>Using more within the duration than the line.</summary>
    VolumeWithin,

    /// <summary>Going on beyond the duration.</summary>
    Outlasting,

    /// <summary>Using more in a care year than the line.</summary>
    CareYearVolume,

    /// <summary>Using more within the duration than the line, going on beyond the duration, or both.</summary>
    Either,
}

/// <summary>The levels of one factor of a product, compared with the line of all levels together.</summary>
/// <param name="Product">The product.</param>
/// <param name="Factor">The factor by which the levels differ.</param>
/// <param name="Measure">The way in which care goes beyond the line.</param>
/// <param name="Duration">How long every trajectory was followed; null for care years.</param>
/// <param name="Pooled">
/// The percentile of all together, in the product's unit; null for <see cref="BeyondMeasure.Outlasting"/>, whose line
/// is the duration.
/// </param>
/// <param name="Levels">The levels that have members, at least two.</param>
/// <param name="Partition">The comparison.</param>
public sealed record FactorComparison(
    Product Product,
    Factor Factor,
    BeyondMeasure Measure,
    DurationStep? Duration,
    double? Pooled,
    IReadOnlyList<FactorLevel> Levels,
    Partition Partition)
{
    /// <summary>
    /// The pair of levels that lie furthest apart on the log scale; null where none can be compared, and for
    /// <see cref="BeyondMeasure.Outlasting"/>.
    /// </summary>
    public HarrisBoydResult? HarrisBoyd { get; init; }

    /// <summary>Fisher's p-value after Holm over all comparisons of a run, 0 to 1.</summary>
    public double AdjustedP { get; init; } = 1;

    /// <summary>Whether a common line serves.</summary>
    public PartitionAdvice Advice => Advised.Advice;

    /// <summary>What lines of their own would still need.</summary>
    public PartitionLacks Lacks => Advised.Lacks;

    // That the catalogue splits a product is a reason that people entered; for the other factors nobody has.
    private (PartitionAdvice Advice, PartitionLacks Lacks) Advised => Partition.Advise(new PartitionEvidence(
        AdjustedP,
        Levels.Min(level => level.Tier),
        Levels.Select(level => level.OwnLine).Distinct().Count() > 1,
        Factor == Factor.Subgroup));
}
