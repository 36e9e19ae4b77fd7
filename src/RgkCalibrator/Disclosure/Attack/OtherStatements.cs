using RgkCalibrator.Framework;

namespace RgkCalibrator.Disclosure.Attack;

/// <summary>
/// What a percentile by the other estimator says of a distribution. Each complete trajectory stands for at least one,
/// and those that still run make up the difference between all and the complete ones.
/// </summary>
internal static class OtherStatements
{
    /// <summary>What it says; nothing where it is not told how many are complete.</summary>
    /// <param name="line">The line.</param>
    /// <param name="value">The percentile, rounded up to a step; null when it is not shown.</param>
    /// <param name="before">The step before it.</param>
    /// <param name="profile">What may be shown.</param>
    internal static IEnumerable<CountStatement> Of(
        SafeLine line, double? value, Func<double, double> before, DisclosureProfile profile)
    {
        if (value is not { } other || line is not { Trajectories.Value: { } all, Complete.Value: { } complete })
            return [];
        var share = line.Chosen.Percentage.Share;
        return line.Estimator == Estimator.Completed
            ? OfAll(other, before(other), share, CountRange.Of(all, profile, isWhole: true).Most)
            : OfComplete(other, before(other), share, CountRange.Of(complete, profile, isWhole: true).Least);
    }

    // The distribution is of complete ones, the percentile of all.
    private static CountStatement[] OfAll(double value, double before, double share, double mostOfAll) =>
    [
        new(double.NegativeInfinity, value, size => (Math.Max(0, size - ((1 - share) * mostOfAll)), size)),
        new(double.NegativeInfinity, before, size => (0, Math.Min(size, share * mostOfAll))),
    ];

    // The distribution is of all, the percentile of complete ones.
    private static CountStatement[] OfComplete(double value, double before, double share, double leastComplete) =>
    [
        new(double.NegativeInfinity, value, size => (share * leastComplete, size)),
        new(double.NegativeInfinity, before, size => (0, size - ((1 - share) * leastComplete))),
        new(before, value, size => (1, size)),
    ];
}
