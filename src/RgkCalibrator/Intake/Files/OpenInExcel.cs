namespace RgkCalibrator.Intake.Files;

/// <summary>Files that Excel or LibreOffice holds open, and the files beside them that say so.</summary>
public static class OpenInExcel
{
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; EWOULDBLOCK on Linux and macOS.
    private static readonly int[] InUse = [unchecked((int)0x80070020), unchecked((int)0x80070021), 11, 35];

    /// <summary>What to do about it.</summary>
    internal static Wording Remedy { get; } = new(
        "Sluit Excel, of het programma waarin het bestand openstaat, en probeer het opnieuw.",
        "Close Excel, or the program that has the file open, and try again.");

    /// <summary>Whether a file is no table, but says that one is open: <c>~$x.xlsx</c>, <c>.~lock.x.csv#</c>.</summary>
    public static bool IsMark(string path)
    {
        var name = Path.GetFileName(path);
        return name.StartsWith("~$", StringComparison.Ordinal)
            || (name.StartsWith(".~lock.", StringComparison.Ordinal) && name.EndsWith('#'));
    }

    /// <summary>Whether a file cannot be read because another program holds it.</summary>
    internal static bool IsCause(Exception refused) => refused is IOException && InUse.Contains(refused.HResult);

    /// <summary>The refusal of a file that says that another is open.</summary>
    internal static CalibrationException Mark(string path) => new(
        ExitCode.Files,
        new Wording(
            "Dit is geen tabel: Excel maakt dit bestand zolang de tabel openstaat.",
            "This is no table: Excel makes this file while the table is open."),
        Path.GetFileName(path),
        Remedy);
}
