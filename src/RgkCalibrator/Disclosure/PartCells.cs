using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;

namespace RgkCalibrator.Disclosure;

/// <summary>By what the trajectories of a line are parted.</summary>
public enum PartFactor
{
    /// <summary>The year in which they start.</summary>
    StartYear,

    /// <summary>Their main provider.</summary>
    Provider,
}

/// <summary>A part of the trajectories that could be followed for the duration of a line. Restricted.</summary>
/// <param name="Key">The year, or the number of the provider; <see cref="PartCells.Rest"/> for all others.</param>
/// <param name="Places">The trajectories, by their places.</param>
internal sealed record PartCell(string Key, IReadOnlyList<int> Places);

/// <summary>
/// Parts with enough children on both sides of a line. What is too small stands together: with as many of the others,
/// the smallest first, as that takes.
/// </summary>
/// <remarks>
/// Providers stand together so that none of them who takes away its own children learns of few others. Why it is safe
/// beside all else that a line shows: on either side of the line, the parts and the classes of a histogram each divide
/// the same trajectories, and nothing is told of how they cross. Of any group that they name together, then, as many
/// can be in it as the smaller of the two has, which is enough.
/// </remarks>
internal sealed class PartCells
{
    /// <summary>The key of all others.</summary>
    internal const string Rest = "rest";

    private const int FewestProvidersTogether = 3;

    private readonly FollowedLine _line;
    private readonly IReadOnlySet<int> _unnamed;
    private readonly PartFactor _factor;
    private readonly DisclosureProfile _profile;

    private PartCells(
        FollowedLine line, IReadOnlySet<int> unnamed, PartFactor factor, DisclosureProfile profile) =>
        (_line, _unnamed, _factor, _profile) = (line, unnamed, factor, profile);

    /// <summary>
    /// The parts in the order of years, or the largest provider first, with the rest behind them; none where fewer than
    /// two can be told apart, or where few could not be followed.
    /// </summary>
    internal static IReadOnlyList<PartCell> Of(DraftLine draft, PartFactor factor, DisclosureProfile profile)
    {
        if (draft.Followed is not { } followed)
            return [];
        var cells = new PartCells(
            new FollowedLine(followed, draft.Chosen.Volume!.Value), draft.UnnamedProviders, factor, profile);
        var shown = cells.IsWholeOrLeavesEnough() ? cells.Apart() : [];
        return shown.Count < 2 ? [] : shown;
    }

    /// <summary>
    /// The providers of the trajectories that are held against a line, of which no more is told than these parts.
    /// </summary>
    internal static IReadOnlyList<PartCell> OfProviders(
        FollowedLine line, IReadOnlySet<int> unnamed, DisclosureProfile profile)
    {
        var shown = new PartCells(line, unnamed, PartFactor.Provider, profile).Apart();
        return shown.Count < 2 ? [] : shown;
    }

    /// <summary>How many trajectories of a part lie above the volume of a line.</summary>
    internal static int Above(PartCell part, FollowedLine line) =>
        part.Places.Count(place => IsAbove(line, place));

    private List<PartCell> Apart()
    {
        var cells = _line.Followed.Places.GroupBy(KeyOf, StringComparer.Ordinal)
            .Select(part => new PartCell(part.Key, [.. part]))
            .OrderByDescending(part => part.Places.Count).ThenBy(part => part.Key, StringComparer.Ordinal).ToList();
        var shown = cells.Where(part => part.Key != Rest && HasEnough(part)).ToList();
        var rest = cells.Except(shown).ToList();
        while (rest.Count > 0 && !MayStand(rest))
        {
            if (shown.Count == 0)
                return [];
            rest.Add(shown[^1]);
            shown.RemoveAt(shown.Count - 1);
        }

        if (_factor == PartFactor.StartYear)
            shown = [.. shown.OrderBy(part => part.Key, StringComparer.Ordinal)];
        return rest.Count == 0 ? shown : [.. shown, Joined(rest)];
    }

    private static PartCell Joined(IEnumerable<PartCell> parts) =>
        new(Rest, [.. parts.SelectMany(part => part.Places).Order()]);

    // A provider knows its own children, and could take them away.
    private bool MayStand(List<PartCell> together) => _factor == PartFactor.StartYear
        ? HasEnough(Joined(together))
        : together.Count(part => part.Key != Rest) >= FewestProvidersTogether
            && together.TrueForAll(own => HasEnough(Joined(together.Where(part => part != own))));

    private bool HasEnough(PartCell part) => _profile.AreEnough(Children(part, isAbove: true))
        && _profile.AreEnough(Children(part, isAbove: false));

    private IEnumerable<int> Children(PartCell part, bool isAbove) =>
        from place in part.Places
        where IsAbove(_line, place) == isAbove
        select _line.Followed.Group.Child[place];

    private static bool IsAbove(FollowedLine line, int place) => line.IsBeyond(BeyondMeasure.VolumeWithin, place);

    // Who is in the cohort and in no part would follow from the counts.
    private bool IsWholeOrLeavesEnough()
    {
        var (group, inside) = (_line.Followed.Group, _line.Followed.Places.ToHashSet());
        var left = Enumerable.Range(0, group.Cohort).Where(place => !inside.Contains(place))
            .Select(place => group.Child[place]).ToList();
        return left.Count == 0 || _profile.AreEnough(left);
    }

    // Declarations that do not name their provider are of nobody who could stand apart.
    private string KeyOf(int place)
    {
        if (_factor == PartFactor.StartYear)
            return Numbers.Whole(_line.Followed.StartYear(place));
        var provider = _line.Followed.Group.Covariates[place].Provider;
        return _unnamed.Contains(provider) ? Rest : Numbers.Whole(provider);
    }
}
