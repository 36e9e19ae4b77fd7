using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>The period over which the volume of a line is spread.</summary>
public static class VolumePeriod
{
    private static readonly DurationStep CareYear = DurationStep.Months(12);

    /// <summary>The duration of the line, or the care year that its volume is for.</summary>
    public static DurationStep Of(DurationStep duration, bool isPerCareYear) => isPerCareYear ? CareYear : duration;
}
