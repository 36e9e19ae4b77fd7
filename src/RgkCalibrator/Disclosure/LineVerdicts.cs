using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// Says for every figure of a line what was decided about it, by looking at the safe value itself, so that the two
/// cannot differ.
/// </summary>
internal sealed class LineVerdicts(SafeLine line, DisclosureProfile profile)
{
    private int ChildrenForChosen => profile.ChildrenNeeded(line.Chosen.Percentage);

    /// <summary>The verdicts, in the order of <see cref="Figure"/>.</summary>
    internal IEnumerable<SafeVerdict> All(SafeDistributions? distributions) =>
        [.. OfFigures(), .. OfDistributions(distributions)];

    /// <summary>The verdict on the volume of a whole product, beside those of its subgroups.</summary>
    /// <param name="tellsCount">Whether its trajectories may be told.</param>
    internal SafeVerdict OfPooled(bool tellsCount)
    {
        var verdict = Of(Figure.PooledVolume, ReleaseRule.Percentile, Rounded(line.Chosen.Volume), ChildrenForChosen);
        return tellsCount ? verdict : verdict with { Trajectories = new SafeCount(null, profile.SmallestGroup) };
    }

    private IEnumerable<SafeVerdict> OfFigures()
    {
        var (chosen, compared) = (ChildrenForChosen, profile.ChildrenNeeded(line.Compared.Percentage));
        var (smallest, many) = (profile.SmallestGroup, profile.BothPercentilesFrom);
        var both = Math.Max(compared, profile.ChildrenNeeded(line.Chosen.Percentage, line.Compared.Percentage));
        yield return Of(Figure.Trajectories, ReleaseRule.Count, Rounded(line.Trajectories.Value), smallest);
        yield return Of(Figure.Complete, ReleaseRule.Count, Rounded(line.Complete?.Value), smallest);
        yield return Of(Figure.Running, ReleaseRule.Share, OfShare(line.Running), smallest);
        yield return Of(Figure.Duration, ReleaseRule.Percentile, AsItIs(line.Chosen.Duration), chosen);
        yield return Of(Figure.Volume, ReleaseRule.Percentile, Rounded(line.Chosen.Volume), chosen);
        if (line.Product.IntensityUnit is not null)
            yield return Of(Figure.Intensity, ReleaseRule.Percentile, Rounded(line.Intensity), chosen);
        yield return Of(Figure.ComparedDuration, ReleaseRule.Percentile, AsItIs(line.Compared.Duration), compared);
        yield return Of(Figure.ComparedVolume, ReleaseRule.TwoVolumes, Rounded(line.Compared.Volume), both);
        yield return Of(Figure.LowerDuration, ReleaseRule.IntervalLimit, Rounded(line.Lower?.Duration), smallest);
        yield return Of(Figure.UpperDuration, ReleaseRule.IntervalLimit, Rounded(line.Upper?.Duration), smallest);
        yield return Of(Figure.LowerVolume, ReleaseRule.IntervalLimit, Rounded(line.Lower?.Volume), smallest);
        yield return Of(Figure.UpperVolume, ReleaseRule.IntervalLimit, Rounded(line.Upper?.Volume), smallest);
        yield return Of(Figure.WithinDuration, ReleaseRule.Share, OfShare(line.WithinDuration), smallest);
        yield return Of(Figure.WithinVolume, ReleaseRule.Share, OfShare(line.WithinVolume), smallest);
        yield return Of(Figure.WithinBoth, ReleaseRule.Share, OfShare(line.WithinBoth), smallest);
        yield return Of(Figure.OtherDuration, ReleaseRule.Percentile, AsItIs(line.Other?.Duration), chosen);
        yield return Of(Figure.OtherVolume, ReleaseRule.TwoVolumes, Rounded(line.Other?.Volume), many);
        yield return Of(Figure.CalibratedPair, ReleaseRule.TwoVolumes, Rounded(line.Calibrated?.Volume), many);
    }

    private IEnumerable<SafeVerdict> OfDistributions(SafeDistributions? shown)
    {
        var (two, quartile) = (2 * profile.SmallestGroup, profile.ChildrenNeeded(Percentage.Of(25)));
        return
        [
            Of(Figure.VolumeHistogram, ReleaseRule.Histogram, OfHistogram(shown?.Volume), two),
            Of(Figure.DurationHistogram, ReleaseRule.Histogram, OfHistogram(shown?.Duration), two),
            Of(Figure.VolumeCurve, ReleaseRule.Curve, OfCurve(shown?.VolumeCurve), quartile),
            Of(Figure.DurationCurve, ReleaseRule.Curve, OfCurve(shown?.DurationCurve), quartile),
            Of(Figure.VolumeBox, ReleaseRule.Box, Rounded(shown?.VolumeBox), quartile),
            Of(Figure.YearShares, ReleaseRule.Part, OfParts(shown?.Years), 2 * two),
            Of(Figure.YearPercentiles, ReleaseRule.YearPercentile, Rounded(shown?.YearPercentiles), ChildrenForChosen),
            Of(Figure.ProviderShares, ReleaseRule.Part, OfParts(shown?.Providers), 2 * two),
            Of(Figure.Course, ReleaseRule.Mean, OfCourse(shown?.Course), profile.SmallestGroup),
        ];
    }

    private static Verdict AsItIs(object? shown) => shown is null ? Verdict.Suppressed : Verdict.Shown;

    private static Verdict Rounded(object? shown, bool? isMerged = false) =>
        shown is null ? Verdict.Suppressed : isMerged == true ? Verdict.Merged : Verdict.Rounded;

    private static Verdict OfShare(SafeShare? share) => Rounded(share, share?.IsBand);

    private static Verdict OfHistogram(SafeHistogram? histogram) => Rounded(histogram, histogram?.IsMerged);

    private static Verdict OfParts(SafeParts? parts) =>
        Rounded(parts, parts?.Parts.Any(part => part.Name.Length == 0));

    private Verdict OfCourse(SafeCourse? course) => Rounded(course, course?.IsMerged(line));

    private static Verdict OfCurve(SafeCurve? curve) => Rounded(curve, curve?.Missing > 0);

    private SafeVerdict Of(Figure figure, ReleaseRule rule, Verdict verdict, int needed) => new(line, figure, rule)
    {
        Verdict = verdict,
        ChildrenNeeded = needed,
        Loss = verdict == Verdict.Suppressed ? WhyLost(rule) : null,
    };

    // Counts stand whether or not the line does.
    private Loss WhyLost(ReleaseRule rule) => line.Withheld switch
    {
        Withheld.NearlyAllEqual when rule != ReleaseRule.Count => Loss.NearlyAllEqual,
        Withheld.TooFewChildren => Loss.TooFewChildren,
        Withheld.EqualOrSmallRemainder when rule != ReleaseRule.Count => Loss.EqualOrSmallRemainder,
        _ => Loss.RuleNotMet,
    };
}
