using System.Runtime.InteropServices;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Review;

/// <summary>
/// A framework as it was or will be published: its products (annex 1) and its lines (annexes 2 and 3).
/// </summary>
/// <param name="Products">
/// In the order of the list; a code can stand twice, since somebody may have written it so. Empty where there is no
/// list.
/// </param>
/// <param name="Lines">In the order of the annexes.</param>
public sealed record PublishedFramework(
    IReadOnlyList<PublishedProduct> Products, IReadOnlyList<PublishedLine> Lines)
{
    /// <summary>What lines were for that the working group dropped; empty where that is not told.</summary>
    public IReadOnlyList<LinePlace> Dropped { get; init; } = [];

    /// <summary>Whether the data behind it are made up, as far as it tells.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>The percentile that its lines were proposed at, as P80; null where it is not told.</summary>
    public string? Percentile { get; init; }

    /// <summary>Whether providers have lines of their own, as in the framework of 2021.</summary>
    public bool IsByProvider => Lines.Any(line => line.Provider.Length > 0);

    /// <summary>
    /// The lines by what they are for; of several lines for the same the first: lint tells that there are several.
    /// </summary>
    public IReadOnlyDictionary<LinePlace, PublishedLine> ByPlace() =>
        Lines.DistinctBy(line => line.Place).ToDictionary(line => line.Place);
}

/// <summary>What a line is for.</summary>
/// <param name="Code">The code of the product.</param>
/// <param name="Subgroup">
/// The id of the subgroup. What is in no subgroup is 'rest' in a framework that was adopted, and has no name in one
/// that was published: here it is empty, as for a whole product.
/// </param>
/// <param name="Provider">The provider; empty for all that have no line of their own.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LinePlace(string Code, string Subgroup, string Provider)
{
    /// <summary>The place of a subgroup by its id, in its product, for every provider.</summary>
    public static LinePlace Of(string code, string subgroup) =>
        new(code, subgroup == Catalogue.Subgroup.RestId ? string.Empty : subgroup, string.Empty);

    /// <summary>The same for one provider.</summary>
    public LinePlace For(string provider) => this with { Provider = provider };
}

/// <summary>A product of the list.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name in the list.</param>
/// <param name="Framework">The framework that is announced for it.</param>
public sealed record PublishedProduct(string Code, string Name, FrameworkKind Framework);

/// <summary>A line of a framework.</summary>
/// <param name="Code">The code of its product.</param>
/// <param name="Product">What the line calls its product.</param>
/// <param name="Kind">The framework that it is part of.</param>
/// <param name="Subgroup">The id of the subgroup; empty for the whole product or what is in no subgroup.</param>
/// <param name="Label">What readers call the subgroup; empty where there is none.</param>
/// <param name="Volume">In <paramref name="Unit"/>.</param>
/// <param name="Unit">What the volume is counted in.</param>
/// <param name="Duration">The duration that belongs to the volume.</param>
public sealed record PublishedLine(
    string Code,
    string Product,
    FrameworkKind Kind,
    string Subgroup,
    string Label,
    decimal Volume,
    CareUnit Unit,
    DurationStep Duration)
{
    /// <summary>
    /// The provider that the line is for, as the declarations name it; empty for all that have no line of their own.
    /// </summary>
    public string Provider { get; init; } = string.Empty;

    /// <summary>What the line is for.</summary>
    public LinePlace Place => LinePlace.Of(Code, Subgroup).For(Provider);

    /// <summary>The number of the annex as published; null where it is not said.</summary>
    public int? Annex { get; init; }

    /// <summary>
    /// Another way to use the volume: so many of <see cref="AlternativeUnit"/>; null where there is none.
    /// </summary>
    public decimal? AlternativeVolume { get; init; }

    /// <summary>The unit of the alternative; null where there is none.</summary>
    public CareUnit? AlternativeUnit { get; init; }

    /// <summary>Volume per week as published; null where it is not.</summary>
    public decimal? Intensity { get; init; }

    /// <summary>What the intensity is counted in; null where it is not published.</summary>
    public IntensityUnit? IntensityUnit { get; init; }

    /// <summary>Whether the volume is for each care year of the duration, and not for all of it.</summary>
    public bool IsPerCareYear { get; init; }

    /// <summary>What falls outside the line, a reason each; null where it is not told.</summary>
    public IReadOnlyList<string>? Outside { get; init; }

    /// <summary>The share of past trajectories inside the line, 0 to 1; null where it was not released.</summary>
    public decimal? WithinBoth { get; init; }

    /// <summary>The line that was in force before, in the same unit; null where it is not told.</summary>
    public LineValue? Former { get; init; }

    /// <summary>The weeks over which the volume is spread.</summary>
    internal decimal VolumeWeeks => VolumePeriod.Of(Duration, IsPerCareYear).InWeeks();
}
