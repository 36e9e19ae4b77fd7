using RgkCalibrator.Yaml;

namespace RgkCalibrator.Disclosure;

/// <summary>The mistakes that only a disclosure profile can hold.</summary>
internal static class ProfileMistakes
{
    /// <summary>A smallest group that would be rounded to nothing.</summary>
    public static CalibrationException RoundingTooCoarse(this YamlErrors mistakes, int line) => mistakes.At(
        line,
        new("'countRounding' is groter dan 'smallestGroup'.", "'countRounding' is larger than 'smallestGroup'."),
        new("Rond af op ten hoogste de kleinste groep.", "Round to at most the smallest group."));

    /// <summary>A value that is looser than its default, without an exception.</summary>
    public static CalibrationException NoException(this YamlErrors mistakes, int line, string setting) => mistakes.At(
        line,
        new($"{YamlErrors.Quoted(setting)} is ruimer dan gebruikelijk, en er is geen uitzondering voor.",
            $"{YamlErrors.Quoted(setting)} is looser than usual, and there is no exception for it."),
        new($"Zet onder 'exceptions' een blok met setting: {setting}, name, reason en until.",
            $"Put a block under 'exceptions' with setting: {setting}, name, reason and until."));

    /// <summary>An exception for a value that is not looser than its default.</summary>
    public static CalibrationException IdleException(
        this YamlErrors mistakes, int line, string setting) => mistakes.At(
        line,
        new(
            $"er staat een uitzondering voor {YamlErrors.Quoted(setting)}, maar die waarde is niet ruimer dan "
                + "gebruikelijk.",
            $"there is an exception for {YamlErrors.Quoted(setting)}, but that value is no looser than usual."),
        new("Haal de uitzondering weg, of geef de ruimere waarde.",
            "Take the exception away, or give the looser value."));

    /// <summary>An exception that ended before the day on which the profile is used.</summary>
    public static CalibrationException EndedException(
        this YamlErrors mistakes, int line, string setting) => mistakes.At(
        line,
        new($"de uitzondering voor {YamlErrors.Quoted(setting)} gold tot een dag vóór 'asOf'.",
            $"the exception for {YamlErrors.Quoted(setting)} ended on a day before 'asOf'."),
        new("Vraag de uitzondering opnieuw aan, of haal haar en de ruimere waarde weg.",
            "Ask for the exception anew, or take it and the looser value away."));

    /// <summary>Two exceptions for one value.</summary>
    public static CalibrationException SecondException(
        this YamlErrors mistakes, int line, string setting) => mistakes.At(
        line,
        new($"er staan twee uitzonderingen voor {YamlErrors.Quoted(setting)}.",
            $"there are two exceptions for {YamlErrors.Quoted(setting)}."),
        new("Laat een van de twee staan.", "Keep one of the two."));
}
