using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Attack;

namespace RgkCalibrator.Tests.Disclosure.Releases;

/// <summary>Tries to work out of two releases of one region, as published, what neither tells by itself.</summary>
internal static class PairAttack
{
    /// <summary>
    /// How often few children who are in the wider release alone are pinned. The attacker knows that all children of
    /// the narrow one are in the wide one too.
    /// </summary>
    internal static int OnNested(SafeDraft narrow, SafeDraft wide, DisclosureProfile profile)
    {
        return Pairs(narrow, wide).Sum(pair => PinnedCounts(pair.One, pair.Other)
            + Distributions(pair, profile).Count(one => IsPinned(one.One, one.Other)));

        int PinnedCounts(SafeLine one, SafeLine other) =>
            Pins(one.Trajectories, other.Trajectories, profile) + Pins(one.Complete, other.Complete, profile);

        bool IsPinned(PublishedDistribution narrower, PublishedDistribution wider)
        {
            if (!narrower.IsWhole)
                return false;
            double[] points = [.. PointsOf(narrower).Union(PointsOf(wider)).Order()];
            var (before, after) = (ReleaseAttack.Possible(narrower, points), ReleaseAttack.Possible(wider, points));
            return before.Count > 0 && after.Count > 0 && Enumerable.Range(0, points.Length).Any(lower =>
                Enumerable.Range(lower + 1, points.Length - lower - 1).Any(upper => IsFew(lower, upper)));

            bool IsFew(int lower, int upper) =>
                after.Min(one => one.Least(lower, upper)) - before.Max(one => one.Most(lower, upper))
                    > 1 - CountBounds.Slack
                && after.Max(one => one.Most(lower, upper)) - before.Min(one => one.Least(lower, upper))
                    < profile.SmallestGroup - CountBounds.Slack;
        }
    }

    /// <summary>
    /// How many stretches are pinned when all that two releases say of the same children is put together.
    /// </summary>
    internal static int OnSameChildren(SafeDraft one, SafeDraft other, DisclosureProfile profile) => Pairs(one, other)
        .SelectMany(pair => Distributions(pair, profile))
        .Where(pair => pair.One.IsWhole == pair.Other.IsWhole)
        .Sum(pair => ReleaseAttack.OnDistribution(
            pair.One with
            {
                Statements = [.. pair.One.Statements, .. pair.Other.Statements],
                Sizes = [.. pair.One.Sizes.Intersect(pair.Other.Sizes)],
            },
            profile).Count());

    private static int Pins(SafeCount? one, SafeCount? other, DisclosureProfile profile)
    {
        if (one?.Value is not { } few || other?.Value is not { } more)
            return 0;
        var (from, to) = (CountRange.Of(few, profile, isWhole: true), CountRange.Of(more, profile, isWhole: true));
        return to.Least - from.Most >= 1 && to.Most - from.Least < profile.SmallestGroup ? 1 : 0;
    }

    private static IEnumerable<(PublishedDistribution One, PublishedDistribution Other)> Distributions(
        (SafeLine One, SafeLine Other, SafeDraft First, SafeDraft Second) pair, DisclosureProfile profile) =>
        Of(pair.First, pair.One, profile).Join(
            Of(pair.Second, pair.Other, profile), one => one.Measure, one => one.Measure, (one, other) => (one, other))
            // A volume within another duration is another volume.
            .Where(_ => pair.One.Chosen.Duration == pair.Other.Chosen.Duration);

    private static IEnumerable<PublishedDistribution> Of(
        SafeDraft release, SafeLine line, DisclosureProfile profile) => PublishedDistribution.Of(
        line, release.Distributions.FirstOrDefault(shown => ReferenceEquals(shown.Line, line)), profile);

    private static IEnumerable<double> PointsOf(PublishedDistribution distribution) => distribution.Statements
        .SelectMany(one => new[] { one.Above, one.UpTo })
        .Append(double.NegativeInfinity).Append(double.PositiveInfinity);

    private static IEnumerable<(SafeLine One, SafeLine Other, SafeDraft First, SafeDraft Second)> Pairs(
        SafeDraft one, SafeDraft other) => one.Lines.Join(
        other.Lines, line => (line.Product.Code, line.SubgroupId), line => (line.Product.Code, line.SubgroupId),
        (mine, theirs) => (mine, theirs, one, other));
}
