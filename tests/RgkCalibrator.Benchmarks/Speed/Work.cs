using System.Collections.Concurrent;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Resampling;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Benchmarks.Speed;

/// <summary>What is measured.</summary>
internal static class Work
{
    private const double Confidence = 0.95;

    private const int Tenths = 10;

    private static readonly Percentage[] Asked = [Percentage.Of(75), Percentage.Of(80)];

    private static readonly QuantileType[] Types = [QuantileType.Type2, QuantileType.Type6, QuantileType.Type7];

    /// <summary>
    /// All estimates of all groups: volume and duration of completed trajectories by three definitions with exact
    /// intervals, Kaplan-Meier, inverse probability of censoring, and both pairs of both together.
    /// </summary>
    /// <returns>How many numbers were estimated and reached.</returns>
    public static long EstimateAll(IReadOnlyList<MadeGroup> groups) =>
        // One by one, the largest first: the groups are uneven, and no core should be left with the last large one.
        Partitioner.Create(
            groups.OrderByDescending(group => group.Days.Length), EnumerablePartitionerOptions.NoBuffering)
            .AsParallel()
            .Sum(group => (long)Of(group).Count(value => value is not null));

    /// <summary>
    /// The intervals of both percentiles of volume and duration by resampling children, with progress.
    /// </summary>
    /// <returns>How many limits there are.</returns>
    public static long Bootstrap(IReadOnlyList<MadeGroup> groups, SpeedOptions options, TextWriter progress)
    {
        var settings = new BootstrapSettings(options.Seed, options.Replicates, Confidence);
        var (limits, done, total) = (0L, 0L, Math.Max(1, groups.Sum(group => (long)group.Days.Length)));
        foreach (var group in groups)
        {
            limits += Limits(new ClusteredTimes(group.Times, group.Ended, group.Children), settings);
            limits += Limits(new ClusteredVolumes(group.Volumes, group.Times, group.Ended, group.Children), settings);
            var before = done * Tenths / total;
            done += group.Days.Length;
            if (done * Tenths / total > before)
                progress.WriteLine("bootstraps: " + Numbers.Whole(done * 100 / total) + "%");
        }

        return limits;
    }

    private static long Limits(IClustered sample, BootstrapSettings settings) =>
        ClusterBootstrap.Intervals(sample, Asked, settings)
        .Sum(interval => (interval.Lower is null ? 0L : 1) + (interval.Upper is null ? 0 : 1));

    private static IEnumerable<double?> Of(MadeGroup group) =>
    [
        .. Completed(group.Times, group.Ended),
        .. Completed(group.Volumes, group.Ended),
        .. Corrected(group),
        .. Together(group),
    ];

    private static IEnumerable<double?> Completed(double[] column, bool[] ended)
    {
        var complete = new Sample(column.Where((_, i) => ended[i]));
        return
            from percentage in Asked
            from type in Types
            select Estimate.FromComplete(complete, percentage, type, Confidence).Value;
    }

    private static IEnumerable<double?> Corrected(MadeGroup group)
    {
        var days = new KaplanMeier(new SurvivalSample(group.Days, group.Ended));
        var hours = new Ipcw(new VolumeSample(group.Volumes, group.Times, group.Ended));
        return from percentage in Asked
               from estimate in new[]
               {
                   days.Percentile(percentage, SurvivalLimits.LogLog, Confidence),
                   hours.Percentile(percentage, SurvivalLimits.LogLog, Confidence),
               }
               select estimate.Value;
    }

    private static IEnumerable<double?> Together(MadeGroup group)
    {
        var joint = JointCoverage.FromSample(new VolumeSample(group.Volumes, group.Times, group.Ended));
        return Asked.Select(percentage => joint.Pair(percentage)?.Calibrated.Volume);
    }
}
