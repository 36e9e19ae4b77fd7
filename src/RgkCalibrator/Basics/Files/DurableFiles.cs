using System.Runtime.ExceptionServices;

namespace RgkCalibrator.Basics.Files;

/// <summary>Makes sure that what was written outlives a loss of power.</summary>
internal static class DurableFiles
{
    /// <summary>Puts a file, or all in a folder and the folder itself, on the disk.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    internal static void Sync(string path)
    {
        if (!Directory.Exists(path))
        {
            SyncFile(path);
            return;
        }

        try
        {
            // A disk takes many files at once in hardly more time than one.
            Parallel.ForEach(Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories), SyncFile);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        foreach (var folder in Directory.EnumerateDirectories(path, "*", SearchOption.AllDirectories).Append(path))
            SyncFolder(folder);
    }

    /// <summary>Puts a folder's list of files on the disk.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    internal static void SyncFolder(string folder)
    {
        // Windows writes it with the files.
        if (!OperatingSystem.IsWindows())
            UnixCalls.SyncFolder(folder);
    }

    private static void SyncFile(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }
}
