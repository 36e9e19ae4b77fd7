namespace RgkCalibrator.Basics.Files;

/// <summary>Where a path leads once every link in it is followed.</summary>
internal static class RealPath
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <summary>The full path, of something that need not be there, without a link in it.</summary>
    /// <exception cref="IOException">Links lead to each other.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder on the way is closed to us.</exception>
    internal static string Of(string path)
    {
        var links = 0;
        return Follow(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), ref links);
    }

    /// <summary>Whether a path is a folder or lies in it; both without links.</summary>
    internal static bool IsWithin(string path, string folder)
    {
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var begin = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return path.StartsWith(begin, comparison) || string.Equals(path, folder, comparison);
    }

    private static string Follow(string path, ref int links)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
            return path;
        var real = Path.Combine(Follow(parent, ref links), Path.GetFileName(path));
        if (new FileInfo(real).LinkTarget is not { } target)
            return real;
        if (++links > MostLinks)
            throw new IOException("Links lead to each other.");
        var next = Path.GetFullPath(target, Path.GetDirectoryName(real)!);
        return Follow(Path.TrimEndingDirectorySeparator(next), ref links);
    }
}
