using RgkCalibrator.Intake.Csv;

namespace RgkCalibrator.Intake.Copies;

/// <summary>CSV that was compressed with gzip.</summary>
internal static class GzipCopy
{
    // Declarations pack to between a fifth and a hundredth. A bomb packs a thousand to one; a small one does no harm.
    private const long HarmlessBytes = 1L << 30;
    private const int MostRatio = 200;

    internal static CopiedKind Kind { get; } = new(new("CSV in gzip", "CSV in gzip"), IsOne, Copy);

    internal static bool IsOne(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..];

    private static CopyNotes Copy(Stream source, string name, Stream target, CancellationToken stop)
    {
        Copy(source, name, target, HarmlessBytes, stop);
        return new CopyNotes([]);
    }

    /// <summary>Writes what is in the file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="target">The copy.</param>
    /// <param name="harmless">So many bytes may come out of a file of any size.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="CalibrationException">The file is damaged, a bomb, or holds no CSV.</exception>
    internal static void Copy(Stream source, string name, Stream target, long harmless, CancellationToken stop)
    {
        var most = Math.Max(harmless, source.Length * MostRatio);
        var length = 0L;
        try
        {
            new GzipMembers(source).Unpack(bytes =>
            {
                stop.ThrowIfCancellationRequested();
                if (length == 0 && CsvHead.OtherFormatOf(bytes) is { } format)
                    throw NoCsv(name, format);
                length += bytes.Length;
                if (length > most)
                    throw Bomb(name);
                target.Write(bytes);
            });
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(name, broken);
        }
    }

    private static CalibrationException Damaged(string name, Exception broken) => new(
        ExitCode.Files,
        new("Dit gzip-bestand is beschadigd of niet volledig.", "This gzip file is damaged or not complete."),
        name,
        new("Haal het bestand opnieuw op.", "Fetch the file again."),
        broken);

    private static CalibrationException Bomb(string name) => new(
        ExitCode.Files,
        new(
            $"Uit dit gzip-bestand komt meer dan {Numbers.Whole(MostRatio)} keer zijn eigen omvang; "
                + "zo sterk laten declaraties zich niet inpakken.",
            $"This gzip file unpacks to more than {Numbers.Whole(MostRatio)} times its own size; "
                + "declarations do not pack so tightly."),
        name,
        new("Kijk wat er in het bestand zit, of pak het eerst zelf uit.",
            "Look what the file holds, or unpack it yourself first."));

    private static CalibrationException NoCsv(string name, Wording format) => new(
        ExitCode.Files,
        new(
            $"In dit gzip-bestand zit geen CSV, maar {format.Dutch}.",
            $"This gzip file does not hold CSV but {format.English}."),
        name,
        new("Pak het eerst uit, en noem wat eruit komt.", "Unpack it first, and name what comes out."));
}
