using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Resampling;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Framework.Studies;

/// <summary>
/// The intervals of a line's duration and volume when whole clients, or whole providers, are drawn anew: a sensitivity beside the usual ones. With
/// them the estimate of Harrell and Davis over complete trajectories, as a diagnostic.
/// </summary>
internal static class Bootstraps
{
    /// <summary>The rows of a line, at both percentiles; none without a proposal. Of the population that the line's estimator takes.</summary>
    internal static IEnumerable<MeasuredEstimate> Of(DraftLine line, FrameworkSettings settings)
    {
        if (line.Chosen.Duration is not { } duration)
            yield break;
        var bootstrap = new BootstrapSettings(settings.Seed, settings.Bootstraps, settings.Confidence);
        var population = line.Estimator == Estimator.Completed ? Estimation.Completed : Estimation.All;
        Percentage[] percentages = [settings.Compared, settings.Percentage];
        foreach (var sample in new[] { Durations(line), Volumes(line, duration.Index) })
        {
            foreach (var (method, clusters) in ClustersOf(line.Group))
            {
                foreach (var interval in ClusterBootstrap.Intervals(sample.By(clusters.AsSpan(0, sample.Count)), percentages, bootstrap))
                    yield return Row(sample, population, Limits(interval, method, sample));
            }

            foreach (var percentage in percentages)
                yield return Row(sample, Estimation.Completed, Smooth(sample.Complete, percentage, settings.Confidence));
        }

        MeasuredEstimate Row(Resampled sample, string of, Estimate estimate) =>
            new(line.Group.Product.Code, line.Group.Subgroup, sample.Measure, of, Estimation.Scaled(estimate, sample.Scale));
    }

    private static IEnumerable<(Method Method, int[] Clusters)> ClustersOf(Group group) =>
    [
        (Method.BootstrapClient, group.Child.ToArray()),
        (Method.BootstrapProvider, Array.ConvertAll(group.Marks.ToArray(), marks => marks.Provider)),
    ];

    private static Resampled Durations(DraftLine line)
    {
        var (group, count) = (line.Group, CountOf(line));
        var (times, ends) = (group.OwnTimes(), group.Ends());
        return new Resampled(
            group.CountsMonths ? "duration_months" : "duration_days",
            1,
            count,
            line.Group.Count,
            times[..group.Count],
            clusters => new ClusteredTimes(times.AsSpan(0, count), ends.AsSpan(0, count), clusters));
    }

    private static Resampled Volumes(DraftLine line, int step)
    {
        var (group, count) = (line.Group, CountOf(line));
        var (times, limit) = group.TimesTo(step);
        var volumes = CohortSamples.InDoubles(group.CohortVolumeWithin(step));
        var known = group.Ends();
        for (var place = 0; place < times.Length; place++)
            (times[place], known[place]) = (Math.Min(times[place], limit), known[place] || times[place] >= limit);
        return new Resampled(
            Estimation.MeasureWithin(group.Product.AllowedDurations[step]),
            group.Product.TicksPerUnit,
            count,
            known.AsSpan(0, count).Count(true),
            volumes[..group.Count],
            clusters => new ClusteredVolumes(volumes.AsSpan(0, count), times.AsSpan(0, count), known.AsSpan(0, count), clusters));
    }

    private static int CountOf(DraftLine line) => line.Estimator == Estimator.Completed ? line.Group.Count : line.Group.Cohort;

    private static Estimate Limits(BootstrapInterval interval, Method method, Resampled sample) => new(
        interval.Percentage, method, sample.Count, sample.Events, null, interval.Lower, interval.Upper, interval.Confidence, interval.Lower is not null || interval.Upper is not null);

    private static Estimate Smooth(double[] complete, Percentage percentage, double confidence)
    {
        var value = HarrellDavis.Of(new Sample(complete.AsSpan()), percentage);
        return new Estimate(percentage, Method.HarrellDavis, complete.Length, complete.Length, value, null, null, confidence, value is not null);
    }

    private delegate IClustered Clustering(ReadOnlySpan<int> clusters);

    /// <summary>A measure of a line, ready to be drawn by any clusters; complete ones before those that still run.</summary>
    private sealed record Resampled(string Measure, double Scale, int Count, int Events, double[] Complete, Clustering By);
}
