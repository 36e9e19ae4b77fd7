using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics;

namespace RgkCalibrator.Disclosure;

/// <summary>Decides what of a line may be shown outside, and rounds what is shown.</summary>
/// <remarks>
/// After the guidelines on statistical disclosure control of Hundepool et al. (Statistical Disclosure Control, 2012, doi:10.1002/9781118348239):
/// a smallest group, rounded counts, and no figure from which a smaller group could be worked out.
/// </remarks>
public static class Disclosing
{
    /// <summary>A line as it may be shown.</summary>
    public static SafeLine Line(DraftLine draft, DisclosureProfile profile)
    {
        var group = draft.Group;
        var withheld = WhyWithheld(draft, profile);
        var isShown = withheld is null;
        var trajectories = Count(group.Count, group.Children, profile);
        var safe = new SafeLine(group.Product, Proposal(draft.Chosen, isShown, isShown), Compared(draft, isShown, profile), trajectories)
        {
            Tier = draft.Tier,
            Basis = draft.Basis,
            Withheld = withheld,
        };
        return isShown ? WithCoverage(safe, draft, profile) : safe;
    }

    /// <summary>The children from which a percentile may be shown: ten on either side of it.</summary>
    public static int ChildrenNeeded(Percentage percentage, DisclosureProfile profile) =>
        ChildrenFor(Math.Min(percentage.Halves, Percentage.HalvesInWhole - percentage.Halves), profile);

    private static Withheld? WhyWithheld(DraftLine draft, DisclosureProfile profile)
    {
        var group = draft.Group;
        if (draft.Chosen.Duration is not { } duration || group.Children < ChildrenNeeded(draft.Chosen.Percentage, profile))
            return Withheld.TooFewChildren;
        var isNearlyAllEqual = IsNearlyAllEqual(group, group.Days, profile)
            || IsNearlyAllEqual(group, group.Volume, profile)
            || IsNearlyAllEqual(group, group.VolumeWithin(duration.Index), profile);
        return isNearlyAllEqual ? Withheld.NearlyAllEqual : null;
    }

    /// <summary>By trajectories and by children: one child with many trajectories must not hide that all others are equal.</summary>
    private static bool IsNearlyAllEqual<T>(Group group, ReadOnlySpan<T> values, DisclosureProfile profile)
        where T : notnull
    {
        var pairs = group.Child.ToArray().Zip(values.ToArray()).ToList();
        return Largest(pairs) >= profile.LargestSameShare * group.Count
            || Largest(pairs.Distinct()) >= profile.LargestSameShare * group.Children;

        static int Largest(IEnumerable<(int Child, T Value)> pairs) => pairs.CountBy(pair => pair.Value).Max(pair => pair.Value);
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
        var showsDuration = isShown && draft.Group.Children >= needed;
        return Proposal(draft.Compared, showsDuration, showsDuration && draft.Group.Children >= ChildrenForBoth(draft, profile));
    }

    private static int ChildrenForBoth(DraftLine draft, DisclosureProfile profile)
    {
        var halvesBetween = Math.Abs(draft.Chosen.Percentage.Halves - draft.Compared.Percentage.Halves);
        return Math.Max(profile.BothPercentilesFrom, ChildrenFor(halvesBetween, profile));
    }

    /// <summary>The children of whom so large a part is the smallest group.</summary>
    private static int ChildrenFor(int halves, DisclosureProfile profile) =>
        halves == 0 ? int.MaxValue : ((profile.SmallestGroup * Percentage.HalvesInWhole) + halves - 1) / halves;

    private static SafeLine WithCoverage(SafeLine safe, DraftLine draft, DisclosureProfile profile)
    {
        var (group, duration) = (draft.Group, draft.Chosen.Duration!);
        var limit = group.Product.TicksOf(draft.Chosen.Volume!.Value);
        return safe with
        {
            WithinDuration = Share(group, FitsDuration, profile),
            WithinVolume = Share(group, FitsVolume, profile),
            WithinBoth = Share(group, i => FitsDuration(i) && FitsVolume(i), profile),
            Intensity = draft.Chosen.Intensity,
            IsStepUnstable = duration.IsUnstable,
            IsBeyondLongest = !duration.IsReached,
        };

        bool FitsDuration(int place) => group.EndsWithin(duration.Index)[place];

        bool FitsVolume(int place) => group.VolumeWithin(duration.Index)[place] <= limit;
    }

    private static SafeCount Count(long count, long children, DisclosureProfile profile) =>
        new(children < profile.SmallestGroup ? null : Rounded(count, profile), profile.SmallestGroup);

    internal static long Rounded(long count, DisclosureProfile profile) =>
        (count + (profile.CountRounding / 2)) / profile.CountRounding * profile.CountRounding;

    /// <summary>A share tells of the children inside and of those it leaves over: neither may be a small group.</summary>
    private static SafeShare? Share(Group group, Func<int, bool> isInside, DisclosureProfile profile)
    {
        var part = 0;
        var (inside, outside) = (new HashSet<int>(), new HashSet<int>());
        for (var place = 0; place < group.Count; place++)
        {
            var fits = isInside(place);
            part += fits ? 1 : 0;
            (fits ? inside : outside).Add(group.Child[place]);
        }

        var share = (double)Rounded(part, profile) / Rounded(group.Count, profile);
        if (Math.Max(share, (double)part / group.Count) > profile.BandFrom)
            return new SafeShare(profile.BandFrom, isBand: true);
        return Math.Min(inside.Count, outside.Count) < profile.SmallestGroup ? null : new SafeShare(share, isBand: false);
    }
}
