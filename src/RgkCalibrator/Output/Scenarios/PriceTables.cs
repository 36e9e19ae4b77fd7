using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;

using PriceColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Framework.Scenarios.UnitPrice>;
using SumColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Scenarios.ScenarioSum>;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>What turns volumes into euros, as tables and words; restricted.</summary>
internal static class PriceTables
{
    private static readonly Wording Amount = new("gedeclareerd bedrag", "declared amount");
    private static readonly Wording Tariff = new("tarief", "tariff");

    /// <summary>How euros were counted, in a sentence.</summary>
    internal static Wording Reading(UnitPrices prices) => prices.Basis switch
    {
        EuroBasis.Amount => new(
            "Euro's zijn volume maal het gemiddelde gedeclareerde bedrag per eenheid van het product (instelling "
                + "euros: amount); van een product zonder bedragen geldt het tarief van de catalogus.",
            "Euros are volume times the mean declared amount for a unit of the product (setting euros: amount); of a "
                + "product without amounts the tariff of the catalogue counts."),
        EuroBasis.Tariff => new(
            "Euro's zijn volume maal het tarief van de catalogus (instelling euros: tariff).",
            "Euros are volume times the tariff of the catalogue (setting euros: tariff)."),
        _ => new(
            "Er staan geen euro's, want de declaraties geven geen bedragen en de catalogus geeft geen tarieven.",
            "There are no euros, since the declarations give no amounts and the catalogue gives no tariffs."),
    };

    /// <summary>The price of a unit of each product, and what it rests on.</summary>
    internal static Table Of(UnitPrices prices, Language language) => Table.From(
        new("Euro per eenheid", "Euros for a unit"),
        [
            PriceColumn.Text("product_code", price => price.Product.Code, new("Code", "Code")),
            PriceColumn.Text("product", price => price.Product.Name, new("Product", "Product")),
            PriceColumn.Text("unit", price => price.Product.Unit.Name(), new("Eenheid", "Unit")),
            new(
                "euros_per_unit", ColumnKind.Number,
                (price, _) => TableCell.Exact((double?)price.Euros, isSelected: false).In("#,##0.00"),
                new("Euro per eenheid", "Euros for a unit")),
            PriceColumn.Named(
                "euros_by", price => price.Basis?.NameInFiles(), price => Words(price.Basis),
                new("Berust op", "Rests on")),
            PriceColumn.Rounded(
                "tariff", price => price.Product.Tariff, new("Tarief in de catalogus", "Tariff of the catalogue")),
            PriceColumn.Whole("lines", price => price.Lines, new("Regels met bedrag", "Lines with an amount")),
            PriceColumn.Whole(
                "lines_without", price => price.Without,
                new("Regels zonder bedrag boven nul", "Lines without an amount above zero")),
        ],
        prices.Products.Where(price => price.Euros is not null || price.Without > 0), language);

    /// <summary>The columns with the euros of a scenario and the aim; none where no product has a price.</summary>
    internal static IEnumerable<SumColumn> Euros(UnitPrices prices, Saving? saving)
    {
        if (Words(prices.Basis) is not { } way)
            yield break;
        yield return SumColumn.ShownWhole(
            "euros_above_per_year", sum => sum.Lines.Sum(line => line.EurosAbovePerYear ?? 0),
            new($"Euro boven de lijn per jaar ({way.Dutch})", $"Euros above the line a year ({way.English})"));
        yield return SumColumn.Whole(
            "lines_without_price",
            sum => sum.Lines.Count(line => line.Volume is not null && line.EurosAbovePerYear is null),
            new("Lijnen zonder prijs", "Lines without a price"));
        if (saving is not null)
        {
            yield return SumColumn.Words(
                "saving_aim", _ => saving.Shown(),
                new("Doel van de regio: besparing per jaar", "Aim of the region: saving a year"));
        }
    }

    /// <summary>What the euros of a row rest on, by the code of its product.</summary>
    internal static Column<T> Basis<T>(UnitPrices prices, Func<T, string> code)
    {
        var bases = prices.Products.ToDictionary(price => price.Product.Code, price => price.Basis);
        return Column<T>.Named(
            "euros_by", row => bases.GetValueOrDefault(code(row))?.NameInFiles(),
            row => Words(bases.GetValueOrDefault(code(row))), new("Euro volgens", "Euros by"));
    }

    private static Wording? Words(EuroBasis? basis) => basis switch
    {
        EuroBasis.Amount => Amount,
        EuroBasis.Tariff => Tariff,
        _ => null,
    };
}
