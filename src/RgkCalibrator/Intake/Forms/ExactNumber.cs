using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Forms;

/// <summary>A number without sign as its first 34 digits and a power of ten. Zero to begin with.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ExactNumber
{
    private const int HeadDigits = 18;
    private const int TailDigits = 16;
    private const int LargestPower = 38;
    private static readonly UInt128[] Powers = [.. Enumerable.Range(0, LargestPower + 1).Select(Power)];
    private static readonly long[] SmallPowers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    // Nearly all numbers end in the head, which is quick to calculate with.
    private long _head;
    private long _tail;
    private int _headDigits;
    private int _tailDigits;
    private int _scale;
    private bool _isHuge;

    /// <summary>Adds a digit at the end; after the 34th, decimals are dropped.</summary>
    internal void Append(int digit, bool isDecimal)
    {
        unchecked
        {
            if (_headDigits < HeadDigits)
            {
                _head = (_head * 10) + digit;
                _headDigits += _head != 0 ? 1 : 0;
            }
            else if (_tailDigits < TailDigits)
            {
                _tail = (_tail * 10) + digit;
                _tailDigits++;
            }
            else
            {
                _isHuge |= !isDecimal;
                return;
            }

            _scale += isDecimal ? 1 : 0;
        }
    }

    /// <summary>Multiplies by a power of ten.</summary>
    internal void Shift(int power) => _scale -= power;

    /// <summary>As so many units of care, in ticks; <see cref="VolumeColumn.Bad"/> beyond <see cref="VolumeColumn.Largest"/>.</summary>
    internal readonly long ToTicks()
    {
        // After an exponent the scale can be below zero.
        if (_tailDigits > 0 || _scale < 0 || _scale >= SmallPowers.Length)
            return ToTicksSlowly();
        var power = SmallPowers[_scale];
        if (_head > VolumeColumn.Largest * power)
            return VolumeColumn.Bad;
        var (ticks, rest) = Math.DivRem(_head * Ticks.PerUnit, power);
        return rest * 2 >= power ? ticks + 1 : ticks;
    }

    private readonly long ToTicksSlowly()
    {
        var digits = ((UInt128)_head * Powers[_tailDigits]) + (UInt128)_tail;
        return _isHuge ? VolumeColumn.Bad
            // 34 digits of which the last is the 39th decimal, or beyond it, are less than half a tick.
            : digits == 0 || _scale > LargestPower ? 0
            : _scale >= 0 ? Divided(digits * Ticks.PerUnit, Powers[_scale])
            : digits > VolumeColumn.Largest || _scale < -10 ? VolumeColumn.Bad
            : Divided(digits * Powers[-_scale] * Ticks.PerUnit, 1);
    }

    private static long Divided(UInt128 ticks, UInt128 power)
    {
        const long most = VolumeColumn.Largest * Ticks.PerUnit;
        var (whole, rest) = UInt128.DivRem(ticks, power);
        return whole > most || (whole == most && rest > 0) ? VolumeColumn.Bad
            : (long)(rest * 2 >= power ? whole + 1 : whole);
    }

    private static UInt128 Power(int exponent)
    {
        UInt128 power = 1;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
