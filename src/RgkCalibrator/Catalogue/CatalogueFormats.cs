using System.Globalization;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;
using RgkCalibrator.Yaml;
using Ends = RgkCalibrator.Trajectories.EndKnowledge;
using Measures = RgkCalibrator.Catalogue.OwnMeasures;
using Observed = RgkCalibrator.Catalogue.Observation;

namespace RgkCalibrator.Catalogue;

/// <summary>The formats that occur in a catalogue.</summary>
internal static class CatalogueFormats
{
    private const int LongestCode = 60;

    /// <summary>The largest volume that a line can have, in any unit.</summary>
    internal const decimal LargestVolume = 1_000_000;


    // Volumes are counted in parts of 6000; steps beyond all measure would fill the memory.
    private const decimal SmallestVolume = 0.001m;

    public static YamlFormat<FrameworkKind> Framework { get; } =
        YamlFormat.Choice(("rgk", FrameworkKind.Rgk), ("norm", FrameworkKind.Norm), ("none", FrameworkKind.None));

    public static YamlFormat<CareRole> Role { get; } =
        YamlFormat.Choice(("ambulatory", CareRole.Ambulatory), ("stay", CareRole.Stay), ("surcharge", CareRole.None));

    public static YamlFormat<CohortRule> Cohort { get; } =
        YamlFormat.Choice(("started", CohortRule.Started), ("ended", CohortRule.Ended), ("active", CohortRule.Active));

    public static YamlFormat<Ends> EndKnowledge { get; } = YamlFormat.Choice(("gap", Ends.Gap), ("stops", Ends.Stops));

    public static YamlFormat<PartRule> Part { get; } =
        YamlFormat.Choice(("none", PartRule.None), ("assignment", PartRule.Assignment));

    public static YamlFormat<Observed> Observation { get; } =
        YamlFormat.Choice(("trajectory", Observed.Trajectory), ("care-year", Observed.CareYear));

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

    public static YamlFormat<Measures> OwnMeasures { get; } =
        YamlFormat.Choice(("volume", Measures.Volume), ("duration", Measures.Duration), ("both", Measures.Both));

    public static YamlFormat<string> Order { get; } = YamlFormat.Word("first", "follow-up");

    public static YamlFormat<string> Code { get; } = new(
        "een code van hoogstens 60 letters, cijfers en streepjes", "a code of at most 60 letters, digits and hyphens",
        TryCode);

    public static YamlFormat<DurationStep> Duration { get; } = new(
        "een duur als '12 maand', '26 week' of 'schooljaar'",
        "a duration like '12 maand', '26 week' or 'schooljaar'",
        DurationText.TryRead);

    public static YamlFormat<Period> Period { get; } = new(
        "een periode als 2018-01-01..2023-12-31, met de eerste dag niet na de laatste",
        "a period like 2018-01-01..2023-12-31, with the first day not after the last",
        static (text, out period) => Basics.Period.TryParse(text, out period!));

    public static YamlFormat<DateOnly> Day { get; } = YamlFormat.Day("2023-12-31");

    public static YamlFormat<int> Days { get; } = new(
        "een geheel aantal dagen van 0 tot en met 3660",
        "a whole number of days from 0 to 3660",
        static (text, out days) => TryWhole(text, 3660, out days));

    public static YamlFormat<decimal> Amount { get; } = new(
        "een getal van 0.001 tot en met een miljoen, met een decimale punt zoals 7.5",
        "a number from 0.001 to a million, with a decimal point like 7.5",
        static (text, out amount) =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount)
            && amount is >= SmallestVolume and <= LargestVolume);

    public static YamlFormat<Saving> Saving { get; } = new(
        "een bedrag per jaar als '8-10 miljoen' of '9.5 miljoen'",
        "an amount a year like '8-10 million' or '9.5 million'",
        Catalogue.Saving.TryRead);

    public static YamlFormat<int> Year { get; } = new(
        "een jaar van 2000 tot en met 2099",
        "a year from 2000 to 2099",
        static (text, out year) => TryWhole(text, 2099, out year) && year >= 2000);

    public static YamlFormat<decimal> Rise { get; } = new(
        "een stijging in procenten van -50 tot en met 50, met een decimale punt zoals 4.2",
        "a rise in percent from -50 to 50, with a decimal point like 4.2",
        static (text, out rise) =>
            decimal.TryParse(
                text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
                out rise)
            && rise is >= -50 and <= 50);

    public static YamlFormat<string> Age { get; } = new(
        "een leeftijd als '5' of '3-4', van 0 tot en met 120 jaar",
        "an age like '5' or '3-4', from 0 to 120 years",
        TryAge);

    // Codes name files and parts of charts; the name of a file has 255 bytes at most.
    private static bool TryCode(string text, out string value)
    {
        value = text;
        return text.Length is > 0 and <= LongestCode
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
    }

    private static bool TryAge(string text, out string value)
    {
        value = text;
        var ages = text.Split('-');
        return ages.Length <= 2
            && TryWhole(ages[0], 120, out var first)
            && TryWhole(ages[^1], 120, out var last)
            && first <= last;
    }

    private static bool TryWhole(string text, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;
}
