namespace RgkCalibrator.Output.Packets;

/// <summary>The files in a folder as a manifest names them.</summary>
internal static class PacketFiles
{
    /// <summary>Their names relative to the folder, with slashes, in ordinal order.</summary>
    internal static IReadOnlyList<string> Of(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)];
}
