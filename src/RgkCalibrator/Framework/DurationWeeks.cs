using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>Durations in weeks.</summary>
public static class DurationWeeks
{
    /// <summary>The weeks of a duration: a year has 52, and so a month 52/12; a school year has 40.</summary>
    public static decimal InWeeks(this DurationStep step) => step.Unit switch
    {
        DurationUnit.Month => step.Length * 52m / 12m,
        DurationUnit.Week => step.Length,
        DurationUnit.SchoolYear => 40m * step.Length,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Unit, "Unknown duration unit."),
    };

    /// <summary>
    /// Whether both are one duration by two names: the 40 weeks of a published line are the school year of a catalogue.
    /// </summary>
    public static bool IsAlsoCalled(this DurationStep step, DurationStep other) =>
        step == other || (step.IsSchoolYear() && other.IsSchoolYear());

    private static bool IsSchoolYear(this DurationStep step) =>
        step.Unit == DurationUnit.SchoolYear || step is { Length: 40, Unit: DurationUnit.Week };

    /// <summary>The longest duration that a line of a product may have, by its place among the allowed ones.</summary>
    public static int LongestStep(this Product product) => product.MaximumDuration is { } maximum
        ? product.AllowedDurations.Count(step => step.InWeeks() <= maximum.InWeeks()) - 1
        : product.AllowedDurations.Count - 1;
}
