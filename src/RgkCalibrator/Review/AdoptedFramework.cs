using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Review;

/// <summary>
/// A framework as the working group adopted it, with the way from what was computed to what was decided.
/// </summary>
/// <param name="IsSynthetic">Whether the data behind its draft are made up.</param>
/// <param name="Percentile">The percentile of the proposals: P80.</param>
/// <param name="DraftSha256">Of the draft that was decided on.</param>
/// <param name="Products">All products of the catalogue, in its order.</param>
/// <param name="Lines">All lines of the draft, also those that were dropped, in the order of the catalogue.</param>
public sealed record AdoptedFramework(
    bool IsSynthetic, string Percentile, string DraftSha256, IReadOnlyList<PublishedProduct> Products,
    IReadOnlyList<AdoptedLine> Lines)
{
    /// <summary>The lines that remain, as they are published.</summary>
    public PublishedFramework ToPublished() => new(
        Products, [.. Lines.Where(line => line.Decision.Adopted is not null).Select(line => line.ToPublished())])
    {
        Dropped = [.. Lines.Where(line => line.Decision.Adopted is null).Select(line => line.Place)],
        Percentile = Percentile,
        IsSynthetic = IsSynthetic,
    };

    /// <summary>Puts decisions on a draft together.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="decided">Its lines, decided.</param>
    /// <param name="catalogue">The catalogue that it was made with.</param>
    public static AdoptedFramework From(
        DraftFramework draft, IReadOnlyList<DecidedLine> decided, ProductCatalogue catalogue) => new(
        draft.IsSynthetic,
        draft.Percentage.Name().English,
        draft.Sha256,
        [
            .. catalogue.Products.Select(product =>
                new PublishedProduct(product.Code, product.Name, product.Framework)),
        ],
        [.. decided.Select(line => AdoptedLine.From(line.Draft, line.Decision))]);
}

/// <summary>A line of an adopted framework, or one that was dropped.</summary>
/// <param name="Code">The code of its product.</param>
/// <param name="Product">The name of its product.</param>
/// <param name="Kind">The framework that it is part of.</param>
/// <param name="Unit">What its volumes are counted in.</param>
/// <param name="Subgroup">The id of its subgroup; empty for a whole product.</param>
/// <param name="Label">What readers call the subgroup; empty for a whole product.</param>
/// <param name="Proposed">What the data proposed; null where they did not, or might not be shown.</param>
/// <param name="Current">The line before; null where there was none.</param>
/// <param name="Decision">What was decided.</param>
public sealed record AdoptedLine(
    string Code, string Product, FrameworkKind Kind, CareUnit Unit, string Subgroup, string Label,
    LineValue? Proposed, LineValue? Current, Decision Decision)
{
    /// <summary>
    /// The provider that the line is for, as the declarations name it; empty, as every line that was decided on here,
    /// for all.
    /// </summary>
    public string Provider { get; init; } = string.Empty;

    /// <summary>
    /// What the proposal rests on; null in a framework that was written before this was told.
    /// </summary>
    public Basis? Basis { get; init; }

    /// <summary>Where the adopted line was published before: the source of a norm; null of any other.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the volume is for each care year.</summary>
    public bool IsPerCareYear { get; init; }

    /// <summary>Another way to use the volume, as text: 104 uur; null where there is none.</summary>
    public string? Alternative { get; init; }

    /// <summary>Volume per week in <see cref="IntensityUnit"/>; null where it is not shown.</summary>
    public decimal? Intensity { get; init; }

    /// <summary>What the intensity is counted in; null where it is not shown.</summary>
    public IntensityUnit? IntensityUnit { get; init; }

    /// <summary>
    /// The share of trajectories inside the adopted volume and duration, 0 to 1; null where it was not released, as of
    /// every line that is other than proposed.
    /// </summary>
    public decimal? WithinBoth { get; init; }

    /// <summary>What falls outside the line, a reason each.</summary>
    public IReadOnlyList<string> Outside { get; init; } = [];

    /// <summary>What the line is for.</summary>
    internal LinePlace Place => LinePlace.Of(Code, Subgroup).For(Provider);

    /// <summary>The line as it is published; not to be asked of one that was dropped.</summary>
    internal PublishedLine ToPublished() =>
        new(Code, Product, Kind, Subgroup, Label, Decision.Adopted!.Volume, Unit, Decision.Adopted.Duration)
        {
            Provider = Provider,
            Intensity = Intensity,
            IntensityUnit = IntensityUnit,
            IsPerCareYear = IsPerCareYear,
            Outside = Outside,
            WithinBoth = WithinBoth,
            Former = Current,
        };

    internal static AdoptedLine From(DraftedLine draft, Decision decision)
    {
        var (product, current) = (draft.Product, draft.Current);
        var line = new AdoptedLine(
            product.Code, product.Name, product.Framework, product.Unit, draft.Subgroup, draft.Label.Dutch,
            draft.Proposed, current is null ? null : new LineValue(current.Volume, current.Duration), decision)
        {
            Basis = draft.Basis,
            IsPerCareYear = draft.IsPerCareYear,
            Outside = decision.Outside.Length > 0
                ? decision.Outside.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                : [.. product.ExceptionGrounds.Select(ground => ground.Summary)],
        };
        return decision.Adopted is { } adopted ? line.Adopting(adopted, draft) : line;
    }

    private AdoptedLine Adopting(LineValue adopted, DraftedLine draft)
    {
        var (product, current, isAsProposed) = (draft.Product, draft.Current, adopted == draft.Proposed);
        var norm = draft.Basis == Framework.Basis.Norm ? product.Existing : null;
        // The alternative was agreed for the volume that is in force: of another volume nobody said what it is.
        var isAsBefore = adopted.Volume == current?.Volume;
        return this with
        {
            WithinBoth = isAsProposed ? draft.WithinBoth : null,
            Source = isAsProposed ? norm?.Source : null,
            Alternative = isAsBefore ? product.AlternativeUnit : null,
            IntensityUnit = product.IntensityUnit,
            Intensity = isAsBefore && adopted.Duration == current!.Duration && current.Intensity is { } published
                ? published
                : PerWeek(adopted, draft),
        };
    }

    private static decimal? PerWeek(LineValue adopted, DraftedLine draft) => Proposals.PerWeek(
        draft.Product, adopted.Volume, VolumePeriod.Of(adopted.Duration, draft.IsPerCareYear));
}
