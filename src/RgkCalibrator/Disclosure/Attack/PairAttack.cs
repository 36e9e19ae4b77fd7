namespace RgkCalibrator.Disclosure.Attack;

/// <summary>
/// Tries to work out of two releases of one region, as published, what neither tells by itself. It knows which of the
/// two is the wider one, or that both are of the same children.
/// </summary>
internal static class PairAttack
{
    /// <summary>
    /// The stretches that are pinned when all that two releases say of the same trajectories is put together.
    /// </summary>
    internal static IEnumerable<PinnedCount> OnSame(
        PublishedDistribution one, PublishedDistribution other, DisclosureProfile profile) =>
        ReleaseAttack.OnDistribution(Together(one, other), profile);

    /// <summary>All that two releases say of the same trajectories.</summary>
    internal static PublishedDistribution Together(PublishedDistribution one, PublishedDistribution other) => one with
    {
        Statements = [.. one.Statements, .. other.Statements],
        Sizes = [.. one.Sizes.Intersect(other.Sizes)],
    };

    /// <summary>
    /// Whether a stretch is pinned to few of those who are in the wider release alone. Of weighted trajectories nothing
    /// is: those of the narrow one weigh another in the wide one.
    /// </summary>
    internal static bool PinsDifference(
        PublishedDistribution narrow, PublishedDistribution wide, DisclosureProfile profile)
    {
        if (!narrow.IsWhole || !wide.IsWhole)
            return false;
        double[] points = [.. narrow.Ends.Union(wide.Ends).Order()];
        var (before, after) = (ReleaseAttack.Possible(narrow, points), ReleaseAttack.Possible(wide, points));
        return before.Count > 0 && after.Count > 0 && Enumerable.Range(0, points.Length).Any(lower =>
            Enumerable.Range(lower + 1, points.Length - lower - 1).Any(upper => IsFew(lower, upper)));

        bool IsFew(int lower, int upper) =>
            after.Min(one => one.Least(lower, upper)) - before.Max(one => one.Most(lower, upper))
                > 1 - CountBounds.Slack
            && after.Max(one => one.Most(lower, upper)) - before.Min(one => one.Least(lower, upper))
                < profile.SmallestGroup - CountBounds.Slack;
    }

    /// <summary>Whether two counts pin few of those who are in the wider release alone.</summary>
    internal static bool PinsDifference(SafeCount? narrow, SafeCount? wide, DisclosureProfile profile)
    {
        if (narrow?.Value is not { } few || wide?.Value is not { } more)
            return false;
        var (from, to) = (CountRange.Of(few, profile, isWhole: true), CountRange.Of(more, profile, isWhole: true));
        return to.Least - from.Most >= 1 && to.Most - from.Least < profile.SmallestGroup;
    }
}
