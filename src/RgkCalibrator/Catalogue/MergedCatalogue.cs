using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Catalogue;

/// <summary>Merges products of a catalogue.</summary>
internal static class MergedCatalogue
{
    /// <summary>
    /// The catalogue in which products count as one: the first of each list has the codes of the others as former ones.
    /// </summary>
    /// <param name="catalogue">The products by themselves.</param>
    /// <param name="merge">The products that count as one.</param>
    /// <param name="refused">
    /// Makes the mistake of what is wrong, after a colon, and how to mend it, with the place where the merge stands.
    /// </param>
    /// <exception cref="CalibrationException">
    /// A product is not in the catalogue, or cannot count as the first of its list.
    /// </exception>
    internal static ProductCatalogue Merged(
        this ProductCatalogue catalogue, ProductMerge merge, Func<Wording, Wording, CalibrationException> refused)
    {
        foreach (var codes in merge.Lists)
            RefuseUnlike([.. codes.Select(code => Find(catalogue, code, refused))], refused);
        if (merge.Lists.Count == 0)
            return catalogue;
        var products = catalogue.Products.Where(product => merge.FirstOf(product.Code) is null)
            .Select(product => WithOthers(product, catalogue, merge));
        return catalogue.With([.. products]) with { Merge = merge };
    }

    private static Product Find(
        ProductCatalogue catalogue, string code, Func<Wording, Wording, CalibrationException> refused) =>
        catalogue.Products.FirstOrDefault(product => product.Code == code) ?? throw refused(
            new($"product {code} staat niet in de catalogus.", $"product {code} is not in the catalogue."),
            new("Noem in merge codes van producten uit de catalogus; regels met een vroegere code tellen al mee.",
                "Name codes of products of the catalogue in merge; lines with a former code count already."));

    private static Product WithOthers(Product product, ProductCatalogue catalogue, ProductMerge merge)
    {
        var others = catalogue.Products.Where(other => merge.FirstOf(other.Code) == product.Code);
        return product with
        {
            FormerCodes =
            [
                .. product.FormerCodes,
                .. others.SelectMany(other => other.FormerCodes.Prepend(new FormerCode(other.Code, null))),
            ],
        };
    }

    private static void RefuseUnlike(
        IReadOnlyList<Product> products, Func<Wording, Wording, CalibrationException> refused)
    {
        var first = products[0];
        if (first.Framework == FrameworkKind.None)
        {
            throw refused(
                new($"product {first.Code} krijgt geen lijn, en kan dus niet voorop staan.",
                    $"product {first.Code} gets no line, and so cannot stand first."),
                new("Zet in merge een product voorop dat een lijn krijgt.",
                    "Put a product that gets a line first in merge."));
        }

        foreach (var other in products)
        {
            if (other.Unit != first.Unit)
            {
                throw refused(
                    OtherUnit(first, other),
                    new("Neem in merge alleen producten met dezelfde eenheid samen.",
                        "Merge only products of the same unit."));
            }

            if (other.Role != first.Role)
            {
                throw refused(
                    OtherRole(first, other),
                    new("Neem in merge alleen producten met dezelfde rol samen.",
                        "Merge only products of the same role."));
            }
        }
    }

    private static Wording OtherUnit(Product first, Product other) => new(
        $"het volume van {other.Code} is in {other.Unit.Name()} en dat van {first.Code} in {first.Unit.Name()}: "
            + "die zijn niet op te tellen.",
        $"the volume of {other.Code} is in {other.Unit.Name()} and that of {first.Code} in {first.Unit.Name()}: "
            + "these cannot be added.");

    private static Wording OtherRole(Product first, Product other) => new(
        $"producten {first.Code} en {other.Code} hebben niet dezelfde rol (ambulant, verblijf of toeslag).",
        $"products {first.Code} and {other.Code} do not have the same role (ambulatory, stay or surcharge).");
}
