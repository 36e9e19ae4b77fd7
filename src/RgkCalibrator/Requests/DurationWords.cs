using System.Globalization;
using System.Text.RegularExpressions;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Requests;

/// <summary>Durations as people write them in a request, in Dutch or English.</summary>
public static partial class DurationWords
{
    private const int MonthsInYear = 12;
    private const decimal Longest = 600;
    private const int MostMilliseconds = 1000;

    private const RegexOptions Options =
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Dictionary<string, DurationStep> Whole = new(StringComparer.OrdinalIgnoreCase)
    {
        ["schooljaar"] = DurationStep.SchoolYear,
        ["school year"] = DurationStep.SchoolYear,
        ["half jaar"] = DurationStep.Months(6),
        ["halfjaar"] = DurationStep.Months(6),
        ["half year"] = DurationStep.Months(6),
        ["anderhalf jaar"] = DurationStep.Months(18),
        ["jaar"] = DurationStep.Months(MonthsInYear),
        ["year"] = DurationStep.Months(MonthsInYear),
    };

    /// <summary>What can be written, for messages.</summary>
    public static Wording Forms { get; } = new(
        "Schrijf een duur als '14 maanden', '26 weken', '1 jaar' of 'schooljaar'.",
        "Write a duration like '14 months', '26 weeks', '1 year' or 'school year'.");

    /// <summary>
    /// Reads <c>14 maanden</c>, <c>26 weken</c>, <c>1,5 jaar</c>, <c>half jaar</c> and <c>schooljaar</c>; a year is
    /// twelve months.
    /// </summary>
    /// <returns>False for anything else, for what is no whole number of months or weeks, and beyond 600 of
    /// them.</returns>
    public static bool TryRead(string text, out DurationStep step)
    {
        var words = Spaces().Replace(text.Trim(), " ");
        if (Whole.TryGetValue(Article().Replace(words, string.Empty), out step!))
            return true;
        step = DurationStep.SchoolYear;
        var parts = Parts().Match(words);
        if (!parts.Success
            || !decimal.TryParse(
                parts.Groups["length"].ValueSpan.ToString().Replace(',', '.'), NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var length))
        {
            return false;
        }

        var unit = parts.Groups["unit"].ValueSpan;
        if (unit[0] is 'j' or 'J' or 'y' or 'Y')
            length *= MonthsInYear;
        if (length is < 1 or > Longest || !decimal.IsInteger(length))
            return false;
        step = new DurationStep((int)length, unit[0] is 'w' or 'W' ? DurationUnit.Week : DurationUnit.Month);
        return true;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(een|één|1|a|one) ", Options, MostMilliseconds)]
    private static partial Regex Article();

    [GeneratedRegex(
        @"^(?<length>[0-9]{1,4}([,.][0-9]{1,2})?) ?(?<unit>maand|maanden|mnd|mnd\.|month|months|week|weken|wk|weeks|"
            + "jaar|jaren|year|years)$",
        Options, MostMilliseconds)]
    private static partial Regex Parts();
}
