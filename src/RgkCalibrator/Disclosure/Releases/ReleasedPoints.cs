using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>The values at which a release tells how many lie at or below, or nearly tells it.</summary>
internal static class ReleasedPoints
{
    /// <summary>Volumes, in units, ascending.</summary>
    internal static double[] OfVolumes(SafeLine line, SafeDistributions? shown) => Sorted(
        Proposals(line).Select(one => (double?)one?.Volume),
        OfHistogram(shown?.Volume), OfCurve(shown?.VolumeCurve),
        OfBox(shown?.VolumeBox));

    /// <summary>Durations on an axis that has a place for each allowed one, ascending.</summary>
    internal static double[] OfDurations(SafeLine line, SafeDistributions? shown, IReadOnlyList<double> axis)
    {
        var steps = line.Product.AllowedDurations;
        return Sorted(
            Proposals(line).Select(one => PlaceOf(one?.Duration)),
            OfHistogram(shown?.Duration), OfCurve(shown?.DurationCurve));

        double? PlaceOf(DurationStep? duration) =>
            duration is null ? null : axis[steps.TakeWhile(step => step != duration).Count()];
    }

    private static SafeProposal?[] Proposals(SafeLine line) =>
        [line.Chosen, line.Compared, line.Other, line.Lower, line.Upper, line.Calibrated];

    private static double?[] OfBox(SafeBox? box) => box is null
        ? []
        : [box.Low, box.LowerQuartile, box.Median, box.UpperQuartile, box.High];

    private static IEnumerable<double?> OfHistogram(SafeHistogram? histogram) =>
        histogram?.Bins.Select(bin => bin.To) ?? [];

    private static IEnumerable<double?> OfCurve(SafeCurve? curve) =>
        curve?.Points.Select(point => (double?)point.Value) ?? [];

    private static double[] Sorted(params IEnumerable<double?>[] points) =>
        [.. points.SelectMany(some => some).OfType<double>().Distinct().Order()];
}
