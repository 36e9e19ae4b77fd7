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

    /// <summary>The longest duration that a line of a product may have, by its place among the allowed ones.</summary>
    public static int LongestStep(this Product product) => product.MaximumDuration is { } maximum
        ? product.AllowedDurations.Count(step => step.InWeeks() <= maximum.InWeeks()) - 1
        : product.AllowedDurations.Count - 1;
}
