using RgkCalibrator.Framework;
using RgkCalibrator.Groups;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// What a subgroup leaves of its product. Whoever knows the whole product, from elsewhere or from an earlier release, subtracts: a line is shown only where that
/// leaves no child, or enough. Its siblings are then too small to be shown themselves, since all of their children are among those left.
/// </summary>
internal static class Remainders
{
    /// <summary>Whether the product has children, but too few, with trajectories or care years outside the line's group.</summary>
    internal static bool IsSmall(DraftLine draft, DisclosureProfile profile)
    {
        if (draft.Whole is not { } whole)
            return false;
        return IsSmall(whole, draft.Group) || (whole.CareYears is { } years && IsSmall(years, draft.Group.CareYears!));

        bool IsSmall(Group all, Group part) => ChildrenBeside(all, part) is > 0 and var left && left < profile.SmallestGroup;
    }

    private static int ChildrenBeside(Group all, Group part)
    {
        var inside = part.Child.ToArray().CountBy(child => child).ToDictionary();
        return all.Child.ToArray().CountBy(child => child).Count(pair => pair.Value > inside.GetValueOrDefault(pair.Key));
    }
}
