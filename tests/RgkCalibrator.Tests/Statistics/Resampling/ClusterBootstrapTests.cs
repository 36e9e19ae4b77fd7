using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Resampling;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Tests.Statistics.Resampling;

public sealed class ClusterBootstrapTests
{
    private static readonly Percentage[] Both = [Percentage.Of(75), Percentage.Of(80)];

    [Fact]
    public void A_replicate_is_the_estimate_of_the_sample_it_stands_for()
    {
        var random = new SplitMix64(1729);
        for (var round = 0; round < 300; round++)
        {
            var (times, volumes, events, clusters) = Drawn(ref random, 1 + random.BelowFrom64Bits(30));
            int[] drawn = [.. Enumerable.Range(0, 5).Select(_ => 0)];
            for (var i = 0; i < 5; i++)
                drawn[random.BelowFrom64Bits(5)]++;
            AssertReplicate(times, volumes, events, clusters, drawn);
        }
    }

    [Fact]
    public void The_seed_decides_and_threads_order_and_labels_do_not()
    {
        var random = new SplitMix64(7);
        var (times, volumes, events, clusters) = Drawn(ref random, 60);
        var settings = new BootstrapSettings(11, 199);
        var first = ClusterBootstrap.Intervals(new ClusteredVolumes(volumes, times, events, clusters), Both, settings);
        Assert.Equal(
            first, ClusterBootstrap.Intervals(new ClusteredVolumes(volumes, times, events, clusters), Both, settings));
        Array.Reverse(times);
        Array.Reverse(volumes);
        Array.Reverse(events);
        Array.Reverse(clusters);
        var renamed = Array.ConvertAll(clusters, cluster => (cluster * 1000) - 7);
        Assert.Equal(
            first, ClusterBootstrap.Intervals(new ClusteredVolumes(volumes, times, events, renamed), Both, settings));
        Assert.NotEqual(
            first,
            ClusterBootstrap.Intervals(
                new ClusteredVolumes(volumes, times, events, clusters), Both, new BootstrapSettings(12, 199)));
    }

    [Fact]
    public void Of_single_elements_the_interval_is_near_the_exact_one()
    {
        double[] values = [.. Enumerable.Range(1, 400).Select(i => (double)i)];
        int[] clusters = [.. Enumerable.Range(1, 400)];
        var interval = ClusterBootstrap.Intervals(
            new ClusteredTimes(values, Array.ConvertAll(values, _ => true), clusters),
            Both,
            new BootstrapSettings(1))[1];
        var (lower, upper) = RankInterval.ForSize(400, Percentage.Of(80), 0.95).On(new Sample(values));
        Assert.InRange(interval.Lower!.Value, lower!.Value - 2, lower.Value + 2);
        Assert.InRange(interval.Upper!.Value, upper!.Value - 2, upper.Value + 2);
    }

    [Fact]
    public void The_limits_are_as_many_replicates_from_either_end_as_the_confidence_leaves_out()
    {
        var interval = Assert.Single(
            ClusterBootstrap.Intervals(new Numbered(), [Percentage.Of(80)], new BootstrapSettings(1, 199)));

        // 2.5% of 199 + 1 is the fifth from below and from above.
        Assert.Equal((5, 195), (interval.Lower!.Value, interval.Upper!.Value));
    }

    [Fact]
    public void What_belongs_together_widens_the_interval()
    {
        // Twenty clusters of twenty equal values hold no more than twenty values.
        double[] values = [.. Enumerable.Range(0, 400).Select(i => (double)(i / 20))];
        bool[] events = Array.ConvertAll(values, _ => true);
        var clustered = ClusterBootstrap.Intervals(
            new ClusteredTimes(values, events, [.. Enumerable.Range(0, 400).Select(i => i / 20)]),
            Both,
            new BootstrapSettings(1))[0];
        var single = ClusterBootstrap.Intervals(
            new ClusteredTimes(values, events, [.. Enumerable.Range(0, 400)]), Both, new BootstrapSettings(1))[0];
        Assert.True(clustered.Upper - clustered.Lower > 2 * (single.Upper - single.Lower));
    }

    [Fact]
    public void One_cluster_alone_has_no_interval()
    {
        var sample = new ClusteredTimes([1, 2, 3], [true, true, true], [5, 5, 5]);
        Assert.Equal(
            [Interval(75, 1, 0), Interval(80, 1, 0)],
            ClusterBootstrap.Intervals(sample, Both, new BootstrapSettings(1)));
        Assert.Equal(
            Interval(75, 0, 0),
            ClusterBootstrap.Intervals(new ClusteredTimes([], [], []), Both, new BootstrapSettings(1))[0]);
    }

    [Fact]
    public void Where_too_many_replicates_do_not_reach_the_percentile_there_is_no_upper_limit()
    {
        double[] times = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        bool[] events = [true, true, true, true, true, true, true, true, false, false];
        var interval = ClusterBootstrap.Intervals(
            new ClusteredTimes(times, events, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
            [Percentage.Of(75)],
            new BootstrapSettings(1, 999))[0];
        Assert.InRange(interval.Reached, 500, 950);
        Assert.Null(interval.Upper);
        Assert.NotNull(interval.Lower);
    }

    [Theory]
    [InlineData(38, false)]
    [InlineData(39, true)]
    public void Few_replicates_have_no_limits(int replicates, bool hasLimits)
    {
        double[] values = [.. Enumerable.Range(1, 50).Select(i => (double)i)];
        var sample = new ClusteredTimes(values, Array.ConvertAll(values, _ => true), [.. Enumerable.Range(1, 50)]);
        Assert.Equal(
            hasLimits,
            ClusterBootstrap.Intervals(sample, Both, new BootstrapSettings(1, replicates))[0].Lower is not null);
    }

    [Fact]
    public void Settings_outside_and_columns_of_unequal_length_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BootstrapSettings(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BootstrapSettings(1, 99, 1));
        Assert.Throws<ArgumentException>(() => new ClusteredTimes([1], [true], [1, 2]));
        Assert.Throws<ArgumentException>(() => new ClusteredVolumes([1], [1, 2], [true, true], [1, 2]));
        Assert.Throws<ArgumentException>(() => new ClusteredTimes([1], [true, true], [1]));
    }

    /// <summary>Whatever is drawn, its replicates are 1, 2, 3, ….</summary>
    private sealed class Numbered : IClustered, IReplicate
    {
        private int _last;

        public int Clusters => 2;

        public IReplicate NewReplicate(IReadOnlyList<Percentage> ascending) => this;

        public ReadOnlySpan<double> Percentiles(ReadOnlySpan<int> drawn) =>
            new([(double)Interlocked.Increment(ref _last)]);
    }

    private static BootstrapInterval Interval(int percent, int clusters, int reached) =>
        new(Percentage.Of(percent), clusters, reached, null, null, 0.95);

    private static void AssertReplicate(double[] times, double[] volumes, bool[] events, int[] clusters, int[] drawn)
    {
        int[] present = [.. clusters.Distinct().Order()];
        long[] counts = Array.ConvertAll(clusters, cluster => (long)drawn[cluster]);
        int[] ours = Array.ConvertAll(present, cluster => drawn[cluster]);
        var byTime = new KaplanMeier(new SurvivalSample(times, events, default, counts));
        var byVolume = new Ipcw(new VolumeSample(volumes, times, events, counts));
        var foundTimes = new ClusteredTimes(times, events, clusters).NewReplicate(Both).Percentiles(ours).ToArray();
        var foundVolumes = new ClusteredVolumes(volumes, times, events, clusters).NewReplicate(Both).Percentiles(ours)
            .ToArray();
        for (var i = 0; i < Both.Length; i++)
        {
            Assert.Equal(
                byTime.Percentile(Both[i], SurvivalLimits.Log, 0.95).Value ?? double.PositiveInfinity, foundTimes[i]);
            Assert.Equal(
                byVolume.Percentile(Both[i], SurvivalLimits.Log, 0.95).Value ?? double.PositiveInfinity,
                foundVolumes[i]);
        }
    }

    private static (double[] Times, double[] Volumes, bool[] Events, int[] Clusters) Drawn(
        ref SplitMix64 random, int count)
    {
        var (times, volumes, events, clusters) = (
            new double[count], new double[count], new bool[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            (times[i], volumes[i]) = (1 + random.BelowFrom64Bits(12), random.BelowFrom64Bits(20) / 2.0);
            (events[i], clusters[i]) = (random.BelowFrom64Bits(4) > 0, random.BelowFrom64Bits(5));
        }

        return (times, volumes, events, clusters);
    }
}
