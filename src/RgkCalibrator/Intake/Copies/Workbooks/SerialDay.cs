using System.Buffers;
using System.Globalization;
using System.Text;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>
/// Days as Excel numbers them, as text: ISO 8601, with the time of day where there is one. Excel takes 1900 for a leap
/// year: what it shows as 29 February 1900 (60) and as 0 January 1900 (0) are written so, and are no dates.
/// </summary>
internal static class SerialDay
{
    private const int SecondsOfDay = 86_400;
    private const int LastSerial = 2_958_465;

    // 1 January 1904, numbered from 1900.
    private const int Days1904 = 1462;
    private const int LeapDay = 60;

    // The day with number 0: before the day that never was, and after.
    private static readonly DateOnly Early = new(1899, 12, 31);
    private static readonly DateOnly Late = new(1899, 12, 30);

    /// <summary>
    /// Whether a plain number, as it stands in the workbook, can be a day of our time: of five digits, with a time
    /// behind them or not.
    /// </summary>
    internal static bool IsLikely(ReadOnlySpan<char> number)
    {
        number = number.Trim();
        var point = number.IndexOf('.');
        var whole = point < 0 ? number : number[..point];
        return whole is [not '0', _, _, _, _] && !whole.ContainsAnyExceptInRange('0', '9')
            && (point < 0 || !number[(point + 1)..].ContainsAnyExceptInRange('0', '9'));
    }

    /// <summary>Writes a day, with its time to the second.</summary>
    /// <returns>Whether Excel has such a day; if not, nothing is written.</returns>
    internal static bool TryWrite(double serial, bool countsFrom1904, ArrayBufferWriter<byte> utf8)
    {
        if (!(serial >= 0 && serial < LastSerial + 1))
            return false;
        var seconds = (long)Math.Round(serial * SecondsOfDay) + (countsFrom1904 ? (long)Days1904 * SecondsOfDay : 0);
        var (day, time) = ((int)(seconds / SecondsOfDay), (int)(seconds % SecondsOfDay));
        if (day > LastSerial)
            return false;
        var text = day == 0 ? "1900-01-00"
            : day == LeapDay ? "1900-02-29"
            : (day < LeapDay ? Early : Late).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Write(text, utf8);
        if (time > 0)
            Write(" " + Clock(time), utf8);
        return true;
    }

    /// <summary>
    /// Writes a time of day, or a stretch of time, in hours, minutes and seconds: no number, and no date.
    /// </summary>
    /// <returns>Whether Excel shows it; if not, nothing is written.</returns>
    internal static bool TryWriteTime(double serial, ArrayBufferWriter<byte> utf8)
    {
        if (!(serial >= 0 && serial < LastSerial + 1))
            return false;
        Write(Clock((long)Math.Round(serial * SecondsOfDay)), utf8);
        return true;
    }

    private static string Clock(long seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");

    private static void Write(string ascii, ArrayBufferWriter<byte> utf8) =>
        utf8.Advance(Encoding.ASCII.GetBytes(ascii, utf8.GetSpan(ascii.Length)));
}
