namespace RgkCalibrator.Output.Packets;

/// <summary>How a file in a folder differs from what the manifest there says.</summary>
public enum PacketDifferenceKind
{
    /// <summary>It was changed after it was written.</summary>
    Changed,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>No run wrote it.</summary>
    Foreign,
}

/// <summary>A file that differs from what the manifest says.</summary>
/// <param name="File">Its name relative to the packet, with slashes.</param>
/// <param name="Kind">How.</param>
public sealed record PacketDifference(string File, PacketDifferenceKind Kind)
{
    /// <summary>
    /// What differs in a folder, in the order of the names; without a manifest of a run every file is foreign.
    /// </summary>
    /// <exception cref="CalibrationException">A file cannot be read.</exception>
    internal static IEnumerable<PacketDifference> In(string folder)
    {
        var hashes = ManifestReading.Read(folder, manifest => manifest.GetProperty("outputs").EnumerateArray()
            .ToDictionary(one => one.GetProperty("file").GetString()!, one => one.GetProperty("sha256").GetString()!));
        var files = Readable(folder, () => PacketFiles.Of(folder));
        foreach (var name in files.Union((hashes ?? []).Keys).Order(StringComparer.Ordinal))
        {
            // The manifest does not hold its own hash.
            if (hashes is not null && name == ManifestReading.FileName)
                continue;
            var path = Path.Combine(folder, name);
            if (hashes?.GetValueOrDefault(name) is not { } hash)
                yield return new PacketDifference(name, PacketDifferenceKind.Foreign);
            else if (!files.Contains(name))
                yield return new PacketDifference(name, PacketDifferenceKind.Missing);
            else if (Readable(path, () => ManifestReading.HashOf(path)) != hash)
                yield return new PacketDifference(name, PacketDifferenceKind.Changed);
        }
    }

    private static T Readable<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw DiskTrouble.IsUnreadable(path, refused);
        }
    }
}
