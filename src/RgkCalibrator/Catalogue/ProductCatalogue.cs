using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Catalogue;

/// <summary>The products of a framework, and the choices that decide what a trajectory is.</summary>
public sealed record ProductCatalogue
{
    private readonly Dictionary<string, Product> _byCode;
    private readonly ILookup<string, Mapping> _byFormerCode;

    /// <summary>A catalogue of products, in the order in which documents show them.</summary>
    /// <exception cref="ArgumentException">Two products have the same code.</exception>
    public ProductCatalogue(
        string name, TrajectorySettings trajectories, IReadOnlyList<Product> products, string? notice = null)
    {
        Name = name;
        Trajectories = trajectories;
        Products = products;
        Notice = notice;
        _byCode = products.ToDictionary(product => product.Code, StringComparer.Ordinal);
        _byFormerCode = products
            .SelectMany(product => product.FormerCodes, (product, former) =>
                new Mapping(former.Code, former.Until ?? DateOnly.MaxValue, product))
            .OrderBy(mapping => mapping.Until)
            .ToLookup(mapping => mapping.Code, StringComparer.Ordinal);
    }

    /// <summary>What documents call it.</summary>
    public string Name { get; }

    /// <summary>The choices that decide what a trajectory is.</summary>
    public TrajectorySettings Trajectories { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>A remark that every document shows; null: none.</summary>
    public string? Notice { get; }

    /// <summary>What the region aims to save in a year; null: it does not say.</summary>
    public Saving? Saving => Aims.Saving;

    /// <summary>What the region wants to reach.</summary>
    public Aims Aims { get; init; } = Aims.None;

    /// <summary>How prices went up.</summary>
    public PriceIndex Index { get; init; } = PriceIndex.None;

    /// <summary>The day on which the current lines came into force; null: it does not say.</summary>
    public DateOnly? InForceSince { get; init; }

    /// <summary>The text that it was read from; null where it was made in code.</summary>
    internal string? Text { get; init; }

    /// <summary>
    /// SHA-256 of the text that it was read from, in lower-case hexadecimal; null where it was made in code.
    /// </summary>
    public string? Fingerprint => Text is null ? null : YamlFile.Fingerprint(Text);

    /// <summary>Products that count as one.</summary>
    public ProductMerge Merge { get; init; } = ProductMerge.None;

    /// <summary>The same products under other choices of what a trajectory is.</summary>
    public ProductCatalogue With(TrajectorySettings trajectories) =>
        new(Name, trajectories, Products, Notice)
        {
            Text = Text,
            Merge = Merge,
            Aims = Aims,
            Index = Index,
            InForceSince = InForceSince,
        };

    /// <summary>Other products under the same choices.</summary>
    public ProductCatalogue With(IReadOnlyList<Product> products) =>
        new(Name, Trajectories, products, Notice)
        {
            Text = Text,
            Merge = Merge,
            Aims = Aims,
            Index = Index,
            InForceSince = InForceSince,
        };

    /// <summary>The same choices for products at other prices.</summary>
    internal ProductCatalogue AtTariffs(Func<Product, decimal?> tariff) =>
        With([.. Products.Select(product => product with { Tariff = tariff(product) })]);

    /// <summary>The product that has this code now; else the one that had it last; else null.</summary>
    public Product? Find(string code) =>
        _byCode.GetValueOrDefault(code) ?? _byFormerCode[code].LastOrDefault()?.Product;

    /// <summary>
    /// The product of a line with this code that starts on this day; null: the catalogue does not know it.
    /// </summary>
    /// <remarks>
    /// A code can pass from one product to another: on or before the last day of a former code the line is of the
    /// product that had it, after that of the one that has it now.
    /// </remarks>
    public Product? Find(string code, DateOnly start) =>
        _byFormerCode[code].FirstOrDefault(mapping => start <= mapping.Until)?.Product
            ?? _byCode.GetValueOrDefault(code);

    /// <summary>What reading needs to know: which product a code stands for on a day, and its unit.</summary>
    public CodeBook Codes() => new(
        Products.SelectMany(product => product.FormerCodes
            .Select(former => CodeOf(product, former.Code, former.Until ?? DateOnly.MaxValue))
            .Append(CodeOf(product, product.Code, DateOnly.MaxValue))));

    /// <summary>The allowed durations of each product, by its code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DurationStep>> Steps() =>
        Products.ToDictionary(product => product.Code, product => product.AllowedDurations, StringComparer.Ordinal);

    /// <summary>What building trajectories must know of each product, by its code.</summary>
    /// <param name="isCut">Whether the chains of products with parts are cut.</param>
    public IReadOnlyDictionary<string, ProductRules> Rules(bool isCut) => Products.ToDictionary(
        product => product.Code,
        product => new ProductRules(product.AllowedDurations)
        {
            Role = product.Role,
            IsCut = isCut && product.Part == PartRule.Assignment,
            HasCareYears = product.Observation == Observation.CareYear,
        },
        StringComparer.Ordinal);

    /// <summary>The columns that its rules ask for beside the usual ones.</summary>
    /// <param name="isCut">Whether the chains of products with parts are cut.</param>
    /// <param name="hasSubgroups">Whether trajectories will be parted into subgroups.</param>
    public IReadOnlyList<CanonicalColumn> Asked(bool isCut, bool hasSubgroups = true) =>
    [.. CanonicalColumns.Noted.Where(column => column switch
    {
        CanonicalColumn.AssignmentId => isCut && Products.Any(product => product.Part == PartRule.Assignment),
        CanonicalColumn.EndReason => Trajectories.EndKnowledge == EndKnowledge.Stops,
        _ => hasSubgroups && Products.SelectMany(product => product.Subgroups).SelectMany(subgroup => subgroup.When)
            .Any(demand => demand.Kind.Column() == column),
    })];

    private static ProductCode CodeOf(Product product, string code, DateOnly until) =>
        new(code, until, product.Code, product.Unit, product.ConvertsDagdelen);

    private sealed record Mapping(string Code, DateOnly Until, Product Product);
}
