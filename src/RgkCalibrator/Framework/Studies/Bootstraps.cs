using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Resampling;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Framework.Studies;

/// <summary>
/// Bootstrap intervals of a line's duration and volume, from resampling whole clients or whole providers: a sensitivity
/// analysis beside the usual intervals. With them the estimate of Harrell and Davis over complete trajectories, as a
/// diagnostic.
/// </summary>
internal static class Bootstraps
{
    /// <summary>
    /// The rows of a line, at both percentiles, for the population that the line's estimator takes; none without a
    /// proposal.
    /// </summary>
    internal static IEnumerable<MeasuredEstimate> OfLine(DraftLine line, FrameworkSettings settings)
    {
        if (line.Chosen.Duration is not { } duration)
            yield break;
        var (group, by, step) = (line.Group, line.Estimator, duration.Index);
        foreach (var row in OfMeasure(Observed.Durations(group, by), settings))
            yield return Row(group.CountsMonths ? "duration_months" : "duration_days", row, 1);
        foreach (var row in OfMeasure(Observed.VolumesWithin(group, by, step), settings))
            yield return Row(Estimation.MeasureWithin(duration.Step), row, group.Product.TicksPerUnit);

        MeasuredEstimate Row(string measure, Estimate estimate, double scale)
        {
            var isCompleted = by == Estimator.Completed || estimate.Method == Method.HarrellDavis;
            var population = isCompleted ? Estimation.Completed : Estimation.All;
            return new(group.Product.Code, group.Subgroup, measure, population, Estimation.Scaled(estimate, scale));
        }
    }

    private static IEnumerable<Estimate> OfMeasure(Observed observed, FrameworkSettings settings)
    {
        var (values, (times, known), group) = (observed.Values(), observed.FollowUp(), observed.Group);
        var (all, events) = (..observed.Total, known.AsSpan(0, observed.Total).Count(true));
        Percentage[] percentages = [settings.Compared, settings.Percentage];
        var bootstrap = new BootstrapSettings(settings.Seed, settings.Bootstraps, settings.Confidence);
        var providers = Array.ConvertAll(group.Covariates.ToArray(), one => one.Provider);
        return
        [
            .. Limits(Method.BootstrapClient, group.Child.ToArray()),
            // One provider, or none that is named, cannot be drawn anew.
            .. providers.Distinct().Skip(1).Any() ? Limits(Method.BootstrapProvider, providers) : [],
            .. percentages.Select(percentage => Smooth(values.AsSpan(0, group.Count), percentage, settings.Confidence)),
        ];

        IEnumerable<Estimate> Limits(Method method, int[] clusters) =>
            ClusterBootstrap.Intervals(Clustered(clusters), percentages, bootstrap).Select(interval => new Estimate(
                interval.Percentage,
                method,
                observed.Total,
                events,
                null,
                interval.Lower,
                interval.Upper,
                interval.Confidence,
                Reached: interval.Lower is not null || interval.Upper is not null));

        IClustered Clustered(int[] clusters) => observed.Step is null
            ? new ClusteredTimes(times[all], known[all], clusters[all])
            : new ClusteredVolumes(values[all], times[all], known[all], clusters[all]);
    }

    private static Estimate Smooth(ReadOnlySpan<double> complete, Percentage percentage, double confidence)
    {
        var (value, n) = (HarrellDavis.Of(new Sample(complete), percentage), complete.Length);
        return new Estimate(percentage, Method.HarrellDavis, n, n, value, null, null, confidence, value is not null);
    }
}
