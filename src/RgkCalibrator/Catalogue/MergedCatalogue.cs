using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Catalogue;

/// <summary>Merges products of a catalogue.</summary>
public static class MergedCatalogue
{
    /// <summary>
    /// The catalogue in which products count as one: the first of each list has the codes of the others as former ones.
    /// </summary>
    /// <param name="catalogue">The products by themselves.</param>
    /// <param name="merge">The products that count as one.</param>
    /// <param name="where">What a message calls the place where the merge stands.</param>
    /// <exception cref="CalibrationException">
    /// A product is not in the catalogue, or cannot count as the first of its list.
    /// </exception>
    public static ProductCatalogue Merged(this ProductCatalogue catalogue, ProductMerge merge, string where)
    {
        foreach (var codes in merge.Lists)
            RefuseUnlike([.. codes.Select(code => Find(catalogue, code, where))], where);
        if (merge.Lists.Count == 0)
            return catalogue;
        var products = catalogue.Products.Where(product => merge.FirstOf(product.Code) is null)
            .Select(product => WithOthers(product, catalogue, merge));
        return catalogue.With([.. products]) with { Merge = merge };
    }

    private static Product Find(ProductCatalogue catalogue, string code, string where) =>
        catalogue.Products.FirstOrDefault(product => product.Code == code) ?? throw Refused(
            new($"Product {code} staat niet in de catalogus.", $"Product {code} is not in the catalogue."),
            where,
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

    private static void RefuseUnlike(IReadOnlyList<Product> products, string where)
    {
        var first = products[0];
        if (first.Framework == FrameworkKind.None)
        {
            throw Refused(
                new($"Product {first.Code} krijgt geen lijn, en kan dus niet voorop staan.",
                    $"Product {first.Code} gets no line, and so cannot stand first."),
                where,
                new("Zet in merge een product voorop dat een lijn krijgt.",
                    "Put a product that gets a line first in merge."));
        }

        foreach (var other in products)
        {
            if (other.Unit != first.Unit)
                throw OtherUnit(first, other, where);
            if (other.Role != first.Role)
                throw OtherRole(first, other, where);
        }
    }

    private static CalibrationException OtherUnit(Product first, Product other, string where) => Refused(
        new($"Het volume van {other.Code} is in {other.Unit.Name()} en dat van {first.Code} in {first.Unit.Name()}: "
                + "die zijn niet op te tellen.",
            $"The volume of {other.Code} is in {other.Unit.Name()} and that of {first.Code} in {first.Unit.Name()}: "
                + "these cannot be added."),
        where,
        new("Neem in merge alleen producten met dezelfde eenheid samen.",
            "Merge only products of the same unit."));

    private static CalibrationException OtherRole(Product first, Product other, string where) => Refused(
        new($"Producten {first.Code} en {other.Code} hebben niet dezelfde rol (ambulant, verblijf of toeslag).",
            $"Products {first.Code} and {other.Code} do not have the same role (ambulatory, stay or surcharge)."),
        where,
        new("Neem in merge alleen producten met dezelfde rol samen.", "Merge only products of the same role."));

    private static CalibrationException Refused(Wording what, string where, Wording remedy) =>
        new(ExitCode.WrongUse, what, where, remedy);
}
