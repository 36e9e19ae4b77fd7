using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Statistics.Shares;

/// <summary>The advice whether subgroups need lines of their own.</summary>
public enum PartitionAdvice
{
    /// <summary>One line suffices: every share lies within the inner band.</summary>
    OneLine,

    /// <summary>
    /// A judgement is needed: a share lies between the bands, or a condition for own lines is not met.
    /// </summary>
    Judgement,

    /// <summary>Own lines are advised: a share lies beyond the outer band, and all other conditions are met.</summary>
    OwnLines,
}

/// <summary>The conditions for own lines that are not met.</summary>
[Flags]
public enum PartitionLacks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No share lies beyond the outer band.</summary>
    Band = 1,

    /// <summary>The p-value of the test of group × beyond, after Holm, is not under the level.</summary>
    Significance = 2,

    /// <summary>A group is smaller than the tier provisional asks.</summary>
    Size = 4,

    /// <summary>The lines are the same after rounding.</summary>
    DifferentLines = 8,

    /// <summary>Nobody has entered a content reason.</summary>
    Reason = 16,
}

/// <summary>The other evidence about a product × factor, beside its shares.</summary>
/// <param name="AdjustedP">Fisher's p-value after Holm over all products × factors, 0 to 1.</param>
/// <param name="SmallestTier">The tier of the smallest group.</param>
/// <param name="HasDifferentLines">Whether the groups' own lines differ after rounding.</param>
/// <param name="HasReason">Whether people entered a content reason.</param>
public sealed record PartitionEvidence(double AdjustedP, Tier SmallestTier, bool HasDifferentLines, bool HasReason);

/// <summary>The comparison of the groups of one factor with the pooled percentile.</summary>
/// <param name="Percentage">Of the pooled line.</param>
/// <param name="Shares">Of each group, beyond the pooled line, with exact limits.</param>
/// <param name="Bands">Between which shares one line serves.</param>
/// <param name="Fisher">The exact test of group × beyond, not yet adjusted.</param>
public sealed record Partition(
    Percentage Percentage, IReadOnlyList<ShareInterval> Shares, LahtiBands Bands, FisherResult Fisher)
{
    /// <summary>The level of Fisher's test after Holm.</summary>
    public const double Level = 0.05;

    /// <summary>Compares groups; groups without members have no share and do not count in the advice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number beyond lies outside 0 to n, or a percentage or confidence at an end.
    /// </exception>
    public static Partition Compare(IReadOnlyList<BeyondCount> groups, Percentage percentage, double confidence) => new(
        percentage,
        [.. groups.Select(group => ShareInterval.FromCounts(group.Beyond, group.N, confidence))],
        LahtiBands.ForPercentage(percentage),
        FisherExact.Test(groups));

    /// <summary>The advice, and the conditions for own lines that are not met.</summary>
    public (PartitionAdvice Advice, PartitionLacks Lacks) Advise(PartitionEvidence evidence)
    {
        double[] shares = [.. Shares.Select(share => share.Share).OfType<double>()];
        var isBreached = shares.Any(share => share >= Bands.OwnLinesFrom || share <= Bands.OwnLinesTo);
        var lacks = Lack(!isBreached, PartitionLacks.Band)
            | Lack(!(evidence.AdjustedP < Level), PartitionLacks.Significance)
            | Lack(evidence.SmallestTier < Tier.Provisional, PartitionLacks.Size)
            | Lack(!evidence.HasDifferentLines, PartitionLacks.DifferentLines)
            | Lack(!evidence.HasReason, PartitionLacks.Reason);
        if (shares.All(share => share >= Bands.OneLineFrom && share <= Bands.OneLineTo))
            return (PartitionAdvice.OneLine, lacks);
        return (lacks == PartitionLacks.None ? PartitionAdvice.OwnLines : PartitionAdvice.Judgement, lacks);
    }

    private static PartitionLacks Lack(bool isLacking, PartitionLacks what) => isLacking ? what : PartitionLacks.None;
}
