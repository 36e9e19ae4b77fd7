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
    IReadOnlyList<PublishedProduct> Products, IReadOnlyList<PublishedLine> Lines);

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

    /// <summary>The weeks over which the volume is spread.</summary>
    internal decimal VolumeWeeks => VolumePeriod.Of(Duration, IsPerCareYear).InWeeks();
}
