using System.Globalization;
using RgkCalibrator.Framework;
using Xunit.Abstractions;

namespace RgkCalibrator.Tests;

/// <summary>
/// Regions of many seeds, of which the truth is known: the intervals must hold it as often as they promise.
/// </summary>
public sealed class TruthCoverageTests(TwentyRegions regions, ITestOutputHelper output) : IClassFixture<TwentyRegions>
{
    private const double Promised = 0.93;

    [Fact]
    public void The_truth_of_completed_trajectories_lies_inside_95_percent_intervals_in_at_least_93_percent() =>
        Holds(regions.Intervals(Estimation.Completed, Estimation.Completed));

    [Fact]
    public void Over_20_regions_the_full_truth_lies_inside_corrected_95_percent_intervals_in_at_least_93_percent() =>
        Holds(regions.Intervals(Estimation.All, Estimation.All));

    [Fact]
    public void Intervals_of_completed_trajectories_alone_do_not_hold_the_full_truth()
    {
        var (completed, corrected) = (
            regions.Intervals(Estimation.Completed, Estimation.All), regions.Intervals(Estimation.All, Estimation.All));

        var said = $"completed {Said(completed)}\ncorrected {Said(corrected)}";
        output.WriteLine(said);
        Assert.True(Share(completed) < Promised - 0.05, said);
        Assert.True(
            Math.Abs(corrected.Average(one => one.Above ?? 0)) < 0.01
                && completed.Average(one => one.Above ?? 0) < -0.01,
            said);
    }

    private void Holds(IReadOnlyList<TruthInterval> found)
    {
        var said = Said(found);
        output.WriteLine(said);
        Assert.True(found.Count > 4_000, said);
        Assert.True(Share(found) >= Promised, said);
        // Of one measure alone there are fewer intervals, and those of one region go together; of weeks there are a few
        // hundred.
        Assert.All(found.GroupBy(one => one.Measure), group =>
            Assert.True(Share(group) >= Promised - (group.Count() > 1_000 ? 0.01 : 0.03), said));
    }

    private static double Share(IEnumerable<TruthInterval> intervals) =>
        intervals.Average(one => one.IsInside ? 1.0 : 0);

    private static string Said(IReadOnlyList<TruthInterval> found) =>
        string.Join("; ", found.GroupBy(one => one.Measure).Select(One).Prepend(One(found)));

    private static string One(IEnumerable<TruthInterval> intervals)
    {
        var all = intervals.ToList();
        var name = all.DistinctBy(one => one.Measure).Count() > 1 ? "all" : all[0].Measure;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {Share(all):P1} of {all.Count} hold it, value {all.Average(one => one.Above ?? 0):P1} off");
    }
}
