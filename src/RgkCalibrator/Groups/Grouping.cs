using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>From trajectories to the groups of which percentiles are taken.</summary>
public static class Grouping
{
    /// <summary>
    /// One group for each product that gets a framework line, in the order of the catalogue; also for those without
    /// trajectories.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The trajectories were built for a catalogue with other allowed durations.
    /// </exception>
    public static IReadOnlyList<Group> Of(TrajectorySet trajectories, ProductCatalogue catalogue) =>
    [
        .. Members(trajectories, catalogue)
            .Select(members => members.ToGroup(members.All, members.Delayed, GroupScope.Whole)),
    ];

    /// <summary>
    /// The groups of each product that gets framework lines, in the order of the catalogue: the whole, its subgroups,
    /// and one for the rest where there is any. A trajectory of which a rule cannot tell is in none of the parts;
    /// <see cref="GroupScope.Unplaced"/> counts them.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The trajectories were built for a catalogue with other allowed durations.
    /// </exception>
    /// <exception cref="CalibrationException">A trajectory is in two subgroups of its product.</exception>
    public static IReadOnlyList<ProductGroups> ByProduct(
        TrajectorySet trajectories, ProductCatalogue catalogue, Population? population = null) =>
        [.. Members(trajectories, catalogue, population).Select(members => new SubgroupSplit(members).Groups())];

    /// <summary>
    /// The same groups of the trajectories of each main provider, by its number in the set. Together they are the
    /// groups of the whole; children keep their numbers, and a child of several providers is one of each.
    /// </summary>
    /// <exception cref="ArgumentException">As above.</exception>
    /// <exception cref="CalibrationException">A trajectory is in two subgroups of its product.</exception>
    public static IEnumerable<(int Provider, IReadOnlyList<ProductGroups> Products)> ByProvider(
        TrajectorySet trajectories, ProductCatalogue catalogue) =>
        CohortMembers.OfProviders(trajectories, Listed(catalogue)).Select((members, provider) =>
            (provider, (IReadOnlyList<ProductGroups>)[.. members.Select(one => new SubgroupSplit(one).Groups())]));

    /// <summary>
    /// The same groups, in which each trajectory has the lines of the care that lies directly beside it.
    /// </summary>
    internal static IReadOnlyList<ProductGroups> ByProductWithBeside(
        TrajectorySet trajectories, ProductCatalogue catalogue, Population population)
    {
        var products = Members(trajectories, catalogue, population);
        SubgroupSplit[] splits = [.. products.Select(members => new SubgroupSplit(members))];
        var beside = new LinesBeside(trajectories, splits);
        foreach (var members in products)
            members.LinesBeside = beside.Of;
        return [.. splits.Select(split => split.Groups())];
    }

    private static CohortMembers[] Members(
        TrajectorySet trajectories, ProductCatalogue catalogue, Population? population = null) =>
        CohortMembers.OfProducts(trajectories, Listed(catalogue), population ?? Population.All);

    private static Product[] Listed(ProductCatalogue catalogue) =>
        [.. catalogue.Products.Where(product => product.Framework != FrameworkKind.None)];
}
