using RgkCalibrator.Disclosure.Releases;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// The ledger of what controls released of a region, which each control passes on to the next that is written in its
/// place or that names it.
/// </summary>
internal static class EarlierControls
{
    private const string FileName = "intern/vrijgegeven.json";

    /// <summary>
    /// What was released according to the control that is to be replaced, and according to other ones.
    /// </summary>
    /// <param name="output">Where the run writes.</param>
    /// <param name="folders">Other controls.</param>
    /// <exception cref="CalibrationException">A folder holds no control, or its ledger cannot be read.</exception>
    internal static ControlLedger Read(StagedOutput output, IReadOnlyList<string> folders)
    {
        if (folders.FirstOrDefault(folder => !File.Exists(Path.Combine(folder, FileName))) is { } other)
            throw IsNoControl(other);
        return new([.. folders.Append(output.Replaced).SelectMany(folder => In(folder).Lines)]);
    }

    /// <summary>Writes what was released with this run.</summary>
    internal static void Write(StagedOutput output, ControlLedger ledger)
    {
        using var file = File.Create(output.PathOf(FileName));
        ledger.Write(file);
    }

    private static ControlLedger In(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            if (!File.Exists(path))
                return ControlLedger.Empty;
            using var file = File.OpenRead(path);
            return ControlLedger.Read(file) ?? throw IsUnknown(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw DiskTrouble.IsUnreadable(path, refused);
        }
    }

    private static CalibrationException IsNoControl(string folder) => new(
        ExitCode.Files,
        new("Hier staat geen controle die rgk control heeft gemaakt.",
            "There is no control here that rgk control made."),
        folder,
        new("Noem bij --released de map die bij rgk control achter --out stond.",
            "Name with --released the folder that stood behind --out of rgk control."));

    private static CalibrationException IsUnknown(string file) => new(
        ExitCode.Files,
        new("Wat eerder is vrijgegeven, is niet te lezen: het bestand is beschadigd of van een andere versie.",
            "What was released before cannot be read: the file is damaged or of another version."),
        file,
        new("Zet het bestand terug zoals het is geschreven, of gebruik de versie die het schreef.",
            "Put the file back as it was written, or use the version that wrote it."));
}
