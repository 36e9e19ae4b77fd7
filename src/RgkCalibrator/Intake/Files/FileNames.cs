namespace RgkCalibrator.Intake.Files;

/// <summary>Names by which files can be told apart.</summary>
internal static class FileNames
{
    // Stands in a name for bytes that are no text in UTF-8; with it the file cannot be found.
    private const char NoText = '\uFFFD';

    /// <summary>What to do about a file whose name is no text.</summary>
    internal static Wording Rename { get; } = new(
        "De naam heeft tekens die niet te lezen zijn. Geef het bestand een andere naam.",
        "The name has signs that cannot be read. Give the file another name.");

    /// <summary>Whether a name, of a file that is not found by it, holds bytes that are no text.</summary>
    internal static bool IsBroken(string name) => name.Contains(NoText, StringComparison.Ordinal);

    /// <summary>
    /// The same files, in the same order. Of those that bear one name, each gets the names of the folders above it, as
    /// many as are needed; those that differ in folders which readers do not see are numbered in their order.
    /// </summary>
    internal static IReadOnlyList<InputFile> ToldApart(IReadOnlyList<InputFile> files)
    {
        var named = WithFolders(files);
        var twins = named.GroupBy(file => file.Shown, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .SelectMany(same => same.Select((file, i) => (file.Path, Number: i + 1)))
            .ToDictionary(twin => twin.Path, twin => twin.Number, StringComparer.Ordinal);
        return twins.Count == 0
            ? named
            :
            [
                .. named.Select(
                    file => twins.TryGetValue(file.Path, out var number) ? file with { Twin = number } : file),
            ];
    }

    private static IReadOnlyList<InputFile> WithFolders(IReadOnlyList<InputFile> files)
    {
        var shared = files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1).SelectMany(same => same).ToHashSet();
        if (shared.Count == 0)
            return files;
        var longer = files.Select(file => shared.Contains(file) ? Longer(file) : file).ToList();
        // At the root there are no more folders, and the paths differ.
        return longer.SequenceEqual(files) ? files : WithFolders(longer);
    }

    private static InputFile Longer(InputFile file)
    {
        var parts = file.Path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        var length = Math.Min(parts.Length, file.Name.Split('/').Length + 1);
        return file with { Name = string.Join('/', parts[^length..]) };
    }
}
