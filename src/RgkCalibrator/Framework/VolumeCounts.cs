using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;

namespace RgkCalibrator.Framework;

/// <summary>How many trajectories have about one volume.</summary>
/// <param name="ProductCode">The code of their product.</param>
/// <param name="Subgroup">The id of their subgroup; empty for a whole product.</param>
/// <param name="Measure">
/// The volume that is meant, as estimates name it: <c>volume_within_12m</c> of trajectories, or that of care years.
/// </param>
/// <param name="Volume">
/// Their largest volume in the product's unit, a multiple of <see cref="VolumeCounts.Grid"/>; more than one such step
/// below it is another count.
/// </param>
/// <param name="Ended">Those that end within the duration; of care years all.</param>
/// <param name="Outlasting">Those that go on beyond it.</param>
public sealed record VolumeCount(
    string ProductCode, string Subgroup, string Measure, decimal Volume, double Ended, double Outlasting);

/// <summary>
/// The volumes of the trajectories of a line within each allowed duration, so that the coverage of any volume and
/// duration can be told later. Those that still run count by the weights of the estimator of the line.
/// </summary>
public static class VolumeCounts
{
    /// <summary>Of a care year, in place of a duration.</summary>
    public const string CareYear = "volume_care_year";

    /// <summary>Volumes that are a multiple of this, in the product's unit, are told apart.</summary>
    public const decimal Grid = 0.5m;

    /// <summary>
    /// Stands for the volume of those that no known one stands for: more than any line, since the longest still run.
    /// </summary>
    public const decimal Unknown = CatalogueFormats.LargestVolume + Grid;

    // Less is rounding.
    private const double Fewest = 1e-6;

    /// <summary>The counts of a line, by duration and volume.</summary>
    public static IEnumerable<VolumeCount> Of(DraftLine line)
    {
        var (group, estimator) = (line.Group, line.Estimator);
        foreach (var (step, duration) in group.Product.AllowedDurations.Index())
        {
            var within = Observed.VolumesWithin(group, estimator, step);
            foreach (var count in Counted(group, within, Estimation.MeasureWithin(duration), within.Outlasts))
                yield return count;
        }

        if (group.CareYears is not { } years)
            yield break;
        foreach (var count in Counted(group, Observed.PartVolumes(years, estimator), CareYear, _ => false))
            yield return count;
    }

    private static IEnumerable<VolumeCount> Counted(
        Group group, Observed volumes, string measure, Func<int, bool> outlasts)
    {
        var grid = group.Product.TicksOf(Grid);
        var counts = new SortedDictionary<long, (double Ended, double Outlasting)>();
        foreach (var (place, weight) in volumes.Places.Zip(volumes.Weights))
        {
            var above = (Math.Max(0, volumes.Ticks[place]) + grid - 1) / grid;
            var (ended, outlasting) = counts.GetValueOrDefault(above);
            counts[above] = outlasts(place) ? (ended, outlasting + weight) : (ended + weight, outlasting);
        }

        var unknown = volumes.Total - volumes.Weights.Sum();
        if (unknown > Fewest)
            counts[(long)(Unknown / Grid)] = (0, unknown);
        return counts.Select(count => new VolumeCount(
            group.Product.Code, group.Subgroup, measure, count.Key * Grid, count.Value.Ended,
            count.Value.Outlasting));
    }
}
