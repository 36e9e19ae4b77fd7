using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Lines;

/// <summary>From ticks of a declared unit to ticks of the unit in which a product is carried.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UnitConversion
{
    private const int MinutesPerHour = 60;
    private const int HoursPerDagdeel = 4;

    private readonly int _times;
    private readonly int _parts;

    private UnitConversion(int times, int parts) => (_times, _parts) = (times, parts);

    /// <summary>The unit stays what it is.</summary>
    internal static UnitConversion None { get; } = new(1, 1);

    /// <summary>The conversion; null where there is none: an etmaal and a euro are nothing else, and a dagdeel is four hours only where the product says so.</summary>
    internal static UnitConversion? Between(CareUnit declared, CareUnit carried, bool convertsDagdelen) => (declared, carried) switch
    {
        _ when declared == carried => None,
        (CareUnit.Minuut, CareUnit.Uur) => new UnitConversion(1, MinutesPerHour),
        (CareUnit.Dagdeel, CareUnit.Uur) when convertsDagdelen => new UnitConversion(HoursPerDagdeel, 1),
        (CareUnit.Uur, CareUnit.Dagdeel) when convertsDagdelen => new UnitConversion(1, HoursPerDagdeel),
        (CareUnit.Minuut, CareUnit.Dagdeel) when convertsDagdelen => new UnitConversion(1, HoursPerDagdeel * MinutesPerHour),
        _ => null,
    };

    /// <summary>To the nearest tick, halves away from zero.</summary>
    internal long Convert(long ticks)
    {
        if (_parts == 1)
            return ticks * _times;
        var (whole, rest) = Math.DivRem(ticks, _parts);
        return Math.Abs(rest) * 2 >= _parts ? whole + Math.Sign(ticks) : whole;
    }
}
