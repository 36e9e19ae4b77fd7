using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Lines;

/// <summary>From ticks of a declared unit to ticks of the unit in which a product is carried.</summary>
/// <param name="Times">What ticks are multiplied by.</param>
/// <param name="Parts">What they are then divided by; one of the two is 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UnitConversion(int Times, int Parts)
{
    private const int MinutesPerHour = 60;
    private const int HoursPerDagdeel = 4;
    private const int CentsPerEuro = 100;

    /// <summary>The unit stays what it is.</summary>
    internal static UnitConversion None { get; } = new(1, 1);

    /// <summary>
    /// The conversion; null where there is none: an etmaal and a euro, of 100 cents, are nothing else, and a dagdeel is
    /// four hours only where the product says so.
    /// </summary>
    internal static UnitConversion? Between(CareUnit declared, CareUnit carried, bool convertsDagdelen) =>
        (declared, carried) switch
        {
            _ when declared == carried => None,
            (CareUnit.Minuut, CareUnit.Uur) => new UnitConversion(1, MinutesPerHour),
            (CareUnit.Eurocent, CareUnit.Euro) => new UnitConversion(1, CentsPerEuro),
            (CareUnit.Dagdeel, CareUnit.Uur) when convertsDagdelen => new UnitConversion(HoursPerDagdeel, 1),
            (CareUnit.Uur, CareUnit.Dagdeel) when convertsDagdelen => new UnitConversion(1, HoursPerDagdeel),
            (CareUnit.Minuut, CareUnit.Dagdeel) when convertsDagdelen =>
                new UnitConversion(1, HoursPerDagdeel * MinutesPerHour),
            _ => null,
        };

    /// <summary>To the nearest tick, halves away from zero.</summary>
    internal long Convert(long ticks)
    {
        if (Parts == 1)
            return ticks * Times;
        // Nearly all: half as many bits take a fraction of the time.
        if (ticks is >= 0 and <= uint.MaxValue)
            return ConvertFew((uint)ticks);
        var (whole, rest) = Math.DivRem(ticks, Parts);
        return Math.Abs(rest) * 2 >= Parts ? whole + Math.Sign(ticks) : whole;
    }

    private long ConvertFew(uint ticks)
    {
        var (whole, rest) = Math.DivRem(ticks, (uint)Parts);
        return rest * 2L >= Parts ? whole + 1L : whole;
    }
}
