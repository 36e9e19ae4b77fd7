using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>Parts the trajectories of a product into its subgroups and the rest.</summary>
internal sealed class Subgrouping
{
    private const int Unknown = -1;

    private readonly CohortMembers _members;
    private readonly SubgroupRule[] _rules;

    internal Subgrouping(CohortMembers members)
    {
        _members = members;
        _rules = [.. members.Product.Subgroups.Select(subgroup => new SubgroupRule(members.Product, subgroup, members.Set))];
    }

    private Product Product => _members.Product;

    /// <summary>The rest stands behind the subgroups.</summary>
    private int Rest => _rules.Length;

    /// <summary>The whole product, its subgroups, and the rest where it has a current line, trajectories or care years.</summary>
    /// <exception cref="CalibrationException">A trajectory is in two subgroups, or in none of all groups without a reason.</exception>
    internal ProductGroups Groups()
    {
        var years = CareYearsByPlace();
        if (_rules.Length == 0)
            return new ProductGroups(_members.ToGroup(_members.All, _members.Late, GroupScope.Whole with { CareYears = years?[^1] }));
        var (places, late) = (PlacesOf(_members.All), PlacesOf(_members.Late));
        var unplaced = places.Count(found => found.Place == Unknown);
        var parts = Enumerable.Range(0, Rest + 1).Select(place => Part(found => found.Place == place, ScopeOf(place, unplaced, years))).ToList();
        if (parts[Rest] is { Cohort: 0, Scope.CareYears: null or { Cohort: 0 } } && Product.CurrentOf(Subgroup.RestId) is null)
            parts.RemoveAt(Rest);
        var whole = Part(_ => true, GroupScope.Whole with { Unplaced = unplaced, CareYears = years?[^1] });
        if (parts.Sum(part => part.Cohort) + unplaced != whole.Cohort)
            throw SubgroupMistakes.DoNotAddUp(Product);
        return new ProductGroups(whole, parts, Part(found => found.SharesDuration, GroupScope.Whole));

        Group Part(Func<(int Place, bool SharesDuration), bool> test, GroupScope scope) =>
            _members.ToGroup([.. _members.All.Where((_, i) => test(places[i]))], [.. _members.Late.Where((_, i) => test(late[i]))], scope);
    }

    private (int Place, bool SharesDuration)[] PlacesOf(IReadOnlyList<CohortMember> members) =>
        [.. members.Select(member => PlaceOf(in _members.At(member), _members.At(member).Start))];

    /// <summary>What is left over is known only where every rule can be tested.</summary>
    private GroupScope ScopeOf(int place, int unplaced, Group[]? years) => (place == Rest
        ? new GroupScope(GroupScope.RestId, string.Empty) { Missing = [.. _rules.SelectMany(rule => rule.Missing).Distinct()] }
        : new GroupScope(_rules[place].Subgroup.Id, _rules[place].Subgroup.Label) { Missing = _rules[place].Missing }) with
    {
        Unplaced = unplaced,
        CareYears = years?[place],
    };

    /// <summary>The care years of the subgroups, of the rest, and last of the whole product; null where it is not observed by them.</summary>
    private Group[]? CareYearsByPlace()
    {
        if (Product.Observation != Observation.CareYear || _members.All.Any(member => !_members.Set.HasCareYears(_members.At(member).Product)))
            return null;
        Pieces[] pieces = [.. Enumerable.Range(0, Rest + 1).Select(_ => new Pieces())];
        var whole = new Pieces();
        foreach (var member in _members.All)
        {
            Pieces.AddCareYears(_members.Set, member, _ => whole);
            Pieces.AddCareYears(_members.Set, member, first => PlaceOf(in _members.At(member), first).Place is >= 0 and var place ? pieces[place] : null);
        }

        return [.. pieces.Append(whole).Select(some => some.ToGroup(Product, GroupScope.Whole))];
    }

    /// <summary>The subgroup of a trajectory, with its age on a day; and whether every group that it may be in shares its duration.</summary>
    private (int Place, bool SharesDuration) PlaceOf(in Trajectory trajectory, int ageDay)
    {
        var (found, mayBeOther, othersShare) = (Rest, false, SharesDuration(Product.Own));
        for (var i = 0; i < _rules.Length; i++)
        {
            var holds = _rules[i].Holds(in trajectory, ageDay);
            if (holds == true && found != Rest)
                throw SubgroupMistakes.Overlap(Product, _rules[found].Subgroup, _rules[i].Subgroup);
            found = holds == true ? i : found;
            mayBeOther |= holds is null;
            othersShare &= holds is not null || SharesDuration(_rules[i].Subgroup.Own);
        }

        return found == Rest ? (mayBeOther ? Unknown : Rest, othersShare) : (found, SharesDuration(_rules[found].Subgroup.Own));
    }

    private static bool SharesDuration(OwnMeasures own) => own == OwnMeasures.Volume;
}

/// <summary>What subgroups can have against them.</summary>
internal static class SubgroupMistakes
{
    internal static CalibrationException Overlap(Product product, Subgroup one, Subgroup other) => new(
        ExitCode.DoesNotAddUp,
        new Wording("Een traject valt in twee subgroepen.", "A trajectory is in two subgroups."),
        $"{product.Code}: {one.Id}, {other.Id}",
        new Wording(
            "Maak de regels van deze subgroepen in de catalogus zo dat ze elkaar uitsluiten.",
            "Change the rules of these subgroups in the catalogue so that they exclude each other."));

    internal static CalibrationException DoNotAddUp(Product product) => new(
        ExitCode.DoesNotAddUp,
        new Wording("De subgroepen tellen niet op tot het hele product.", "The subgroups do not add up to the whole product."),
        $"{product.Code}: {string.Join(", ", product.Subgroups.Select(subgroup => subgroup.Id))}",
        new Wording(
            "Er is niets geschreven. Dit is een fout in dit programma: meld haar, met de versie.",
            "Nothing was written. This is a fault in this program: report it, with the version."));
}
