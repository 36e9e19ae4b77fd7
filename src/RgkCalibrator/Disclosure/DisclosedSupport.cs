using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// How much the trajectories of a line support, as it may be told: by the counts that are shown. By the exact counts a
/// tier beside a rounded number would tell that a few still have care.
/// </summary>
internal static class DisclosedSupport
{
    /// <summary>The line with its tier, its basis, and why the data do not carry it.</summary>
    internal static SafeLine Add(SafeLine safe, DraftLine draft, DisclosureProfile profile)
    {
        var tier = TierOf(safe, draft, profile);
        var lack = draft.Lack == Lack.NoColumn ? Lack.NoColumn : LackOf(safe, draft, tier);
        return safe with { Tier = tier, Lack = lack, Basis = BasisOf(lack, draft) };
    }

    private static Tier TierOf(SafeLine safe, DraftLine draft, DisclosureProfile profile)
    {
        var tier = draft.Tiers.Of(CountOf(safe, draft, profile));
        // What is shown is carried, though its number was rounded down.
        return safe.Withheld is null && tier == Tier.None ? Tier.Indicative : tier;
    }

    // Where it is not told how many are complete, few or none of all still run.
    private static long CountOf(SafeLine safe, DraftLine draft, DisclosureProfile profile)
    {
        var told = safe.Complete?.Value ?? safe.Trajectories.Value ?? 0;
        if (draft.Group.CareYears is not { } years || told == 0)
            return told;
        var children = profile.Count(years.Children, years.Children).Value ?? 0;
        return draft.SharesDuration ? children : Math.Min(children, told);
    }

    // That too many still run is told only beside how many do.
    private static Lack? LackOf(SafeLine safe, DraftLine draft, Tier tier) => safe switch
    {
        { Withheld: null } => null,
        _ when tier == Tier.None => Lack.TooFew,
        { Running: not null } when draft.Lack == Lack.NotReached => Lack.NotReached,
        _ => null,
    };

    // A norm from outside is for the whole product.
    private static Basis BasisOf(Lack? lack, DraftLine draft) => lack switch
    {
        null => Basis.History,
        _ when draft.Whole is null && draft.Group.Product.Existing is not null => Basis.Norm,
        _ => Basis.Insufficient,
    };
}
