using System.Globalization;
using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Formats;

/// <summary>Scans the digits of a number, and what stands between them, from left to right.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct NumberScanner(ReadOnlySpan<byte> text, ValueFormat format)
{
    private const int GroupSize = 3;
    private readonly byte _decimalMark = (byte)(format == ValueFormat.DecimalComma ? ',' : '.');
    private readonly byte _groupMark = (byte)(format == ValueFormat.DecimalComma ? '.' : ',');
    private ReadOnlySpan<byte> _rest = text;
    private byte _separator;

    /// <summary>Reads the whole text.</summary>
    /// <returns>Whether it is a number in the format.</returns>
    internal bool TryRead(out ExactNumber number)
    {
        number = default;
        if (!TryWhole(ref number, out var digits))
            return false;
        if (!_rest.IsEmpty && _rest[0] == _decimalMark)
        {
            _rest = _rest[1..];
            digits += Digits(ref number, isDecimal: true);
        }

        return digits > 0 && (_rest.IsEmpty || (_separator == 0 && TryExponent(ref number)));
    }

    private bool TryWhole(ref ExactNumber number, out int digits)
    {
        var first = _rest.IsEmpty ? 0 : _rest[0];
        digits = 0;
        int group;
        do
        {
            group = Digits(ref number, isDecimal: false);
            digits += group;
            if (_separator != 0 && group != GroupSize)
                return false;
        }
        while (TrySeparator(group));
        return _separator == 0 || first != '0';
    }

    /// <summary>
    /// Reads the separator of the next group; a different one than the first is not read, so that the text is no
    /// number.
    /// </summary>
    private bool TrySeparator(int group)
    {
        var length = !_rest.IsEmpty && _rest[0] == _groupMark ? 1 : FieldText.SpaceAt(_rest);
        var isNext = length > 0 && (_separator == 0 ? group is >= 1 and <= GroupSize : _separator == _rest[0]);
        if (isNext)
        {
            _separator = _rest[0];
            _rest = _rest[length..];
        }

        return isNext;
    }

    /// <summary>Reads the digits that follow.</summary>
    /// <returns>How many there are.</returns>
    private int Digits(ref ExactNumber number, bool isDecimal)
    {
        var before = _rest.Length;
        for (; !_rest.IsEmpty && _rest[0] - '0' is >= 0 and <= 9 and var digit; _rest = _rest[1..])
            number.Append(digit, isDecimal);
        return before - _rest.Length;
    }

    private bool TryExponent(ref ExactNumber number)
    {
        // A longer one is beyond every volume.
        const int most = 3;
        if (_rest[0] is not ((byte)'E' or (byte)'e'))
            return false;
        var isNegative = _rest[1..].StartsWith("-"u8);
        var digits = isNegative || _rest[1..].StartsWith("+"u8) ? _rest[2..] : _rest[1..];
        if (digits.Length is 0 or > most || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return false;
        var power = int.Parse(digits, CultureInfo.InvariantCulture);
        number.Shift(isNegative ? -power : power);
        return true;
    }
}
