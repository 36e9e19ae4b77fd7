using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;

using EffectColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Framework.Scenarios.FrameworkEffect>;
using ProviderColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Scenarios.ProviderEffect>;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>What a framework comes to for one provider.</summary>
internal sealed record ProviderEffect(string Provider, string Framework, double Trajectories, double Outside)
{
    /// <summary>Euros above its lines a year; null where no product has a tariff.</summary>
    internal double? Euros { get; init; }
}

/// <summary>What frameworks come to on the same trajectories, as tables; restricted.</summary>
internal static class EffectTables
{
    private static readonly Wording Trajectories = new("Trajecten per jaar", "Trajectories a year");
    private static readonly Wording Outside = new("Buiten de lijn per jaar", "Outside the line a year");
    private static readonly Wording ByOwnLines = new("per aanbieder", "by provider");
    private static readonly Wording Euros = new("Euro boven de lijn per jaar", "Euros above the line a year");

    /// <summary>A row for each line and framework.</summary>
    internal static Table ByProduct(IReadOnlyList<FrameworkEffect> effects, Language language) => Table.From(
        new("Effect per product", "Effect by product"),
        [
            EffectColumn.Text("product_code", one => one.Group.Product.Code, new("Code", "Code")),
            ComparisonTables.Subgroup<FrameworkEffect>(one => one.Group),
            EffectColumn.Text("framework", one => one.Framework, new("Kader", "Framework")),
            EffectColumn.Rounded("volume", one => one.Line?.Volume, new("Volume", "Volume")),
            EffectColumn.Text("unit", one => one.Group.Product.Unit.Name(), new("Eenheid", "Unit")),
            EffectColumn.Words(
                "duration", one => one.Line?.Duration.Shown() ?? ByOwnLines, new("Duur", "Duration")),
            EffectColumn.ShownWhole("trajectories_per_year", one => one.Effect?.Trajectories, Trajectories),
            EffectColumn.ShownWhole("outside_per_year", one => one.Effect?.Outside, Outside),
            new(
                "within_both", ColumnKind.Number,
                (one, shownIn) => TableCell.ShownPercent(one.Effect?.Inside, shownIn),
                new("Deel binnen de lijn", "Share inside the line")),
            EffectColumn.ShownWhole(
                "volume_above_per_year", one => one.Effect?.Above,
                new("Volume boven de lijn per jaar", "Volume above the line a year")),
            EffectColumn.ShownWhole("euros_above_per_year", one => EurosOf(one, one.Effect), Euros),
        ],
        effects, language);

    /// <summary>A row for each provider and framework; no rows where no provider is known.</summary>
    internal static Table ByProvider(IReadOnlyList<FrameworkEffect> effects, Language language) => Table.From(
        new("Effect per aanbieder", "Effect by provider"),
        [
            ProviderColumn.Text("provider_id", one => one.Provider, new("Aanbieder", "Provider")),
            ProviderColumn.Text("framework", one => one.Framework, new("Kader", "Framework")),
            ProviderColumn.ShownWhole("trajectories_per_year", one => one.Trajectories, Trajectories),
            ProviderColumn.ShownWhole("outside_per_year", one => one.Outside, Outside),
            ProviderColumn.ShownWhole("euros_above_per_year", one => one.Euros, Euros),
        ],
        effects.SelectMany(one => one.ByProvider.Select(pair => (pair.Key, one, Effect: pair.Value)))
            .GroupBy(part => (Provider: part.Key, part.one.Framework))
            .Select(parts => new ProviderEffect(
                parts.Key.Provider, parts.Key.Framework, parts.Sum(part => part.Effect.Trajectories),
                parts.Sum(part => part.Effect.Outside))
            {
                Euros = parts.All(part => EurosOf(part.one, part.Effect) is null)
                    ? null
                    : parts.Sum(part => EurosOf(part.one, part.Effect) ?? 0),
            })
            .OrderBy(one => one.Provider, StringComparer.Ordinal),
        language);

    private static double? EurosOf(FrameworkEffect one, LineEffect? effect) =>
        effect?.Above * (double?)one.Group.Product.Tariff;
}
