using RgkCalibrator.Engine;

namespace RgkCalibrator.Output.Packets;

/// <summary>What a disk refuses, in our words.</summary>
internal static class DiskTrouble
{
    private static readonly Wording ElsewhereRemedy =
        new("Geef met --out een andere plek.", "Name another place with --out.");

    /// <summary>The refusal of something that was to be written; nothing stands at its place then.</summary>
    internal static CalibrationException Refused(Exception cause, string where)
    {
        var error = cause is IOException ? cause.HResult & 0xFFFF : 0;
        return cause is EngineException { IsDiskFull: true } || IsFullBy(cause) ? IsFull(where, cause)
            : !OperatingSystem.IsWindows() && error is 16 or 18 ? IsMountPoint(where, cause) // EBUSY and EXDEV
            : new(
                ExitCode.Files,
                new("Hier kan niet worden geschreven.", "This cannot be written."),
                where,
                new("Kijk of u er rechten op heeft, en of een bestand niet openstaat in een ander programma.",
                    "See whether you may write there, and whether a file is open in another program."),
                cause);
    }

    /// <summary>A folder that cannot be renamed, since another disk or folder is shown there.</summary>
    internal static CalibrationException IsMountPoint(string where, Exception? cause = null) => new(
        ExitCode.Files,
        new("Deze plek is een koppelpunt (mount) en kan niet in één stap worden vervangen.",
            "This place is a mount point, and cannot be replaced in one step."),
        where,
        new("Geef met --out een map of bestand erin.", "Name a folder or file in it with --out."),
        cause);

    /// <summary>Something that is neither a file nor a folder.</summary>
    internal static CalibrationException IsDevice(string where) => new(
        ExitCode.Files,
        new("Hier staat geen bestand of map, maar een apparaat of een pijp.",
            "There is no file or folder here, but a device or a pipe."),
        where,
        ElsewhereRemedy);

    /// <summary>A place where another run is writing.</summary>
    internal static CalibrationException IsLocked(string where, Exception? cause = null) => new(
        ExitCode.Files,
        new("Een andere opdracht schrijft hier op dit moment.", "Another command is writing here at this moment."),
        where,
        new("Wacht tot die klaar is, of geef met --out een andere plek.",
            "Wait until it is done, or name another place with --out."),
        cause);

    /// <summary>An earlier packet, or a part of it, that may not be looked at.</summary>
    internal static CalibrationException IsUnreadable(string file, Exception cause) => new(
        ExitCode.Files,
        new("Dit bestand uit een eerder pakket is niet te lezen.", "This file of an earlier packet cannot be read."),
        file,
        new("Sluit het in andere programma's en kijk of u het mag lezen, of geef met --out een andere plek.",
            "Close it in other programs and see whether you may read it, or name another place with --out."),
        cause);

    /// <summary>What a run that was killed left, and cannot be taken away.</summary>
    internal static CalibrationException IsInTheWay(string where) => new(
        ExitCode.Files,
        new("Wat een eerdere opdracht hier achterliet, kan niet worden weggehaald.",
            "What an earlier command left here cannot be taken away."),
        where,
        new("Haal deze verborgen map zelf weg: er kunnen gegevens over kinderen in staan.",
            "Take this hidden folder away yourself: it may hold data about children."));

    /// <summary>An earlier packet that is back at its place.</summary>
    internal static Wording IsPutBack(string where) => new(
        $"een eerdere opdracht is afgebroken terwijl zij dit verving; wat er stond is teruggezet: {where}.",
        $"an earlier command was killed while it replaced this; what stood there has been put back: {where}.");

    /// <summary>What is in place, though the disk did not say that it will stay.</summary>
    internal static Wording IsUnsure(string where) => new(
        $"dit is geschreven, maar de schijf bevestigt niet dat het na stroomuitval blijft staan: {where}.",
        $"this is written, but the disk does not confirm that it outlives a loss of power: {where}.");

    /// <summary>What is left of an earlier packet or of a run, and could not be taken away.</summary>
    internal static Wording IsLeft(string where) => new(
        $"dit kon niet worden weggehaald: {where}. Er kunnen gegevens over kinderen in staan; haal het zelf weg.",
        $"this could not be taken away: {where}. It may hold data about children; take it away yourself.");

    // ENOSPC and EDQUOT; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL, of which the number alone is ENOTEMPTY on Linux.
    private static bool IsFullBy(Exception cause) => cause is IOException
    {
        HResult: 28 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027),
    };

    private static CalibrationException IsFull(string where, Exception cause) => new(
        ExitCode.Files,
        new("De schijf is vol; er is niets geschreven.", "The disk is full; nothing was written."),
        where,
        new("Maak ruimte, of geef met --out een andere plek.", "Make room, or name another place with --out."),
        cause);
}
