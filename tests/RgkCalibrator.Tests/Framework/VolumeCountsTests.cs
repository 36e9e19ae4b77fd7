using RgkCalibrator.Framework;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

/// <summary>The volumes within each allowed duration: what is counted of trajectories that still run.</summary>
public sealed class VolumeCountsTests
{
    [Fact]
    public void Those_that_no_known_one_stands_for_are_counted_beyond_any_volume()
    {
        // Ten could not be followed after four months, and nobody is known beyond these.
        var counts = Of(
        [
            .. Enumerable.Range(0, 20).Select(child => Care.Of(child, 0, 10)),
            .. Enumerable.Range(20, 10).Select(child => Care.Running(child, 4, 12)),
        ]);

        Assert.Equal([(10m, 20.0, 0.0), (12m, 0, 10)], Within(counts, DurationStep.Months(3)));
        Assert.Equal([(10m, 20.0, 0.0), (VolumeCounts.Unknown, 0, 10)], Within(counts, DurationStep.Months(12)));
    }

    [Fact]
    public void Where_nobody_was_followed_long_enough_all_are_counted_so()
    {
        var counts = Of(Enumerable.Range(0, 30).Select(child => Care.Running(child, 2, 12)));

        Assert.All(
            Care.Usual.AllowedDurations,
            duration => Assert.Equal([(VolumeCounts.Unknown, 0.0, 30.0)], Within(counts, duration)));
    }

    [Fact]
    public void Where_all_are_known_none_is_counted_so() =>
        Assert.DoesNotContain(
            Of(Enumerable.Range(0, 30).Select(child => Care.Of(child, child % 6, 10))),
            count => count.Volume == VolumeCounts.Unknown);

    private static List<VolumeCount> Of(IEnumerable<Care> care) =>
        [.. VolumeCounts.Of(Proposals.ForGroup(Care.Group(Care.Usual, care), new FrameworkSettings()))];

    private static IEnumerable<(decimal Volume, double Ended, double Outlasting)> Within(
        IEnumerable<VolumeCount> counts, DurationStep duration) => counts
        .Where(count => count.Measure == Estimation.MeasureWithin(duration))
        .Select(count => (count.Volume, Math.Round(count.Ended, 9), Math.Round(count.Outlasting, 9)));
}
