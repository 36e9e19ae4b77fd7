using System.Globalization;

namespace RgkCalibrator.Cli;

/// <summary>A day that was given with an option.</summary>
internal static class GivenDay
{
    /// <summary>The day; null where the option was not given.</summary>
    /// <exception cref="CalibrationException">It is no day.</exception>
    public static DateOnly? Of(string option, string? text)
    {
        if (text is null)
            return null;
        return DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Refusals.Wrong(
                new("Dit is geen dag.", "This is no day."), $"{option} {text}",
                new("Schrijf de dag als 2025-09-01.", "Write the day as 2025-09-01."));
    }
}
