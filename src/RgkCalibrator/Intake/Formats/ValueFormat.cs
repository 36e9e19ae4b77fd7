namespace RgkCalibrator.Intake.Formats;

/// <summary>
/// How a column of text writes its dates or its numbers. Years have four digits (1 to 9999), or two where a format says
/// so: below 50 is 20jj, else 19jj. A number has a sign before or behind it, a <c>€</c>, spaces between thousands, and
/// an exponent where there are no thousands; all of these may be left out.
/// </summary>
public enum ValueFormat
{
    /// <summary><c>2021-03-01</c>, also with slashes; a time may follow after a space or a T, but no zone.</summary>
    Iso = 1,

    /// <summary>
    /// <c>1-3-2021</c>, also with slashes or points and with two digits of year; a time may follow after a space.
    /// </summary>
    DayFirst,

    /// <summary><c>20210301</c>.</summary>
    Compact,

    /// <summary>
    /// <c>1 mrt 2021</c>, also with hyphens, a point after the month, the whole name or two digits of year; Dutch or
    /// English. Also <c>01MAR2021</c>, as SAS writes it.
    /// </summary>
    MonthName,

    /// <summary>
    /// <c>44256</c>: days as Excel numbers them from 1900, in which 1900 is taken for a leap year; so only from 1 March
    /// 1900 (61) on. Decimals are a time.
    /// </summary>
    ExcelSerial,

    /// <summary>
    /// <c>3/1/2021</c>, as <see cref="DayFirst"/> with day and month changed about; never assumed, only where a mapping
    /// says so.
    /// </summary>
    MonthFirst,

    /// <summary>
    /// <c>2021-02-28T23:00Z</c>: a moment in UTC, or in the zone that stands with it, of which the day in the
    /// Netherlands counts; of a date without a time that date. Without a zone it is assumed only where the moments are
    /// midnights in the Netherlands.
    /// </summary>
    Utc,

    /// <summary>
    /// <c>42794</c>: days from 1 January 1904, as Excel on a Mac numbered them. Like the next two never assumed, only
    /// where a mapping says so.
    /// </summary>
    Excel1904,

    /// <summary><c>18687</c>: days from 1 January 1970, as R and Unix number them.</summary>
    DaysSince1970,

    /// <summary><c>22340</c>: days from 1 January 1960, as SAS and Stata number them.</summary>
    DaysSince1960,

    /// <summary>The number <c>1.234,56</c>; the points may be left out.</summary>
    DecimalComma,

    /// <summary>The number <c>1,234.56</c>; the commas may be left out.</summary>
    DecimalPoint,
}

/// <summary>What mappings, reports and questions call the formats.</summary>
internal static class ValueFormats
{
    private static readonly FormatName[] Names =
    [
        new("iso", "2021-03-01"), new("day-first", "01-03-2021"), new("compact", "20210301"),
        new("month-name", "1 mrt 2021"), new("excel-serial", "44256"), new("month-first", "03/01/2021"),
        new("utc", "2021-02-28T23:00Z"),
        new("excel-1904", "42794"), new("days-since-1970", "18687"), new("days-since-1960", "22340"),
        new("decimal-comma", "1.234,5"), new("decimal-point", "1234.5"),
    ];

    /// <summary>The formats of dates.</summary>
    internal static IReadOnlyList<ValueFormat> Dates { get; } =
        Enum.GetValues<ValueFormat>()[..(int)ValueFormat.DaysSince1960];

    /// <summary>The ways to number days.</summary>
    internal static IReadOnlyList<ValueFormat> DayNumbers { get; } =
        [ValueFormat.ExcelSerial, ValueFormat.Excel1904, ValueFormat.DaysSince1970, ValueFormat.DaysSince1960];

    /// <summary>The formats of numbers.</summary>
    internal static IReadOnlyList<ValueFormat> Numbers { get; } = [ValueFormat.DecimalComma, ValueFormat.DecimalPoint];

    /// <summary>The word for a format in a mapping.</summary>
    internal static string Word(this ValueFormat format) => Names[(int)format - 1].Word;

    /// <summary>1 March 2021, or a number, in a format.</summary>
    internal static string Example(this ValueFormat format) => Names[(int)format - 1].Example;

    // In the order of the formats.
    private sealed record FormatName(string Word, string Example);
}
