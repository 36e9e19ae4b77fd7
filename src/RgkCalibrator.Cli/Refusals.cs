using CommandLine;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Cli;

/// <summary>What is wrong with a command, in three sentences each.</summary>
internal static class Refusals
{
    /// <summary>The parser's first complaint, in our words.</summary>
    /// <param name="error">The complaint.</param>
    /// <param name="verb">The command that was recognised; null: none.</param>
    public static CalibrationException Of(Error error, Verb? verb)
    {
        var remedy = SeeHelp(verb);
        return error switch
        {
            NoVerbSelectedError => Wrong(new("Er is geen opdracht gegeven.", "No command was given."), "rgk", remedy),
            BadVerbSelectedError bad => Wrong(
                new("Deze opdracht bestaat niet.", "There is no such command."),
                bad.Token,
                Meant("rgk ", bad.Token, Verbs.All.Select(known => known.Name), remedy)),
            UnknownOptionError unknown => Wrong(
                new("Deze optie bestaat niet.", "There is no such option."),
                Dashed(unknown.Token),
                verb is null ? remedy : Meant("--", unknown.Token, verb.OptionNames, remedy)),
            MissingRequiredOptionError missing => Wrong(
                new("Deze optie is nodig.", "This option is needed."), NameOf(missing), remedy),
            MissingValueOptionError missing => Forgotten(missing.NameInfo.LongName, verb),
            BadFormatConversionError bad => Wrong(
                new(
                    "De waarde van deze optie is geen geheel getal dat past.",
                    "The value of this option is not a whole number that fits."),
                NameOf(bad),
                remedy),
            RepeatedOptionError repeated => Wrong(
                new("Deze optie staat er twee keer.", "This option is given twice."), NameOf(repeated), remedy),
            TokenError token => Wrong(new("Dit is niet te lezen.", "This cannot be read."), token.Token, remedy),
            _ => Wrong(
                new("De opdracht is niet te lezen.", "The command cannot be read."), error.Tag.ToString(), remedy),
        };
    }

    /// <summary>An option without its value.</summary>
    public static CalibrationException Forgotten(string option, Verb? verb) => Wrong(
        new("Achter deze optie ontbreekt een waarde.", "A value is missing after this option."),
        "--" + option,
        SeeHelp(verb));

    /// <summary>An option with an empty text for a value.</summary>
    public static CalibrationException Empty(string option) => Wrong(
        new("Achter deze optie staat een lege tekst.", "This option has an empty text."),
        "--" + option,
        new("Vul een waarde in of laat de optie weg.", "Give a value or leave the option out."));

    /// <summary>A language that there is not.</summary>
    public static CalibrationException Language() => NoSuch(new("Deze taal", "language"), "--lang", "nl", "en");

    /// <summary>A machine without memory left.</summary>
    public static CalibrationException Memory() => Wrong(
        new(
            "Het geheugen van deze machine is op; er is niets geschreven.",
            "This machine has no memory left; nothing was written."),
        "--max-memory",
        new(
            "Lees minder bestanden tegelijk, of sluit andere programma's.",
            "Read fewer files at once, or close other programs."));

    /// <summary>Results that nobody could be told, of a command that did all else.</summary>
    public static CalibrationException Output(Exception cause) => new(
        ExitCode.Files,
        new(
            "De opdracht is klaar, maar wat zij te vertellen heeft kon niet worden geschreven.",
            "The command is done, but what it has to tell could not be written."),
        "standard output",
        new(
            "Bestanden en mappen die de opdracht schrijft staan op hun plaats. Kijk waar de standaarduitvoer heen "
            + "gaat.",
            "Files and folders that the command writes are in their place. See where standard output goes."),
        cause);

    /// <summary>A word that an option does not take.</summary>
    /// <param name="what">What there is not, as 'deze vorm' and 'format'.</param>
    /// <param name="where">The option.</param>
    /// <param name="words">What it takes.</param>
    public static CalibrationException NoSuch(Wording what, string where, params string[] words)
    {
        var (others, last) = (string.Join(", ", words[..^1]), words[^1]);
        return Wrong(
            new($"{what.Dutch} is er niet.", $"There is no such {what.English}."),
            where,
            new($"Geef {others} of {last}.", $"Give {others} or {last}."));
    }

    /// <summary>Wrong use of a command.</summary>
    public static CalibrationException Wrong(Wording what, string where, Wording remedy) =>
        new(ExitCode.WrongUse, what, where, remedy);

    // A word that differs from the nearest in more than half of its letters was meant to be something else.
    private static Wording Meant(string before, string word, IEnumerable<string> known, Wording remedy)
    {
        var nearest = EditDistance.Nearest(word, known);
        return EditDistance.Between(word, nearest) * 2 > nearest.Length
            ? remedy
            : new(
                $"Bedoelde u {before}{nearest}? {remedy.Dutch}", $"Did you mean {before}{nearest}? {remedy.English}");
    }

    private static Wording SeeHelp(Verb? verb)
    {
        var help = verb is null ? "rgk --help" : $"rgk {verb.Name} --help";
        return new($"Zie {help}.", $"See {help}.");
    }

    private static string Dashed(string name) => (name.Length == 1 ? "-" : "--") + name;

    private static string NameOf(NamedError error) => "--" + error.NameInfo.LongName;
}
