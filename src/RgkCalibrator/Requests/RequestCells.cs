using System.Text;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Requests;

/// <summary>Values of a request as people and messages write them.</summary>
public static class RequestCells
{
    private static readonly ValueFormat[] DayFormats =
        [ValueFormat.Iso, ValueFormat.DayFirst, ValueFormat.Compact, ValueFormat.MonthName];

    /// <summary>A day of the years 2000 to 2099, with the day before the month; null for anything else.</summary>
    public static DateOnly? Day(string text) => Day(text, DayFormats);

    /// <summary>How often, by its iJw code or a word; null for anything else.</summary>
    public static VolumeFrequency? Frequency(string text) => text.Trim().ToLowerInvariant() switch
    {
        "1" or "day" or "dag" or "per dag" or "per day" => VolumeFrequency.PerDay,
        "2" or "week" or "per week" => VolumeFrequency.PerWeek,
        "4" or "month" or "maand" or "per maand" or "per month" => VolumeFrequency.PerMonth,
        "6" or "total" or "totaal" or "in totaal" or "totaal binnen geldigheidsduur toewijzing" =>
            VolumeFrequency.Total,
        _ => null,
    };

    /// <summary>First or follow-up; null for anything else.</summary>
    public static CareOrder? Order(string text) => text.Trim().ToLowerInvariant() switch
    {
        "first" or "eerste" or "eerste traject" => CareOrder.First,
        "follow-up" or "vervolg" or "vervolgtraject" or "verlenging" => CareOrder.FollowUp,
        _ => null,
    };

    /// <summary>Yes or no; null for anything else.</summary>
    public static bool? YesNo(string text) => text.Trim().ToLowerInvariant() switch
    {
        "ja" or "yes" or "true" or "waar" or "1" or "j" or "y" => true,
        "nee" or "no" or "false" or "onwaar" or "0" or "n" => false,
        _ => null,
    };

    /// <summary>A day of those years in one of some formats.</summary>
    internal static DateOnly? Day(string text, IEnumerable<ValueFormat> formats)
    {
        const int first = 2000;
        const int last = 2099;
        return AnyDay(text, formats) is { Year: >= first and <= last } day ? day : null;
    }

    /// <summary>A day of any year, as one of birth may be, in one of some formats.</summary>
    internal static DateOnly? AnyDay(string text, IEnumerable<ValueFormat> formats)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        foreach (var format in formats)
        {
            if (DateParser.TryParse(utf8, format, out var day))
                return DayNumber.ToDate(day);
        }

        return null;
    }

    /// <summary>The formats of days in texts.</summary>
    internal static IReadOnlyList<ValueFormat> OfTexts => DayFormats;
}
