using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Review;

namespace RgkCalibrator.Requests;

/// <summary>Lays requests beside the lines of a framework.</summary>
public sealed class FrameworkCheck
{
    private readonly IReadOnlyDictionary<LinePlace, PublishedLine> _lines;
    private readonly HashSet<LinePlace> _dropped;

    private FrameworkCheck(PublishedFramework framework, ProductCatalogue catalogue)
    {
        (Framework, Catalogue, _lines) = (framework, catalogue, framework.ByPlace());
        _dropped = [.. framework.Dropped];
    }

    /// <summary>The framework.</summary>
    public PublishedFramework Framework { get; }

    /// <summary>The products, and the rules of their subgroups.</summary>
    public ProductCatalogue Catalogue { get; }

    /// <summary>Takes a framework as it was read from a file.</summary>
    /// <exception cref="CalibrationException">
    /// It has two lines for the same care, one without a volume, or one in another unit than the catalogue.
    /// </exception>
    public static FrameworkCheck Of(string file, PublishedFramework framework, ProductCatalogue catalogue)
    {
        // Of two lines for the same care nobody could say which counts.
        _ = GivenFramework.Of([(file, framework)], catalogue.Products);
        return new FrameworkCheck(framework, catalogue);
    }

    /// <summary>What the framework says of a request.</summary>
    /// <exception cref="CalibrationException">Two subgroups of the catalogue can hold the request.</exception>
    public RequestAnswer Answer(CareRequest request)
    {
        var product = request.Duration.Period is { First: var start }
            ? Catalogue.Find(request.ProductCode, start)
            : Catalogue.Find(request.ProductCode);
        if (product is null)
            return new RequestAnswer(request, null, [], []);
        var choice = SubgroupChoice.Of(product, request.Facts);
        return new RequestAnswer(
            request, product, [.. choice.Possible.Select(subgroup => Beside(request, product, subgroup))],
            choice.Deciding);
    }

    private PossibleLine Beside(CareRequest request, Product product, string subgroup)
    {
        var (line, label) = (LineOf(product, subgroup, request.Provider), LabelOf(product, subgroup));
        if (line is null)
            return new PossibleLine(subgroup, label, null, AbsenceOf(product, subgroup));
        var limit = DurationCheck.LimitOf(product, line);
        return new PossibleLine(subgroup, label, line, null)
        {
            Volume = VolumeCheck.Of(request, product, line, limit),
            Duration = DurationCheck.Of(request.Duration, limit),
        };
    }

    private PublishedLine? LineOf(Product product, string subgroup, string provider)
    {
        var place = LinePlace.Of(product.Code, subgroup);
        var own = _lines.GetValueOrDefault(place.For(provider)) ?? _lines.GetValueOrDefault(place);
        // A framework that does not divide the product has one line for all of it.
        return own is null && !IsDropped(place) && !IsDivided(product)
            ? _lines.GetValueOrDefault(LinePlace.Of(product.Code, string.Empty))
            : own;
    }

    private LineAbsence AbsenceOf(Product product, string subgroup) =>
        IsDropped(LinePlace.Of(product.Code, subgroup)) ? LineAbsence.Dropped
        : IsDivided(product) && Framework.Lines.Any(line => line.Code == product.Code && !Has(product, line.Place))
            ? LineAbsence.OtherSubgroups
        : product.Framework == FrameworkKind.None ? LineAbsence.OutsideFramework
        : LineAbsence.NotInFramework;

    private bool IsDropped(LinePlace place) => _dropped.Contains(place);

    private bool IsDivided(Product product) =>
        Framework.Lines.Any(line => line.Code == product.Code && line.Place.Subgroup.Length > 0);

    private static bool Has(Product product, LinePlace place) =>
        place.Subgroup.Length == 0 || product.Subgroups.Any(subgroup => subgroup.Id == place.Subgroup);

    private static Wording LabelOf(Product product, string subgroup) => subgroup switch
    {
        "" => Wording.Same(string.Empty),
        Subgroup.RestId => GroupScope.RestName,
        _ => Wording.Same(product.Subgroups.First(one => one.Id == subgroup).Label),
    };
}
