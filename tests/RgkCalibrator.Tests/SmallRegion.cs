using RgkCalibrator.Catalogue;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests;

/// <summary>
/// The declarations of a few thousand children, and a packet derived from them on one thread; made once for all tests,
/// none of which may change them.
/// </summary>
internal static class SmallRegion
{
    private static readonly Lazy<TemporaryFolder> Made = new(Make);

    public static CalibrationSettings Settings { get; } = new(CatalogueFile.Haaglanden2025());

    public static RunSettings OneThread { get; } = RunSettings.Default with { Threads = 1 };

    public static string Declarations => Made.Value["declaraties"];

    public static string Packet => Made.Value["pakket"];

    /// <summary>
    /// Every file in a folder by its relative name, as bytes in hexadecimal or as text; of a workbook, which is not
    /// compressed, each byte as a letter.
    /// </summary>
    internal static SortedDictionary<string, string> Files(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            files.Add(name, Path.GetExtension(name) switch
            {
                ".parquet" => Convert.ToHexString(bytes),
                ".xlsx" or ".pptx" => System.Text.Encoding.Latin1.GetString(bytes),
                _ => System.Text.Encoding.UTF8.GetString(bytes),
            });
        }

        return files;
    }

    private static TemporaryFolder Make()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        SyntheticRegion.Write(folder["declaraties"], new SyntheticSettings(6_000, 1729));
        Calibration.Derive([folder["declaraties"]], folder["pakket"], Settings, OneThread);
        return folder;
    }
}
