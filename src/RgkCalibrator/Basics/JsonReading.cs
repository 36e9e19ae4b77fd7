using System.Text.Json;

namespace RgkCalibrator.Basics;

/// <summary>Reads JSON files of which the form is known.</summary>
internal static class JsonReading
{
    /// <summary>
    /// Whether something went wrong because a document has another form than was asked of it, and not in our own code
    /// or on the disk.
    /// </summary>
    internal static bool IsOtherForm(Exception trouble) => trouble is JsonException or KeyNotFoundException
        or FormatException or InvalidOperationException or ArgumentException;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Takes the bytes of the file and the root of its document.</param>
    /// <param name="what">What is said where the file has another form.</param>
    /// <param name="remedy">How to mend that.</param>
    /// <exception cref="CalibrationException">The file cannot be read, or has another form.</exception>
    internal static T Read<T>(string path, Func<byte[], JsonElement, T> read, Wording what, Wording remedy)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            using var json = JsonDocument.Parse(bytes);
            return read(bytes, json.RootElement);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CalibrationException(
                ExitCode.Files,
                new("Het bestand is niet te lezen.", "The file cannot be read."),
                path,
                new("Controleer of het bestand bestaat en of u het mag lezen.",
                    "Check that the file exists and that you may read it."),
                trouble);
        }
        catch (Exception trouble) when (IsOtherForm(trouble))
        {
            throw new CalibrationException(ExitCode.Files, what, path, remedy, trouble);
        }
    }
}
