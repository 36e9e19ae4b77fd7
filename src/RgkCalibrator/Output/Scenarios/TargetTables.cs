using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Review;

using ChangeColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Framework.Scenarios.EffectChange>;
using GapColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Review.FrameworkGap>;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>What frameworks, packets and prices add to a comparison, as tables; restricted.</summary>
internal static class TargetTables
{
    private static readonly Wording OfAll = new("alle", "all");

    /// <summary>All of them; one that has no rows has no sheet.</summary>
    internal static IReadOnlyList<ComparedTable> Of(
        IReadOnlyList<FrameworkEffect> effects, UnitPrices prices, IReadOnlyList<FrameworkGap> gaps,
        IReadOnlyList<ComparedPacket> packets, IReadOnlyList<ComparedLine> lines, Language language)
    {
        var changes = EffectChange.To(effects, NamedFramework.Proposed);
        return
        [
            new("voor-en-na-samen", ChangeSums.OfRegion(changes, language), IsShort: true),
            new("voor-en-na-samen-per-aanbieder", ChangeSums.OfProviders(changes, language), IsShort: false),
            new("voor-en-na-per-product", ByProduct(changes, language), IsShort: false),
            new("voor-en-na-per-aanbieder", ByProvider(changes, language), IsShort: false),
            new("pakketten", PacketTables.All(packets, lines, language), IsShort: false),
            new("euro-per-eenheid", PriceTables.Of(prices, language), IsShort: false),
            new("niet-vergeleken", Gaps(gaps, language), IsShort: false),
        ];
    }

    private static Table ByProduct(IReadOnlyList<EffectChange> changes, Language language) => Table.From(
        new("Voor en na per product", "Before and after by product"),
        [.. Names(), .. Figures()],
        changes.Where(one => one.Provider is null), language);

    private static Table ByProvider(IReadOnlyList<EffectChange> changes, Language language) => Table.From(
        new("Voor en na per aanbieder", "Before and after by provider"),
        [
            ChangeColumn.Text("provider_id", one => one.Provider, new("Aanbieder", "Provider")),
            .. Names(), .. Figures(),
        ],
        changes.Where(one => one.Provider is not null).OrderBy(one => one.Provider, StringComparer.Ordinal), language);

    private static ChangeColumn[] Names() =>
    [
        ChangeColumn.Text("product_code", one => one.Before.Group.Product.Code, new("Code", "Code")),
        ComparisonTables.Subgroup<EffectChange>(one => one.Before.Group),
        ChangeColumn.Text("framework_before", one => one.Before.Framework, new("Kader voor", "Framework before")),
        ChangeColumn.Rounded("volume_before", one => one.LineBefore?.Volume, new("Volume voor", "Volume before")),
        ChangeColumn.Words("duration_before", one => Shown(one.LineBefore), new("Duur voor", "Duration before")),
        ChangeColumn.Rounded("volume_after", one => one.LineAfter?.Volume, new("Volume voorstel", "Volume proposed")),
        ChangeColumn.Words("duration_after", one => Shown(one.LineAfter), new("Duur voorstel", "Duration proposed")),
        new(
            "volume_difference", ColumnKind.Number, (one, language) => TableCell.Difference(one.Volume, 2, language),
            new("Verschil volume, bij gelijke duur", "Difference volume, at one duration")),
    ];

    private static ChangeColumn[] Figures() =>
    [
        ChangeColumn.ShownWhole(
            "trajectories_per_year", one => one.EffectAfter?.Trajectories,
            new("Trajecten per jaar", "Trajectories a year")),
        .. Pair("outside", (_, effect) => effect.Outside, new("Buiten de lijn per jaar", "Outside the line a year")),
        .. Pair(
            "volume_above", (_, effect) => effect.Above,
            new("Volume boven de lijn per jaar", "Volume above the line a year")),
        .. Pair(
            "euros_above", (one, effect) => one.Euros(effect),
            new("Euro boven de lijn per jaar", "Euros above the line a year")),
    ];

    private static IEnumerable<ChangeColumn> Pair(
        string name, Func<EffectChange, LineEffect, double?> figure, Wording heading)
    {
        yield return ChangeColumn.ShownWhole(
            name + "_before", Before, new(heading.Dutch + ", voor", heading.English + ", before"));
        yield return ChangeColumn.ShownWhole(
            name + "_after", After, new(heading.Dutch + ", voorstel", heading.English + ", proposed"));
        yield return ChangeColumn.ShownWhole(
            name + "_difference", one => After(one) - Before(one),
            new("Verschil " + Lower(heading.Dutch), "Difference " + Lower(heading.English)));

        double? Before(EffectChange one) => one.EffectBefore is { } effect ? figure(one, effect) : null;

        double? After(EffectChange one) => one.EffectAfter is { } effect ? figure(one, effect) : null;

        static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
    }

    private static Wording? Shown(LineValue? line) => line?.Duration.Shown();

    /// <summary>What of frameworks could not be held against trajectories.</summary>
    internal static Table Gaps(IReadOnlyList<FrameworkGap> gaps, Language language) => Table.From(
        new("Niet vergeleken", "Not compared"),
        [
            GapColumn.Text("framework", gap => gap.Framework, new("Kader", "Framework")),
            GapColumn.Named(
                "product_code", gap => gap.Code, gap => gap.Code.Length == 0 ? OfAll : Wording.Same(gap.Code),
                new("Code", "Code")),
            GapColumn.Text("subgroup", gap => gap.Subgroup, new("Subgroep", "Subgroup")),
            GapColumn.Text("provider_id", gap => gap.Provider, new("Aanbieder", "Provider")),
            GapColumn.OneOf<GapKind>("reason", gap => gap.Kind, new("Waarom", "Why"), shown: Words),
        ],
        gaps, language);

    private static Wording Words(GapKind kind) => kind switch
    {
        GapKind.UnknownLine => new(
            "de catalogus heeft dit product of deze subgroep niet", "the catalogue lacks this product or subgroup"),
        GapKind.UnknownProvider => new(
            "de declaraties kennen deze aanbieder niet", "the declarations do not know this provider"),
        GapKind.OtherDuration => new(
            "de catalogus staat deze duur niet toe", "the catalogue does not allow this duration"),
        GapKind.NoLine => new(
            "er zijn trajecten, maar het kader heeft er geen lijn voor",
            "there are trajectories, but the framework has no line for them"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
