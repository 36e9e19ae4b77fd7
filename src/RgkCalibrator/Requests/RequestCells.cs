using System.Text;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Requests;

/// <summary>Values of a request as people and messages write them.</summary>
public static class RequestCells
{
    private static readonly ValueFormat[] DayFormats =
        [ValueFormat.Iso, ValueFormat.DayFirst, ValueFormat.Compact, ValueFormat.MonthName];

    private static readonly Dictionary<string, VolumeFrequency> Frequencies = Words(
        (VolumeFrequency.PerDay, ["1", "day", "dag", "per day", "per dag"]),
        (VolumeFrequency.PerWeek, ["2", "week", "per week"]),
        (VolumeFrequency.PerMonth, ["4", "month", "maand", "per month", "per maand"]),
        (VolumeFrequency.Total,
            ["6", "total", "totaal", "in totaal", "totaal binnen geldigheidsduur toewijzing"]));

    private static readonly Dictionary<string, CareOrder> Orders = Words(
        (CareOrder.First, ["first", "eerste", "eerste traject"]),
        (CareOrder.FollowUp, ["follow-up", "vervolg", "vervolgtraject", "verlenging"]));

    private static readonly Dictionary<string, bool> Truths = Words(
        (true, ["ja", "yes", "true", "waar", "1", "j", "y"]),
        (false, ["nee", "no", "false", "onwaar", "0", "n"]));

    /// <summary>A day of the years 2000 to 2099, with the day before the month; null for anything else.</summary>
    public static DateOnly? Day(string text) => Day(text, DayFormats);

    /// <summary>How often, by its iJw code or a word; null for anything else.</summary>
    public static VolumeFrequency? Frequency(string text) => ValueOf(Frequencies, text);

    /// <summary>First or follow-up; null for anything else.</summary>
    public static CareOrder? Order(string text) => ValueOf(Orders, text);

    /// <summary>Yes or no; null for anything else.</summary>
    public static bool? YesNo(string text) => ValueOf(Truths, text);

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

    private static T? ValueOf<T>(Dictionary<string, T> words, string text)
        where T : struct => words.TryGetValue(text.Trim(), out var value) ? value : null;

    private static Dictionary<string, T> Words<T>(params (T Value, string[] Texts)[] words) =>
        words.SelectMany(one => one.Texts, (one, text) => (text, one.Value))
            .ToDictionary(one => one.text, one => one.Value, StringComparer.OrdinalIgnoreCase);
}
