using System.Globalization;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Catalogue;

/// <summary>The forms that occur in a catalogue.</summary>
internal static class CatalogueFormats
{
    private const decimal LargestVolume = 1_000_000;

    public static YamlFormat<FrameworkKind> Framework { get; } =
        YamlFormat.Choice(("rgk", FrameworkKind.Rgk), ("norm", FrameworkKind.Norm), ("none", FrameworkKind.None));

    public static YamlFormat<ProductRole> Role { get; } =
        YamlFormat.Choice(("ambulatory", ProductRole.Ambulatory), ("stay", ProductRole.Stay), ("surcharge", ProductRole.Surcharge));

    public static YamlFormat<CohortRule> Cohort { get; } =
        YamlFormat.Choice(("started", CohortRule.Started), ("ended", CohortRule.Ended), ("active", CohortRule.Active));

    public static YamlFormat<EndKnowledge> EndKnowledge { get; } =
        YamlFormat.Choice(("gap", RgkCalibrator.Trajectories.EndKnowledge.Gap), ("stops", RgkCalibrator.Trajectories.EndKnowledge.Stops));

    public static YamlFormat<PartRule> Part { get; } = YamlFormat.Choice(("none", PartRule.None), ("assignment", PartRule.Assignment));

    public static YamlFormat<Observation> Observation { get; } =
        YamlFormat.Choice(("trajectory", Catalogue.Observation.Trajectory), ("care-year", Catalogue.Observation.CareYear));

    public static YamlFormat<CareUnit> Unit { get; } = YamlFormat.Choice(
        ("minuut", CareUnit.Minuut),
        ("uur", CareUnit.Uur),
        ("etmaal", CareUnit.Etmaal),
        ("dagdeel", CareUnit.Dagdeel),
        ("stuks-output", CareUnit.StuksOutput),
        ("stuks-inspanning", CareUnit.StuksInspanning),
        ("euro", CareUnit.Euro));

    public static YamlFormat<IntensityUnit> Intensity { get; } = YamlFormat.Choice(
        ("minuut/week", IntensityUnit.MinuutPerWeek),
        ("uur/week", IntensityUnit.UurPerWeek),
        ("dagdeel/week", IntensityUnit.DagdeelPerWeek),
        ("etmaal/week", IntensityUnit.EtmaalPerWeek));

    public static YamlFormat<OwnMeasures> OwnMeasures { get; } = YamlFormat.Choice(
        ("volume", Catalogue.OwnMeasures.Volume), ("duration", Catalogue.OwnMeasures.Duration), ("both", Catalogue.OwnMeasures.Both));

    public static YamlFormat<string> Order { get; } = YamlFormat.Choice(("first", "first"), ("follow-up", "follow-up"));

    public static YamlFormat<string> Code { get; } = new(
        new("een code van letters, cijfers en streepjes", "a code of letters, digits and hyphens"), [], TryCode);

    public static YamlFormat<DurationStep> Duration { get; } = new(
        new("een duur als '12 maand', '26 week' of 'schooljaar'", "a duration like '12 maand', '26 week' or 'schooljaar'"),
        [],
        DurationText.TryRead);

    public static YamlFormat<Period> Period { get; } = new(
        new(
            "een periode als 2018-01-01..2023-12-31, met de eerste dag niet na de laatste",
            "a period like 2018-01-01..2023-12-31, with the first day not after the last"),
        [],
        TryPeriod);

    public static YamlFormat<DateOnly> Day { get; } = new(
        new("een datum als 2023-12-31", "a date like 2023-12-31"),
        [],
        static (text, out day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day));

    public static YamlFormat<int> Days { get; } = new(
        new("een geheel aantal dagen van 0 tot en met 3660", "a whole number of days from 0 to 3660"),
        [],
        static (text, out days) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days <= 3660);

    public static YamlFormat<decimal> Amount { get; } = new(
        new(
            "een getal groter dan 0 en hoogstens een miljoen, met een decimale punt zoals 7.5",
            "a number above 0 and at most a million, with a decimal point like 7.5"),
        [],
        static (text, out amount) =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount)
            && amount is > 0 and <= LargestVolume);

    public static YamlFormat<string> Age { get; } = new(
        new("een leeftijd als '5' of '3-4', van 0 tot en met 120 jaar", "an age like '5' or '3-4', from 0 to 120 years"),
        [],
        TryAge);

    // Codes name files and parts of charts.
    private static bool TryCode(string text, out string value) =>
        YamlFormat.Text.TryRead(text, out value) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static bool TryPeriod(string text, out Period value)
    {
        var isPeriod = RgkCalibrator.Basics.Period.TryParse(text, out var period);
        value = period!;
        return isPeriod;
    }

    private static bool TryAge(string text, out string value)
    {
        value = text;
        var ages = text.Split('-');
        return ages.Length <= 2
            && TryYears(ages[0], out var first)
            && TryYears(ages[^1], out var last)
            && first <= last;
    }

    private static bool TryYears(string text, out int years) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out years) && years <= 120;
}
