using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Accounting;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>What turns volumes into euros.</summary>
public enum EuroBasis
{
    /// <summary>The tariff that the catalogue gives.</summary>
    Tariff,

    /// <summary>The amounts that were declared.</summary>
    Amount,
}

/// <summary>What a unit of a product costs.</summary>
/// <param name="Product">The product, with the tariff of the catalogue.</param>
/// <param name="Euros">Euros for one unit; null: not known.</param>
/// <param name="Basis">What that rests on; null where it is not known.</param>
public sealed record UnitPrice(Product Product, decimal? Euros, EuroBasis? Basis)
{
    /// <summary>The declared lines with an amount above zero.</summary>
    public long Lines { get; init; }

    /// <summary>
    /// The declared lines whose amount says nothing of a price: there is none, it cannot be read, or it is zero or
    /// below.
    /// </summary>
    public long Without { get; init; }
}

/// <summary>The prices with which a comparison counts.</summary>
/// <param name="Basis">
/// The way that was taken. By <see cref="EuroBasis.Amount"/> a product without amounts has its tariff. Null: there are
/// neither amounts nor tariffs.
/// </param>
/// <param name="Products">Every product with a framework line, in the order of the catalogue.</param>
public sealed record UnitPrices(EuroBasis? Basis, IReadOnlyList<UnitPrice> Products)
{
    /// <summary>Prices the products of a catalogue.</summary>
    /// <param name="catalogue">The products, with their tariffs.</param>
    /// <param name="amounts">What was declared, over all lines that count; empty where amounts were not read.</param>
    /// <param name="asked">The way; null: amounts where there are any, else tariffs.</param>
    /// <exception cref="CalibrationException">There are no prices of the way that is asked for.</exception>
    public static UnitPrices Of(
        ProductCatalogue catalogue, IReadOnlyList<DeclaredAmount> amounts, EuroBasis? asked)
    {
        var products = catalogue.Products.Where(product => product.Framework != FrameworkKind.None).ToList();
        var hasAmounts = amounts.Any(one => one.Product.IsKnown && one.Lines > 0);
        var hasTariffs = products.Exists(product => product.Tariff is not null);
        if (asked == EuroBasis.Amount && !hasAmounts)
            throw NoAmounts();
        if (asked == EuroBasis.Tariff && !hasTariffs)
            throw NoTariffs(catalogue.Name);
        var basis = asked ?? (hasAmounts ? EuroBasis.Amount : hasTariffs ? EuroBasis.Tariff : (EuroBasis?)null);
        var declared = amounts.Where(one => one.Product.IsKnown).ToDictionary(one => one.Product.Code);
        return new UnitPrices(
            basis,
            [.. products.Select(product => Price(product, basis, declared.GetValueOrDefault(product.Code)))]);
    }

    /// <summary>The catalogue with these prices as tariffs.</summary>
    public ProductCatalogue In(ProductCatalogue catalogue)
    {
        var prices = Products.ToDictionary(price => price.Product.Code, price => price.Euros);
        return catalogue.AtTariffs(product => prices.GetValueOrDefault(product.Code));
    }

    // One price of a product for all: a region has one tariff of a product for all its providers, and years are taken
    // together as in the volumes.
    private static UnitPrice Price(Product product, EuroBasis? basis, DeclaredAmount? declared)
    {
        var price = new UnitPrice(product, product.Tariff, product.Tariff is null ? null : EuroBasis.Tariff)
        {
            Lines = declared?.Lines ?? 0,
            Without = declared?.Without ?? 0,
        };
        if (basis != EuroBasis.Amount || declared is not { Lines: > 0 })
            return price;
        var units = (decimal)declared.Volume / product.TicksPerUnit;
        return price with { Euros = (decimal)declared.Amount / Ticks.PerUnit / units, Basis = EuroBasis.Amount };
    }

    private static CalibrationException NoAmounts() => new(
        ExitCode.WrongUse,
        new("In de declaraties staat bij geen enkele regel een bedrag boven nul.",
            "No line of the declarations has an amount above zero."),
        "--euros amount",
        new("Zeg in de mapping bij 'amount' hoe de kolom met het bedrag heet, of kies --euros tariff.",
            "Say in the mapping at 'amount' what the column with the amount is called, or choose --euros tariff."));

    private static CalibrationException NoTariffs(string catalogue) => new(
        ExitCode.WrongUse,
        new("De catalogus geeft van geen enkel product een tarief.",
            "The catalogue gives no tariff of any product."),
        catalogue,
        new("Zet bij de producten een 'tariff' (euro per eenheid), of kies --euros amount.",
            "Give products a 'tariff' (euros for a unit), or choose --euros amount."));
}
