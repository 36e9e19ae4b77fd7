using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Statistics.Completion;

namespace RgkCalibrator.Monitoring;

/// <summary>What was declared of a period: volume and euros, and what is expected when all is in.</summary>
/// <param name="Lines">Lines that count.</param>
/// <param name="Units">Their volume in the product's unit.</param>
/// <param name="Euros">What they cost, as declared or by tariff; null where the product has no price.</param>
public sealed record DeclaredSum(long Lines, double Units, double? Euros)
{
    /// <summary>
    /// What is declared so far of what is expected, with the lowest and the highest by earlier months; null: not known.
    /// </summary>
    public Completeness? Declared { get; init; }
}

/// <summary>What was declared of a product in the quarters of care.</summary>
/// <param name="Product">The product.</param>
/// <param name="Quarters">By the quarter in which a declared period ends, in their order.</param>
public sealed record MonitoredProduct(Product Product, IReadOnlyList<(Quarter Quarter, DeclaredSum Sum)> Quarters)
{
    /// <summary>Adds up what was declared of each product.</summary>
    /// <param name="products">The products, with their tariffs.</param>
    /// <param name="declared">What was declared by month.</param>
    /// <param name="when">The days.</param>
    /// <param name="arrivals">How complete the declarations are.</param>
    /// <param name="basis">What turns volumes into euros; null: nothing does.</param>
    internal static IReadOnlyList<MonitoredProduct> Of(
        IReadOnlyList<Product> products, DeclaredByMonth declared, MonitorPeriod when, Arrivals arrivals,
        EuroBasis? basis)
    {
        var months = declared.Months.Where(one => one.Product.IsKnown)
            .ToLookup(one => one.Product.Code, StringComparer.Ordinal);
        var quarters = Quarter.Between(Quarter.Of(when.Observed.First), Quarter.Of(when.Observed.Last)).ToList();
        return
        [
            .. from product in products
               let own = months[product.Code].ToLookup(month => Quarter.OfMonth(month.Care))
               where own.Count > 0
               select new MonitoredProduct(
                   product,
                   [.. quarters.Select(quarter => (quarter, Sum(product, [.. own[quarter]], arrivals, basis)))]),
        ];
    }

    private static DeclaredSum Sum(
        Product product, IReadOnlyList<DeclaredMonth> months, Arrivals arrivals, EuroBasis? basis)
    {
        var units = months.Sum(UnitsOf);
        return new DeclaredSum(
            months.Sum(month => month.Lines), units, EurosOf(product, months, units, basis))
        {
            Declared = Expected(months),
        };

        double UnitsOf(DeclaredMonth month) => (double)month.Volume / product.TicksPerUnit;

        // By the volume of each month: a quarter of which only the last month has much is less complete.
        Completeness? Expected(IReadOnlyList<DeclaredMonth> parts)
        {
            var known = parts.Where(month => month.Volume > 0).ToLookup(month => month.Care);
            var whole = new double[3];
            foreach (var month in known)
            {
                if (arrivals.Of(product.Code, month.Key) is not { Lowest: > 0 } arrived)
                    return null;
                var volume = month.Sum(UnitsOf);
                whole[0] += volume / arrived.Share;
                whole[1] += volume / arrived.Lowest;
                whole[2] += volume / arrived.Highest;
            }

            return units <= 0 ? null : new(units / whole[0], units / whole[1], units / whole[2]);
        }
    }

    private static double? EurosOf(
        Product product, IReadOnlyList<DeclaredMonth> months, double units, EuroBasis? basis)
    {
        var amount = months.Aggregate((Int128)0, (sum, month) => sum + month.Amount);
        return basis == EuroBasis.Amount && amount > 0
            ? (double)amount / Ticks.PerUnit
            : units * (double?)product.Tariff;
    }
}
