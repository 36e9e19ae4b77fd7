using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;

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

    /// <summary>For each allowed duration the share that ends within it; the corrected one takes those that enter late, as <see cref="Duration"/> does.</summary>
    internal IReadOnlyList<EstimatedShare> Within { get; }

    /// <summary>Trajectories of the population.</summary>
    internal int Count => Estimator == Estimator.Completed ? _group.Count : _group.Cohort;

    /// <summary>The percentile of the duration, on the product's own axis.</summary>
    internal Estimate Duration(Percentage percentage)
    {
        if (Estimator == Estimator.Completed)
            return Estimate.FromComplete(new Sample(_group.OwnTimes().AsSpan(0, _group.Count)), percentage, _settings.Type, _settings.Confidence);
        return new KaplanMeier(CohortSamples.OwnTimes(_group)).Percentile(percentage, Estimation.Limits, _settings.Confidence);
    }

    /// <summary>
    /// How many lie inside a duration and a volume. Of care years the share of them that is inside stands for as many trajectories; both limits are then
    /// those of trajectories, with the volume within the duration.
    /// </summary>
    /// <param name="durationStep">The duration, by its place among the allowed ones.</param>
    /// <param name="volumes">What the volume is about.</param>
    /// <param name="volume">In the product's unit.</param>
    internal Coverage Coverage(int durationStep, LineVolumes volumes, decimal volume)
    {
        var limit = _group.Product.TicksOf(volume);
        var volumeStep = volumes.Step ?? durationStep;
        // Whoever is known within the longer one is known within both.
        var known = KnownTrajectories.Within(_group, Estimator, Math.Max(durationStep, volumeStep));
        var whole = KnownTrajectories.Whole(_group, Estimator);
        return new Coverage(
            known.Total,
            known.Sum(FitsDuration),
            volumes.Step is null ? known.Total * ShareOfYears() : known.Sum(FitsVolume),
            known.Sum(place => FitsDuration(place) && FitsVolume(place)),
            whole.Sum(place => _group.CohortVolume[place] <= limit));

        bool FitsDuration(int place) => _group.EndsWithin(durationStep)[place];

        bool FitsVolume(int place) => _group.CohortVolumeWithin(volumeStep)[place] <= limit;

        double ShareOfYears()
        {
            var years = volumes.Known(Estimator);
            return years.Sum(place => volumes.Cohort[place] <= limit) / years.Total;
        }
    }

    private EstimatedShare ShareWithin(int step)
    {
        if (Estimator == Estimator.Completed)
            return EstimatedShare.FromCounts(_group.EndsWithin(step).Count(true), _group.Count, _settings.Confidence);
        var ofCohort = new Ipcw(CohortSamples.Outlasting(_group, step)).ShareAt(0, Estimation.Limits, _settings.Confidence);
        if (_group.Late.Count == 0)
            return ofCohort;
        // Of none and of all the exact limits stand, and who was seen for a part of the way counts as no whole one in them.
        return new KaplanMeier(CohortSamples.TimesTo(_group, step)).ShareAt(_group.TimesTo(step).Limit, Estimation.Limits, _settings.Confidence) ?? ofCohort;
    }
}
