namespace RgkCalibrator.Disclosure.Releases;

/// <summary>
/// What was released of a region until now, by product, the earliest first. Restricted: it holds what a child's care
/// came to, and stands in <c>intern/</c>.
/// </summary>
public sealed class ReleaseLedger
{
    internal ReleaseLedger(IReadOnlyList<ReleasedProduct> products) => Products = products;

    /// <summary>Of a region of which nothing was released.</summary>
    public static ReleaseLedger Empty { get; } = new([]);

    /// <summary>
    /// All that several ledgers hold, each release of a product once: where it stands for the last time.
    /// </summary>
    internal static ReleaseLedger Of(IReadOnlyList<ReleaseLedger> ledgers)
    {
        var products = new List<ReleasedProduct>();
        foreach (var product in ledgers.SelectMany(ledger => ledger.Products))
        {
            _ = products.RemoveAll(before => ReleaseFormat.AreEqual(before, product));
            products.Add(product);
        }

        return new(products);
    }

    /// <summary>What was told of each product in each release that told something new.</summary>
    internal IReadOnlyList<ReleasedProduct> Products { get; }
}
