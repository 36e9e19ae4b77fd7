using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Forms;

/// <summary>A text that is read from left to right; what is read is gone.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct DateText(ReadOnlySpan<byte> text)
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

    /// <summary>A year of four digits, or of two: from 1950 to 2049.</summary>
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

    /// <summary>What stands between day, month and year: a hyphen, a slash, spaces, or a point and spaces.</summary>
    internal bool TryGap()
    {
        if (TrySeparator("-/"u8, out _))
            return true;
        var isPoint = TryByte((byte)'.');
        return isPoint && TryByte((byte)'-') || TrySpaces() || isPoint;
    }

    /// <summary>The letters that follow.</summary>
    internal ReadOnlySpan<byte> Letters()
    {
        var length = 0;
        while (length < _rest.Length && char.IsAsciiLetter((char)_rest[length]))
            length++;
        var letters = _rest[..length];
        _rest = _rest[length..];
        return letters;
    }

    /// <summary>The end, or a time of day and then the end: hours and minutes, with or without seconds and their decimals.</summary>
    internal bool TryTime(bool mayHaveT)
    {
        if (IsAtEnd)
            return true;
        if (!(mayHaveT && TryByte((byte)'T')) && !TrySpaces())
            return false;
        return TryPart(1, 23) && TryByte((byte)':') && TryPart(2, 59) && TrySeconds();
    }

    /// <summary>A time of day and then the end or a zone: Z, or hours and perhaps minutes from UTC.</summary>
    /// <param name="second">Seconds after midnight in UTC; of a time with a zone it can be below 0 or beyond the day.</param>
    /// <param name="hasZone">Whether there is a zone; without one the time is taken for one in UTC.</param>
    internal bool TryMoment(out int second, out bool hasZone)
    {
        (second, hasZone) = (0, false);
        if ((!TryByte((byte)'T') && !TrySpaces()) || !TryClock(out second))
            return false;
        if (IsAtEnd)
            return true;
        hasZone = TryZone(out var offset);
        second -= offset;
        return hasZone && IsAtEnd;
    }

    private bool TryClock(out int second)
    {
        var (minutes, seconds) = (0, 0);
        var isTime = TryPart(1, 23, out var hours) && TryByte((byte)':') && TryPart(2, 59, out minutes)
            && (!TryByte((byte)':') || TryPart(2, 59, out seconds))
            && (!TrySeparator(".,"u8, out _) || TryNumber(1, 9, out _));
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

    /// <summary>The end, or decimals and then the end.</summary>
    internal bool TryFraction()
    {
        if (IsAtEnd)
            return true;
        if (!TrySeparator(".,"u8, out _) || IsAtEnd)
            return false;
        return !_rest.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    private bool TrySeconds() => IsAtEnd || (TryByte((byte)':') && TryPart(2, 59) && TryFraction());

    private bool TryPart(int fewest, int largest) => TryPart(fewest, largest, out _);

    private bool TryPart(int fewest, int largest, out int part) => TryNumber(fewest, 2, out part) && part <= largest;

    private bool TrySpaces()
    {
        var before = _rest.Length;
        while (FieldText.SpaceAt(_rest) is > 0 and var length)
            _rest = _rest[length..];
        return _rest.Length < before;
    }
}
