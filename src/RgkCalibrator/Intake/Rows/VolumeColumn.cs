using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake.Rows;

/// <summary>
/// Volumes of a column as ticks: of a decimal exactly, finer than a tick to the nearest, halves away from zero.
/// </summary>
internal static class VolumeColumn
{
    /// <summary>Stands for a volume that is no number, or one beyond <see cref="Largest"/>.</summary>
    internal const long Bad = long.MinValue;

    /// <summary>The largest volume of one line that is believed, in units.</summary>
    internal const long Largest = 1_000_000_000;

    /// <summary>Converts a chunk; at nulls the outcome is undefined.</summary>
    internal static void ToTicks(Column column, LogicalType type, Span<long> ticks)
    {
        if (type == LogicalType.Double)
            FromDoubles(column.Values<double>(), ticks);
        else if (type.Size == 2)
            FromIntegers(column.Values<short>(), new DecimalScale(type.Scale), ticks);
        else if (type.Size == 4)
            FromIntegers(column.Values<int>(), new DecimalScale(type.Scale), ticks);
        else if (type.Size == 8)
            FromIntegers(column.Values<long>(), new DecimalScale(type.Scale), ticks);
        else
            throw new ArgumentOutOfRangeException(nameof(type), type.Id, "No type for volumes.");
    }

    /// <summary>The sum of ticks, those that are <see cref="Bad"/> left out.</summary>
    internal static long Sum(ReadOnlySpan<long> ticks)
    {
        var sum = 0L;
        foreach (var volume in ticks)
            sum += Counted(volume);
        return sum;
    }

    /// <summary>A volume as the ledger counts it: one that cannot be read counts 0.</summary>
    internal static long Counted(long ticks) => ticks == Bad ? 0 : ticks;

    /// <summary>The ticks of a volume in floating point, or <see cref="Bad"/>.</summary>
    internal static long FromDouble(double units)
    {
        if (!(Math.Abs(units) <= Largest))
            return Bad;
        var ticks = units * Ticks.PerUnit;
        var nearest = Math.Round(ticks);
        // Close to a half, the product's own rounding could tip the scale: the shortest decimal of the double decides.
        return Math.Abs(ticks - nearest) < 0.499
            ? (long)nearest
            : Ticks.FromUnits(decimal.Parse(Numbers.Exact(units), NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private static void FromDoubles(ReadOnlySpan<double> values, Span<long> ticks)
    {
        for (var row = 0; row < values.Length; row++)
            ticks[row] = FromDouble(values[row]);
    }

    private static void FromIntegers<T>(ReadOnlySpan<T> values, DecimalScale scale, Span<long> ticks)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var row = 0; row < values.Length; row++)
            ticks[row] = scale.ToTicks(long.CreateTruncating(values[row]));
    }
}

/// <summary>From the whole numbers in which a decimal of some scale is stored, to ticks.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct DecimalScale
{
    private readonly bool _isWhole;
    private readonly long _factor;
    private readonly Int128 _divisor;
    private readonly long _largest;

    /// <summary>A scale of 0 to 18 decimals.</summary>
    internal DecimalScale(int scale)
    {
        Int128 power = 1;
        for (var i = 0; i < scale; i++)
            power *= 10;
        _largest = (long)Int128.Min(power * VolumeColumn.Largest, long.MaxValue);
        var isWhole = _isWhole = Ticks.PerUnit % power == 0;
        _factor = isWhole ? (long)(Ticks.PerUnit / power) : Ticks.PerUnit;
        _divisor = isWhole ? 1 : power;
    }

    internal long ToTicks(long stored)
    {
        if (stored > _largest || stored < -_largest)
            return VolumeColumn.Bad;
        if (_isWhole)
            return stored * _factor;
        var (ticks, rest) = Int128.DivRem((Int128)stored * _factor, _divisor);
        return (long)(Int128.Abs(rest) * 2 >= _divisor ? ticks + Int128.Sign(stored) : ticks);
    }
}
