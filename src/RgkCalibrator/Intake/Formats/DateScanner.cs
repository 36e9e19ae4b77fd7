using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Formats;

/// <summary>Scans the text of a date from left to right; what has been read is dropped.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct DateScanner(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    internal readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Reads all digits that follow; there must be as many as asked, at most 9.</summary>
    internal bool TryNumber(int fewest, int most, out int number)
    {
        unchecked
        {
            number = 0;
            var length = 0;
            while (length < _rest.Length && length <= most && _rest[length] - '0' is >= 0 and <= 9 and var digit)
            {
                number = (number * 10) + digit;
                length++;
            }

            _rest = _rest[length..];
            return length >= fewest && length <= most;
        }
    }

    /// <summary>Reads a year of four digits, or of two: from 1950 to 2049.</summary>
    internal bool TryYear(out int year)
    {
        var before = _rest.Length;
        if (!TryNumber(2, 4, out year) || before - _rest.Length == 3)
            return false;
        if (before - _rest.Length == 2)
            year += year < 50 ? 2000 : 1900;
        return true;
    }

    internal bool TrySeparator(ReadOnlySpan<byte> allowed, out byte separator)
    {
        separator = _rest.IsEmpty ? (byte)0 : _rest[0];
        return allowed.Contains(separator) && TryByte(separator);
    }

    internal bool TryByte(byte wanted)
    {
        if (_rest.IsEmpty || _rest[0] != wanted)
            return false;
        _rest = _rest[1..];
        return true;
    }

    /// <summary>
    /// Reads what stands between day, month and year: a hyphen, a slash, spaces, or a point and spaces.
    /// </summary>
    internal bool TryGap()
    {
        if (TrySeparator("-/"u8, out _))
            return true;
        var isPoint = TryByte((byte)'.');
        return isPoint && TryByte((byte)'-') || TrySpaces() || isPoint;
    }

    /// <summary>Reads the letters that follow.</summary>
    internal ReadOnlySpan<byte> Letters()
    {
        var length = 0;
        while (length < _rest.Length && char.IsAsciiLetter((char)_rest[length]))
            length++;
        var letters = _rest[..length];
        _rest = _rest[length..];
        return letters;
    }

    /// <summary>Reads the end, or a time of day and then the end.</summary>
    internal bool TryTimeOrEnd(bool mayHaveT) => IsAtEnd || (TryTime(mayHaveT, out _) && IsAtEnd);

    /// <summary>Reads a colon, a time of day and then the end.</summary>
    internal bool TryTimeAfterColon() => TryByte((byte)':') && TryClock(out _) && IsAtEnd;

    /// <summary>Reads a time of day and then the end or a zone: Z, or hours and perhaps minutes from UTC.</summary>
    /// <param name="second">Seconds after midnight in UTC; of a time with a zone it can be below 0 or beyond the
    /// day.</param>
    /// <param name="hasZone">Whether there is a zone; without one the time is taken for one in UTC.</param>
    internal bool TryMoment(out int second, out bool hasZone)
    {
        hasZone = false;
        if (!TryTime(mayHaveT: true, out second))
            return false;
        if (IsAtEnd)
            return true;
        hasZone = TryZone(out var offset);
        second -= offset;
        return hasZone && IsAtEnd;
    }

    /// <summary>Reads decimals behind a point or a comma, or nothing.</summary>
    internal bool TryDecimals()
    {
        if (!TrySeparator(".,"u8, out _))
            return true;
        var before = _rest.Length;
        _rest = _rest.TrimStart("0123456789"u8);
        return _rest.Length < before;
    }

    /// <summary>Reads a space or a T, hours and minutes, and perhaps seconds, which may have decimals.</summary>
    private bool TryTime(bool mayHaveT, out int second)
    {
        second = 0;
        return ((mayHaveT && TryByte((byte)'T')) || TrySpaces()) && TryClock(out second);
    }

    private bool TryClock(out int second)
    {
        var (hours, minutes, seconds) = (0, 0, 0);
        var isTime = TryPart(1, 23, out hours) && TryByte((byte)':') && TryPart(2, 59, out minutes)
            && (!TryByte((byte)':') || (TryPart(2, 59, out seconds) && TryDecimals()));
        second = (hours * 3600) + (minutes * 60) + seconds;
        return isTime;
    }

    private bool TryZone(out int offset)
    {
        offset = 0;
        if (TryByte((byte)'Z'))
            return true;
        if (!TrySeparator("+-"u8, out var sign) || !TryNumber(2, 4, out var hours))
            return false;
        var (whole, minutes) = hours > 99 ? (hours / 100, hours % 100) : (hours, 0);
        if (TryByte((byte)':') && !TryNumber(2, 2, out minutes))
            return false;
        offset = ((whole * 3600) + (minutes * 60)) * (sign == (byte)'-' ? -1 : 1);
        return whole <= 14 && minutes <= 59;
    }

    private bool TryPart(int fewest, int largest, out int part) => TryNumber(fewest, 2, out part) && part <= largest;

    private bool TrySpaces()
    {
        var before = _rest.Length;
        while (FieldText.SpaceAt(_rest) is > 0 and var length)
            _rest = _rest[length..];
        return _rest.Length < before;
    }
}
