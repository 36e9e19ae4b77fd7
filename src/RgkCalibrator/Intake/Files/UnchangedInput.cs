using System.Security.Cryptography;
using RgkCalibrator.Basics.Files;

namespace RgkCalibrator.Intake.Files;

/// <summary>
/// Input files as they were before the first was opened. A run opens them several times, and what it makes of them must
/// be of one content, which the hash in its manifest is of.
/// </summary>
internal sealed class UnchangedInput
{
    private readonly Dictionary<string, FileIdentity?> _seen;

    private UnchangedInput(IReadOnlyList<InputFile> files)
    {
        Files = files;
        _seen = files.Select(file => file.Path).Distinct().ToDictionary(path => path, FileIdentity.Of);
    }

    /// <summary>The files.</summary>
    internal IReadOnlyList<InputFile> Files { get; }

    /// <summary>
    /// Does work that reads files. Where one of them changed meanwhile, that is what is told, whatever came of it.
    /// </summary>
    /// <exception cref="CalibrationException">A file changed; or what the work throws.</exception>
    internal static T During<T>(IReadOnlyList<InputFile> files, Func<UnchangedInput, T> work)
    {
        var input = new UnchangedInput(files);
        string? changedMeanwhile = null;
        T result;
        try
        {
            result = work(input);
        }
        catch (Exception trouble) when (
            trouble is not OperationCanceledException && (changedMeanwhile = input.FindChanged()) is not null)
        {
            throw Changed(changedMeanwhile, trouble);
        }

        return input.FindChanged() is { } changed ? throw Changed(changed) : result;
    }

    /// <summary>SHA-256, in lower-case hexadecimal, of what the run read.</summary>
    /// <exception cref="CalibrationException">The file is another one by now.</exception>
    internal string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        RefuseOther(path, file);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        RefuseOther(path, file);
        return hash;
    }

    /// <summary>
    /// Groups of files of which every byte is equal. Only files of one length are read for it.
    /// </summary>
    /// <param name="files">Some of the files, by their paths; they can be read.</param>
    /// <exception cref="CalibrationException">A file is another one by now.</exception>
    internal IReadOnlyList<IReadOnlyList<string>> Equal(IEnumerable<string> files) =>
    [
        .. files.GroupBy(path => _seen[path]?.Length).Where(same => same.Count() > 1)
            .SelectMany(same => same.GroupBy(HashOf, StringComparer.Ordinal))
            .Where(equal => equal.Count() > 1)
            .Select(equal => equal.ToList()),
    ];

    private void RefuseOther(string path, FileStream file)
    {
        if (FileIdentity.Of(file.SafeFileHandle) != _seen[path])
            throw Changed(path);
    }

    private string? FindChanged() =>
        _seen.FirstOrDefault(file => FileIdentity.Of(file.Key) != file.Value).Key;

    private static CalibrationException Changed(string path, Exception? cause = null) => new(
        ExitCode.DoesNotAddUp,
        new Wording(
            "Dit bestand is veranderd terwijl het werd gelezen; er is niets geschreven.",
            "This file changed while it was read; nothing was written."),
        path,
        new Wording(
            "Wacht tot het bestand klaar is, en begin opnieuw.", "Wait until the file is complete, and begin again."),
        cause);
}
