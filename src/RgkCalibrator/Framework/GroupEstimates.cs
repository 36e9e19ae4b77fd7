using RgkCalibrator.Groups;
using RgkCalibrator.Statistics;

namespace RgkCalibrator.Framework;

/// <summary>What one estimator says of a group, in the form that lines are made of.</summary>
internal sealed class GroupEstimates
{
    private readonly Group _group;
    private readonly FrameworkSettings _settings;

    internal GroupEstimates(Group group, Estimator estimator, FrameworkSettings settings)
    {
        (_group, Estimator, _settings) = (group, estimator, settings);
        Within = [.. group.Product.AllowedDurations.Select((_, step) => ShareWithin(step))];
    }

    internal Estimator Estimator { get; }

    /// <summary>For each allowed duration the share that ends within it.</summary>
    internal IReadOnlyList<EstimatedShare> Within { get; }

    /// <summary>Trajectories of the population.</summary>
    internal int Count => Estimator == Estimator.Completed ? _group.Count : _group.Cohort;

    /// <summary>The percentile of the duration, on the product's own axis.</summary>
    internal Estimate Duration(Percentage percentage)
    {
        if (Estimator == Estimator.Completed)
            return Estimates.Of(new Sample(_group.OwnTimes().AsSpan(0, _group.Count)), percentage, _settings.Type, _settings.Confidence);
        return KaplanMeier.Of(new SurvivalSample(_group.OwnTimes(), _group.Ends())).Percentile(percentage, Estimation.Limits, _settings.Confidence);
    }

    /// <summary>The percentile of the volume within an allowed duration, in ticks.</summary>
    internal Estimate VolumeWithin(int step, Percentage percentage) => Estimator == Estimator.Completed
        ? Estimates.Of(Estimation.SampleOf(_group.VolumeWithin(step)), percentage, _settings.Type, _settings.Confidence)
        : Ipcw.Of(CohortSamples.VolumesWithin(_group, step)).Percentile(percentage, Estimation.Limits, _settings.Confidence);

    /// <summary>How many lie inside a duration and a volume, which is taken within a duration that may be another one.</summary>
    internal Coverage Coverage(int durationStep, int volumeStep, decimal volume)
    {
        var limit = _group.Product.TicksOf(volume);
        // Whoever is known within the longer one is known within both.
        var known = KnownTrajectories.Within(_group, Estimator, Math.Max(durationStep, volumeStep));
        var whole = KnownTrajectories.Whole(_group, Estimator);
        return new Coverage(
            known.Total,
            known.Sum(FitsDuration),
            known.Sum(FitsVolume),
            known.Sum(place => FitsDuration(place) && FitsVolume(place)),
            whole.Sum(place => _group.CohortVolume[place] <= limit));

        bool FitsDuration(int place) => _group.EndsWithin(durationStep)[place];

        bool FitsVolume(int place) => _group.CohortVolumeWithin(volumeStep)[place] <= limit;
    }

    private EstimatedShare ShareWithin(int step) => Estimator == Estimator.Completed
        ? EstimatedShare.Of(_group.EndsWithin(step).Count(true), _group.Count, _settings.Confidence)
        : Ipcw.Of(CohortSamples.Outlasting(_group, step)).ShareAt(0, Estimation.Limits, _settings.Confidence);
}
