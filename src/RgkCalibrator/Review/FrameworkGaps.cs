using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;

namespace RgkCalibrator.Review;

/// <summary>Why a line, or its absence, is in no comparison.</summary>
public enum GapKind
{
    /// <summary>A line of a product or subgroup that the catalogue does not have.</summary>
    UnknownLine,

    /// <summary>A line of a provider that the declarations do not know.</summary>
    UnknownProvider,

    /// <summary>A line with a duration that the catalogue does not allow its product.</summary>
    OtherDuration,

    /// <summary>
    /// Trajectories without a line; of a framework by provider those of one provider, of all products where no product
    /// is named.
    /// </summary>
    NoLine,
}

/// <summary>What of a framework is not compared.</summary>
/// <param name="Framework">The name of the framework.</param>
/// <param name="Kind">Why.</param>
/// <param name="Code">The product; empty for all.</param>
/// <param name="Subgroup">The id of the subgroup; empty for a whole product.</param>
/// <param name="Provider">The provider; empty for all.</param>
public sealed record FrameworkGap(string Framework, GapKind Kind, string Code, string Subgroup, string Provider);

/// <summary>Finds what of a framework is not compared, so that nothing is left out in silence.</summary>
internal static class FrameworkGaps
{
    /// <summary>All of them: first of the lines, in their order, then of the trajectories.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="catalogue">The products.</param>
    /// <param name="groups">The trajectories of the lines that are compared.</param>
    /// <param name="providers">The providers of the declarations by their numbers; empty for what has none.</param>
    internal static IReadOnlyList<FrameworkGap> Of(
        GivenFramework framework, ProductCatalogue catalogue, IReadOnlyList<Group> groups,
        IReadOnlyList<string> providers) =>
        [.. OfLines(framework, catalogue, providers), .. OfTrajectories(framework, groups, providers)];

    private static IEnumerable<FrameworkGap> OfLines(
        GivenFramework framework, ProductCatalogue catalogue, IReadOnlyList<string> providers)
    {
        var known = providers.ToHashSet(StringComparer.Ordinal);
        foreach (var line in framework.Published.ByPlace().Values)
        {
            var product = catalogue.Products.FirstOrDefault(one => one.Code == line.Code);
            GapKind? kind = product is null || !Has(product, line.Place.Subgroup) ? GapKind.UnknownLine
                : !LineEffect.IsAllowed(product, line.Duration) ? GapKind.OtherDuration
                : line.Provider.Length > 0 && !known.Contains(line.Provider) ? GapKind.UnknownProvider
                : null;
            if (kind is { } why)
                yield return new FrameworkGap(framework.Name, why, line.Code, line.Place.Subgroup, line.Provider);
        }
    }

    private static bool Has(Product product, string subgroup) =>
        subgroup.Length == 0 || product.Subgroups.Any(one => one.Id == subgroup);

    private static IEnumerable<FrameworkGap> OfTrajectories(
        GivenFramework framework, IReadOnlyList<Group> groups, IReadOnlyList<string> providers)
    {
        var places = framework.Published.Lines.Select(line => line.Place with { Provider = string.Empty }).ToHashSet();
        var (some, none) = (
            groups.Where(HasLine).ToList(), groups.Where(group => group.Cohort > 0 && !HasLine(group)));
        return
        [
            .. none.Select(group => Without(framework, group, string.Empty)),
            .. framework.Published.IsByProvider ? OfProviders(framework, some, providers) : [],
        ];

        bool HasLine(Group group) => places.Contains(LinePlace.Of(group.Product.Code, group.Subgroup));
    }

    // Of lines that some provider has.
    private static IEnumerable<FrameworkGap> OfProviders(
        GivenFramework framework, IReadOnlyList<Group> groups, IReadOnlyList<string> providers)
    {
        var missing = groups.SelectMany(group => group.Providers(), (group, number) => (group, Name: providers[number]))
            .GroupBy(pair => pair.Name).OrderBy(pairs => pairs.Key, StringComparer.Ordinal);
        return missing.SelectMany(pairs =>
        {
            var without = pairs.Where(pair => framework.LineOf(pair.group, pairs.Key) is null).ToList();
            return without.Count == pairs.Count() && without.Count > 1
                ? [new FrameworkGap(framework.Name, GapKind.NoLine, string.Empty, string.Empty, pairs.Key)]
                : without.Select(pair => Without(framework, pair.group, pairs.Key));
        });
    }

    private static FrameworkGap Without(GivenFramework framework, Group group, string provider) =>
        new(framework.Name, GapKind.NoLine, group.Product.Code, group.Subgroup, provider);
}
