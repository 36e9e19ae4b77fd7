using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Register;

/// <summary>A product of the framework, and the situations in which more may be needed.</summary>
/// <param name="Product">The product.</param>
/// <param name="Situations">
/// As the framework words them, in its order; empty where it names none of the product.
/// </param>
public sealed record RegisterProduct(Product Product, IReadOnlyList<string> Situations)
{
    /// <summary>What is chosen: its code and its name.</summary>
    public string Choice => $"{Product.Code} {Product.Name}";

    /// <summary>What can be chosen of situations, at least one.</summary>
    public IReadOnlyList<string> Choices(Language language) =>
        Situations.Count == 0 ? [RegisterForm.NoSituationNamed.In(language)] : Situations;
}

/// <summary>What can be reported of an adopted framework.</summary>
/// <param name="Products">Those with a line, in the order of the catalogue.</param>
public sealed record RegisterFramework(IReadOnlyList<RegisterProduct> Products)
{
    // Beyond the longest of most lines, so that more can be suggested than what is allowed now.
    private static readonly DurationStep[] Longer =
        [DurationStep.Months(30), DurationStep.Months(36), DurationStep.Months(48), DurationStep.Months(60)];

    /// <summary>The lines, and what they are for.</summary>
    public required GivenFramework Framework { get; init; }

    /// <summary>Whether the data behind the framework are made up, as far as it tells.</summary>
    public bool IsSynthetic => Framework.Published.IsSynthetic;

    /// <summary>The products of a framework.</summary>
    /// <exception cref="CalibrationException">Nothing can be reported: no product of it is known.</exception>
    internal static RegisterFramework Of(GivenFramework framework, ProductCatalogue catalogue)
    {
        var lines = framework.Published.Lines.ToLookup(line => line.Code, StringComparer.Ordinal);
        List<RegisterProduct> products =
        [
            .. catalogue.Products.Where(product => lines.Contains(product.Code))
                .Select(product => new RegisterProduct(product, SituationsOf(product, lines[product.Code]))),
        ];
        return products.Count == 0
            ? throw RegisterMistakes.NoProducts(framework.Name)
            : new RegisterFramework(products) { Framework = framework };
    }

    /// <summary>The durations that can be chosen, ascending: those of the products, and some longer ones.</summary>
    internal IReadOnlyList<DurationStep> Durations() =>
    [
        .. Products.SelectMany(one => one.Product.AllowedDurations).Concat(Longer).Distinct()
            .OrderBy(step => step.InWeeks()).ThenBy(step => step.Unit),
    ];

    private static IReadOnlyList<string> SituationsOf(Product product, IEnumerable<PublishedLine> lines) =>
    [
        .. lines.SelectMany(line => line.Outside ?? [.. product.ExceptionGrounds.Select(ground => ground.Summary)])
            .Select(RegisterForm.Plain).Where(text => text.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}
