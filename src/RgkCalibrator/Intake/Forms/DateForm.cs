namespace RgkCalibrator.Intake.Forms;

/// <summary>How a column of text writes its dates. Years have four digits (1 to 9999), or two where a form says so: below 50 is 20jj, else 19jj.</summary>
public enum DateForm
{
    /// <summary><c>2021-03-01</c>, also with slashes; a time may follow after a space or a T, but no zone.</summary>
    Iso = 1,

    /// <summary><c>1-3-2021</c>, also with slashes or points and with two digits of year; a time may follow after a space.</summary>
    DayFirst,

    /// <summary><c>20210301</c>.</summary>
    Compact,

    /// <summary><c>1 mrt 2021</c>, also with hyphens, a point after the month, the whole name or two digits of year; Dutch or English.</summary>
    MonthName,

    /// <summary>
    /// <c>44256</c>: days as Excel numbers them from 1900, in which 1900 is taken for a leap year; so only from 1 March 1900 (61) on. Decimals are a time.
    /// </summary>
    ExcelSerial,

    /// <summary><c>3/1/2021</c>, as <see cref="DayFirst"/> with day and month changed about; never assumed, only where a mapping says so.</summary>
    MonthFirst,

    /// <summary>
    /// <c>2021-02-28T23:00Z</c>: a moment in UTC, or in the zone that stands with it, of which the day in the Netherlands counts; of a date without a time
    /// that date. Without a zone it is assumed only where the moments are midnights in the Netherlands.
    /// </summary>
    Utc,
}
