using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Disclosure;

/// <summary>Decides what of a line may be shown outside, and rounds what is shown.</summary>
/// <remarks>
/// After the guidelines on statistical disclosure control of Hundepool et al. (Statistical Disclosure Control, 2012, doi:10.1002/9781118348239):
/// a smallest group, rounded counts, and no figure from which a smaller group could be worked out.
/// </remarks>
public static class Disclosing
{
    // From here on one provider's way of working is the line.
    private const double LargestProvider = 0.5;

    /// <summary>A line as it may be shown.</summary>
    public static SafeLine Line(DraftLine draft, DisclosureProfile profile)
    {
        var group = draft.Group;
        var withheld = WhyWithheld(draft, profile);
        var isShown = withheld is null;
        var trajectories = Count(group.Cohort, group.CohortChildren, profile);
        var safe = new SafeLine(group.Product, Proposal(draft.Chosen, isShown, isShown), Compared(draft, isShown, profile), trajectories)
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
        safe = DisclosedLimits.On(DisclosedEvidence.On(safe, draft, profile), draft, profile);
        return isShown ? WithCoverage(safe, draft, profile) : safe;
    }

    /// <summary>The children from which a percentile may be shown: ten on either side of it.</summary>
    public static int ChildrenNeeded(Percentage percentage, DisclosureProfile profile) =>
        ChildrenFor(Math.Min(percentage.Halves, Percentage.HalvesInWhole - percentage.Halves), profile);

    private static Withheld? WhyWithheld(DraftLine draft, DisclosureProfile profile)
    {
        if (draft.Chosen is not { Duration: not null, Volume: { } volume } || !HasEnoughChildren(draft, volume, profile))
            return Withheld.TooFewChildren;
        if (Remainders.IsSmall(draft, profile))
            return Withheld.SmallRemainder;
        return IsNearlyAllEqual(draft, profile) ? Withheld.NearlyAllEqual : null;
    }

    /// <summary>Of the line itself, also where a measure is shared with others.</summary>
    private static bool HasEnoughChildren(DraftLine draft, ProposedVolume volume, DisclosureProfile profile)
    {
        if (ChildrenOf(draft) < ChildrenNeeded(draft.Chosen.Percentage, profile))
            return false;
        return draft.Estimator == Estimator.Completed || HasBothSides(draft, volume, profile);
    }

    private static int ChildrenOf(DraftLine draft) => Math.Min(draft.Group.Children, draft.Volumes?.Group.Children ?? 0);

    private static bool IsNearlyAllEqual(DraftLine draft, DisclosureProfile profile)
    {
        var (group, volumes) = (draft.Group, draft.Volumes!);
        var complete = Enumerable.Range(0, group.Count).ToList();
        return IsNearlyAllEqual(group, complete, place => group.Days[place], profile)
            || IsNearlyAllEqual(group, complete, place => group.Volume[place], profile)
            || IsNearlyAllEqual(volumes.Group, volumes.Places, place => volumes.Ticks[place], profile);
    }

    // With weights a fifth of the trajectories can be few children.
    private static bool HasBothSides(DraftLine draft, ProposedVolume proposed, DisclosureProfile profile)
    {
        var volumes = draft.SharedVolumes ?? draft.Volumes!;
        var ticks = proposed.Estimate.Value!.Value * draft.Group.Product.TicksPerUnit;
        var (group, below, above) = (volumes.Group, new HashSet<int>(), new HashSet<int>());
        foreach (var place in volumes.Places)
        {
            var volume = volumes.Ticks[place];
            if (volume <= ticks)
                below.Add(group.Child[place]);
            if (volume >= ticks)
                above.Add(group.Child[place]);
        }

        return Math.Min(below.Count, above.Count) >= profile.SmallestGroup;
    }

    /// <summary>By trajectories and by children: one child with many trajectories must not hide that all others are equal.</summary>
    private static bool IsNearlyAllEqual(Group group, IReadOnlyList<int> places, Func<int, long> value, DisclosureProfile profile)
    {
        var pairs = places.Select(place => (Child: group.Child[place], Value: value(place))).ToList();
        return Largest(pairs) >= profile.LargestSameShare * pairs.Count
            || Largest(pairs.Distinct()) >= profile.LargestSameShare * pairs.DistinctBy(pair => pair.Child).Count();

        static int Largest(IEnumerable<(int Child, long Value)> pairs) => pairs.CountBy(pair => pair.Value).Max(pair => pair.Value);
    }

    private static SafeProposal Proposal(Proposal proposal, bool showsDuration, bool showsVolume) => new(proposal.Percentage)
    {
        Duration = showsDuration ? proposal.Duration?.Step : null,
        Volume = showsVolume ? proposal.Volume?.Value : null,
    };

    /// <summary>Durations are few steps and tell little of a child; between two volumes side by side ten children must lie.</summary>
    private static SafeProposal Compared(DraftLine draft, bool isShown, DisclosureProfile profile)
    {
        var needed = ChildrenNeeded(draft.Compared.Percentage, profile);
        var children = ChildrenOf(draft);
        var showsDuration = isShown && children >= needed;
        var showsVolume = showsDuration && children >= ChildrenForBoth(draft.Chosen.Percentage, draft.Compared.Percentage, profile)
            && draft.Compared.Volume is { } volume && HasBothSides(draft, volume, profile) && AreApart(draft, volume.Value, profile);
        return Proposal(draft.Compared, showsDuration, showsVolume);
    }

    // Of children with several trajectories, or of weights, as large a part of the trajectories can be fewer than ten.
    private static bool AreApart(DraftLine draft, decimal compared, DisclosureProfile profile)
    {
        var (volumes, chosen) = (draft.SharedVolumes ?? draft.Volumes!, draft.Chosen.Volume!.Value);
        var product = draft.Group.Product;
        var (from, to) = (product.TicksOf(Math.Min(chosen, compared)), product.TicksOf(Math.Max(chosen, compared)));
        return from == to || volumes.Places
            .Where(place => volumes.Ticks[place] > from && volumes.Ticks[place] <= to)
            .Select(place => volumes.Group.Child[place]).Distinct().Count() >= profile.SmallestGroup;
    }

    /// <summary>The children from which volumes at two percentiles may stand side by side: ten between them, and never fewer than the profile says.</summary>
    internal static int ChildrenForBoth(Percentage one, Percentage other, DisclosureProfile profile)
    {
        var halvesBetween = Math.Abs(one.Halves - other.Halves);
        return Math.Max(profile.BothPercentilesFrom, ChildrenFor(halvesBetween, profile));
    }

    /// <summary>The children of whom so large a part is the smallest group.</summary>
    private static int ChildrenFor(int halves, DisclosureProfile profile) =>
        halves == 0 ? int.MaxValue : ((profile.SmallestGroup * Percentage.HalvesInWhole) + halves - 1) / halves;

    private static SafeLine WithCoverage(SafeLine safe, DraftLine draft, DisclosureProfile profile)
    {
        var (group, duration, volumes) = (draft.Group, draft.Chosen.Duration!, draft.Volumes!);
        var known = Observed.VolumesWithin(group, draft.Estimator, duration.Index);
        var limit = group.Product.TicksOf(draft.Chosen.Volume!.Value);
        return safe with
        {
            WithinDuration = Share(known, FitsDuration, profile),
            WithinVolume = Share(volumes, place => volumes.Ticks[place] <= limit, profile),
            WithinBoth = Share(known, i => FitsDuration(i) && FitsVolume(i), profile),
            Intensity = draft.Chosen.Intensity,
            IsStepUnstable = duration.IsUnstable,
            IsBeyondLongest = !duration.IsReached,
            IsMuchCensored = draft.IsMuchCensored,
            HasSmallEarlyRiskSet = draft.HasSmallEarlyRiskSet,
            HasDrift = draft.HasDrift == true,
            LeansOnOneProvider = draft.LargestProviderShare >= LargestProvider,
            Advice = draft.Advice,
        };

        bool FitsDuration(int place) => group.EndsWithin(duration.Index)[place];

        bool FitsVolume(int place) => group.CohortVolumeWithin(duration.Index)[place] <= limit;
    }

    internal static SafeCount Count(long count, long children, DisclosureProfile profile) =>
        new(children < profile.SmallestGroup ? null : Rounded(count, profile), profile.SmallestGroup);

    /// <summary>To the nearest multiple, halves up; of an estimated count, which need not be whole.</summary>
    internal static long Rounded(double count, DisclosureProfile profile) =>
        ((long)Math.Round(count, MidpointRounding.AwayFromZero) + (profile.CountRounding / 2)) / profile.CountRounding * profile.CountRounding;

    /// <summary>A share tells of the children inside and of those it leaves over: neither may be a small group.</summary>
    private static SafeShare? Share(Observed known, Func<int, bool> isInside, DisclosureProfile profile)
    {
        var (inside, outside) = (new HashSet<int>(), new HashSet<int>());
        foreach (var place in known.Places)
            (isInside(place) ? inside : outside).Add(known.Group.Child[place]);
        return Share((known.Sum(isInside), known.Total), Math.Min(inside.Count, outside.Count), profile);
    }

    /// <summary>A part of a whole, of which the smaller side is so many children.</summary>
    internal static SafeShare? Share((double Part, double Whole) count, int children, DisclosureProfile profile)
    {
        var share = (double)Rounded(count.Part, profile) / Rounded(count.Whole, profile);
        if (Math.Max(share, count.Part / count.Whole) > profile.BandFrom)
            return new SafeShare(profile.BandFrom, isBand: true);
        return children < profile.SmallestGroup ? null : new SafeShare(share, isBand: false);
    }
}
