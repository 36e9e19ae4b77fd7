using RgkCalibrator.Framework;
using RgkCalibrator.Groups;

namespace RgkCalibrator.Disclosure;

/// <summary>Decides what of a line may be shown outside, and rounds what is shown.</summary>
/// <remarks>
/// After the guidelines on statistical disclosure control of Hundepool et al. (Statistical Disclosure Control, 2012,
/// doi:10.1002/9781118348239): a smallest group, rounded counts, and no figure from which a smaller group could be
/// worked out.
/// </remarks>
public static class LineDisclosure
{
    /// <summary>A line as it may be shown.</summary>
    public static SafeLine Line(DraftLine draft, DisclosureProfile profile)
    {
        var group = draft.Group;
        var withheld = WhyWithheld(draft, profile);
        var isShown = withheld is null;
        var trajectories = profile.Count(group.Cohort, group.CohortChildren);
        var safe = new SafeLine(
            group.Product, Shown(draft.Chosen, isShown, isShown), Compared(draft, isShown, profile), trajectories)
        {
            SubgroupId = group.Subgroup,
            SubgroupName = group.Scope.Name,
            SharesVolume = draft.SharedVolumes is not null,
            SharesDuration = draft.SharesDuration,
            IsPerCareYear = group.CareYears is not null,
            Lack = draft.Lack,
            MissingColumns = group.Scope.MissingNames,
            Tier = draft.Tier,
            Basis = draft.Basis,
            Estimator = draft.Estimator,
            Withheld = withheld,
        };
        safe = DisclosedEvidence.AddCounts(safe, group, profile);
        return isShown ? WithFigures(safe, draft, profile) : safe;
    }

    private static Withheld? WhyWithheld(DraftLine draft, DisclosureProfile profile)
    {
        if (!HasEnoughChildren(draft, profile))
            return Withheld.TooFewChildren;
        if (LeavesFewChildren(draft, profile))
            return Withheld.SmallRemainder;
        return IsNearlyAllEqual(draft, profile) ? Withheld.NearlyAllEqual : null;
    }

    /// <summary>Whether the line itself has enough children, also where it shares a measure with others.</summary>
    private static bool HasEnoughChildren(DraftLine draft, DisclosureProfile profile) =>
        draft.Chosen is { Duration: not null, Volume: { } volume }
        && ChildrenOf(draft) >= profile.ChildrenNeeded(draft.Chosen.Percentage)
        && (draft.Estimator == Estimator.Completed || HasBothSides(draft, volume, profile));

    private static int ChildrenOf(DraftLine draft) =>
        Math.Min(draft.Group.Children, draft.Volumes?.Group.Children ?? 0);

    // With weights a fifth of the trajectories can be few children.
    private static bool HasBothSides(DraftLine draft, ProposedVolume proposed, DisclosureProfile profile)
    {
        var known = KnownChildren.BehindProposal(draft);
        var ticks = proposed.Estimate.Value!.Value * draft.Group.Product.TicksPerUnit;
        return profile.AreEnough(known.ChildrenWith(volume => volume <= ticks))
            && profile.AreEnough(known.ChildrenWith(volume => volume >= ticks));
    }

    /// <summary>
    /// Whether the product has children, but too few, with trajectories or care years outside the subgroup of the line.
    /// Who knows the whole product, from elsewhere or from an earlier release, could subtract. The other subgroups are
    /// then too small to be shown themselves, since all of their children are among those left.
    /// </summary>
    private static bool LeavesFewChildren(DraftLine draft, DisclosureProfile profile)
    {
        if (draft.Whole is not { } whole)
            return false;
        return LeavesFew(whole, draft.Group)
            || (whole.CareYears is { } years && LeavesFew(years, draft.Group.CareYears!));

        bool LeavesFew(Group all, Group part)
        {
            var inside = part.Child.ToArray().CountBy(child => child).ToDictionary();
            var left = all.Child.ToArray().CountBy(child => child)
                .Where(pair => pair.Value > inside.GetValueOrDefault(pair.Key)).Select(pair => pair.Key).ToList();
            return left.Count > 0 && !profile.AreEnough(left);
        }
    }

    private static bool IsNearlyAllEqual(DraftLine draft, DisclosureProfile profile)
    {
        var (group, volumes) = (draft.Group, draft.Volumes!);
        var complete = Enumerable.Range(0, group.Count).ToList();
        return IsNearlyAllEqual(group, complete, place => group.Days[place], profile)
            || IsNearlyAllEqual(group, complete, place => group.Volume[place], profile)
            || IsNearlyAllEqual(volumes.Group, volumes.Places, place => volumes.Ticks[place], profile);
    }

    /// <summary>
    /// Whether nearly all trajectories, or nearly all children, have one value: one child with many trajectories must
    /// not hide that all others are equal.
    /// </summary>
    private static bool IsNearlyAllEqual(
        Group group, IReadOnlyList<int> places, Func<int, long> value, DisclosureProfile profile)
    {
        var pairs = places.Select(place => (Child: group.Child[place], Value: value(place))).ToList();
        return Largest(pairs) >= profile.LargestSameShare * pairs.Count
            || Largest(pairs.Distinct()) >= profile.LargestSameShare * pairs.DistinctBy(pair => pair.Child).Count();

        static int Largest(IEnumerable<(int Child, long Value)> pairs) =>
            pairs.CountBy(pair => pair.Value).Max(pair => pair.Value);
    }

    private static SafeProposal Shown(Proposal proposal, bool hasDuration, bool hasVolume) => new(proposal.Percentage)
    {
        Duration = hasDuration ? proposal.Duration?.Step : null,
        Volume = hasVolume ? proposal.Volume?.Value : null,
    };

    /// <summary>
    /// The line at the other percentile. Durations are few steps and tell little of a child; between two volumes side
    /// by side enough children must lie, which a part of the trajectories does not warrant where a child has several,
    /// or where they are weighted.
    /// </summary>
    private static SafeProposal Compared(DraftLine draft, bool isShown, DisclosureProfile profile)
    {
        var (chosen, compared, children) = (draft.Chosen, draft.Compared, ChildrenOf(draft));
        var showsDuration = isShown && children >= profile.ChildrenNeeded(compared.Percentage);
        var showsVolume = showsDuration && children >= profile.ChildrenNeeded(chosen.Percentage, compared.Percentage)
            && compared.Volume is { } volume && HasBothSides(draft, volume, profile)
            && KnownChildren.BehindProposal(draft).AreApart(chosen.Volume!.Value, volume.Value, profile);
        return Shown(compared, showsDuration, showsVolume);
    }

    private static SafeLine WithFigures(SafeLine safe, DraftLine draft, DisclosureProfile profile)
    {
        var (group, duration) = (draft.Group, draft.Chosen.Duration!);
        var known = Observed.VolumesWithin(group, draft.Estimator, duration.Index);
        var volumes = draft.Volumes!;
        var limit = group.Product.TicksOf(draft.Chosen.Volume!.Value);
        var (lower, upper) = DisclosedLimits.Of(draft, profile);
        safe = safe with
        {
            Lower = lower,
            Upper = upper,
            Other = DisclosedEvidence.Other(draft, profile),
            Calibrated = DisclosedEvidence.Calibrated(draft, profile),
            WithinDuration = Share(known, FitsDuration, profile),
            WithinVolume = Share(volumes, place => volumes.Ticks[place] <= limit, profile),
            WithinBoth = Share(known, place => FitsDuration(place) && FitsVolume(place), profile),
            Intensity = draft.Chosen.Intensity,
            IsBeyondLongest = !duration.IsReached,
            Advice = draft.Advice,
        };
        return safe with { Marks = [.. LineMarks.On(draft, safe).Select(mark => mark.Id)] };

        bool FitsDuration(int place) => group.EndsWithin(duration.Index)[place];

        bool FitsVolume(int place) => group.CohortVolumeWithin(duration.Index)[place] <= limit;
    }

    /// <summary>
    /// A share tells of the children inside and of those it leaves over: neither may be a small group.
    /// </summary>
    private static SafeShare? Share(Observed known, Func<int, bool> isInside, DisclosureProfile profile)
    {
        var areEnough = profile.AreEnough(known.ChildrenAt(isInside))
            && profile.AreEnough(known.ChildrenAt(place => !isInside(place)));
        return profile.Share((known.Sum(isInside), known.Total), areEnough);
    }
}
