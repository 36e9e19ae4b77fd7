using System.Security.Cryptography;
using System.Text;

namespace RgkCalibrator.Yaml;

/// <summary>The text of a YAML file.</summary>
internal static class YamlFile
{
    // A catalogue of five thousand products takes a few megabytes.
    private const int Largest = 32 << 20;

    // A file saved as Windows-1252 must not turn its ë into question marks unseen.
    internal static UTF8Encoding StrictUtf8 { get; } =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All of it, in UTF-8.</summary>
    /// <exception cref="CalibrationException">The file cannot be read, or is in another encoding.</exception>
    internal static string Read(string path, YamlErrors errors)
    {
        try
        {
            // A pipe or a device has no length, and its text may never come or never end.
            return Length(path) switch
            {
                0 => throw errors.Empty(),
                > Largest => throw errors.TooLarge(Largest),
                _ => File.ReadAllText(path, StrictUtf8),
            };
        }
        catch (DecoderFallbackException trouble)
        {
            throw errors.Encoding(trouble);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw errors.Unreadable(trouble);
        }
    }

    private static long Length(string path)
    {
        var file = new FileInfo(path);
        return (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
    }

    /// <summary>
    /// SHA-256 of a text in lower-case hexadecimal. Line ends do not count: they are the editor's, not the analyst's.
    /// </summary>
    internal static string Fingerprint(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(StrictUtf8.GetBytes(text.ReplaceLineEndings("\n"))));
}
