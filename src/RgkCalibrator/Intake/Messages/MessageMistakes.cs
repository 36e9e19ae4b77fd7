namespace RgkCalibrator.Intake.Messages;

/// <summary>What can be wrong with an XML file, as exceptions to throw. None holds a value of it.</summary>
internal static class MessageMistakes
{
    private static readonly Wording Names = new(
        string.Join(", ", MessageKind.All.Select(kind => kind.Name)),
        string.Join(", ", MessageKind.All.Select(kind => kind.Name)));

    private static readonly Wording LeaveOut = new("Laat dit bestand weg.", "Leave this file out.");

    private static readonly Wording FetchAgain = new(
        "Haal het bericht opnieuw op uit het bronsysteem, of laat het weg.",
        "Fetch the message from the source system again, or leave it out.");

    internal static CalibrationException Broken(string file, int line) => Unfit(
        file,
        new(
            $"Dit XML-bestand is beschadigd of afgebroken, of heeft een DTD; regel {Numbers.Whole(line)} is niet te "
            + "lezen.",
            $"This XML file is damaged or cut short, or has a DTD; line {Numbers.Whole(line)} cannot be read."),
        FetchAgain);

    internal static CalibrationException NoMessage(string file) => Unfit(
        file,
        new("Dit XML-bestand is geen iJw-bericht.", "This XML file is no iJw message."),
        LeaveOut);

    internal static CalibrationException OfWmo(string file) => Unfit(
        file,
        new("Dit is een bericht van de Wmo, niet van de Jeugdwet.", "This is a message of the Wmo, not of youth care."),
        LeaveOut);

    internal static CalibrationException OtherKind(string file) => Unfit(
        file,
        new(
            $"Dit bericht is van een andere soort dan {Names.Dutch}; dit programma leest alleen die.",
            $"This message is of another kind than {Names.English}; this program reads only those."),
        LeaveOut);

    internal static CalibrationException OtherRelease(string file) => Unfit(
        file,
        new(
            "Dit bericht is niet van iJw 3; van andere releases leest dit programma geen berichten.",
            "This message is not of iJw 3; this program reads no messages of other releases."),
        new(
            "Zet de gegevens van dit bericht in een CSV-bestand, of laat het weg.",
            "Put the data of this message in a CSV file, or leave it out."));

    internal static CalibrationException NoLines(string file) => Unfit(
        file,
        new("Dit bericht declareert niets, en andere bestanden ook niet.",
            "This message declares nothing, and neither do other files."),
        new("Geef ook de berichten met declaraties (JW323).", "Give the messages with declarations (JW323) as well."));

    internal static CalibrationException Missing(string file, string element) => Unfit(
        file,
        new($"In dit bericht ontbreekt het element {element}.", $"This message lacks the element {element}."),
        FetchAgain);

    internal static CalibrationException Twice(string file, string element, long record) => Unfit(
        file,
        new(
            $"In product {Numbers.Whole(record)} van dit bericht staat het element {element} twee keer.",
            $"Product {Numbers.Whole(record)} of this message has the element {element} twice."),
        FetchAgain);

    internal static CalibrationException TooDeep(string file, int deepest) => Unfit(
        file,
        new(
            $"In dit XML-bestand staan elementen meer dan {Numbers.Whole(deepest)} diep in elkaar.",
            $"This XML file has elements more than {Numbers.Whole(deepest)} deep in each other."),
        LeaveOut);

    internal static CalibrationException TooLong(string file, int longest) => Unfit(
        file,
        new(
            $"Dit XML-bestand heeft een tekst van meer dan {Numbers.Whole(longest)} tekens; geen bericht heeft die.",
            $"This XML file has a text of more than {Numbers.Whole(longest)} characters; no message has one."),
        LeaveOut);

    private static CalibrationException Unfit(string file, Wording what, Wording remedy) =>
        new(ExitCode.Files, what, file, remedy);
}
