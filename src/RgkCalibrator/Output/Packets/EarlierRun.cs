using System.Security.Cryptography;
using System.Text.Json;

namespace RgkCalibrator.Output.Packets;

/// <summary>Keeps a run from wiping out what is not its own: a folder is replaced only when every file in it is one that an earlier run wrote, unchanged.</summary>
internal static class EarlierRun
{
    /// <exception cref="CalibrationException">The folder holds a file that no run wrote, or one that was changed since.</exception>
    internal static void RefuseOthers(string folder)
    {
        if (File.Exists(folder))
            throw Refused(folder, Path.GetFileName(folder));
        if (!Directory.Exists(folder))
            return;
        var known = Known(folder);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (!known.TryGetValue(name, out var hash) || (name != Manifest.FileName && hash != HashOf(file)))
                throw Refused(folder, name);
        }
    }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    internal static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The files that a run wrote, with their hashes; the manifest itself, which holds none, among them.</summary>
    private static Dictionary<string, string> Known(string folder)
    {
        var path = Path.Combine(folder, Manifest.FileName);
        if (!File.Exists(path))
            return [];
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            var files = manifest.RootElement.GetProperty("outputs").EnumerateArray().ToDictionary(
                output => output.GetProperty("file").GetString()!, output => output.GetProperty("sha256").GetString()!, StringComparer.Ordinal);
            // Web pages have a manifest.json too.
            if (!manifest.RootElement.GetProperty("format").ValueEquals(Manifest.Format))
                return [];
            files.Add(Manifest.FileName, string.Empty);
            return files;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            // No manifest of ours: then no file in the folder is ours either.
            return [];
        }
    }

    private static CalibrationException Refused(string folder, string file) => new(
        ExitCode.Files,
        new Wording(
            $"In de map staat {file}, dat niet door dit programma is geschreven of daarna is veranderd.",
            $"The folder holds {file}, which this program did not write or which was changed since."),
        folder,
        new Wording("Geef een andere map, of zet het bestand eerst ergens anders.", "Name another folder, or put the file elsewhere first."));
}
