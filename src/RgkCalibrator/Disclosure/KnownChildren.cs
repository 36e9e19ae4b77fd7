using RgkCalibrator.Framework;

namespace RgkCalibrator.Disclosure;

/// <summary>Answers questions about the children behind the known trajectories of a measure.</summary>
internal static class KnownChildren
{
    extension(Observed known)
    {
        /// <summary>The child of each trajectory whose place meets a condition.</summary>
        internal IEnumerable<int> ChildrenAt(Func<int, bool> meets) =>
            known.Places.Where(meets).Select(place => known.Group.Child[place]);

        /// <summary>The child of each trajectory whose volume, in ticks, meets a condition.</summary>
        internal IEnumerable<int> ChildrenWith(Func<long, bool> meets) =>
            known.ChildrenAt(place => meets(known.Ticks[place]));

        /// <summary>
        /// Whether two volumes in units may stand side by side: they are equal, or enough children lie between them.
        /// </summary>
        internal bool AreApart(decimal one, decimal other, DisclosureProfile profile)
        {
            var product = known.Group.Product;
            var (from, to) = (product.TicksOf(Math.Min(one, other)), product.TicksOf(Math.Max(one, other)));
            return from == to || profile.AreEnough(known.ChildrenWith(volume => volume > from && volume <= to));
        }
    }

    /// <summary>
    /// The volumes that the proposed one was taken of: those of all lines that share it, or of this one.
    /// </summary>
    internal static Observed BehindProposal(DraftLine draft) => draft.SharedVolumes ?? draft.Volumes!;
}
