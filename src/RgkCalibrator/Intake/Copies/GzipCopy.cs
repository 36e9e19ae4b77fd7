using System.IO.Compression;

namespace RgkCalibrator.Intake.Copies;

/// <summary>CSV that was compressed with gzip.</summary>
internal static class GzipCopy
{
    private const int Room = 1 << 16;

    internal static CopiedKind Kind { get; } =
        new(new("CSV in gzip", "CSV in gzip"), head => head.StartsWith([(byte)0x1F, (byte)0x8B]), Copy);

    private static IReadOnlyList<Wording> Copy(FileStream source, string name, Stream target, CancellationToken stop)
    {
        using var text = new GZipStream(source, CompressionMode.Decompress);
        var room = new byte[Room];
        int read;
        while ((read = Read(text, room, name)) > 0)
        {
            stop.ThrowIfCancellationRequested();
            target.Write(room.AsSpan(0, read));
        }

        return [];
    }

    private static int Read(GZipStream text, byte[] room, string name)
    {
        try
        {
            return text.Read(room);
        }
        catch (InvalidDataException broken)
        {
            throw new CalibrationException(
                ExitCode.Files,
                new("Dit gzip-bestand is beschadigd of niet volledig.", "This gzip file is damaged or not complete."),
                name,
                new("Haal het bestand opnieuw op, of pak het eerst zelf uit.",
                    "Fetch the file again, or unpack it yourself first."),
                broken);
        }
    }
}
