using RgkCalibrator.Framework;
using RgkCalibrator.Groups;

namespace RgkCalibrator.Disclosure;

/// <summary>Decides what of the evidence for a line may be shown: how many still run, the line by the other estimator, the calibrated pair.</summary>
internal static class DisclosedEvidence
{
    /// <summary>The line with what may be shown of its evidence.</summary>
    internal static SafeLine On(SafeLine safe, DraftLine draft, DisclosureProfile profile)
    {
        var group = draft.Group;
        safe = safe with { Complete = Complete(group, profile), Running = Running(group, profile) };
        if (safe.Withheld is not null)
            return safe;
        return safe with { Other = Other(draft, profile), Calibrated = Calibrated(draft, profile) };
    }

    /// <summary>The children whose care still runs: the difference between all and complete tells of them.</summary>
    private static int RunningChildren(Group group) => group.Child[group.Count..].ToArray().Distinct().Count();

    private static SafeCount? Complete(Group group, DisclosureProfile profile)
    {
        var running = RunningChildren(group);
        return running > 0 && running < profile.SmallestGroup ? null : Disclosing.Count(group.Count, group.Children, profile);
    }

    private static SafeShare? Running(Group group, DisclosureProfile profile)
    {
        var smaller = Math.Min(RunningChildren(group), group.Children);
        return smaller < profile.SmallestGroup ? null : Disclosing.Share((group.Cohort - group.Count, group.Cohort), smaller, profile);
    }

    /// <summary>Volumes of nearly the same children stand side by side when they are equal, or ten children lie between.</summary>
    private static SafeProposal Other(DraftLine draft, DisclosureProfile profile)
    {
        var (volumes, chosen) = (draft.SharedVolumes ?? draft.Volumes!, draft.Chosen);
        var within = volumes.Ticks[..volumes.Group.Count].ToArray();
        var isApart = draft.Other.Volume is { } other
            && new[] { chosen.Volume!, draft.Compared.Volume }.OfType<ProposedVolume>().All(shown => AreApart(volumes.Group, within, (shown.Value, other.Value), profile));
        return new SafeProposal(draft.Other.Percentage)
        {
            Duration = draft.Other.Duration?.Step,
            Volume = isApart ? draft.Other.Volume!.Value : null,
        };
    }

    private static SafeProposal? Calibrated(DraftLine draft, DisclosureProfile profile)
    {
        if (draft.Joint is not { } joint || !Neighbours(draft).All(shown => AreApart(draft.Group, draft.Group.Volume.ToArray(), (shown, joint.Volume), profile)))
            return null;
        var group = draft.Group;
        var (limit, times) = (group.Product.TicksOf(joint.Volume), group.OwnTimes());
        var beyondVolume = ChildrenWith(group, place => group.Volume[place] > limit);
        var beyondDuration = ChildrenWith(group, place => times[place] > joint.Pair.Calibrated.Duration);
        return Math.Min(beyondVolume, beyondDuration) < profile.SmallestGroup
            ? null
            : new SafeProposal(draft.Chosen.Percentage) { Volume = joint.Volume, Duration = joint.Duration };
    }

    /// <summary>The volumes beside which the pair stands. It lies at or above the chosen one: what is below that is further off.</summary>
    private static IEnumerable<decimal> Neighbours(DraftLine draft)
    {
        var chosen = draft.Chosen.Volume!.Value;
        yield return chosen;
        if (draft.Compared.Volume is { } compared && compared.Value > chosen)
            yield return compared.Value;
    }

    private static bool AreApart(Group group, long[] volumes, (decimal One, decimal Other) shown, DisclosureProfile profile)
    {
        var (from, to) = (group.Product.TicksOf(Math.Min(shown.One, shown.Other)), group.Product.TicksOf(Math.Max(shown.One, shown.Other)));
        return group.Children >= profile.BothPercentilesFrom
            && (from == to || ChildrenWith(group, place => volumes[place] > from && volumes[place] <= to) >= profile.SmallestGroup);
    }

    /// <summary>Children with a complete trajectory that meets a condition.</summary>
    private static int ChildrenWith(Group group, Func<int, bool> meets) =>
        Enumerable.Range(0, group.Count).Where(meets).Select(place => group.Child[place]).Distinct().Count();
}
