using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Requests;

/// <summary>The volume of a request beside that of a line.</summary>
/// <param name="Requested">The whole volume in <paramref name="Unit"/>, or that of a year of it.</param>
/// <param name="Limit">The volume of the line, likewise.</param>
/// <param name="Unit">That of the line, or of its alternative.</param>
public sealed record VolumeCheck(decimal Requested, decimal Limit, CareUnit Unit)
{
    /// <summary>
    /// Whether the line's volume is for a year, and more than a year was asked for: then a year of it is compared.
    /// </summary>
    public bool IsOfOneYear { get; init; }

    /// <summary>How much is asked for a week.</summary>
    public required decimal PerWeek { get; init; }

    /// <summary>How much the line comes to a week: as published, else its volume over its weeks.</summary>
    public required decimal LimitPerWeek { get; init; }

    /// <summary>Whether the framework itself names what the line comes to a week.</summary>
    public bool IsLimitPublished { get; init; }

    /// <summary>What both are counted in.</summary>
    public required IntensityUnit IntensityUnit { get; init; }

    /// <summary>What is asked beyond the line; 0 inside it.</summary>
    public decimal Beyond => Math.Max(0, Requested - Limit);

    /// <summary>The same as a part of the line.</summary>
    public decimal BeyondShare => Beyond / Limit;

    /// <summary>Compares.</summary>
    /// <returns>Null where the unit of the request is neither that of the line nor converts to it.</returns>
    internal static VolumeCheck? Of(CareRequest request, Product product, PublishedLine line, DurationStep duration)
    {
        var isOfSchoolYear = duration.Unit == DurationUnit.SchoolYear;
        var parts = request.Duration.PartsOfCare(isOfSchoolYear);
        if (TotalOf(request.Volume, parts, product, line) is not var (total, limit, unit))
            return null;
        var year = RequestedDuration.PartsOf(DurationStep.Months(12));
        var isPerYear = line.IsPerCareYear || product.Observation == Observation.CareYear;
        var isOfOneYear = isPerYear && parts > year;
        var weeks = VolumePeriod.Of(duration, isPerYear).InWeeks();
        var counted = IntensityOf(product, line, unit);
        var published = counted == line.IntensityUnit ? line.Intensity : null;
        var times = (counted, unit) is (IntensityUnit.MinuutPerWeek, CareUnit.Uur)
            ? Ticks.PerUnit / Ticks.PerMinute
            : 1;
        return new VolumeCheck(isOfOneYear ? total * year / parts : total, limit, unit)
        {
            IsOfOneYear = isOfOneYear,
            PerWeek = total * times * RequestedDuration.PartsInWeek / parts,
            LimitPerWeek = published ?? (limit * times / weeks),
            IsLimitPublished = published is not null,
            IntensityUnit = counted,
        };
    }

    private static (decimal Total, decimal Limit, CareUnit Unit)? TotalOf(
        RequestedVolume volume, int parts, Product product, PublishedLine line)
    {
        var (unit, total) = (volume.Unit ?? product.Unit, volume.Over(parts));
        if (UnitConversion.Between(unit, line.Unit, product.ConvertsDagdelen) is { } conversion)
            return (total * conversion.Times / conversion.Parts, line.Volume, line.Unit);
        // Two ways to use the same line: the one is no conversion of the other.
        return line is { AlternativeVolume: { } limit, AlternativeUnit: { } other }
            && UnitConversion.Between(unit, other, convertsDagdelen: false) is { } alternative
            ? (total * alternative.Times / alternative.Parts, limit, other)
            : null;
    }

    private static IntensityUnit IntensityOf(Product product, PublishedLine line, CareUnit unit) =>
        (line.IntensityUnit ?? product.IntensityUnit, unit) switch
        {
            (IntensityUnit.MinuutPerWeek, CareUnit.Uur or CareUnit.Minuut) => IntensityUnit.MinuutPerWeek,
            (_, CareUnit.Uur) => IntensityUnit.UurPerWeek,
            (_, CareUnit.Dagdeel) => IntensityUnit.DagdeelPerWeek,
            (_, CareUnit.Minuut) => IntensityUnit.MinuutPerWeek,
            _ => IntensityUnit.EtmaalPerWeek,
        };
}
