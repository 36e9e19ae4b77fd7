using System.Globalization;
using System.Text;

namespace RgkCalibrator.Yaml;

/// <summary>
/// The mistakes that any settings file can hold, each as an exception to throw. They may show the file's own text: it
/// is settings, not care data.
/// </summary>
/// <param name="file">What messages call the file.</param>
/// <param name="name">What kind of file it is, after 'het': "catalogusbestand".</param>
/// <param name="firstKeys">What it begins with, after 'Begin met'.</param>
internal sealed class YamlErrors(string file, Wording name, Wording firstKeys)
{
    private const int LongestShown = 60;

    /// <summary>Nothing but blanks and comments, or a pipe or device, which holds no settings.</summary>
    public CalibrationException Empty() => new(
        ExitCode.WrongUse,
        new($"Het {name.Dutch} is leeg.", $"The {name.English} is empty."),
        file,
        new($"Begin met {firstKeys.Dutch}.", $"Begin with {firstKeys.English}."));

    /// <summary>Bytes that are no UTF-8.</summary>
    public CalibrationException Encoding(DecoderFallbackException cause) => new(
        ExitCode.WrongUse,
        new($"De tekst van het {name.Dutch} is geen UTF-8.", $"The text of the {name.English} is not UTF-8."),
        file,
        new("Sla het bestand op met de codering UTF-8.", "Save the file with the encoding UTF-8."),
        cause);

    /// <summary>The file is absent or closed to us.</summary>
    public CalibrationException Unreadable(Exception cause) => new(
        ExitCode.Files,
        new($"Het {name.Dutch} is niet te lezen.", $"The {name.English} cannot be read."),
        file,
        new(
            "Controleer of het bestand bestaat en of u het mag lezen.",
            "Check that the file exists and that you may read it."),
        cause);

    /// <summary>More text than a settings file can have.</summary>
    public CalibrationException TooLarge(int largest)
    {
        var megabytes = Numbers.Whole(largest >> 20);
        return new(
            ExitCode.WrongUse,
            new(
                $"Het {name.Dutch} is groter dan {megabytes} MB.",
                $"The {name.English} is larger than {megabytes} MB."),
            file,
            new("Kijk of dit het goede bestand is.", "Check that this is the right file."));
    }

    /// <summary>An indentation with a tab.</summary>
    public CalibrationException Tab(int line) => At(
        line,
        new("de regel springt in met een tab.", "the line is indented with a tab."),
        new("Spring in met spaties.", "Indent with spaces."));

    /// <summary>No YAML, or more of it than a settings file can be.</summary>
    public CalibrationException InvalidYaml(int line, Exception? cause) => At(
        line,
        new("hier houdt het bestand op geldige YAML te zijn.", "here the file stops being valid YAML."),
        new(
            "Kijk op deze regel en die ernaast naar de inspringing, een spatie na de dubbele punt, aanhalingstekens " +
            "en haakjes.",
            "Look on this line and its neighbours at the indentation, a space after the colon, quotes and brackets."),
        cause);

    /// <summary>An anchor is used.</summary>
    public CalibrationException Alias(int line) => At(
        line,
        new("een verwijzing met '*' kan hier niet.", "a reference with '*' is not possible here."),
        new(
            "Schrijf de waarde voluit; staat de '*' in een tekst, zet die dan tussen aanhalingstekens.",
            "Write the value in full; if the '*' is part of a text, quote it."));

    /// <summary>A key twice in one block.</summary>
    public CalibrationException DuplicateKey(YamlText key, int earlierLine) => At(
        key.Line,
        new(
            $"de sleutel {Quoted(key.Text)} staat hier voor de tweede keer; de eerste keer op regel " +
            $"{Numbers.Whole(earlierLine)}.",
            $"the key {Quoted(key.Text)} stands here for the second time; the first is on line " +
            $"{Numbers.Whole(earlierLine)}."),
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
        var nearest = EditDistance.Nearest(entry.Key, known);
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
        var nearest = EditDistance.Nearest(text, words);
        return At(
            line,
            new(
                $"{Quoted(key)} heeft de waarde {Quoted(text)}, en die bestaat niet; {Quoted(nearest)} lijkt er het " +
                "meest op.",
                $"{Quoted(key)} has the value {Quoted(text)}, which does not exist; {Quoted(nearest)} comes nearest."),
            new($"Kies uit: {Listed(words)}.", $"Choose from: {Listed(words)}."));
    }

    /// <summary>A value that does not have the format it needs.</summary>
    public CalibrationException WrongFormat(int line, string key, string text, Wording format) => At(
        line,
        new(
            $"{Quoted(key)} heeft de waarde {Quoted(text)}, en die kan hier niet.",
            $"{Quoted(key)} has the value {Quoted(text)}, which cannot be here."),
        new($"Schrijf {format.Dutch}.", $"Write {format.English}."));

    /// <summary>A piece of the file, cut where it is long.</summary>
    public static string Quoted(string text) =>
        text.Length > LongestShown ? $"'{text[..LongestShown]}…'" : $"'{text}'";

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words);

    /// <summary>A mistake on a line; the wording follows the line's number.</summary>
    public CalibrationException At(int line, Wording what, Wording remedy, Exception? cause = null) => new(
        ExitCode.WrongUse,
        new(
            string.Create(CultureInfo.InvariantCulture, $"Regel {line}: {what.Dutch}"),
            string.Create(CultureInfo.InvariantCulture, $"Line {line}: {what.English}")),
        file,
        remedy,
        cause);
}
