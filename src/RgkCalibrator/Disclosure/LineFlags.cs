using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure;

/// <summary>Marks on a line that follow from nothing but what it shows, so that they tell no more than that.</summary>
internal static class LineFlags
{
    /// <summary>From this part of the volume an interval is wide: half of it is then more than P75 and P80 mostly lie apart (an eighth), so that the data cannot tell the two.</summary>
    internal const decimal WideFrom = 0.25m;

    /// <summary>The share of running trajectories above which a line that leaves them out is too low to go unmarked; the same as for lines that count them.</summary>
    internal const decimal ManyRunning = 0.25m;

    /// <summary>
    /// Whether two percentiles lie so near that a wide interval hides their difference, as of P75 and P80: from the lower to the higher the share
    /// beyond gets smaller by a fifth at most. Of a tail that falls off evenly that is the same stretch at every height.
    /// </summary>
    internal static bool AreNear(Percentage one, Percentage other)
    {
        var (more, less) = (Percentage.HalvesInWhole - Math.Min(one.Halves, other.Halves), Percentage.HalvesInWhole - Math.Max(one.Halves, other.Halves));
        return 5 * less >= 4 * more;
    }

    /// <summary>Whether both limits of the volume are shown and lie far apart.</summary>
    internal static bool HasWideInterval(SafeLine line) =>
        line is { Chosen.Volume: { } volume, Lower.Volume: { } lower, Upper.Volume: { } upper } && upper - lower > WideFrom * volume;

    /// <summary>Whether fewer lie within both limits than if volume and duration had nothing to do with each other: 64% of a P80.</summary>
    internal static bool HoldsFewTogether(SafeLine line) =>
        line.WithinBoth is { IsBand: false } both && AsShown(both) < IfIndependent(line.Chosen.Percentage);

    /// <summary>The share within two limits that each hold the percentile, and are independent.</summary>
    internal static decimal IfIndependent(Percentage percentage) =>
        (decimal)(percentage.Halves * percentage.Halves) / (Percentage.HalvesInWhole * Percentage.HalvesInWhole);

    /// <summary>Whether many still run, of a line that leaves them out.</summary>
    internal static bool LeavesManyOut(SafeLine line) =>
        line is { Withheld: null, Estimator: Estimator.Completed, Running: { } running } && AsShown(running) > ManyRunning;

    /// <summary>Whether the intensity goes with the proposed volume and duration: a volume of a care year need not, where the duration is not a year.</summary>
    internal static bool IntensityFits(SafeLine line) =>
        line is not { Chosen: { Volume: { } volume, Duration: { } duration }, Intensity: { } intensity } || Fits(line.Product, volume, duration, intensity);

    /// <summary>Whether the intensity of the line now in force goes with its volume and duration; true where none is published.</summary>
    internal static bool CurrentFits(SafeLine line) =>
        line.Current is not { Intensity: { } intensity } current || Fits(line.Product, current.Volume, current.Duration, intensity);

    // In whole percents: a reader who sees 64% must find it marked as 64%.
    private static decimal AsShown(SafeShare share) => decimal.Round((decimal)share.Value, 2, MidpointRounding.AwayFromZero);

    // Volumes are rounded up: what that adds is less than a step.
    private static bool Fits(Product product, decimal volume, DurationStep duration, decimal intensity)
    {
        var ticks = intensity * duration.InWeeks() * (product.IntensityUnit == IntensityUnit.MinuutPerWeek ? Ticks.PerMinute : Ticks.PerUnit);
        return decimal.Abs((ticks / product.TicksPerUnit) - volume) < VolumeRounding.StepAt(volume, product.VolumeStep);
    }
}
