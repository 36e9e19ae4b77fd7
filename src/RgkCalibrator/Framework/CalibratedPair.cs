using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>
/// Volume and duration of whole trajectories together: the share that lies inside the two percentiles, and the pair of
/// limits that is calibrated so that the asked share lies inside both.
/// </summary>
/// <param name="Pair">
/// Volumes in the product's unit; durations in months where all allowed ones are months, else in days.
/// </param>
/// <param name="Volume">The volume of the calibrated pair, rounded up to the product's step.</param>
/// <param name="Duration">
/// The smallest allowed duration that holds that of the calibrated pair; null where none does, or days do not tell.
/// </param>
public sealed record CalibratedPair(JointPair Pair, decimal Volume, DurationStep? Duration)
{
    /// <summary>The pair of a group; null where a percentile is not reached.</summary>
    internal static CalibratedPair? Of(Group group, Percentage percentage, Estimator estimator)
    {
        if (CoverageOf(group, estimator).Pair(percentage) is not { } pair)
            return null;
        var volume = VolumeRounding.Up((decimal)pair.Calibrated.Volume, group.Product.VolumeStep);
        var duration = group.Product.AllowedDurations
            .FirstOrDefault(step => Holds(step, pair.Calibrated.Duration, group.CountsMonths));
        return new CalibratedPair(pair, volume, duration);
    }

    private static JointCoverage CoverageOf(Group group, Estimator estimator)
    {
        var observed = Observed.Volumes(group, estimator);
        var volumes = Array.ConvertAll(observed.Values(), ticks => ticks / group.Product.TicksPerUnit);
        var (times, ends) = observed.FollowUp();
        return estimator == Estimator.Completed
            ? JointCoverage.FromComplete(volumes.AsSpan(0, group.Count), times.AsSpan(0, group.Count))
            : JointCoverage.FromSample(new VolumeSample(volumes, times, ends));
    }

    // The number of days of a school year depends on the start.
    private static bool Holds(DurationStep step, double duration, bool isInMonths) =>
        isInMonths ? duration <= step.Length : step.Unit == DurationUnit.Week && duration <= 7 * step.Length;
}
