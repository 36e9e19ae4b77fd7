using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Formats;

/// <summary>A number without sign as its first 34 digits and a power of ten. Zero to begin with.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ExactNumber
{
    private const int MostDigits = 34;

    // The largest that fits.
    private static readonly UInt128[] Powers = [.. Enumerable.Range(0, 39).Select(Power)];

    private UInt128 _digits;
    private int _length;
    private int _scale;
    private bool _isHuge;

    /// <summary>Adds a digit at the end; after the 34th, decimals are dropped.</summary>
    internal void Append(int digit, bool isDecimal)
    {
        if (_length == MostDigits)
        {
            _isHuge |= !isDecimal;
            return;
        }

        _digits = (_digits * 10) + (uint)digit;
        _length += _digits != 0 ? 1 : 0;
        _scale += isDecimal ? 1 : 0;
    }

    /// <summary>Multiplies by a power of ten.</summary>
    internal void Shift(int power) => _scale -= power;

    /// <summary>
    /// The ticks of so many units of care; <see cref="VolumeColumn.Bad"/> beyond <see cref="VolumeColumn.Largest"/>.
    /// </summary>
    internal readonly long ToTicks() =>
        _isHuge ? VolumeColumn.Bad
        // 34 digits of which the last is the 39th decimal, or beyond it, are less than half a tick.
        : _digits == 0 || _scale >= Powers.Length ? 0
        : _scale >= 0 ? Divided(_digits * Ticks.PerUnit, Powers[_scale])
        : _digits > VolumeColumn.Largest || _scale < -10 ? VolumeColumn.Bad
        : Divided(_digits * Powers[-_scale] * Ticks.PerUnit, 1);

    private static long Divided(UInt128 ticks, UInt128 power)
    {
        const long most = VolumeColumn.Largest * Ticks.PerUnit;
        var (whole, rest) = UInt128.DivRem(ticks, power);
        return whole > most || (whole == most && rest > 0) ? VolumeColumn.Bad
            : (long)(rest * 2 >= power ? whole + 1 : whole);
    }

    private static UInt128 Power(int exponent) => exponent == 0 ? 1 : Power(exponent - 1) * 10;
}
