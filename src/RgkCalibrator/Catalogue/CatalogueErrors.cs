using RgkCalibrator.Yaml;

namespace RgkCalibrator.Catalogue;

/// <summary>The mistakes that only a catalogue can hold.</summary>
internal static class CatalogueErrors
{
    /// <summary>The mistakes of a catalogue file.</summary>
    public static YamlErrors ForFile(string file) => new(
        file,
        new("catalogusbestand", "catalogue file"),
        new("de sleutels 'trajectories' en 'products'", "the keys 'trajectories' and 'products'"));

    /// <summary>A second line for the whole product.</summary>
    public static CalibrationException SecondWholeLine(this YamlErrors errors, int line, int earlierLine) => errors.At(
        line,
        new(
            $"het hele product heeft al een huidige lijn op regel {Numbers.Whole(earlierLine)}.",
            $"the whole product already has a current line on line {Numbers.Whole(earlierLine)}."),
        new(
            "Geef de lijn van een subgroep de sleutel 'subgroup'.",
            "Give the line of a subgroup the key 'subgroup'."));

    /// <summary>A current line of a subgroup that the product does not have.</summary>
    public static CalibrationException UnknownSubgroup(
        this YamlErrors errors, int line, string id, IReadOnlyList<string> known) => known.Count > 0
        ? errors.WrongWord(line, "subgroup", id, known)
        : errors.At(
            line,
            new(
                "deze lijn is van een subgroep, maar het product heeft er geen.",
                "this line is of a subgroup, but the product has none."),
            new(
                "Geef het product de sleutel 'subgroups', met een regel per subgroep.",
                "Give the product the key 'subgroups', with a rule for each subgroup."));

    /// <summary>A subgroup with the name of what is in no subgroup.</summary>
    public static CalibrationException ReservedId(this YamlErrors errors, int line) => errors.At(
        line,
        new("'rest' is de naam van wat in geen subgroep valt.", "'rest' is the name of what is in no subgroup."),
        new("Kies een andere 'id'.", "Choose another 'id'."));

    /// <summary>A product or subgroup whose files would have the names of another's.</summary>
    public static CalibrationException SameFileName(this YamlErrors errors, int line, string name, int earlierLine) =>
        errors.At(
            line,
            new(
                $"de bestanden hiervan zouden {YamlErrors.Quoted(name)} heten, net als die van regel "
                + $"{Numbers.Whole(earlierLine)}.",
                $"its files would be called {YamlErrors.Quoted(name)}, like those of line "
                + $"{Numbers.Whole(earlierLine)}."),
            new(
                "Geef een van beide een andere code of 'id'; hoofdletters maken geen verschil.",
                "Give one of the two another code or 'id'; capitals make no difference."));

    /// <summary>A code that names a device on Windows.</summary>
    public static CalibrationException ReservedFileName(this YamlErrors errors, int line, string code) => errors.At(
        line,
        new(
            $"{YamlErrors.Quoted(code)} kan op Windows geen bestandsnaam zijn.",
            $"{YamlErrors.Quoted(code)} cannot be the name of a file on Windows."),
        new("Kies een andere code.", "Choose another code."));

    /// <summary>What differs between subgroups, where there are none.</summary>
    public static CalibrationException NothingToDifferentiate(this YamlErrors errors, int line) => errors.At(
        line,
        new(
            "'differentiates' zegt waarin subgroepen verschillen, maar het product heeft er geen.",
            "'differentiates' says what differs between subgroups, but the product has none."),
        new("Voeg 'subgroups' toe of haal deze sleutel weg.", "Add 'subgroups' or take this key away."));

    /// <summary>Durations out of order.</summary>
    public static CalibrationException NotAscending(this YamlErrors errors, int line, string key) => errors.At(
        line,
        new(
            $"de duren van {YamlErrors.Quoted(key)} lopen niet op.",
            $"the durations of {YamlErrors.Quoted(key)} do not ascend."),
        new(
            "Zet ze van kort naar lang; een schooljaar telt hier als 40 weken.",
            "Put them from short to long; a school year counts as 40 weeks here."));

    /// <summary>No allowed duration is within the maximum.</summary>
    public static CalibrationException MaximumTooShort(this YamlErrors errors, int line) => errors.At(
        line,
        new(
            "'maximumDuration' is korter dan de kortste toegestane duur.",
            "'maximumDuration' is shorter than the shortest allowed duration."),
        new(
            "Verhoog 'maximumDuration' of voeg een kortere duur toe aan 'allowedDurations'.",
            "Raise 'maximumDuration' or add a shorter duration to 'allowedDurations'."));

    /// <summary>An intensity that the unit does not give.</summary>
    public static CalibrationException ForeignIntensity(this YamlErrors errors, int line) => errors.At(
        line,
        new(
            "'intensityUnit' past niet bij 'unit': het een wordt niet omgerekend in het ander.",
            "'intensityUnit' does not go with 'unit': the one is not converted into the other."),
        new(
            "Kies bij uur: minuut/week of uur/week; bij dagdeel: dagdeel/week; bij etmaal: etmaal/week.",
            "Choose for uur: minuut/week or uur/week; for dagdeel: dagdeel/week; for etmaal: etmaal/week."));

    /// <summary>A day that was not observed.</summary>
    public static CalibrationException NotObserved(this YamlErrors errors, int line, string key) => errors.At(
        line,
        new($"{YamlErrors.Quoted(key)} valt buiten 'observed'.", $"{YamlErrors.Quoted(key)} lies outside 'observed'."),
        new("Kies een dag binnen de waargenomen periode.", "Choose a day within the observed period."));

    /// <summary>Late entry beside a cohort that was not chosen by its start.</summary>
    public static CalibrationException LateWithOtherCohort(this YamlErrors errors, int line) => errors.At(
        line,
        new(
            "'startedBefore: true' gaat alleen samen met 'cohortRule: started'.",
            "'startedBefore: true' goes with 'cohortRule: started' alone."),
        new("Haal een van beide sleutels weg.", "Take one of the two keys away."));

    /// <summary>Start days that were not observed.</summary>
    public static CalibrationException CohortOutside(this YamlErrors errors, int line) => errors.At(
        line,
        new("'cohort' valt deels buiten 'observed'.", "'cohort' lies partly outside 'observed'."),
        new("Kies startdagen binnen de waargenomen periode.", "Choose start days within the observed period."));
}
