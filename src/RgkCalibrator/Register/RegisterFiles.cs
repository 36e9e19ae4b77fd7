namespace RgkCalibrator.Register;

/// <summary>Finds workbooks that came back.</summary>
internal static class RegisterFiles
{
    /// <summary>
    /// The files that were named, and those in folders that were named, each once, in ordinal order within a folder.
    /// What an open program keeps beside a workbook is left out, and so is what is hidden.
    /// </summary>
    /// <exception cref="CalibrationException">There are none, or a folder cannot be read.</exception>
    internal static IReadOnlyList<string> Find(IReadOnlyList<string> places)
    {
        List<string> files = [.. places.SelectMany(Of).DistinctBy(Path.GetFullPath, StringComparer.Ordinal)];
        return files.Count == 0 ? throw RegisterMistakes.NoFiles(string.Join(", ", places)) : files;
    }

    private static IEnumerable<string> Of(string place)
    {
        if (!Directory.Exists(place))
            return [place];
        try
        {
            return Directory.EnumerateFiles(place).Where(IsShown).Order(StringComparer.Ordinal).ToList();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw RegisterMistakes.NoFiles(place);
        }
    }

    private static bool IsShown(string path) => Path.GetFileName(path) is var name
        && !name.StartsWith('.') && !name.StartsWith("~$", StringComparison.Ordinal);
}
