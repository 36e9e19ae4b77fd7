using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Framework;

/// <summary>A percentage as readers see it. For programs there is <see cref="Percentage.ToString"/>.</summary>
internal static class PercentageWords
{
    /// <summary><c>P80</c>; a half is <c>P82,5</c> in Dutch and <c>P82.5</c> in English.</summary>
    internal static Wording Name(this Percentage percentage) => new("P" + Shown(percentage, Language.Dutch), "P" + Shown(percentage, Language.English));

    /// <summary><c>80%</c>, <c>82,5%</c>.</summary>
    internal static Wording Percent(this Percentage percentage) => new(Shown(percentage, Language.Dutch) + "%", Shown(percentage, Language.English) + "%");

    /// <summary><c>80e</c> and <c>80th</c>, <c>82,5e</c> and <c>82.5th</c>.</summary>
    internal static Wording Ordinal(this Percentage percentage) => new(
        Shown(percentage, Language.Dutch) + "e", Shown(percentage, Language.English) + EnglishEnding(percentage.Halves));

    // Eleventh to thirteenth go as the others; a half is read as 'point fifth'.
    private static string EnglishEnding(int halves) => (halves % 20, halves / 20) switch
    {
        (_, 1) => "th",
        (2, _) => "st",
        (4, _) => "nd",
        (6, _) => "rd",
        _ => "th",
    };

    private static string Shown(Percentage percentage, Language language) => Numbers.Shown(percentage.Halves / 2.0, 1, language);
}
