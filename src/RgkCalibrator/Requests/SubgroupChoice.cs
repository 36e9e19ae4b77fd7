using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;

namespace RgkCalibrator.Requests;

/// <summary>Which subgroups of its product a request can be in, by what is told of it.</summary>
/// <param name="Possible">
/// The ids, in the order of the catalogue, with <see cref="Subgroup.RestId"/> for what is in none; one empty id for a
/// product without subgroups.
/// </param>
/// <param name="Deciding">What was not told and makes the difference; empty where one subgroup is possible.</param>
public sealed record SubgroupChoice(IReadOnlyList<string> Possible, IReadOnlyList<ConditionKind> Deciding)
{
    // Stands for a location, an intervention or a municipality that no rule of the product names.
    private const string Other = "";

    /// <summary>Chooses by the rules of the catalogue: every value that what was not told may have is tried.</summary>
    /// <exception cref="CalibrationException">Two subgroups can hold the same request.</exception>
    public static SubgroupChoice Of(Product product, RequestFacts facts)
    {
        if (product.Subgroups.Count == 0)
            return new([string.Empty], []);
        ConditionKind[] kinds =
            [.. product.Subgroups.SelectMany(subgroup => subgroup.When).Select(demand => demand.Kind).Distinct()];
        IEnumerable<string[]> cases = [[]];
        foreach (var kind in kinds)
        {
            var values = ValuesOf(product, facts, kind).ToList();
            cases = cases.SelectMany(one => values.Select(value => one.Append(value).ToArray()));
        }

        var placed = cases.Select(one => (Case: one, Place: PlaceOf(product, kinds, one))).ToList();
        var places = placed.Select(one => one.Place).ToHashSet();
        return new(
            [
                .. product.Subgroups.Select(subgroup => subgroup.Id).Append(Subgroup.RestId).Where(places.Contains),
            ],
            [.. kinds.Where((kind, i) => facts.ValueOf(kind) is null && Decides(placed, i))]);
    }

    // Whether two cases that differ in it alone are in different subgroups.
    private static bool Decides(List<(string[] Case, string Place)> placed, int kind) =>
        placed.GroupBy(one => string.Join('\n', one.Case.Where((_, i) => i != kind)))
            .Any(same => same.Select(one => one.Place).Distinct().Count() > 1);

    private static IEnumerable<string> ValuesOf(Product product, RequestFacts facts, ConditionKind kind)
    {
        if (facts.ValueOf(kind) is { } told)
            return [told];
        return kind switch
        {
            ConditionKind.Age => Enumerable.Range(0, RequestFacts.HighestAge + 1).Select(age => Numbers.Whole(age)),
            ConditionKind.WithStay or ConditionKind.Concurrent => ["true", "false"],
            ConditionKind.Order => ["first", "follow-up"],
            _ => product.Subgroups.SelectMany(subgroup => subgroup.When).Where(demand => demand.Kind == kind)
                .SelectMany(demand => demand.Values).Distinct().Append(Other),
        };
    }

    private static string PlaceOf(Product product, ConditionKind[] kinds, string[] values)
    {
        var holding = product.Subgroups.Where(subgroup => subgroup.When.All(Holds)).Take(2).ToList();
        return holding switch
        {
            [] => Subgroup.RestId,
            [var only] => only.Id,
            _ => throw SubgroupMistakes.Overlap(product, holding[0], holding[1]),
        };

        bool Holds(SubgroupCondition demand)
        {
            var value = values[Array.IndexOf(kinds, demand.Kind)];
            return demand.Kind == ConditionKind.Age
                ? IsOfAge(demand.Values[0], value)
                : demand.Values.Contains(value, StringComparer.OrdinalIgnoreCase);
        }
    }

    private static bool IsOfAge(string ages, string told)
    {
        var ends = ages.Split('-').Select(Whole).ToList();
        return Whole(told) is var age && age >= ends[0] && age <= ends[^1];
    }

    private static int Whole(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
