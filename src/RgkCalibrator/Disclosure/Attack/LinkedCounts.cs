namespace RgkCalibrator.Disclosure.Attack;

/// <summary>Counts that follow from other counts, and from what is blank.</summary>
internal static class LinkedCounts
{
    /// <summary>The counts of lines that are pinned to some children, fewer than the smallest group.</summary>
    internal static IEnumerable<PinnedCount> Pinned(SafeDraft release, DisclosureProfile profile) =>
    [
        .. release.Lines.Where(line => TellsRunning(line, profile) || TellsRemainder(line, profile)).Select(Of),
        .. release.Verdicts.Where(verdict => verdict.Figure == Figure.PooledVolume)
            .SelectMany(whole => HiddenParts(release, whole, profile)).Select(Of),
    ];

    private static PinnedCount Of(SafeLine line) =>
        new(line, null, double.NegativeInfinity, double.PositiveInfinity);

    // Where few and nobody are told alike, a blank says nothing of it.
    private static bool TellsRunning(SafeLine line, DisclosureProfile profile)
    {
        if (line.Trajectories.Value is not { } all || line.Complete is null)
            return line.Trajectories.Value is not null && !profile.HoldsTogether;
        var (cohort, complete) = (
            CountRange.Of(all, profile, isWhole: true),
            CountRange.Of(line.Complete.Value ?? 0, profile, isWhole: true));
        return cohort.Least - complete.Most >= 1 && cohort.Most - complete.Least < profile.SmallestGroup;
    }

    private static bool TellsRemainder(SafeLine line, DisclosureProfile profile) =>
        line.Withheld == Withheld.EqualOrSmallRemainder && !profile.HoldsTogether;

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
