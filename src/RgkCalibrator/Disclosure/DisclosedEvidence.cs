using RgkCalibrator.Framework;
using RgkCalibrator.Groups;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// Decides what may be shown of the evidence for a line: how many trajectories still run, the line by the other
/// estimator, the calibrated pair.
/// </summary>
internal static class DisclosedEvidence
{
    /// <summary>The line with the counts that may be shown of it, whether or not the line itself is shown.</summary>
    internal static SafeLine AddCounts(SafeLine safe, Group group, DisclosureProfile profile)
    {
        // The difference between all trajectories and the complete ones tells of the children whose care still runs.
        var running = group.Child[group.Count..].ToArray();
        var areEnough = profile.AreEnough(running);
        return safe with
        {
            Complete = running.Length == 0 || areEnough ? profile.Count(group.Count, group.Children) : null,
            Running = areEnough && group.Children >= profile.SmallestGroup
                ? profile.Share((group.Cohort - group.Count, group.Cohort), areEnough)
                : null,
        };
    }

    /// <summary>
    /// The line by the other estimator, its volume only where enough children lie between it and the volumes shown.
    /// </summary>
    internal static SafeProposal Other(DraftLine draft, DisclosureProfile profile)
    {
        var volumes = KnownChildren.BehindProposal(draft);
        var complete = volumes.Step is { } step
            ? Observed.VolumesWithin(volumes.Group, Estimator.Completed, step)
            : Observed.Volumes(volumes.Group, Estimator.Completed);
        var isApart = volumes.Group.Children >= profile.BothPercentilesFrom
            && draft.Other.Volume is { } other
            && complete.AreApart(draft.Chosen.Volume!.Value, other.Value, profile)
            && (draft.Compared.Volume is not { } compared || complete.AreApart(compared.Value, other.Value, profile));
        return new SafeProposal(draft.Other.Percentage)
        {
            Duration = draft.Other.Duration?.Step,
            Volume = isApart ? draft.Other.Volume!.Value : null,
        };
    }

    /// <summary>
    /// The pair of limits that holds the asked share; null where it lies too near to a volume shown, or few children
    /// lie beyond it. The pair lies at or above the chosen volume; a lower volume is further off.
    /// </summary>
    internal static SafeProposal? Calibrated(DraftLine draft, DisclosureProfile profile)
    {
        var group = draft.Group;
        if (draft.Joint is not { } joint || group.Children < profile.BothPercentilesFrom)
            return null;
        var whole = Observed.Volumes(group, Estimator.Completed);
        var (limit, times) = (group.Product.TicksOf(joint.Volume), group.OwnTimes());
        var chosen = draft.Chosen.Volume!.Value;
        var above = Math.Max(chosen, draft.Compared.Volume?.Value ?? chosen);
        return whole.AreApart(chosen, joint.Volume, profile)
            && whole.AreApart(above, joint.Volume, profile)
            && profile.AreEnough(whole.ChildrenWith(volume => volume > limit))
            && profile.AreEnough(whole.ChildrenAt(place => times[place] > joint.Pair.Calibrated.Duration))
                ? new SafeProposal(draft.Chosen.Percentage) { Volume = joint.Volume, Duration = joint.Duration }
                : null;
    }
}
