using RgkCalibrator.Framework;

namespace RgkCalibrator.Disclosure;

/// <summary>The volumes of a line as far as they are known, in ticks, each with its child. Not to be shown.</summary>
internal sealed class KnownVolumes(LineVolumes volumes, Estimator estimator)
{
    /// <summary>The trajectories or care years whose volume is known.</summary>
    internal KnownTrajectories Trajectories { get; } = volumes.Known(estimator);

    /// <summary>The volumes that the proposed one was taken of.</summary>
    internal static KnownVolumes BehindProposal(DraftLine draft) =>
        new(draft.SharedVolumes ?? draft.Volumes!, draft.Estimator);

    internal long At(int place) => volumes.Cohort[place];

    /// <summary>The children with a volume that meets a condition.</summary>
    internal IEnumerable<int> ChildrenWith(Func<long, bool> meets) =>
        Trajectories.ChildrenAt(place => meets(At(place)));

    /// <summary>
    /// Whether two volumes in units may stand side by side: they are equal, or enough children lie between them.
    /// </summary>
    internal bool AreApart(decimal one, decimal other, DisclosureProfile profile)
    {
        var product = volumes.Group.Product;
        var (from, to) = (product.TicksOf(Math.Min(one, other)), product.TicksOf(Math.Max(one, other)));
        return from == to || profile.AreEnough(ChildrenWith(volume => volume > from && volume <= to));
    }
}

/// <summary>The children behind known trajectories.</summary>
internal static class KnownChildren
{
    /// <summary>The child of each trajectory whose place meets a condition.</summary>
    internal static IEnumerable<int> ChildrenAt(this KnownTrajectories known, Func<int, bool> meets) =>
        known.Places.Where(meets).Select(place => known.Group.Child[place]);
}
