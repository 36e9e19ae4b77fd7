using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Attack;

namespace RgkCalibrator.Tests.Disclosure.Releases;

/// <summary>Lets the attacker try two releases of one region, whatever became of them.</summary>
internal static class DraftPairs
{
    /// <summary>
    /// How often few children who are in the wider release alone are pinned. The attacker knows that all children of
    /// the narrow one are in the wide one too.
    /// </summary>
    internal static int OnNested(SafeDraft narrow, SafeDraft wide, DisclosureProfile profile)
    {
        return Pairs(narrow, wide).Sum(pair => PinnedCounts(pair.One, pair.Other)
            + Distributions(pair, profile).Count(one => PairAttack.PinsDifference(one.One, one.Other, profile)));

        int PinnedCounts(SafeLine one, SafeLine other) =>
            (PairAttack.PinsDifference(one.Trajectories, other.Trajectories, profile) ? 1 : 0)
                + (PairAttack.PinsDifference(one.Complete, other.Complete, profile) ? 1 : 0);
    }

    /// <summary>
    /// How many stretches are pinned when all that two releases say of the same children is put together.
    /// </summary>
    internal static int OnSameChildren(SafeDraft one, SafeDraft other, DisclosureProfile profile) => Pairs(one, other)
        .SelectMany(pair => Distributions(pair, profile))
        .Where(pair => pair.One.IsWhole == pair.Other.IsWhole)
        .Sum(pair => PairAttack.OnSame(pair.One, pair.Other, profile).Count());

    private static IEnumerable<(PublishedDistribution One, PublishedDistribution Other)> Distributions(
        (SafeLine One, SafeLine Other, SafeDraft First, SafeDraft Second) pair, DisclosureProfile profile) =>
        Of(pair.First, pair.One, profile).Join(
            Of(pair.Second, pair.Other, profile), one => (one.Measure, one.Year), one => (one.Measure, one.Year),
            (one, other) => (one, other))
            // A volume within another duration is another volume.
            .Where(_ => pair.One.Chosen.Duration == pair.Other.Chosen.Duration);

    private static IEnumerable<PublishedDistribution> Of(
        SafeDraft release, SafeLine line, DisclosureProfile profile) => PublishedDistribution.Of(
        line, release.Distributions.FirstOrDefault(shown => ReferenceEquals(shown.Line, line)), profile);

    private static IEnumerable<(SafeLine One, SafeLine Other, SafeDraft First, SafeDraft Second)> Pairs(
        SafeDraft one, SafeDraft other) => one.Lines.Join(
        other.Lines, line => (line.Product.Code, line.SubgroupId), line => (line.Product.Code, line.SubgroupId),
        (mine, theirs) => (mine, theirs, one, other));
}
