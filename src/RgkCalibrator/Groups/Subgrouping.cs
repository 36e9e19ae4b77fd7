using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>Parts the trajectories of a product into its subgroups and the rest.</summary>
internal sealed class Subgrouping
{
    private const int Unknown = -1;

    private readonly TrajectorySet _set;
    private readonly Product _product;
    private readonly SubgroupRule[] _rules;

    // The product among those that were met; below 0 where it was not.
    private readonly int _met;

    internal Subgrouping(TrajectorySet set, Product product)
    {
        (_set, _product) = (set, product);
        _met = set.Products.Index().FirstOrDefault(pair => pair.Item.Code == product.Code, (Index: -1, Item: null!)).Index;
        _rules = [.. product.Subgroups.Select(subgroup => new SubgroupRule(product, subgroup, set))];
    }

    /// <summary>The rest stands behind the subgroups.</summary>
    private int Rest => _rules.Length;

    /// <summary>The whole product, its subgroups, and the rest where it has trajectories or care years.</summary>
    /// <exception cref="CalibrationException">A trajectory is in two subgroups, or in none of all groups without a reason.</exception>
    internal IReadOnlyList<Group> Groups()
    {
        if (_rules.Length == 0)
            return [GroupOf(_set, GroupScope.Whole with { CareYears = CareYearsOf(null) })];
        var parts = Enumerable.Range(0, _rules.Length + 1).Select(PartOf).ToList();
        if (parts[Rest] is { Cohort: 0, Scope.CareYears: null or { Count: 0 } })
            parts.RemoveAt(Rest);
        var whole = GroupOf(_set, GroupScope.Whole with { Unplaced = CountUnplaced(), CareYears = CareYearsOf(null) });
        if (parts.Sum(part => part.Cohort) + whole.Scope.Unplaced != whole.Cohort)
            throw SubgroupMistakes.DoNotAddUp(_product);
        return [whole, .. parts];
    }

    private Group PartOf(int place)
    {
        var scope = place == Rest
            ? new GroupScope(GroupScope.RestId, string.Empty)
            : new GroupScope(_rules[place].Subgroup.Id, _rules[place].Subgroup.Label) { Missing = _rules[place].Missing };
        var own = _set.Where((in trajectory) => trajectory.Product == _met && PlaceOf(in trajectory, trajectory.Start) == place);
        return GroupOf(own, scope with { CareYears = CareYearsOf(place) });
    }

    private Group GroupOf(TrajectorySet set, GroupScope scope) => Grouping.Of(set, [_product], scope)[0];

    private CareYearSample? CareYearsOf(int? place) => _met < 0
        ? null
        : CareYearSample.Of(_set, _met, (in trajectory, firstDay) => place is null || PlaceOf(in trajectory, firstDay) == place);

    private int CountUnplaced()
    {
        var count = 0;
        foreach (var partition in _set.Partitions)
        {
            foreach (ref readonly var trajectory in partition.Trajectories.AsSpan())
            {
                if (trajectory.Product == _met && _set.Observation.IsInCohort(in trajectory) && PlaceOf(in trajectory, trajectory.Start) == Unknown)
                    count++;
            }
        }

        return count;
    }

    /// <summary>The subgroup of a trajectory, with its age on a day.</summary>
    private int PlaceOf(in Trajectory trajectory, int ageDay)
    {
        var (found, mayBeOther) = (Rest, false);
        for (var i = 0; i < _rules.Length; i++)
        {
            var holds = _rules[i].Holds(in trajectory, ageDay);
            if (holds == true && found != Rest)
                throw SubgroupMistakes.Overlap(_product, _rules[found].Subgroup, _rules[i].Subgroup);
            found = holds == true ? i : found;
            mayBeOther |= holds is null;
        }

        return found == Rest && mayBeOther ? Unknown : found;
    }
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
