using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Framework;

/// <summary>A percentage as readers see it. For programs there is <see cref="Percentage.ToString"/>.</summary>
internal static class PercentageWords
{
    /// <summary><c>P80</c>; a half is <c>P82,5</c> in Dutch and <c>P82.5</c> in English.</summary>
    internal static Wording Name(this Percentage percentage) => Shown("P", percentage, string.Empty, string.Empty);

    /// <summary><c>80%</c>, <c>82,5%</c>.</summary>
    internal static Wording Percent(this Percentage percentage) => Shown(string.Empty, percentage, "%", "%");

    /// <summary><c>80e</c> and <c>80th</c>, <c>82,5e</c> and <c>82.5th</c>.</summary>
    internal static Wording Ordinal(this Percentage percentage) =>
        Shown(string.Empty, percentage, "e", EnglishEnding(percentage.Halves));

    // Eleventh to thirteenth go as the others; a half is read as 'point fifth'.
    private static string EnglishEnding(int halves) => (halves % 20, halves / 20) switch
    {
        (_, 1) => "th",
        (2, _) => "st",
        (4, _) => "nd",
        (6, _) => "rd",
        _ => "th",
    };

    private static Wording Shown(string before, Percentage percentage, string dutchAfter, string englishAfter) => new(
        before + Numbers.Shown(percentage.Halves / 2.0, 1, Language.Dutch) + dutchAfter,
        before + Numbers.Shown(percentage.Halves / 2.0, 1, Language.English) + englishAfter);
}
