namespace RgkCalibrator.Intake.Forms;

/// <summary>From text to days. Checked by the calendar: 31-02 is no date. White space around does not matter.</summary>
internal static class DateForms
{
    /// <summary>The day on which Excel's numbers begin, as far as its years after February 1900 are concerned.</summary>
    private const int ExcelZero = -25569;

    private const int FirstSerial = 61;
    private const int LastSerial = 2_958_465;

    /// <summary>Reads a date.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="form">The only form that is tried.</param>
    /// <param name="day">As <see cref="DayNumber"/> counts.</param>
    /// <returns>Whether the text is a date in this form.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> utf8, DateForm form, out int day)
    {
        if (utf8.Length == 10 && TryTen(utf8, form, out day))
            return true;
        var text = new DateText(FieldText.Trim(utf8));
        return form switch
        {
            DateForm.Iso => TryIso(ref text, out day),
            DateForm.DayFirst => TryDayFirst(ref text, out day),
            DateForm.Compact => TryCompact(ref text, out day),
            DateForm.MonthName => TryMonthName(ref text, out day),
            DateForm.ExcelSerial => TrySerial(ref text, out day),
            DateForm.MonthFirst => TryMonthFirst(ref text, out day),
            DateForm.Utc => TryUtc(ref text, out day),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form."),
        };
    }

    /// <summary>The word for a form in a mapping.</summary>
    internal static string Word(DateForm form) => form switch
    {
        DateForm.Iso => "iso",
        DateForm.DayFirst => "day-first",
        DateForm.Compact => "compact",
        DateForm.MonthName => "month-name",
        DateForm.ExcelSerial => "excel-serial",
        DateForm.MonthFirst => "month-first",
        DateForm.Utc => "utc",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form."),
    };

    /// <summary>1 March 2021 in a form, for reports and questions.</summary>
    internal static string Example(DateForm form) => form switch
    {
        DateForm.Iso => "2021-03-01",
        DateForm.DayFirst => "01-03-2021",
        DateForm.Compact => "20210301",
        DateForm.MonthName => "1 mrt 2021",
        DateForm.ExcelSerial => "44256",
        DateForm.MonthFirst => "03/01/2021",
        DateForm.Utc => "2021-02-28T23:00Z",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form."),
    };

    /// <summary>Nearly all dates are <c>2021-03-01</c> or <c>01-03-2021</c>: these are read more than twice as fast. What is not is left to the others.</summary>
    private static bool TryTen(ReadOnlySpan<byte> text, DateForm form, out int day)
    {
        day = 0;
        return form switch
        {
            DateForm.Iso => text[4] == text[7] && text[4] is (byte)'-' or (byte)'/'
                && TryDay((Two(text, 0) * 100) + Two(text, 2), Two(text, 5), Two(text, 8), out day),
            DateForm.DayFirst => text[2] == text[5] && text[2] is (byte)'-' or (byte)'/' or (byte)'.'
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

    /// <summary>Whether a text is a date and a time, without a zone, that is midnight in the Netherlands if it stands in UTC.</summary>
    internal static bool IsDutchMidnight(ReadOnlySpan<byte> utf8)
    {
        var text = new DateText(FieldText.Trim(utf8));
        return TryIsoDay(ref text, out var day) && text.TryMoment(out var second, out var hasZone) && !hasZone && DutchTime.IsMidnight(day, second);
    }

    private static bool TryUtc(ref DateText text, out int day)
    {
        if (!TryIsoDay(ref text, out day))
            return false;
        if (text.IsAtEnd)
            return true;
        var isMoment = text.TryMoment(out var second, out _);
        day = DutchTime.DayOf(day, second);
        return isMoment;
    }

    private static bool TryIsoDay(ref DateText text, out int day)
    {
        day = 0;
        return text.TryNumber(4, 4, out var year) && text.TrySeparator("-/"u8, out var separator)
            && text.TryNumber(1, 2, out var month) && text.TryByte(separator)
            && text.TryNumber(1, 2, out var number) && TryDay(year, month, number, out day);
    }

    private static bool TryIso(ref DateText text, out int day)
    {
        day = 0;
        return text.TryNumber(4, 4, out var year) && text.TrySeparator("-/"u8, out var separator)
            && text.TryNumber(1, 2, out var month) && text.TryByte(separator)
            && text.TryNumber(1, 2, out var number) && text.TryTime(mayHaveT: true)
            && TryDay(year, month, number, out day);
    }

    private static bool TryDayFirst(ref DateText text, out int day) =>
        TryThree(ref text, out var first, out var second, out var year) & TryDay(year, second, first, out day);

    private static bool TryMonthFirst(ref DateText text, out int day) =>
        TryThree(ref text, out var first, out var second, out var year) & TryDay(year, first, second, out day);

    // Where it is not read, the year is 0: no date.
    private static bool TryThree(ref DateText text, out int first, out int second, out int year)
    {
        (second, year) = (0, 0);
        if (text.TryNumber(1, 2, out first) && text.TrySeparator("-/."u8, out var separator)
            && text.TryNumber(1, 2, out second) && text.TryByte(separator)
            && text.TryYear(out var whole) && text.TryTime(mayHaveT: false))
        {
            year = whole;
        }

        return year != 0;
    }

    private static bool TryCompact(ref DateText text, out int day)
    {
        day = 0;
        return text.TryNumber(8, 8, out var digits) && text.IsAtEnd && TryDay(digits / 10_000, digits / 100 % 100, digits % 100, out day);
    }

    private static bool TryMonthName(ref DateText text, out int day)
    {
        day = 0;
        return text.TryNumber(1, 2, out var number) && text.TryGap() && MonthNames.TryRead(text.Letters(), out var month)
            && text.TryGap() && text.TryYear(out var year) && text.TryTime(mayHaveT: false)
            && TryDay(year, month, number, out day);
    }

    private static bool TrySerial(ref DateText text, out int day)
    {
        day = 0;
        if (!text.TryNumber(2, 7, out var serial) || serial is < FirstSerial or > LastSerial || !text.TryFraction())
            return false;
        day = serial + ExcelZero;
        return true;
    }

    /// <summary>Days of the Gregorian calendar, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013): days_from_civil.</summary>
    private static bool TryDay(int year, int month, int number, out int day)
    {
        day = 0;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || number < 1 || number > DaysIn(year, month))
            return false;
        var shifted = month <= 2 ? year - 1 : year;
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + number - 1;
        day = (shifted * 365) + (shifted / 4) - (shifted / 100) + (shifted / 400) + dayOfYear - 719_468;
        return true;
    }

    private static int DaysIn(int year, int month) => month switch
    {
        2 => (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
