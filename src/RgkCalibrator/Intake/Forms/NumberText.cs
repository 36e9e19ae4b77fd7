using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Forms;

/// <summary>The digits of a number with what stands between them, read from left to right.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct NumberText(ReadOnlySpan<byte> text, NumberForm form)
{
    private const int GroupSize = 3;
    private readonly byte _decimalMark = (byte)(form == NumberForm.DecimalComma ? ',' : '.');
    private readonly byte _groupMark = (byte)(form == NumberForm.DecimalComma ? '.' : ',');
    private ReadOnlySpan<byte> _rest = text;
    private int _digits;
    private int _groupDigits;
    private byte _separator;

    /// <summary>Reads the whole text.</summary>
    /// <returns>Whether it is a number in the form.</returns>
    internal bool TryRead(out ExactNumber number)
    {
        number = default;
        if (!TryWhole(ref number) || !TryDecimals(ref number) || _digits == 0)
            return false;
        return _rest.IsEmpty || (_separator == 0 && TryExponent(ref number));
    }

    private bool TryWhole(ref ExactNumber number)
    {
        unchecked
        {
            var first = _rest.IsEmpty ? 0 : _rest[0];
            do
            {
                _groupDigits = 0;
                for (; !_rest.IsEmpty && _rest[0] - '0' is >= 0 and <= 9 and var digit; _rest = _rest[1..])
                {
                    number.Append(digit, isDecimal: false);
                    _groupDigits++;
                }

                _digits += _groupDigits;
                if (_separator != 0 && _groupDigits != GroupSize)
                    return false;
            }
            while (TrySeparator());
            return _separator == 0 || first != '0';
        }
    }

    /// <summary>Whether another group follows; a different sign than the first is left for whoever reads on to stumble over.</summary>
    private bool TrySeparator()
    {
        var length = !_rest.IsEmpty && _rest[0] == _groupMark ? 1 : FieldText.SpaceAt(_rest);
        var isNext = length > 0 && (_separator == 0 ? _groupDigits is >= 1 and <= GroupSize : _separator == _rest[0]);
        if (isNext)
        {
            _separator = _rest[0];
            _rest = _rest[length..];
        }

        return isNext;
    }

    private bool TryDecimals(ref ExactNumber number)
    {
        unchecked
        {
            if (_rest.IsEmpty || _rest[0] != _decimalMark)
                return true;
            for (_rest = _rest[1..]; !_rest.IsEmpty && _rest[0] - '0' is >= 0 and <= 9 and var digit; _rest = _rest[1..])
            {
                number.Append(digit, isDecimal: true);
                _digits++;
            }

            return true;
        }
    }

    private bool TryExponent(ref ExactNumber number)
    {
        if (_rest[0] is not ((byte)'E' or (byte)'e'))
            return false;
        _rest = _rest[1..];
        var isNegative = _rest.StartsWith("-"u8);
        if (isNegative || _rest.StartsWith("+"u8))
            _rest = _rest[1..];
        var power = 0;
        // Of a longer one no volume comes.
        if (_rest.Length is < 1 or > 3)
            return false;
        foreach (var letter in _rest)
        {
            if (!char.IsAsciiDigit((char)letter))
                return false;
            power = (power * 10) + letter - '0';
        }

        number.Shift(isNegative ? -power : power);
        return true;
    }
}
