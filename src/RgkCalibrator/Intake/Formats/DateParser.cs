using System.Globalization;

namespace RgkCalibrator.Intake.Formats;

/// <summary>Parses days. The calendar decides: 31-02 is no date. White space around a text does not matter.</summary>
internal static class DateParser
{
    /// <summary>
    /// The day on which Excel's numbers begin, as far as its years after February 1900 are concerned.
    /// </summary>
    private const int ExcelZero = -25569;

    private const int FirstSerial = 61;
    private const int LastSerial = 2_958_465;

    // 1 January 1904 and 1960.
    private const int Excel1904Zero = -24_107;
    private const int SasZero = -3_653;
    private const int LastDayNumber = 2_932_896;

    private static readonly GregorianCalendar Calendar = new();

    /// <summary>Parses a date.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="format">The only format that is tried.</param>
    /// <param name="day">As <see cref="DayNumber"/> counts.</param>
    /// <returns>Whether the text is a date in this format.</returns>
    internal static bool TryParse(ReadOnlySpan<byte> utf8, ValueFormat format, out int day)
    {
        if (utf8.Length == 10 && TryTen(utf8, format, out day))
            return true;
        var text = new DateScanner(FieldText.Trim(utf8));
        return format switch
        {
            ValueFormat.Iso => TryIsoDay(ref text, out day) && text.TryTimeOrEnd(mayHaveT: true),
            ValueFormat.DayFirst => TryThreeNumbers(ref text, isMonthFirst: false, out day),
            ValueFormat.Compact => TryCompact(ref text, out day),
            ValueFormat.MonthName => TryMonthName(ref text, out day),
            ValueFormat.ExcelSerial => TrySerial(ref text, out day),
            ValueFormat.Excel1904 => TryDayNumber(ref text, Excel1904Zero, out day),
            ValueFormat.DaysSince1970 => TryDayNumber(ref text, 0, out day),
            ValueFormat.DaysSince1960 => TryDayNumber(ref text, SasZero, out day),
            ValueFormat.MonthFirst => TryThreeNumbers(ref text, isMonthFirst: true, out day),
            ValueFormat.Utc => TryUtc(ref text, out day),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No format of dates."),
        };
    }

    /// <summary>
    /// Whether a text is a date and a time, without a zone, that is midnight in the Netherlands if it stands in UTC.
    /// </summary>
    internal static bool IsDutchMidnight(ReadOnlySpan<byte> utf8)
    {
        var text = new DateScanner(FieldText.Trim(utf8));
        return TryIsoDay(ref text, out var day) && text.TryMoment(out var second, out var hasZone) && !hasZone
            && DutchTime.IsMidnight(day, second);
    }

    /// <summary>
    /// Parses <c>2021-03-01</c> and <c>01-03-2021</c>, which nearly all dates are, more than twice as fast; other texts
    /// are left to the other methods.
    /// </summary>
    private static bool TryTen(ReadOnlySpan<byte> text, ValueFormat format, out int day)
    {
        day = 0;
        return format switch
        {
            ValueFormat.Iso => text[4] == text[7] && text[4] is (byte)'-' or (byte)'/'
                && TryDay((Two(text, 0) * 100) + Two(text, 2), Two(text, 5), Two(text, 8), out day),
            ValueFormat.DayFirst => text[2] == text[5] && text[2] is (byte)'-' or (byte)'/' or (byte)'.'
                && TryDay((Two(text, 6) * 100) + Two(text, 8), Two(text, 3), Two(text, 0), out day),
            _ => false,
        };
    }

    /// <summary>Two digits; where they are none, a number so small that no date comes of it.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 ? (tens * 10) + ones : -100_000;
    }

    private static bool TryUtc(ref DateScanner text, out int day)
    {
        if (!TryIsoDay(ref text, out day))
            return false;
        if (text.IsAtEnd)
            return true;
        var isMoment = text.TryMoment(out var second, out _);
        day = DutchTime.DayOf(day, second);
        return isMoment;
    }

    private static bool TryIsoDay(ref DateScanner text, out int day)
    {
        day = 0;
        return text.TryNumber(4, 4, out var year) && text.TrySeparator("-/"u8, out var separator)
            && text.TryNumber(1, 2, out var month) && text.TryByte(separator)
            && text.TryNumber(1, 2, out var number) && TryDay(year, month, number, out day);
    }

    private static bool TryThreeNumbers(ref DateScanner text, bool isMonthFirst, out int day)
    {
        day = 0;
        return text.TryNumber(1, 2, out var first) && text.TrySeparator("-/."u8, out var separator)
            && text.TryNumber(1, 2, out var second) && text.TryByte(separator)
            && text.TryYear(out var year) && text.TryTimeOrEnd(mayHaveT: false)
            && (isMonthFirst ? TryDay(year, first, second, out day) : TryDay(year, second, first, out day));
    }

    private static bool TryCompact(ref DateScanner text, out int day)
    {
        day = 0;
        return text.TryNumber(8, 8, out var digits) && text.IsAtEnd
            && TryDay(digits / 10_000, digits / 100 % 100, digits % 100, out day);
    }

    private static bool TryMonthName(ref DateScanner text, out int day)
    {
        day = 0;
        var asSas = text;
        return (text.TryNumber(1, 2, out var number) && text.TryGap()
            && MonthNames.TryFind(text.Letters(), out var month)
            && text.TryGap() && text.TryYear(out var year) && text.TryTimeOrEnd(mayHaveT: false)
            && TryDay(year, month, number, out day))
            || TrySas(ref asSas, out day);
    }

    /// <summary><c>01MAR2021</c>, and <c>01MAR2021:00:00:00</c>.</summary>
    private static bool TrySas(ref DateScanner text, out int day)
    {
        day = 0;
        return text.TryNumber(2, 2, out var number) && MonthNames.TryFind(text.Letters(), out var month)
            && text.TryNumber(4, 4, out var year) && (text.IsAtEnd || text.TryTimeAfterColon())
            && TryDay(year, month, number, out day);
    }

    private static bool TrySerial(ref DateScanner text, out int day)
    {
        var isSerial = text.TryNumber(2, 7, out var serial) && serial is >= FirstSerial and <= LastSerial
            && text.TryDecimals() && text.IsAtEnd;
        day = serial + ExcelZero;
        return isSerial;
    }

    private static bool TryDayNumber(ref DateScanner text, int zero, out int day)
    {
        var isNumber = text.TryNumber(1, 7, out var number) && text.TryDecimals() && text.IsAtEnd;
        day = number + zero;
        return isNumber && day <= LastDayNumber;
    }

    private static bool TryDay(int year, int month, int number, out int day)
    {
        var isDay = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && number >= 1
            && number <= Calendar.GetDaysInMonth(year, month);
        day = isDay ? DayNumber.Of(new DateOnly(year, month, number)) : 0;
        return isDay;
    }
}
