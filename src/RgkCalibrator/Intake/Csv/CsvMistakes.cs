using RgkCalibrator.Intake.Files;

namespace RgkCalibrator.Intake.Csv;

/// <summary>
/// What can be wrong with a file of text, as exceptions to throw. Rows are numbered from the first after the header.
/// </summary>
internal static class CsvMistakes
{
    private static readonly Wording SaveAsUtf8 = new(
        "Sla het bestand op als 'CSV UTF-8 (door scheidingstekens gescheiden)'.",
        "Save the file as 'CSV UTF-8 (comma delimited)'.");

    private static readonly Wording FetchAgain = new(
        "Haal het bestand opnieuw op, of laat het weg.", "Fetch the file again, or leave it out.");

    internal static CalibrationException Empty(string file) =>
        Unfit(file, new("Het bestand is leeg.", "The file is empty."), FetchAgain);

    internal static CalibrationException NoRows(string file) => Unfit(
        file,
        new("Het bestand heeft een kopregel, maar geen gegevens.", "The file has a header but no data."),
        FetchAgain);

    internal static CalibrationException Utf16(string file) => Unfit(
        file,
        new(
            "De tekst van het bestand is UTF-16 ('Unicode-tekst').",
            "The text of the file is UTF-16 ('Unicode text')."),
        SaveAsUtf8);

    internal static CalibrationException Binary(string file) => Unfit(
        file,
        new("Dit is geen tekstbestand.", "This is not a text file."),
        new(
            "Geef een CSV-bestand; uit Excel: 'Opslaan als', 'CSV UTF-8'.",
            "Give a CSV file; from Excel: 'Save as', 'CSV UTF-8'."));

    internal static CalibrationException OtherFormat(string file, Wording format) => Unfit(
        file,
        new($"Dit is geen CSV, maar {format.Dutch}.", $"This is not CSV but {format.English}."),
        new(
            "Geef het bestand de uitgang die bij zijn inhoud hoort, of sla het op als CSV.",
            "Give the file the extension of its content, or save it as CSV."));

    internal static CalibrationException NoHeader(
        string file, Wording lookedFor, int records, Wording? remedy = null) => new(
        ExitCode.WrongUse,
        new Wording(
            $"In de eerste {Numbers.Whole(records)} regels staat geen kopregel met {lookedFor.Dutch}.",
            $"The first {Numbers.Whole(records)} lines hold no header with {lookedFor.English}."),
        file,
        remedy ?? new Wording(
            "Zet de kolomnamen in één regel boven de gegevens, of zeg in de mapping hoe de kolommen heten.",
            "Put the names of the columns in one line above the data, "
            + "or say in the mapping what the columns are called."));

    internal static CalibrationException TwoColumns(string file, string name, int count) => new(
        ExitCode.WrongUse,
        new Wording(
            $"{Numbers.Whole(count)} kolommen heten {name}.", $"{Numbers.Whole(count)} columns are called {name}."),
        file,
        new Wording("Geef elke kolom een eigen naam.", "Give each column a name of its own."));

    internal static CalibrationException MixedLineEnds(string file, long row) => Unfit(
        file,
        new(
            $"Niet alle regels eindigen op dezelfde manier: in rij {Numbers.Whole(row)} na de kopregel staan er meer "
            + "aan elkaar.",
            $"Not all lines end in the same way: row {Numbers.Whole(row)} after the header holds several."),
        new(
            "Sla het bestand opnieuw op, met overal dezelfde regeleinden; staan er regeleinden in een tekst, zet die "
            + "dan tussen aanhalingstekens.",
            "Save the file anew, with the same line ends everywhere; where a text has line ends, put it between "
            + "quotes."));

    internal static CalibrationException GluedHeader(string file, int line) => Unfit(
        file,
        new(
            $"De kopregel (regel {Numbers.Whole(line)}) heeft meer velden dan elke rij: er zit een rij aan vast.",
            $"The header (line {Numbers.Whole(line)}) has more fields than every row: a row is stuck to it."),
        new(
            "Zet achter de laatste kolomnaam een regeleinde, zodat de eerste rij op een eigen regel staat.",
            "Put a line end after the last name of a column, so that the first row has a line of its own."));

    internal static CalibrationException UnclosedQuote(string file, long row) => Unfit(
        file,
        new(
            $"In rij {Numbers.Whole(row)} na de kopregel begint een veld met een aanhalingsteken dat nergens sluit.",
            $"In row {Numbers.Whole(row)} after the header a field begins with a quote that closes nowhere."),
        new(
            "Sluit het aanhalingsteken of haal het weg; misschien is het bestand afgebroken bij het kopiëren.",
            "Close the quote or take it away; the file may have been cut short in copying."));

    internal static CalibrationException LongRecord(string file, long row, int largest) => Unfit(
        file,
        new(
            $"Rij {Numbers.Whole(row)} na de kopregel is langer dan {Size(largest)}.",
            $"Row {Numbers.Whole(row)} after the header is longer than {Size(largest)}."),
        new("Kijk of dit bestand regels met gegevens heeft.", "Check that this file has lines of data."));

    internal static CalibrationException Unreadable(string file, Exception cause) => Unfit(
        file,
        new("Het bestand is niet te lezen.", "The file cannot be read."),
        OpenInExcel.IsCause(cause) ? OpenInExcel.Remedy
        : cause is FileNotFoundException && FileNames.IsBroken(file) ? FileNames.Rename
        : new(
            "Controleer of het bestand bestaat, of u het mag lezen en of het niet in een ander programma openstaat.",
            "Check that the file exists, that you may read it, and that no other program has it open."),
        cause);

    private static CalibrationException Unfit(string file, Wording what, Wording remedy, Exception? cause = null) =>
        new(ExitCode.Files, what, file, remedy, cause);

    private static string Size(int bytes) =>
        bytes >= 1 << 20 ? $"{Numbers.Whole(bytes >> 20)} MB" : $"{Numbers.Whole(bytes)} bytes";
}
