using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Framework;

/// <summary>The estimates of a group by one estimator, in the form that lines are made from.</summary>
internal sealed class GroupEstimates
{
    private readonly Group _group;
    private readonly Estimator _estimator;
    private readonly FrameworkSettings _settings;
    private readonly Lazy<Func<Percentage, QuantileType, Estimate>> _durations;

    internal GroupEstimates(Group group, Estimator estimator, FrameworkSettings settings)
    {
        (_group, _estimator, _settings) = (group, estimator, settings);
        _durations = new(() => Observed.Durations(group, estimator).Percentiles(settings.Confidence));
        Within = [.. group.Product.AllowedDurations.Select((_, step) => ShareWithin(step))];
    }

    /// <summary>
    /// For each allowed duration the share that ends within it; the corrected one takes trajectories with delayed
    /// entry, as <see cref="Duration"/> does.
    /// </summary>
    internal IReadOnlyList<EstimatedShare> Within { get; }

    private int Count => _estimator == Estimator.Completed ? _group.Count : _group.Cohort;

    /// <summary>The percentile of the duration, on the product's own scale.</summary>
    internal Estimate Duration(Percentage percentage) => _durations.Value(percentage, _settings.Type);

    /// <summary>
    /// The first allowed duration within which at least the share ends. The limits of the shares say which durations
    /// the data leave open.
    /// </summary>
    internal ProposedDuration ProposedDuration(Percentage percentage)
    {
        var (steps, longest) = (_group.Product.AllowedDurations, _group.Product.LongestStep());
        var reached = StepAt(within => within.Share);
        var index = Math.Min(reached, longest);
        var isUnstable = StepAt(within => within.Upper) < index || StepAt(within => within.Lower) > index;
        return new(steps[index], index, reached <= longest, Within[index], isUnstable, Duration(percentage));

        // The number of steps where none holds so many.
        int StepAt(Func<EstimatedShare, double> share) =>
            Within.TakeWhile(within => !EstimatedShare.Reaches(share(within), percentage, Count)).Count();
    }

    /// <summary>
    /// How many trajectories lie inside a duration and a volume. For care years their share inside stands for as many
    /// trajectories; both limits are then those of trajectories, with the volume within the duration.
    /// </summary>
    /// <param name="durationStep">The duration, by its place among the allowed ones.</param>
    /// <param name="volumes">The volumes that the line is about, by the same estimator.</param>
    /// <param name="volume">In the product's unit.</param>
    internal Coverage Coverage(int durationStep, Observed volumes, decimal volume)
    {
        var limit = _group.Product.TicksOf(volume);
        var volumeStep = volumes.Step ?? durationStep;
        // Whoever is known within the longer one is known within both.
        var known = Observed.VolumesWithin(_group, _estimator, Math.Max(durationStep, volumeStep));
        return new Coverage(
            known.Total,
            known.Sum(FitsDuration),
            volumes.Step is null ? known.Total * (SumWithin(volumes) / volumes.Total) : known.Sum(FitsVolume),
            known.Sum(place => FitsDuration(place) && FitsVolume(place)),
            SumWithin(Observed.Volumes(_group, _estimator)));

        bool FitsDuration(int place) => _group.EndsWithin(durationStep)[place];

        bool FitsVolume(int place) => _group.CohortVolumeWithin(volumeStep)[place] <= limit;

        double SumWithin(Observed all) => all.Sum(place => all.Ticks[place] <= limit);
    }

    /// <summary>The same where each trajectory has a duration of its own.</summary>
    /// <param name="within">What each uses within its own duration.</param>
    /// <param name="volumes">The volumes that the line is about, by the same estimator.</param>
    /// <param name="volume">In the product's unit.</param>
    internal Coverage Coverage(Observed within, Observed volumes, decimal volume)
    {
        var limit = _group.Product.TicksOf(volume);
        return new Coverage(
            within.Total,
            within.Sum(FitsDuration),
            volumes.StepAt is null ? within.Total * (SumWithin(volumes) / volumes.Total) : within.Sum(FitsVolume),
            within.Sum(place => FitsDuration(place) && FitsVolume(place)),
            SumWithin(Observed.Volumes(_group, _estimator)));

        bool FitsDuration(int place) => !within.Outlasts(place);

        bool FitsVolume(int place) => within.Ticks[place] <= limit;

        double SumWithin(Observed all) => all.Sum(place => all.Ticks[place] <= limit);
    }

    private EstimatedShare ShareWithin(int step)
    {
        if (_estimator == Estimator.Completed)
            return EstimatedShare.FromCounts(_group.EndsWithin(step).Count(true), _group.Count, _settings.Confidence);
        // With 0 for what ends within the duration and 1 for what outlasts it, the share at or below 0 is 1 − S there.
        double[] outlasts = [.. _group.EndsWithin(step).ToArray().Select(endsWithin => endsWithin ? 0 : 1)];
        var (times, known) = Observed.VolumesWithin(_group, _estimator, step).FollowUp();
        var weighted = new Ipcw(new VolumeSample(outlasts, times, known));
        var ofCohort = weighted.ShareAt(0, Estimation.Limits, _settings.Confidence);
        if (_group.Delayed.Count == 0)
            return ofCohort;
        // Where none or all end within it the exact limits stand; delayed entries, seen for a part of the way, do not
        // count in them.
        var duration = _group.Product.AllowedDurations[step];
        var curve = new KaplanMeier(Observed.Durations(_group, _estimator, duration).SurvivalSample());
        return curve.ShareAt(TimeScale.EndOf(duration), Estimation.Limits, _settings.Confidence) ?? ofCohort;
    }
}
