namespace RgkCalibrator.Output.Packets;

/// <summary>
/// Protects files that are not a run's own: a folder is replaced only when an earlier run wrote every file in it and
/// none was changed since.
/// </summary>
internal static class EarlierRun
{
    /// <exception cref="CalibrationException">
    /// The folder holds a file that no run wrote, or one that was changed since.
    /// </exception>
    internal static void RefuseOthers(string folder)
    {
        if (File.Exists(folder))
            throw Refused(folder, Path.GetFileName(folder));
        if (!Directory.Exists(folder))
            return;
        var hashes = ManifestReading.Read(folder, manifest => manifest.GetProperty("outputs").EnumerateArray()
            .ToDictionary(one => one.GetProperty("file").GetString()!, one => one.GetProperty("sha256").GetString()!));
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            // Without a manifest of a run no file is a run's; the manifest does not hold its own hash.
            var isOurs = name == ManifestReading.FileName
                || hashes?.GetValueOrDefault(name) == ManifestReading.HashOf(file);
            if (hashes is null || !isOurs)
                throw Refused(folder, name);
        }
    }

    private static CalibrationException Refused(string folder, string file) => new(
        ExitCode.Files,
        new($"In de map staat {file}, dat niet door dit programma is geschreven of daarna is veranderd.",
            $"The folder holds {file}, which this program did not write or which was changed since."),
        folder,
        new("Geef een andere map, of zet het bestand eerst ergens anders.",
            "Name another folder, or put the file elsewhere first."));
}
