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
        var points = withheld is null ? new LinePoints(draft, profile) : null;
        var safe = Bare(draft, withheld, Compared(draft, points, profile), profile);
        safe = DisclosedSupport.Add(DisclosedEvidence.AddCounts(safe, group, profile), draft, profile);
        return points is null ? safe : WithFigures(safe, draft, points, profile);
    }

    /// <summary>
    /// A line as it stands beside the same line under other choices: its count, its proposal and the share within both.
    /// </summary>
    /// <param name="draft">The line.</param>
    /// <param name="hasShare">
    /// Whether the share may be shown; not where the volume is within another duration than the proposed one.
    /// </param>
    /// <param name="profile">What may be shown.</param>
    internal static SafeLine ProposalAlone(DraftLine draft, bool hasShare, DisclosureProfile profile)
    {
        var withheld = WhyWithheld(draft, profile);
        var bare = Bare(draft, withheld, new SafeProposal(draft.Compared.Percentage), profile);
        var safe = DisclosedSupport.Add(bare, draft, profile);
        if (withheld is not null)
            return safe;
        safe = safe with { IsBeyondLongest = !draft.Chosen.Duration!.IsReached };
        return hasShare ? safe with { WithinBoth = WithinBoth(draft, profile) } : safe;
    }

    /// <summary>
    /// Whether a line may stand beside one of nearly the same children under other choices: as two percentiles, and as
    /// two estimators, of one release.
    /// </summary>
    internal static bool MayStandBeside(DraftLine draft, SafeLine other, DisclosureProfile profile)
    {
        var (chosen, before) = (draft.Chosen.Percentage, other.Chosen.Percentage);
        var needed = chosen == before ? profile.BothPercentilesFrom : profile.ChildrenNeeded(chosen, before);
        return draft.Volumes is not null && ChildrenOf(draft) >= needed
            && (draft.Estimator == other.Estimator || DisclosedEvidence.HasEnoughRunning(draft.Group, profile));
    }

    /// <summary>A line of which nothing is left but its count.</summary>
    internal static SafeLine CountOf(SafeLine line) => new(
        line.Product,
        new SafeProposal(line.Chosen.Percentage),
        new SafeProposal(line.Compared.Percentage),
        line.Trajectories)
    {
        SubgroupId = line.SubgroupId,
        SubgroupName = line.SubgroupName,
        SharesVolume = line.SharesVolume,
        SharesDuration = line.SharesDuration,
        IsPerCareYear = line.IsPerCareYear,
        Lack = line.Lack,
        MissingColumns = line.MissingColumns,
        Tier = line.Tier,
        Basis = line.Basis,
        Estimator = line.Estimator,
        LeavesRunningOut = line.LeavesRunningOut,
        TakenByAttack = line.TakenByAttack,
        Withheld = Withheld.TooFewChildren,
    };

    /// <summary>A line without some of its figures; without its volume nothing is left but its count.</summary>
    internal static SafeLine Without(SafeLine line, IReadOnlyCollection<Figure> figures, DisclosureProfile profile)
    {
        if (figures.Contains(Figure.Trajectories))
            return CountOf(line).Counting(profile.Untold);
        if (figures.Contains(Figure.Volume))
            return CountOf(line);
        var bare = line with
        {
            WithinBoth = figures.Contains(Figure.WithinBoth) ? null : line.WithinBoth,
            Complete = figures.Contains(Figure.Complete) ? null : line.Complete,
            Running = figures.Contains(Figure.Running) ? null : line.Running,
            Other = figures.Contains(Figure.OtherVolume) ? null : line.Other,
        };
        return bare with { Marks = [.. line.Marks.Where(id => !figures.Any(figure => LineMarks.TellsOf(figure, id)))] };
    }

    /// <summary>A line of which the proposal is left, and the share within each of its limits.</summary>
    internal static SafeLine ProposalOf(SafeLine line)
    {
        var bare = line with
        {
            Compared = new SafeProposal(line.Compared.Percentage),
            Lower = null,
            Upper = null,
            Confidence = null,
            Other = null,
            Calibrated = null,
            WithinBoth = null,
            Complete = null,
            Running = null,
        };
        return bare with { Marks = [.. line.Marks.Where(LineMarks.IsOfProposal)] };
    }

    private static SafeLine Bare(
        DraftLine draft, Withheld? withheld, SafeProposal compared, DisclosureProfile profile)
    {
        var group = draft.Group;
        var leavesRunningOut = DisclosedEvidence.LeavesRunningOut(draft, profile);
        var trajectories = leavesRunningOut
            ? profile.Count(group.Count, group.Children)
            : profile.Count(group.Cohort, group.CohortChildren);
        return new SafeLine(
            group.Product, Shown(draft.Chosen, withheld is null, withheld is null), compared, trajectories)
        {
            SubgroupId = group.Subgroup,
            SubgroupName = group.Scope.Name,
            SharesVolume = draft.SharedVolumes is not null,
            SharesDuration = draft.SharesDuration,
            IsPerCareYear = group.CareYears is not null,
            MissingColumns = group.Scope.MissingNames,
            Estimator = draft.Estimator,
            LeavesRunningOut = leavesRunningOut,
            Withheld = withheld,
        };
    }

    private static Withheld? WhyWithheld(DraftLine draft, DisclosureProfile profile)
    {
        if (!HasEnoughChildren(draft, profile))
            return Withheld.TooFewChildren;
        if (LeavesFewChildren(draft, profile))
            return Withheld.EqualOrSmallRemainder;
        if (!IsNearlyAllEqual(draft, profile))
            return null;
        // One reason for both: a small remainder alone would tell that children are left.
        return draft.Whole is null ? Withheld.NearlyAllEqual : Withheld.EqualOrSmallRemainder;
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
    /// The line at the other percentile. Between two figures side by side enough children must lie, which a part of the
    /// trajectories does not warrant where a child has several, or where they are weighted.
    /// </summary>
    private static SafeProposal Compared(DraftLine draft, LinePoints? points, DisclosureProfile profile)
    {
        var (chosen, compared, children) = (draft.Chosen, draft.Compared, ChildrenOf(draft));
        if (points is null || children < profile.ChildrenNeeded(compared.Percentage))
            return new SafeProposal(compared.Percentage);
        var isBelow = compared.Percentage.Halves < chosen.Percentage.Halves;
        var showsDuration = compared.Duration is { } duration
            && (!profile.HoldsTogether || points.AddBeside(duration.Index, isBelow));
        var showsVolume = children >= profile.ChildrenNeeded(chosen.Percentage, compared.Percentage)
            && compared.Volume is { } volume && HasBothSides(draft, volume, profile)
            && points.Volumes.AddBeside((double)volume.Value);
        return Shown(compared, showsDuration, showsVolume);
    }

    private static SafeLine WithFigures(
        SafeLine safe, DraftLine draft, LinePoints points, DisclosureProfile profile)
    {
        var (group, duration) = (draft.Group, draft.Chosen.Duration!);
        var known = Observed.VolumesWithin(group, draft.Estimator, duration.Index);
        var volumes = draft.Volumes!;
        var limit = group.Product.TicksOf(draft.Chosen.Volume!.Value);
        // In this order: the one may keep the others away.
        var other = DisclosedEvidence.Other(draft, points, profile);
        var (lower, upper) = DisclosedLimits.Of(draft, points, profile);
        safe = safe with
        {
            Lower = lower,
            Upper = upper,
            Confidence = draft.Chosen.Volume!.Estimate.Confidence,
            Other = other,
            Calibrated = DisclosedEvidence.Calibrated(draft, profile),
            WithinDuration = Share(known, FitsDuration, profile),
            WithinVolume = Share(volumes, place => volumes.Ticks[place] <= limit, profile),
            WithinBoth = WithinBoth(draft, profile),
            Intensity = draft.Chosen.Intensity,
            IsBeyondLongest = !duration.IsReached,
            Advice = draft.Advice,
        };
        return safe with { Marks = [.. LineMarks.On(draft, safe).Select(mark => mark.Id)] };

        bool FitsDuration(int place) => group.EndsWithin(duration.Index)[place];
    }

    private static SafeShare? WithinBoth(DraftLine draft, DisclosureProfile profile)
    {
        var (group, step) = (draft.Group, draft.Chosen.Duration!.Index);
        var known = Observed.VolumesWithin(group, draft.Estimator, step);
        var limit = group.Product.TicksOf(draft.Chosen.Volume!.Value);
        return !profile.HoldsTogether || AreFourGroups(known, FitsDuration, FitsVolume, profile)
            ? Share(known, place => FitsDuration(place) && FitsVolume(place), profile)
            : null;

        bool FitsDuration(int place) => group.EndsWithin(step)[place];

        bool FitsVolume(int place) => group.CohortVolumeWithin(step)[place] <= limit;
    }

    /// <summary>
    /// Whether enough children lie within both limits, within each alone and beyond both: with the shares within each,
    /// that within both tells all four.
    /// </summary>
    private static bool AreFourGroups(
        Observed known, Func<int, bool> fitsOne, Func<int, bool> fitsOther, DisclosureProfile profile) =>
        known.Places.ToLookup(place => (fitsOne(place), fitsOther(place)), place => known.Group.Child[place])
            is { Count: 4 } groups && groups.All(profile.AreEnough);

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
