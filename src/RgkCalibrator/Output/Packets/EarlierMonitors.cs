using RgkCalibrator.Disclosure.Releases;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// The ledger of what monitors released of a region, which each monitor passes on to the next that is written in its
/// place or that names it.
/// </summary>
internal static class EarlierMonitors
{
    private const string FileName = "intern/vrijgegeven.json";

    /// <summary>
    /// What was released according to the monitor that is to be replaced, and according to other ones.
    /// </summary>
    /// <param name="output">Where the run writes.</param>
    /// <param name="folders">Other monitors.</param>
    /// <exception cref="CalibrationException">A folder holds no monitor, or its ledger cannot be read.</exception>
    internal static MonitorLedger Read(StagedOutput output, IReadOnlyList<string> folders)
    {
        if (folders.FirstOrDefault(folder => !File.Exists(Path.Combine(folder, FileName))) is { } other)
            throw IsNoMonitor(other);
        return new([.. folders.Append(output.Replaced).SelectMany(folder => In(folder).Quarters)]);
    }

    /// <summary>Writes what was released with this run.</summary>
    internal static void Write(StagedOutput output, MonitorLedger ledger)
    {
        using var file = File.Create(output.PathOf(FileName));
        ledger.Write(file);
    }

    private static MonitorLedger In(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            if (!File.Exists(path))
                return MonitorLedger.Empty;
            using var file = File.OpenRead(path);
            return MonitorLedger.Read(file) ?? throw IsUnknown(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw DiskTrouble.IsUnreadable(path, refused);
        }
    }

    private static CalibrationException IsNoMonitor(string folder) => new(
        ExitCode.Files,
        new("Hier staat geen monitor die rgk monitor heeft gemaakt.",
            "There is no monitor here that rgk monitor made."),
        folder,
        new("Noem bij --released de map die bij rgk monitor achter --out stond.",
            "Name with --released the folder that stood behind --out of rgk monitor."));

    private static CalibrationException IsUnknown(string file) => new(
        ExitCode.Files,
        new("Wat eerder is vrijgegeven, is niet te lezen: het bestand is beschadigd of van een andere versie.",
            "What was released before cannot be read: the file is damaged or of another version."),
        file,
        new("Zet het bestand terug zoals het is geschreven, of gebruik de versie die het schreef.",
            "Put the file back as it was written, or use the version that wrote it."));
}
