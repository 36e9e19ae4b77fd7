namespace RgkCalibrator.Disclosure.Attack;

/// <summary>Counts that follow from other counts, and from what is blank.</summary>
internal static class LinkedCounts
{
    /// <summary>The counts of lines that are pinned to some children, fewer than the smallest group.</summary>
    internal static IEnumerable<PinnedCount> Pinned(SafeDraft release, DisclosureProfile profile) =>
    [
        .. release.Lines.Where(line => TellsRunning(line, profile)).Select(line => Of(line, Figure.Running)),
        .. release.Lines.Where(line => TellsRemainder(line, profile)).Select(line => Of(line, Figure.Volume)),
        .. release.Lines.Where(line => TellsQuarter(line, profile)).Select(line => Of(line, Figure.WithinBoth)),
        .. release.Verdicts.Where(verdict => verdict.Figure == Figure.PooledVolume)
            .SelectMany(whole => HiddenParts(release, whole, profile))
            .Select(line => Of(line, Figure.PooledVolume)),
    ];

    private static PinnedCount Of(SafeLine line, Figure link) =>
        new(line, null, double.NegativeInfinity, double.PositiveInfinity) { Link = link };

    // Where few and nobody are told alike, a blank says nothing of it.
    private static bool TellsRunning(SafeLine line, DisclosureProfile profile)
    {
        if (line.Trajectories.Value is not { } all || line.Complete is null)
            return line.Trajectories.Value is not null && !profile.HoldsTogether;
        var (cohort, complete) = (
            CountRange.Of(all, profile, isWhole: true),
            CountRange.Of(line.Complete.Value ?? 0, profile, isWhole: true));
        var (least, most) = (cohort.Least - complete.Most, cohort.Most - complete.Least);
        if (line.Running is { } running)
        {
            (least, most) = (
                Math.Max(least, CountRange.OfShare(running, (int)cohort.Least, profile, isWhole: true).Least),
                Math.Min(most, CountRange.OfShare(running, (int)cohort.Most, profile, isWhole: true).Most));
        }

        return IsFew(least, most, profile);
    }

    private static bool TellsRemainder(SafeLine line, DisclosureProfile profile) =>
        line.Withheld == Withheld.EqualOrSmallRemainder && !profile.HoldsTogether;

    /// <summary>
    /// Whether the shares within each limit and within both pin one of the four groups that they make. With care years
    /// the volume is of others.
    /// </summary>
    private static bool TellsQuarter(SafeLine line, DisclosureProfile profile)
    {
        var isOfOne = line is { IsPerCareYear: false, WithinDuration: not null, WithinVolume: not null };
        if (!isOfOne || line.WithinBoth is not { IsBand: false })
            return false;
        var sizes = PublishedDistribution.SizesOfLine(line, profile);
        return sizes.Count > 0 && Enumerable.Range(0, 4).Any(quarter =>
            IsFew(sizes.Min(size => Quarters(size)[quarter].Least), sizes.Max(size => Quarters(size)[quarter].Most)));

        (double Least, double Most)[] Quarters(int size)
        {
            var (duration, volume, both) = (
                Range(line.WithinDuration!, size), Range(line.WithinVolume!, size), Range(line.WithinBoth, size));
            return
            [
                both,
                (duration.Least - both.Most, duration.Most - both.Least),
                (volume.Least - both.Most, volume.Most - both.Least),
                (size - duration.Most - volume.Most + both.Least, size - duration.Least - volume.Least + both.Most),
            ];
        }

        (double Least, double Most) Range(SafeShare share, int size) =>
            CountRange.OfShare(share, size, profile, LineStatements.IsUnweighted(line));

        bool IsFew(double least, double most) => LinkedCounts.IsFew(least, most, profile);
    }

    private static bool IsFew(double least, double most, DisclosureProfile profile) =>
        least >= 1 && most < profile.SmallestGroup;

    /// <summary>The parts of a whole whose counts are not told, and follow from those that are.</summary>
    private static List<SafeLine> HiddenParts(SafeDraft release, SafeVerdict whole, DisclosureProfile profile)
    {
        if (whole.Trajectories.Value is not { } all)
            return [];
        var parts = release.Lines.Where(line => line.Product.Code == whole.ProductCode).ToList();
        var hidden = parts.Where(part => part.Trajectories.Value is null).ToList();
        var told = parts.Select(part => part.Trajectories.Value).OfType<long>()
            .Sum(count => CountRange.Of(count, profile, isWhole: true).Most);
        // Each of the others can have as many as a blank allows.
        var others = (hidden.Count - 1) * (profile.SmallestGroup - 1);
        var least = CountRange.Of(all, profile, isWhole: true).Least - told - others;
        return least >= 1 ? hidden : [];
    }
}
