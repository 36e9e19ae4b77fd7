namespace RgkCalibrator.Intake.Files;

/// <summary>Names by which files can be told apart.</summary>
internal static class FileNames
{
    /// <summary>
    /// The same files, in the same order. Of those that bear one name, each gets the names of the folders above it, as
    /// many as are needed.
    /// </summary>
    internal static IReadOnlyList<InputFile> ToldApart(IReadOnlyList<InputFile> files)
    {
        var shared = files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1).SelectMany(same => same).ToHashSet();
        if (shared.Count == 0)
            return files;
        var longer = files.Select(file => shared.Contains(file) ? Longer(file) : file).ToList();
        // At the root there are no more folders, and the paths differ.
        return longer.SequenceEqual(files) ? files : ToldApart(longer);
    }

    private static InputFile Longer(InputFile file)
    {
        var parts = file.Path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        var length = Math.Min(parts.Length, file.Name.Split('/').Length + 1);
        return file with { Name = string.Join('/', parts[^length..]) };
    }
}
