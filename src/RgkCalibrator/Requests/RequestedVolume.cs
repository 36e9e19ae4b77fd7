using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Requests;

/// <summary>How often a volume is given.</summary>
public enum VolumeFrequency
{
    /// <summary>Every day of the week.</summary>
    PerDay,

    /// <summary>Every week.</summary>
    PerWeek,

    /// <summary>Every month.</summary>
    PerMonth,

    /// <summary>Once: all care together.</summary>
    Total,
}

/// <summary>How much care is asked for.</summary>
/// <param name="Amount">Above 0, in <paramref name="Unit"/>.</param>
/// <param name="Unit">What it is counted in; null: the unit of the product.</param>
/// <param name="Frequency">How often it is given.</param>
public sealed record RequestedVolume(decimal Amount, CareUnit? Unit, VolumeFrequency Frequency)
{
    private const int DaysInWeek = 7;

    /// <summary>
    /// All of it over a length of care in the parts of <see cref="RequestedDuration.PartsInWeek"/>, in its own unit.
    /// </summary>
    internal decimal Over(int parts) => Frequency switch
    {
        VolumeFrequency.PerDay => Amount * (parts * DaysInWeek) / RequestedDuration.PartsInWeek,
        VolumeFrequency.PerWeek => Amount * parts / RequestedDuration.PartsInWeek,
        VolumeFrequency.PerMonth => Amount * parts / RequestedDuration.PartsInMonth,
        VolumeFrequency.Total => Amount,
        _ => throw new ArgumentOutOfRangeException(nameof(parts), Frequency, "Unknown frequency."),
    };
}
