using RgkCalibrator.Framework;
using RgkCalibrator.Groups;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// Decides what may be shown of the evidence for a line: how many trajectories still run, the line by the other
/// estimator, the calibrated pair.
/// </summary>
internal static class DisclosedEvidence
{
    /// <summary>
    /// Whether those that still run are not counted: by the completed estimator, where it is not told that there are
    /// any. The classes of a histogram add up to the others, and the difference would tell of them.
    /// </summary>
    internal static bool LeavesRunningOut(DraftLine draft, DisclosureProfile profile) =>
        draft.Estimator == Estimator.Completed && profile.HoldsTogether && !HasEnoughRunning(draft.Group, profile);

    /// <summary>The line with the counts that may be shown of it, whether or not the line itself is shown.</summary>
    internal static SafeLine AddCounts(SafeLine safe, Group group, DisclosureProfile profile)
    {
        // The difference between all trajectories and the complete ones tells of the children whose care still runs.
        // Nobody is told as few are: else a blank would tell that there are some.
        var areEnough = HasEnoughRunning(group, profile);
        var isNobody = group.Count == group.Cohort && !profile.HoldsTogether;
        return safe with
        {
            Complete = isNobody || areEnough ? profile.Count(group.Count, group.Children) : null,
            Running = areEnough && group.Children >= profile.SmallestGroup
                ? profile.Share((group.Cohort - group.Count, group.Cohort), areEnough)
                : null,
        };
    }

    /// <summary>Whether it may be told how many of a group still have care.</summary>
    internal static bool HasEnoughRunning(Group group, DisclosureProfile profile) =>
        profile.AreEnough(group.Child[group.Count..].ToArray());

    /// <summary>
    /// The line by the other estimator, its volume only where enough children lie between it and the volumes shown, and
    /// its duration likewise. Where few still have care neither is shown: a difference would tell that there are some.
    /// </summary>
    internal static SafeProposal Other(DraftLine draft, LinePoints points, DisclosureProfile profile)
    {
        if (profile.HoldsTogether && !HasEnoughRunning(draft.Group, profile))
            return new SafeProposal(draft.Other.Percentage);
        var volumes = KnownChildren.BehindProposal(draft);
        var isApart = volumes.Group.Children >= profile.BothPercentilesFrom
            && draft.Other.Volume is { } other
            && points.Volumes.AddBeside((double)other.Value);
        var showsDuration = draft.Other.Duration is { } duration
            && (!profile.HoldsTogether
                || points.AddBeside(duration.Index, isBelow: draft.Estimator == Estimator.Corrected));
        return new SafeProposal(draft.Other.Percentage)
        {
            Duration = showsDuration ? draft.Other.Duration!.Step : null,
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
