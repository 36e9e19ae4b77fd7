using System.Globalization;

namespace RgkCalibrator.Intake.Messages;

/// <summary>Dates as XML writes them.</summary>
internal static class MessageDate
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>Reads a date; a time or a time zone behind it does not count (iJw has none, RS032).</summary>
    internal static DateOnly? Read(string text) =>
        text.Length >= Iso.Length
        && (text.Length == Iso.Length || text[Iso.Length] is 'T' or 'Z' or '+' or '-')
        && DateOnly.TryParseExact(
            text.AsSpan(0, Iso.Length), Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>
    /// A birth date of which, by its <c>DatumGebruik</c> (list COD170), a part is unknown: 1, the day; 2, the month as
    /// well; 3, all. The middle of what is known stands in for it.
    /// </summary>
    internal static DateOnly? Birth(string date, string use) => (Read(date), use) switch
    {
        (null, _) or (_, "3") => null,
        ({ } day, "1") => new DateOnly(day.Year, day.Month, 15),
        ({ } day, "2") => new DateOnly(day.Year, 7, 1),
        var (day, _) => day,
    };

    /// <summary>As XML and the copy write it.</summary>
    internal static string Text(DateOnly day) => day.ToString(Iso, CultureInfo.InvariantCulture);
}
