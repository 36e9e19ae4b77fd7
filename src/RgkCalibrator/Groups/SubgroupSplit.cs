using System.Runtime.InteropServices;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>Splits the trajectories of a product into its subgroups and the rest.</summary>
internal sealed class SubgroupSplit
{
    private const int Unknown = -1;

    private readonly CohortMembers _members;
    private readonly SubgroupRule[] _rules;

    internal SubgroupSplit(CohortMembers members)
    {
        _members = members;
        _rules = [.. Product.Subgroups.Select(subgroup => new SubgroupRule(Product, subgroup, members.Set))];
    }

    internal Product Product => _members.Product;

    /// <summary>The place of the rest, behind the subgroups.</summary>
    private int Rest => _rules.Length;

    /// <summary>
    /// The whole product, its subgroups, and the rest where it has a current line, trajectories or care years.
    /// </summary>
    /// <exception cref="CalibrationException">
    /// A trajectory is in two subgroups, or in none of all groups without a reason.
    /// </exception>
    internal ProductGroups Groups()
    {
        var years = CareYearsByPlace();
        if (_rules.Length == 0)
            return new ProductGroups(_members.ToGroup(_members.All, _members.Delayed, GroupScope.Whole, years?[^1]));
        var (places, delayed) = (PlacesOf(_members.All), PlacesOf(_members.Delayed));
        var unplaced = places.Count(found => found.Place == Unknown);
        var parts = Enumerable.Range(0, Rest + 1)
            .Select(place => Part(found => found.Place == place, ScopeOf(place), years?[place])).ToList();
        var restIsEmpty = parts[Rest] is { Cohort: 0, CareYears: null or { Cohort: 0 } };
        if (restIsEmpty && Product.CurrentOf(Subgroup.RestId) is null)
            parts.RemoveAt(Rest);
        var whole = Part(_ => true, GroupScope.Whole, years?[^1]);
        if (parts.Sum(part => part.Cohort) + unplaced != whole.Cohort)
            throw SubgroupMistakes.DoNotAddUp(Product);
        return new ProductGroups(whole, parts, Part(found => found.SharesDuration, GroupScope.Whole, careYears: null));

        Group Part(Func<Placement, bool> test, GroupScope scope, Group? careYears) => _members.ToGroup(
            [.. _members.All.Where((_, i) => test(places[i]))],
            [.. _members.Delayed.Where((_, i) => test(delayed[i]))],
            scope with { Unplaced = unplaced },
            careYears);
    }

    /// <summary>
    /// The line of a trajectory of the product, in the cohort or not; null where its subgroup is not known.
    /// </summary>
    internal LineName? LineOf(in Trajectory trajectory)
    {
        if (_rules.Length == 0)
            return new LineName(Product.Code, string.Empty);
        var place = PlaceOf(in trajectory, trajectory.Start).Place;
        return place == Unknown ? null : new LineName(Product.Code, ScopeOf(place).Id);
    }

    private Placement[] PlacesOf(IReadOnlyList<CohortMember> members) =>
        [.. members.Select(member => PlaceOf(in _members.At(member), _members.At(member).Start))];

    /// <summary>The rest is known only where every rule can be tested.</summary>
    private GroupScope ScopeOf(int place) => place == Rest
        ? new(GroupScope.RestId, string.Empty) { Missing = [.. _rules.SelectMany(rule => rule.Missing).Distinct()] }
        : new(_rules[place].Subgroup.Id, _rules[place].Subgroup.Label) { Missing = _rules[place].Missing };

    /// <summary>
    /// The care years of the subgroups, of the rest, and last of the whole product; null where it is not observed by
    /// them.
    /// </summary>
    private Group[]? CareYearsByPlace()
    {
        if (Product.Observation != Observation.CareYear
            || _members.All.Any(member => !_members.Set.HasCareYears(_members.At(member).Product)))
        {
            return null;
        }

        List<TrajectoryPart>[] byPlace = [.. Enumerable.Range(0, Rest + 2).Select(_ => new List<TrajectoryPart>())];
        foreach (var member in _members.All)
        {
            foreach (var year in TrajectoryPart.CareYearsOf(_members.Set, member))
            {
                byPlace[^1].Add(year);
                if (PlaceOf(in _members.At(member), year.First).Place is >= 0 and var place)
                    byPlace[place].Add(year);
            }
        }

        return Array.ConvertAll(byPlace, years => TrajectoryPart.ToGroup(Product, years));
    }

    /// <summary>
    /// The subgroup of a trajectory, with its age on a day; and whether every group that it may be in shares its
    /// duration.
    /// </summary>
    private Placement PlaceOf(in Trajectory trajectory, int ageDay)
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

        return found == Rest
            ? new(mayBeOther ? Unknown : Rest, othersShare)
            : new(found, SharesDuration(_rules[found].Subgroup.Own));
    }

    private static bool SharesDuration(OwnMeasures own) => own == OwnMeasures.Volume;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Placement(int Place, bool SharesDuration);
}

/// <summary>The mistakes that subgroups can have.</summary>
internal static class SubgroupMistakes
{
    internal static CalibrationException Overlap(Product product, Subgroup one, Subgroup other) => new(
        ExitCode.WrongUse,
        new Wording("Een traject valt in twee subgroepen.", "A trajectory is in two subgroups."),
        $"{product.Code}: {one.Id}, {other.Id}",
        new Wording(
            "Maak de regels van deze subgroepen in de catalogus zo dat ze elkaar uitsluiten.",
            "Change the rules of these subgroups in the catalogue so that they exclude each other."));

    internal static CalibrationException DoNotAddUp(Product product) => new(
        ExitCode.DoesNotAddUp,
        new Wording(
            "De subgroepen tellen niet op tot het hele product.", "The subgroups do not add up to the whole product."),
        $"{product.Code}: {string.Join(", ", product.Subgroups.Select(subgroup => subgroup.Id))}",
        new Wording(
            "Er is niets geschreven. Dit is een fout in dit programma: meld haar, met de versie.",
            "Nothing was written. This is a fault in this program: report it, with the version."));
}
