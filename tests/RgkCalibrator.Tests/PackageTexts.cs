using System.IO.Compression;
using System.Text;

namespace RgkCalibrator.Tests;

/// <summary>The texts of files, also of what lies in Office packages and in packages inside those.</summary>
internal static class PackageTexts
{
    /// <summary>Every text in a folder, with where it stands.</summary>
    public static IEnumerable<(string Name, string Text)> In(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(file => Of(file, File.ReadAllBytes(file)));

    /// <summary>Every text in a file.</summary>
    public static IEnumerable<(string Name, string Text)> Of(string name, byte[] content)
    {
        if (content is not [(byte)'P', (byte)'K', ..])
            return [(name, Encoding.UTF8.GetString(content))];
        using var package = new ZipArchive(new MemoryStream(content));
        return [.. package.Entries.SelectMany(part => Of($"{name}/{part.FullName}", Content(part)))];
    }

    private static byte[] Content(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
