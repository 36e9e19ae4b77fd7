using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>What can be wrong with a Parquet file, as exceptions to throw.</summary>
internal static class ParquetMistakes
{
    private static readonly Wording UsualSettings = new(
        "Schrijf het bestand opnieuw met de gewone instellingen, zoals compressie met snappy of zstd.",
        "Write the file again with the usual settings, such as compression with snappy or zstd.");

    /// <summary>Reads a file, and says in our words why the engine refuses it.</summary>
    /// <exception cref="CalibrationException">The engine refused the file.</exception>
    internal static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (EngineException refused)
        {
            throw Refused(path, refused);
        }
    }

    /// <summary>
    /// Says in our words why the engine refused a file: it is encrypted or broken, or memory or disk ran out.
    /// </summary>
    internal static CalibrationException Refused(string path, EngineException refused) =>
        // What the engine says of an encrypted file depends on what is encrypted.
        ParquetFooter.SaysEncrypted(path) ? Unfit(
            path,
            new("Dit Parquet-bestand is versleuteld.", "This Parquet file is encrypted."),
            new(
                "Vraag een versie die niet versleuteld is, of laat wie de sleutel heeft het bestand opnieuw schrijven.",
                "Ask for a version that is not encrypted, or have whoever holds the key write the file again."),
            refused)
        : refused.IsOutOfMemory || refused.IsDiskFull ? Unfit(
            path,
            new(
                "Bij het lezen was er te weinig geheugen of schijfruimte.",
                "There was too little memory or disk space to read it."),
            new(
                "Sluit andere programma's of maak ruimte, en probeer het met --threads 1; helpt dat niet, "
                + "schrijf het bestand dan met kleinere rijgroepen.",
                "Close other programs or make room, and try with --threads 1; if that does not help, "
                + "write the file with smaller row groups."),
            refused)
        : refused.IsNoText ? Unfit(
            path,
            new(
                "In een tekstkolom staan bytes die geen tekst zijn in UTF-8.",
                "A column of text holds bytes that are no text in UTF-8."),
            new(
                "Schrijf het bestand opnieuw met tekst in UTF-8, of haal het opnieuw op.",
                "Write the file again with text in UTF-8, or fetch it again."),
            refused)
        : refused.IsUnknownToEngine ? Unfit(
            path,
            new(
                "Dit Parquet-bestand gebruikt een compressie, codering of type die het programma niet kent.",
                "This Parquet file uses a compression, an encoding or a type that the program does not know."),
            UsualSettings,
            refused)
        : Broken(path, refused);

    internal static CalibrationException Broken(string path, EngineException? refused = null) => Unfit(
        path,
        new("Dit is geen heel Parquet-bestand.", "This is not a whole Parquet file."),
        new(
            "Haal het bestand opnieuw op; misschien is het afgebroken bij het kopiëren.",
            "Fetch the file again; it may have been cut short in copying."),
        refused);

    internal static CalibrationException WrongType(string file, ParquetField field, Wording wanted) => new(
        ExitCode.WrongUse,
        new Wording(
            $"De kolom {field.Name} is van het type {field.OuterType}; nodig is {wanted.Dutch}.",
            $"The column {field.Name} has the type {field.OuterType}; it should be {wanted.English}."),
        file,
        field.Type == "BOOLEAN" && wanted.English == "text"
            ? new Wording(
                "Zeg in het mappingbestand wat waar en onwaar betekenen, zoals values: { 'true': C, 'false': D }, "
                + "of schrijf het bestand opnieuw met tekst.",
                "Say in the mapping file what true and false stand for, like values: { 'true': C, 'false': D }, "
                + "or write the file again with text.")
            : new Wording(
                "Schrijf het bestand opnieuw met een passend type.",
                "Write the file again with a fitting type."));

    private static CalibrationException Unfit(string path, Wording what, Wording remedy, EngineException? refused) =>
        new(ExitCode.Files, what, ShownText.Of(Path.GetFileName(path)), remedy, refused);
}
