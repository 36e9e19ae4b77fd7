using RgkCalibrator.Disclosure.Releases;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// The ledgers of what was released of a region, which each packet passes on to the next that is written in its place
/// or that names it.
/// </summary>
internal static class EarlierLedgers
{
    internal const string FileName = "intern/vrijgegeven.json";

    /// <summary>
    /// What was released according to other packets of a command, and according to the one that is to be replaced.
    /// </summary>
    /// <param name="output">Where the run writes.</param>
    /// <param name="folders">The other packets.</param>
    /// <param name="hasNone">What is wrong with a folder without a ledger of that command.</param>
    /// <exception cref="CalibrationException">A folder has no such ledger, or it cannot be read.</exception>
    internal static T Read<T>(
        StagedOutput output, IReadOnlyList<string> folders, Func<string, CalibrationException> hasNone)
        where T : class, IReleasedLedger<T>
    {
        var named = folders.Select(folder => In(folder) ?? throw hasNone(folder)).ToList();
        return T.Of(In(output.Replaced) is { } replaced ? [.. named, replaced] : named);

        T? In(string folder) => EarlierLedgers.In(folder, T.Format, T.Read, hasNone);
    }

    /// <summary>The ledger of a folder; null where it has none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="format">What the file says that it is.</param>
    /// <param name="read">Reads the file; null where it is damaged or of another version.</param>
    /// <param name="isOther">What is wrong with a folder whose file says that it is something else.</param>
    /// <exception cref="CalibrationException">It cannot be read.</exception>
    internal static T? In<T>(
        string folder, string format, Func<Stream, T?> read, Func<string, CalibrationException> isOther)
        where T : class
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            if (!File.Exists(path))
                return null;
            using var file = File.OpenRead(path);
            if (read(file) is { } ledger)
                return ledger;
            file.Position = 0;
            throw ReleaseFormat.NameIn(file) is { } name && name != format ? isOther(folder) : IsUnknown(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw DiskTrouble.IsUnreadable(path, refused);
        }
    }

    /// <summary>Writes what was released with this run.</summary>
    internal static void Write(StagedOutput output, Action<Stream> write)
    {
        using var file = File.Create(output.PathOf(FileName));
        write(file);
    }

    private static CalibrationException IsUnknown(string file) => new(
        ExitCode.Files,
        new("Wat eerder is vrijgegeven, is niet te lezen: het bestand is beschadigd of van een andere versie.",
            "What was released before cannot be read: the file is damaged or of another version."),
        file,
        new("Zet het bestand terug zoals het is geschreven, of gebruik de versie die het schreef.",
            "Put the file back as it was written, or use the version that wrote it."));
}
