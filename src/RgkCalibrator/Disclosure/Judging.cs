using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Disclosure;

/// <summary>Says of every figure of a line what was decided: by the safe value itself, so that the two cannot differ.</summary>
internal static class Judging
{
    /// <summary>The verdicts of a line, in the order of <see cref="Figure"/>.</summary>
    internal static IEnumerable<SafeVerdict> Of(SafeLine line, SafeDistributions? distributions, DisclosureProfile profile)
    {
        var one = new Line(line, profile);
        return [.. Counts(one), .. Percentiles(one), .. Shares(one), .. Others(one), .. Distributions(one, distributions)];
    }

    /// <summary>The verdict on the volume of all together, beside those of subgroups.</summary>
    internal static SafeVerdict OfPooled(SafeLine line, DisclosureProfile profile)
    {
        var one = new Line(line, profile);
        return one.Of(Figure.PooledVolume, ReleaseRule.Percentile, Is(line.Chosen.Volume, Verdict.Rounded), one.Needed(line.Chosen.Percentage));
    }

    private static IEnumerable<SafeVerdict> Counts(Line one) =>
    [
        one.Count(Figure.Trajectories, one.Safe.Trajectories),
        one.Count(Figure.Complete, one.Safe.Complete),
        one.Share(Figure.Running, one.Safe.Running),
    ];

    private static IEnumerable<SafeVerdict> Percentiles(Line one)
    {
        var (line, chosen, compared) = (one.Safe, one.Needed(one.Safe.Chosen.Percentage), one.Needed(one.Safe.Compared.Percentage));
        yield return one.Of(Figure.Duration, ReleaseRule.Percentile, Is(line.Chosen.Duration), chosen);
        yield return one.Of(Figure.Volume, ReleaseRule.Percentile, Is(line.Chosen.Volume, Verdict.Rounded), chosen);
        if (line.Product.IntensityUnit is not null)
            yield return one.Of(Figure.Intensity, ReleaseRule.Percentile, Is(line.Intensity, Verdict.Rounded), chosen);
        yield return one.Of(Figure.ComparedDuration, ReleaseRule.Percentile, Is(line.Compared.Duration), compared);
        yield return one.Of(Figure.ComparedVolume, ReleaseRule.TwoVolumes, Is(line.Compared.Volume, Verdict.Rounded), Math.Max(compared, one.NeededForBoth));
        yield return one.Of(Figure.LowerDuration, ReleaseRule.IntervalLimit, Is(line.Lower?.Duration, Verdict.Rounded), one.Profile.SmallestGroup);
        yield return one.Of(Figure.UpperDuration, ReleaseRule.IntervalLimit, Is(line.Upper?.Duration, Verdict.Rounded), one.Profile.SmallestGroup);
        yield return one.Of(Figure.LowerVolume, ReleaseRule.IntervalLimit, Is(line.Lower?.Volume, Verdict.Rounded), one.Profile.SmallestGroup);
        yield return one.Of(Figure.UpperVolume, ReleaseRule.IntervalLimit, Is(line.Upper?.Volume, Verdict.Rounded), one.Profile.SmallestGroup);
    }

    private static IEnumerable<SafeVerdict> Shares(Line one) =>
    [
        one.Share(Figure.WithinDuration, one.Safe.WithinDuration),
        one.Share(Figure.WithinVolume, one.Safe.WithinVolume),
        one.Share(Figure.WithinBoth, one.Safe.WithinBoth),
    ];

    private static IEnumerable<SafeVerdict> Others(Line one) =>
    [
        one.Of(Figure.OtherDuration, ReleaseRule.Percentile, Is(one.Safe.Other?.Duration), one.Needed(one.Safe.Chosen.Percentage)),
        one.Of(Figure.OtherVolume, ReleaseRule.TwoVolumes, Is(one.Safe.Other?.Volume, Verdict.Rounded), one.Profile.BothPercentilesFrom),
        one.Of(Figure.CalibratedPair, ReleaseRule.TwoVolumes, Is(one.Safe.Calibrated?.Volume, Verdict.Rounded), one.Profile.BothPercentilesFrom),
    ];

    private static IEnumerable<SafeVerdict> Distributions(Line one, SafeDistributions? shown)
    {
        var (two, quartile) = (2 * one.Profile.SmallestGroup, one.Needed(Percentage.Of(25)));
        return
        [
            one.Of(Figure.VolumeHistogram, ReleaseRule.Histogram, Is(shown?.Volume), two),
            one.Of(Figure.DurationHistogram, ReleaseRule.Histogram, Is(shown?.Duration), two),
            one.Of(Figure.VolumeCurve, ReleaseRule.Curve, Is(shown?.VolumeCurve), quartile),
            one.Of(Figure.DurationCurve, ReleaseRule.Curve, Is(shown?.DurationCurve), quartile),
            one.Of(Figure.VolumeBox, ReleaseRule.Box, Is(shown?.VolumeBox, Verdict.Rounded), quartile),
        ];
    }

    private static Verdict Is(SafeHistogram? shown) => Is(shown, shown?.IsMerged ?? false ? Verdict.Merged : Verdict.Rounded);

    private static Verdict Is(SafeCurve? shown) => Is(shown, shown?.Missing > 0 ? Verdict.Merged : Verdict.Rounded);

    private static Verdict Is(object? shown, Verdict how = Verdict.Shown) => shown is null ? Verdict.Suppressed : how;

    private sealed record Line(SafeLine Safe, DisclosureProfile Profile)
    {
        internal int Needed(Percentage percentage) => Disclosing.ChildrenNeeded(percentage, Profile);

        internal int NeededForBoth => Disclosing.ChildrenForBoth(Safe.Chosen.Percentage, Safe.Compared.Percentage, Profile);

        internal SafeVerdict Of(Figure figure, ReleaseRule rule, Verdict verdict, int needed) => new((Safe.Product.Code, Safe.SubgroupId), figure, rule, Safe.Trajectories)
        {
            Verdict = verdict,
            ChildrenNeeded = needed,
            Loss = verdict == Verdict.Suppressed ? WhyLost(rule) : null,
        };

        internal SafeVerdict Count(Figure figure, SafeCount? count) => Of(figure, ReleaseRule.Count, Is(count?.Value, Verdict.Rounded), Profile.SmallestGroup);

        internal SafeVerdict Share(Figure figure, SafeShare? share) =>
            Of(figure, ReleaseRule.Share, Is(share, share is { IsBand: true } ? Verdict.Merged : Verdict.Rounded), Profile.SmallestGroup);

        // Counts stand whether or not the line does.
        private Loss WhyLost(ReleaseRule rule) => Safe.Withheld switch
        {
            Withheld.NearlyAllEqual when rule != ReleaseRule.Count => Loss.NearlyAllEqual,
            Withheld.TooFewChildren => Loss.TooFewChildren,
            Withheld.SmallRemainder when rule != ReleaseRule.Count => Loss.SmallRemainder,
            _ => Loss.RuleNotMet,
        };
    }
}
