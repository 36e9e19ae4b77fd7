using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Output.Tables;

using SumColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Scenarios.ChangeSum>;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>What all lines of a provider, or of all, come to before and after.</summary>
/// <param name="Framework">The framework before.</param>
/// <param name="Provider">The provider; null for all.</param>
/// <param name="Changes">Its lines that both frameworks have.</param>
internal sealed record ChangeSum(string Framework, string? Provider, IReadOnlyList<EffectChange> Changes)
{
    /// <summary>Euros above the lines a year; null where no product has a price.</summary>
    internal double? EurosBefore => Changes.Any(HasPrice)
        ? Changes.Sum(one => one.Euros(one.EffectBefore!) ?? 0)
        : null;

    /// <summary>The same after.</summary>
    internal double? EurosAfter => Changes.Any(HasPrice)
        ? Changes.Sum(one => one.Euros(one.EffectAfter!) ?? 0)
        : null;

    private static bool HasPrice(EffectChange one) => one.Before.Group.Product.Tariff is not null;
}

/// <summary>Before and after of all lines together, for the region and for each provider; restricted.</summary>
internal static class ChangeSums
{
    /// <summary>A row for each framework.</summary>
    internal static Table OfRegion(IReadOnlyList<EffectChange> changes, Language language) => Table.From(
        new("Voor en na samen", "Before and after together"),
        [Framework, .. Figures],
        Sums(changes.Where(one => one.Provider is null)), language);

    /// <summary>A row for each provider and framework; none where no provider is known.</summary>
    internal static Table OfProviders(IReadOnlyList<EffectChange> changes, Language language) => Table.From(
        new("Samen per aanbieder", "Together by provider"),
        [
            SumColumn.Text("provider_id", sum => sum.Provider, new("Aanbieder", "Provider")), Framework, .. Figures,
        ],
        Sums(changes.Where(one => one.Provider is not null)), language);

    private static SumColumn Framework { get; } =
        SumColumn.Text("framework_before", sum => sum.Framework, new("Kader voor", "Framework before"));

    private static SumColumn[] Figures { get; } =
    [
        SumColumn.Whole(
            "lines", sum => sum.Changes.Count, new("Lijnen in beide kaders", "Lines in both frameworks")),
        SumColumn.ShownWhole(
            "trajectories_per_year", sum => sum.Changes.Sum(one => one.EffectAfter!.Trajectories),
            new("Trajecten per jaar", "Trajectories a year")),
        SumColumn.ShownWhole(
            "outside_before", sum => sum.Changes.Sum(one => one.EffectBefore!.Outside),
            new("Buiten de lijn per jaar, voor", "Outside the line a year, before")),
        SumColumn.ShownWhole(
            "outside_after", sum => sum.Changes.Sum(one => one.EffectAfter!.Outside),
            new("Buiten de lijn per jaar, voorstel", "Outside the line a year, proposed")),
        SumColumn.ShownWhole(
            "outside_difference",
            sum => sum.Changes.Sum(one => one.EffectAfter!.Outside - one.EffectBefore!.Outside),
            new("Verschil", "Difference")),
        SumColumn.ShownWhole(
            "euros_above_before", sum => sum.EurosBefore,
            new("Euro boven de lijn per jaar, voor", "Euros above the line a year, before")),
        SumColumn.ShownWhole(
            "euros_above_after", sum => sum.EurosAfter,
            new("Euro boven de lijn per jaar, voorstel", "Euros above the line a year, proposed")),
        SumColumn.ShownWhole(
            "euros_difference", sum => sum.EurosAfter - sum.EurosBefore,
            new("Verschil in euro", "Difference in euros")),
    ];

    private static IEnumerable<ChangeSum> Sums(IEnumerable<EffectChange> changes) =>
        changes.Where(one => one is { EffectBefore: not null, EffectAfter: not null })
            .GroupBy(one => (one.Before.Framework, one.Provider))
            .Select(group => new ChangeSum(group.Key.Framework, group.Key.Provider, [.. group]))
            .OrderBy(sum => sum.Provider, StringComparer.Ordinal);
}
