using System.Globalization;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Catalogue;

/// <summary>Durations as a catalogue writes them.</summary>
internal static class DurationText
{
    private const int Longest = 600;

    /// <summary>Reads <c>12 maand</c>, <c>26 week</c> (also in the plural) and <c>schooljaar</c>.</summary>
    public static bool TryRead(string text, out DurationStep step)
    {
        step = DurationStep.SchoolYear;
        if (text == "schooljaar")
            return true;
        var parts = text.Split(' ');
        if (parts.Length != 2 || !TryUnit(parts[1], out var unit) || !TryLength(parts[0], out var length))
            return false;
        step = new DurationStep(length, unit);
        return true;
    }

    /// <summary>
    /// A length to put steps in order by, in sixteenths of a day: a month is 30.4375 days, and a school year the 40
    /// weeks that the framework of 2025 gives it. No step is converted with it.
    /// </summary>
    public static int Rank(DurationStep step) => step.Unit switch
    {
        DurationUnit.Month => step.Length * 487,
        DurationUnit.Week => step.Length * 112,
        DurationUnit.SchoolYear => 40 * 112,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Unit, "Unknown duration unit."),
    };

    private static bool TryUnit(string text, out DurationUnit unit)
    {
        unit = text is "week" or "weken" ? DurationUnit.Week : DurationUnit.Month;
        return text is "maand" or "maanden" or "week" or "weken";
    }

    private static bool TryLength(string text, out int length) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length) && length is > 0 and <= Longest;
}
