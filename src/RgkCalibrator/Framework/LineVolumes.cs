using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Framework;

/// <summary>The volumes that a line is about: those of trajectories within one of their allowed durations, or the whole ones of care years or other pieces.</summary>
/// <param name="Group">The trajectories or pieces.</param>
/// <param name="Step">The place of the duration among the allowed ones; null for whole volumes.</param>
public sealed record LineVolumes(Group Group, int? Step)
{
    /// <summary>In ticks, of the cohort; the complete ones first.</summary>
    public ReadOnlySpan<long> Cohort => Step is { } step ? Group.CohortVolumeWithin(step) : Group.CohortVolume;

    /// <summary>In ticks, of the complete ones.</summary>
    public ReadOnlySpan<long> Complete => Cohort[..Group.Count];

    /// <summary>Those of which the volume is known.</summary>
    public KnownTrajectories Known(Estimator estimator) =>
        Step is { } step ? KnownTrajectories.Within(Group, estimator, step) : KnownTrajectories.Whole(Group, estimator);

    /// <summary>What a line of one group is about, with its duration: care years where the product is observed by them.</summary>
    internal static LineVolumes Of(Group group, int duration) =>
        group.Scope.CareYears is { } years ? new LineVolumes(years, null) : new LineVolumes(group, duration);

    /// <summary>Those of several lines together, each within its own duration.</summary>
    internal static LineVolumes Shared(IReadOnlyList<LineVolumes> lines, Estimator estimator)
    {
        var pieces = new Pieces();
        foreach (var line in lines)
        {
            if (line.Step is { } step)
                pieces.AddWithin(line.Group, step, onlyComplete: estimator == Estimator.Completed);
            else
                pieces.AddAll(line.Group);
        }

        return new LineVolumes(pieces.ToGroup(lines[0].Group.Product, GroupScope.Whole), null);
    }

    /// <summary>
    /// The percentile, in ticks. The interval of care years is widened, since those of one child are alike: <see cref="ClusteredConfidence"/>.
    /// </summary>
    internal Estimate Percentile(Estimator estimator, Percentage percentage, FrameworkSettings settings)
    {
        var confidence = Group.Product.Observation == Observation.CareYear && Step is null
            ? ClusteredConfidence.Widened(settings.Confidence, Group.Child.ToArray())
            : settings.Confidence;
        var estimate = estimator == Estimator.Completed
            ? Estimate.FromComplete(Estimation.SampleOf(Complete), percentage, settings.Type, confidence)
            : new Ipcw(Step is { } step ? CohortSamples.VolumesWithin(Group, step) : CohortSamples.Volumes(Group)).Percentile(percentage, Estimation.Limits, confidence);
        return estimate with { Confidence = settings.Confidence };
    }
}
