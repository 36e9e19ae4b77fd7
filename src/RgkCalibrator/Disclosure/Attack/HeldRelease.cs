namespace RgkCalibrator.Disclosure.Attack;

/// <summary>
/// Lets the attacker try a release before anything of it is written, and leaves out what he needs, one thing after
/// another until nothing is pinned: first the curve and the box of the distribution, the percentiles of years, or the
/// count that tells another one, then its histogram, then the line, and at last its count.
/// </summary>
public static class HeldRelease
{
    private static readonly Figure[] Line = [Figure.Volume];

    private static readonly Figure[] Count = [Figure.Volume, Figure.Trajectories];

    /// <summary>The release of which nothing is pinned any more.</summary>
    /// <exception cref="InvalidOperationException">
    /// Something is still pinned when all that could be left out is: a bug, and nothing may be written.
    /// </exception>
    public static SafeDraft From(SafeDraft release, DisclosureProfile profile)
    {
        for (var pinned = ReleaseAttack.On(release, profile); pinned.Count > 0;
            pinned = ReleaseAttack.On(release, profile))
        {
            var before = release;
            foreach (var ofLine in pinned.GroupBy(one => (one.Line.Product.Code, one.Line.SubgroupId)))
                release = Without(release, [.. ofLine], profile);
            if (ReferenceEquals(release, before))
                throw new InvalidOperationException("A small group follows from what is left of a release.");
        }

        return release;
    }

    /// <summary>The release without the first things that are needed for what is pinned of one line.</summary>
    private static SafeDraft Without(SafeDraft release, IReadOnlyList<PinnedCount> pinned, DisclosureProfile profile)
    {
        var line = pinned[0].Line;
        var shown = release.Verdicts
            .Where(one => one.ProductCode == line.Product.Code && one.Subgroup == line.SubgroupId && one.Loss is null)
            .Select(one => one.Figure).ToHashSet();
        var taken = pinned.SelectMany(one => Ladder(one).FirstOrDefault(shown.Overlaps) ?? []).ToHashSet();
        release = taken.Count == 0 ? release : release.Without(line, taken, profile);
        return pinned.Any(one => one.Link == Figure.PooledVolume)
            ? release.WithoutCountOfWhole(line.Product.Code, profile)
            : release;
    }

    private static Figure[][] Ladder(PinnedCount pinned) => (pinned.Measure, pinned.Link) switch
    {
        (Measure.Volume, _) => [[Figure.VolumeCurve, Figure.VolumeBox], [Figure.VolumeHistogram], Line, Count],
        (Measure.Duration, _) => [[Figure.DurationCurve], [Figure.DurationHistogram], Line, Count],
        (Measure.YearVolume, _) => [[Figure.YearPercentiles], [Figure.YearShares], Line, Count],
        (_, Figure.Running) =>
            [[Figure.Complete, Figure.Running, Figure.OtherDuration, Figure.OtherVolume], Line, Count],
        (_, Figure.WithinBoth) => [[Figure.WithinBoth], Line, Count],
        // The count of the whole is left out, and no figure of the part.
        (_, Figure.PooledVolume) => [],
        _ => [Line, Count],
    };
}
