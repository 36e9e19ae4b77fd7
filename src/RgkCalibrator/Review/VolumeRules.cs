using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Review;

/// <summary>What can be wrong with the size of a volume: a slip of a unit or of a digit.</summary>
internal static class VolumeRules
{
    private const decimal DaysInWeek = 7;
    private const decimal HoursInWeek = 24 * DaysInWeek;
    private const decimal MinutesInWeek = 60 * HoursInWeek;

    // A dagdeel is four hours.
    private const decimal DagdelenInWeek = HoursInWeek / 4;

    // A month counts as 52/12 weeks; one of 31 days has more.
    private const decimal LongestMonth = 31 * 12 / (52 * DaysInWeek);

    /// <summary>More volume a week than a week has.</summary>
    internal static IEnumerable<LintFinding> MoreThanAWeek(PublishedFramework framework) =>
        from line in framework.Lines
        let perWeek = line.Volume / line.VolumeWeeks
        let most = MostInWeek(line.Unit)
        where perWeek > most * LongestMonth
        select LineRules.Finding("more-than-a-week", line, new(
            Told(line, perWeek, most.Value, Language.Dutch), Told(line, perWeek, most.Value, Language.English)));

    /// <summary>A volume or duration that is far from that of the line before.</summary>
    internal static IEnumerable<LintFinding> FarFromFormer(PublishedFramework framework) =>
        from line in framework.Lines
        where line.Former is { } former
            && (LineMarks.AreFar(line.Volume, former.Volume)
                || LineMarks.AreFar(line.Duration.InWeeks(), former.Duration.InWeeks()))
        select LineRules.Finding("far-from-former", line, new(
            "Het volume of de duur is meer dan vijf keer zo hoog of laag als bij de vorige lijn.",
            "The volume or duration is more than five times that of the line before, or less than a fifth of it."));

    // Null where a week holds any number of it, as of euros.
    private static decimal? MostInWeek(CareUnit unit) => unit switch
    {
        CareUnit.Minuut => MinutesInWeek,
        CareUnit.Uur => HoursInWeek,
        CareUnit.Dagdeel => DagdelenInWeek,
        CareUnit.Etmaal => DaysInWeek,
        _ => null,
    };

    private static string Told(PublishedLine line, decimal perWeek, decimal most, Language language)
    {
        var (unit, has) = (line.Unit.Counted().In(language), Numbers.Shown((double)most, 0, language));
        var shown = Numbers.Shown((double)perWeek, 1, language);
        return new Wording(
            $"Het volume is {shown} {unit} per week, en een week heeft er {has}.",
            $"The volume is {shown} {unit} a week, and a week has {has}.").In(language);
    }
}
