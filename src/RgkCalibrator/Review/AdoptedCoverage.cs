using RgkCalibrator.Framework;

namespace RgkCalibrator.Review;

/// <summary>
/// How many trajectories lie inside a line as it was adopted. Restricted: beside what was released of the proposal it
/// would tell of the few that lie between the two.
/// </summary>
/// <param name="Line">The line.</param>
/// <param name="All">The trajectories of the line.</param>
/// <param name="Duration">The share that ends within the duration, 0 to 1.</param>
/// <param name="Volume">The share whose volume within it, or in a care year, is at most the line's; 0 to 1.</param>
/// <param name="Both">The share of which both hold, the volume being that within the duration.</param>
public sealed record AdoptedCoverage(AdoptedLine Line, double All, double Duration, double Volume, double Both)
{
    /// <summary>
    /// The coverage of all lines that remain, have trajectories, and have a duration that the product allows and a
    /// volume that is a multiple of <see cref="VolumeCounts.Grid"/>.
    /// </summary>
    public static IReadOnlyList<AdoptedCoverage> Of(AdoptedFramework framework, IReadOnlyList<VolumeCount> counts)
    {
        var byLine = counts.ToLookup(count => (count.ProductCode, count.Subgroup));
        return
        [
            .. framework.Lines.Select(line => Of(line, byLine[(line.Code, line.Subgroup)])).OfType<AdoptedCoverage>(),
        ];
    }

    private static AdoptedCoverage? Of(AdoptedLine line, IEnumerable<VolumeCount> counts)
    {
        if (line.Decision.Adopted is not { } adopted || adopted.Volume % VolumeCounts.Grid != 0)
            return null;
        var byMeasure = counts.ToLookup(count => count.Measure);
        var years = byMeasure[VolumeCounts.CareYear].ToList();
        var within = byMeasure.FirstOrDefault(measure => measure.Key != VolumeCounts.CareYear
            && Estimation.StepOf(measure.Key).IsAlsoCalled(adopted.Duration))?.ToList();
        if (within is null || Sum(within, IsAny, Counted) is not (> 0 and var all))
            return null;
        var volumes = years.Count == 0 ? within : years;
        return new AdoptedCoverage(
            line, all,
            Sum(within, IsAny, Ended) / all,
            Sum(volumes, Fits, Counted) / Sum(volumes, IsAny, Counted),
            Sum(within, Fits, Ended) / all);

        bool Fits(VolumeCount count) => count.Volume <= adopted.Volume;
    }

    private static bool IsAny(VolumeCount count) => true;

    private static double Ended(VolumeCount count) => count.Ended;

    private static double Counted(VolumeCount count) => count.Ended + count.Outlasting;

    private static double Sum(
        IEnumerable<VolumeCount> counts, Func<VolumeCount, bool> meets, Func<VolumeCount, double> weight) =>
        counts.Where(meets).Sum(weight);
}
