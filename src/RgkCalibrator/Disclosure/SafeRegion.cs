using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// What one provider may know of all other providers of a line together: how many of their trajectories lie beyond it.
/// </summary>
/// <remarks>
/// The provider knows its own figures exactly, and so can take them away from any figure that holds them: this one does
/// not hold them. Each share has enough children on both sides, also without any one of the others; there are at least
/// three others, none of whom has most of it. The share beyond either limit is told only where each of the four groups
/// that volume and duration make has nobody or enough children: else it would follow from three shares.
/// </remarks>
public sealed record SafeRegion
{
    private const int FewestOthers = 3;
    private const int SpreadDecimals = 3;

    private SafeRegion(long trajectories) => Trajectories = trajectories;

    /// <summary>Trajectories of the others that could be followed, rounded.</summary>
    public long Trajectories { get; }

    /// <summary>The share of these beyond the volume; null when it is not shown.</summary>
    public SafeShare? Volume { get; private init; }

    /// <summary>The share beyond the duration; null when it is not shown.</summary>
    public SafeShare? Duration { get; private init; }

    /// <summary>The share beyond the volume, the duration or both; null when it is not shown.</summary>
    public SafeShare? Either { get; private init; }

    /// <summary>
    /// The variance between providers on the arcsine scale, to three decimals, by what is measured: how much they
    /// differ as a rule.
    /// </summary>
    internal IReadOnlyDictionary<BeyondMeasure, double> Spread { get; private init; } =
        new Dictionary<BeyondMeasure, double>();

    /// <summary>The share by what is measured; null when it is not shown.</summary>
    public SafeShare? Of(BeyondMeasure measure) => measure switch
    {
        BeyondMeasure.VolumeWithin => Volume,
        BeyondMeasure.Outlasting => Duration,
        BeyondMeasure.Either => Either,
        _ => null,
    };

    /// <summary>
    /// Whether a provider's own count lies above the limits of 99.8% at the share of the others as it is shown, by the
    /// exact tail and by the limit that allows for the usual spread; null where the share is not shown.
    /// </summary>
    public bool? StandsOut(BeyondMeasure measure, long beyond, long n)
    {
        const double upper = 0.999;
        if (n < 1 || Of(measure) is not { IsBand: false, Value: > 0 and < 1 and var target })
            return null;
        var point = new FunnelPoint(beyond, n, target);
        return point.UpperTail <= 1 - upper
            && point.Share > FunnelLimit.Arcsine(target, n, upper, Spread.GetValueOrDefault(measure));
    }

    /// <summary>The others of a provider; null where they are too few, or nothing of them may be shown.</summary>
    /// <param name="line">The trajectories of all providers.</param>
    /// <param name="own">The provider, by its number.</param>
    /// <param name="unnamed">Providers without a name: their trajectories are of nobody that is compared.</param>
    /// <param name="spread">τ² of all providers, by what is measured.</param>
    /// <param name="profile">What may be shown.</param>
    internal static SafeRegion? Beside(
        FollowedLine line, int own, IReadOnlySet<int> unnamed, IReadOnlyDictionary<BeyondMeasure, double> spread,
        DisclosureProfile profile)
    {
        var group = line.Followed.Group;
        var others = line.Followed.Places
            .Where(place => group.Covariates[place].Provider is var provider && provider != own
                && !unnamed.Contains(provider))
            .ToList();
        var region = new Others(line, others, profile);
        if (!region.IsOfSeveral(others))
            return null;
        var (volume, duration) = (
            line.HasVolume ? region.Share(BeyondMeasure.VolumeWithin) : null, region.Share(BeyondMeasure.Outlasting));
        var either = region.CellsAreEnough() ? region.Share(BeyondMeasure.Either) : null;
        return volume is null && duration is null && either is null ? null : new SafeRegion(
            profile.Rounded(others.Count))
        {
            Volume = volume,
            Duration = duration,
            Either = either,
            Spread = spread.ToDictionary(
                pair => pair.Key, pair => Math.Round(pair.Value, SpreadDecimals, MidpointRounding.AwayFromZero)),
        };
    }

    private sealed class Others(FollowedLine line, List<int> places, DisclosureProfile profile)
    {
        /// <summary>Whether so many providers have some, and none most of them.</summary>
        internal bool IsOfSeveral(List<int> some)
        {
            var counts = some.CountBy(ProviderOf).Select(one => (long)one.Value).ToList();
            return counts.Count >= FewestOthers && Dominance.IsAbsent(counts);
        }

        internal SafeShare? Share(BeyondMeasure measure)
        {
            var beyond = places.Where(place => line.IsBeyond(measure, place)).ToList();
            return beyond.Count > 0 && IsOfSeveral(beyond) && HasEnoughWithoutOne(beyond)
                ? profile.Share((beyond.Count, places.Count), areEnough: true)
                : null;
        }

        /// <summary>Whether each group that volume and duration make has nobody or enough children.</summary>
        internal bool CellsAreEnough() => places
            .GroupBy(place => (
                line.HasVolume && line.IsBeyond(BeyondMeasure.VolumeWithin, place),
                line.IsBeyond(BeyondMeasure.Outlasting, place)))
            .All(cell => profile.AreEnough(cell.Select(ChildOf)));

        /// <summary>Whether enough children lie on both sides, also without those of any one provider.</summary>
        private bool HasEnoughWithoutOne(List<int> beyond)
        {
            var above = beyond.ToHashSet();
            return places.ToLookup(above.Contains) is var sides
                && LeavesEnough(sides[true]) && LeavesEnough(sides[false]);
        }

        private bool LeavesEnough(IEnumerable<int> side)
        {
            var children = side.GroupBy(ChildOf)
                .Select(child => child.Select(ProviderOf).Distinct().Take(2).ToList()).ToList();
            var mostOfOne = children.Where(providers => providers.Count == 1).CountBy(providers => providers[0])
                .Select(one => one.Value).DefaultIfEmpty().Max();
            return children.Count - mostOfOne >= profile.SmallestGroup;
        }

        private int ProviderOf(int place) => line.Followed.Group.Covariates[place].Provider;

        private int ChildOf(int place) => line.Followed.Group.Child[place];
    }
}
