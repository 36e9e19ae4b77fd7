using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Tables;

/// <summary>The names of what studies measure.</summary>
internal static class StudyMeasures
{
    internal const string Meaning =
        "What was measured: `volume_within_12m`, `outlasting_12m` or `volume_care_year`, with the length of L.";

    internal static string NameOf(BeyondMeasure measure, DurationStep? duration) => measure switch
    {
        BeyondMeasure.VolumeWithin => Estimation.MeasureWithin(duration!),
        BeyondMeasure.Outlasting => Estimation.MeasureWithin(duration!).Replace(
            "volume_within", "outlasting", StringComparison.Ordinal),
        BeyondMeasure.CareYearVolume => "volume_care_year",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Unknown measure."),
    };
}
