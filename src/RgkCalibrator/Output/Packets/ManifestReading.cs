using System.Security.Cryptography;
using System.Text.Json;

namespace RgkCalibrator.Output.Packets;

/// <summary>Reads the manifest that an earlier run left in a folder.</summary>
internal static class ManifestReading
{
    internal const string FileName = "manifest.json";
    internal const string Format = "rgk-manifest";

    /// <summary>Reads something from the manifest of a folder.</summary>
    /// <returns>Null where there is no manifest of a run, or it does not hold what is asked.</returns>
    /// <exception cref="CalibrationException">There is one, and it cannot be read.</exception>
    internal static T? Read<T>(string folder, Func<JsonElement, T> read)
        where T : class
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
            // Web pages have a manifest.json too.
            return manifest.RootElement.GetProperty("format").ValueEquals(Format) ? read(manifest.RootElement) : null;
        }
        catch (Exception other) when (
            JsonReading.IsOtherForm(other) || other is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw DiskTrouble.IsUnreadable(Path.Combine(folder, FileName), refused);
        }
    }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    internal static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
