using System.Globalization;
using System.Text;

namespace RgkCalibrator.Catalogue;

/// <summary>
/// Every mistake that a catalogue file can hold, as an exception to throw. The file's own text may be shown: it is settings, not care data.
/// </summary>
internal sealed class CatalogueMistakes(string file)
{
    private const int LongestShown = 60;

    /// <summary>Nothing but blanks and comments.</summary>
    public CalibrationException Empty() => new(
        ExitCode.WrongUse,
        new("Het catalogusbestand is leeg.", "The catalogue file is empty."),
        file,
        new("Begin met de sleutels 'trajectories' en 'products'.", "Begin with the keys 'trajectories' and 'products'."));

    /// <summary>Bytes that are no UTF-8.</summary>
    public CalibrationException Encoding(DecoderFallbackException cause) => new(
        ExitCode.WrongUse,
        new("De tekst van het catalogusbestand is geen UTF-8.", "The text of the catalogue file is not UTF-8."),
        file,
        new("Sla het bestand op met de codering UTF-8.", "Save the file with the encoding UTF-8."),
        cause);

    /// <summary>The file is absent or closed to us.</summary>
    public CalibrationException Unreadable(Exception cause) => new(
        ExitCode.Files,
        new("Het catalogusbestand is niet te lezen.", "The catalogue file cannot be read."),
        file,
        new("Controleer of het bestand bestaat en of u het mag lezen.", "Check that the file exists and that you may read it."),
        cause);

    /// <summary>An indentation with a tab.</summary>
    public CalibrationException Tab(int line) => At(
        line,
        new("de regel springt in met een tab.", "the line is indented with a tab."),
        new("Spring in met spaties.", "Indent with spaces."));

    /// <summary>No YAML, or more of it than a catalogue can be.</summary>
    public CalibrationException InvalidYaml(int line, Exception? cause) => At(
        line,
        new("hier houdt het bestand op geldige YAML te zijn.", "here the file stops being valid YAML."),
        new(
            "Kijk op deze regel en die ernaast naar de inspringing, een spatie na de dubbele punt, aanhalingstekens en haakjes.",
            "Look on this line and its neighbours at the indentation, a space after the colon, quotes and brackets."),
        cause);

    /// <summary>An anchor is used.</summary>
    public CalibrationException Alias(int line) => At(
        line,
        new("een verwijzing met '*' kan in een catalogus niet.", "a reference with '*' is not possible in a catalogue."),
        new(
            "Schrijf de waarde voluit; staat de '*' in een tekst, zet die dan tussen aanhalingstekens.",
            "Write the value in full; if the '*' is part of a text, quote it."));

    /// <summary>A key twice in one block.</summary>
    public CalibrationException DuplicateKey(YamlText key, int earlierLine) => At(
        key.Line,
        new(
            $"de sleutel {Quoted(key.Text)} staat hier voor de tweede keer; de eerste keer op regel {Numbers.Whole(earlierLine)}.",
            $"the key {Quoted(key.Text)} stands here for the second time; the first is on line {Numbers.Whole(earlierLine)}."),
        new("Laat een van de twee staan.", "Keep one of the two."));

    /// <summary>A code, id or subgroup that stood on an earlier line.</summary>
    public CalibrationException Duplicate(string key, int line, string text, int earlierLine) => At(
        line,
        new(
            $"{Quoted(key)} heeft de waarde {Quoted(text)}, en die staat al op regel {Numbers.Whole(earlierLine)}.",
            $"{Quoted(key)} has the value {Quoted(text)}, which is already on line {Numbers.Whole(earlierLine)}."),
        new("Elke waarde mag hier een keer voorkomen.", "Each value may occur once here."));

    /// <summary>A key that does not exist here.</summary>
    public CalibrationException UnknownKey(YamlEntry entry, IReadOnlyList<string> known)
    {
        var nearest = Nearness.Nearest(entry.Key, known);
        return At(
            entry.Line,
            new(
                $"de sleutel {Quoted(entry.Key)} bestaat hier niet; {Quoted(nearest)} lijkt er het meest op.",
                $"the key {Quoted(entry.Key)} does not exist here; {Quoted(nearest)} comes nearest."),
            // In { volume: 7,5 } the comma ends the value, and 5 becomes a key.
            entry.Key.All(char.IsAsciiDigit)
                ? new("Schrijf een getal met een decimale punt: 7.5.", "Write a number with a decimal point: 7.5.")
                : new($"De sleutels hier zijn: {Listed(known)}.", $"The keys here are: {Listed(known)}."));
    }

    /// <summary>A block without a key that it must have.</summary>
    public CalibrationException MissingKey(int line, string key) => At(
        line,
        new($"in dit blok ontbreekt de sleutel {Quoted(key)}.", $"this block lacks the key {Quoted(key)}."),
        new($"Voeg een regel '{key}: …' toe.", $"Add a line '{key}: …'."));

    /// <summary>A key with nothing after it.</summary>
    public CalibrationException NoValue(int line, string key) => At(
        line,
        new($"de sleutel {Quoted(key)} heeft geen waarde.", $"the key {Quoted(key)} has no value."),
        new("Vul een waarde in of haal de sleutel weg.", "Give a value or take the key away."));

    /// <summary>A list where a value was needed, and the like.</summary>
    public CalibrationException WrongShape(int line, string key, Wording needed) => At(
        line,
        new($"{Quoted(key)} moet {needed.Dutch} zijn.", $"{Quoted(key)} must be {needed.English}."),
        new("Vergelijk met een ander blok in het bestand.", "Compare with another block of the file."));

    /// <summary>A value that is not one of the words that exist.</summary>
    public CalibrationException WrongWord(int line, string key, string text, IReadOnlyList<string> words)
    {
        var nearest = Nearness.Nearest(text, words);
        return At(
            line,
            new(
                $"{Quoted(key)} heeft de waarde {Quoted(text)}, en die bestaat niet; {Quoted(nearest)} lijkt er het meest op.",
                $"{Quoted(key)} has the value {Quoted(text)}, which does not exist; {Quoted(nearest)} comes nearest."),
            new($"Kies uit: {Listed(words)}.", $"Choose from: {Listed(words)}."));
    }

    /// <summary>A value that does not have the form it needs.</summary>
    public CalibrationException WrongForm(int line, string key, string text, Wording form) => At(
        line,
        new(
            $"{Quoted(key)} heeft de waarde {Quoted(text)}, en die kan hier niet.",
            $"{Quoted(key)} has the value {Quoted(text)}, which cannot be here."),
        new($"Schrijf {form.Dutch}.", $"Write {form.English}."));

    /// <summary>A second line for the whole product.</summary>
    public CalibrationException SecondWholeLine(int line, int earlierLine) => At(
        line,
        new(
            $"het hele product heeft al een huidige lijn op regel {Numbers.Whole(earlierLine)}.",
            $"the whole product already has a current line on line {Numbers.Whole(earlierLine)}."),
        new(
            "Geef de lijn van een subgroep de sleutels 'subgroup' en 'label'.",
            "Give the line of a subgroup the keys 'subgroup' and 'label'."));

    /// <summary>Durations out of order.</summary>
    public CalibrationException NotAscending(int line, string key) => At(
        line,
        new($"de duren van {Quoted(key)} lopen niet op.", $"the durations of {Quoted(key)} do not ascend."),
        new(
            "Zet ze van kort naar lang; een schooljaar telt hier als 40 weken.",
            "Put them from short to long; a school year counts as 40 weeks here."));

    /// <summary>No allowed duration is within the maximum.</summary>
    public CalibrationException MaximumTooShort(int line) => At(
        line,
        new(
            "'maximumDuration' is korter dan de kortste toegestane duur.",
            "'maximumDuration' is shorter than the shortest allowed duration."),
        new(
            "Verhoog 'maximumDuration' of voeg een kortere duur toe aan 'allowedDurations'.",
            "Raise 'maximumDuration' or add a shorter duration to 'allowedDurations'."));

    /// <summary>An intensity that the unit does not give.</summary>
    public CalibrationException ForeignIntensity(int line) => At(
        line,
        new(
            "'intensityUnit' past niet bij 'unit': het een wordt niet omgerekend in het ander.",
            "'intensityUnit' does not go with 'unit': the one is not converted into the other."),
        new(
            "Kies bij uur: minuut/week of uur/week; bij dagdeel: dagdeel/week; bij etmaal: etmaal/week.",
            "Choose for uur: minuut/week or uur/week; for dagdeel: dagdeel/week; for etmaal: etmaal/week."));

    /// <summary>Start days that were not observed.</summary>
    public CalibrationException CohortOutside(int line) => At(
        line,
        new("'cohort' valt deels buiten 'observed'.", "'cohort' lies partly outside 'observed'."),
        new("Kies startdagen binnen de waargenomen periode.", "Choose start days within the observed period."));

    private static string Quoted(string text) =>
        text.Length > LongestShown ? $"'{text[..LongestShown]}…'" : $"'{text}'";

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words);

    private CalibrationException At(int line, Wording what, Wording remedy, Exception? cause = null) => new(
        ExitCode.WrongUse,
        new(
            string.Create(CultureInfo.InvariantCulture, $"Regel {line}: {what.Dutch}"),
            string.Create(CultureInfo.InvariantCulture, $"Line {line}: {what.English}")),
        file,
        remedy,
        cause);
}
