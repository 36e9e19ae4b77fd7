namespace RgkCalibrator.Basics;

/// <summary>
/// Volumes are whole numbers of ticks, so that sums are exact: 6000 ticks are one unit of care (one uur, one dagdeel),
/// 0.01 uur is 60 ticks and one minuut is 100.
/// </summary>
public static class Ticks
{
    /// <summary>Ticks in one unit.</summary>
    public const long PerUnit = 6000;

    /// <summary>Ticks of an uur in one minuut.</summary>
    public const long PerMinute = PerUnit / 60;

    /// <summary>A volume in units, as the nearest double.</summary>
    public static double ToUnits(long ticks) => (double)ticks / PerUnit;

    /// <summary>A sum of volumes in units, as the nearest double.</summary>
    public static double ToUnits(Int128 ticks) => (double)ticks / PerUnit;

    /// <summary>The nearest tick, halves away from zero.</summary>
    /// <exception cref="OverflowException">The volume is beyond 10¹⁵ units.</exception>
    public static long FromUnits(decimal units) =>
        decimal.ToInt64(Math.Round(units * PerUnit, MidpointRounding.AwayFromZero));
}
