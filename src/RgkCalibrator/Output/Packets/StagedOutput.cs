using RgkCalibrator.Engine;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// A place beside the target in which a run writes, and which becomes the target in one step when all is written. A run
/// that fails or is stopped leaves nothing behind, and two runs never write the same target at once.
/// </summary>
internal sealed class StagedOutput : IDisposable
{
    private const string SpillName = ".spill";
    private readonly string _target;
    private readonly string _earlier;
    private readonly bool _isFolder;
    private FileStream? _lock;

    private StagedOutput(string target, bool isFolder)
    {
        // With a slash behind it, the place beside the folder would be one inside.
        _target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        _isFolder = isFolder;
        var parent = Path.GetDirectoryName(_target) ?? _target;
        var hidden = Path.Combine(parent, "." + Path.GetFileName(_target));
        Folder = hidden + ".onderweg";
        _earlier = hidden + ".vorige";
        Guard(() =>
        {
            Directory.CreateDirectory(parent);
            _lock = new FileStream(
                hidden + ".slot",
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose);
            Remove(Folder);
            Directory.CreateDirectory(Spill);
        });
    }

    /// <summary>The folder to write in.</summary>
    internal string Folder { get; }

    /// <summary>Where the engine may spill rows; it does not outlive the run.</summary>
    internal string Spill => Path.Combine(Folder, SpillName);

    /// <summary>Stages a single file.</summary>
    /// <exception cref="CalibrationException">Its folder cannot be written in.</exception>
    internal static StagedOutput ForFile(string target) => new(target, isFolder: false);

    /// <summary>
    /// Stages a folder. One that exists is replaced only if it is empty or holds an unchanged earlier run.
    /// </summary>
    /// <exception cref="CalibrationException">It cannot be written, or holds something else.</exception>
    internal static StagedOutput ForFolder(string target)
    {
        EarlierRun.RefuseOthers(target);
        return new StagedOutput(target, isFolder: true);
    }

    /// <summary>The path of a file inside, whose folders exist from then on.</summary>
    internal string PathOf(string relative)
    {
        var path = Path.Combine(Folder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>
    /// The files written so far, by their names relative to the folder, with slashes, in ordinal order; not what was
    /// spilled.
    /// </summary>
    internal IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !file.StartsWith(SpillName, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>Where a single file is written.</summary>
    internal string FilePath => Path.Combine(Folder, Path.GetFileName(_target));

    /// <summary>Puts what was written in the target's place.</summary>
    internal void Commit() => Guard(() =>
    {
        Directory.Delete(Spill, recursive: true);
        if (!_isFolder)
            File.Move(FilePath, _target, overwrite: true);
        else if (Directory.Exists(_target))
            ReplaceFolder();
        else
            Directory.Move(Folder, _target);
    });

    /// <summary>
    /// Moves the earlier folder away before the new one takes its place. Where a file of it is open, a move fails as a
    /// whole; deleting it would stop halfway.
    /// </summary>
    private void ReplaceFolder()
    {
        Remove(_earlier);
        Directory.Move(_target, _earlier);
        try
        {
            Directory.Move(Folder, _target);
        }
        catch
        {
            Directory.Move(_earlier, _target);
            throw;
        }

        RemoveQuietly(_earlier);
    }

    /// <summary>Runs something that writes here, and reports the refusal of a disk in our words.</summary>
    /// <exception cref="CalibrationException">The disk is full, or may not be written.</exception>
    internal void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception refused) when (refused is EngineException or IOException or UnauthorizedAccessException)
        {
            throw Refused(refused);
        }
    }

    /// <summary>Takes away what was not committed.</summary>
    public void Dispose()
    {
        // Without the lock the folder is another run's.
        if (_lock is null)
            return;
        RemoveQuietly(Folder);
        _lock.Dispose();
        _lock = null;
    }

    private static void RemoveQuietly(string folder)
    {
        try
        {
            Remove(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // What led here is told already; a leftover folder is taken away by the next run.
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private CalibrationException Refused(Exception cause)
    {
        // ENOSPC and ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL.
        var isFull = cause is EngineException { IsDiskFull: true }
            || (cause is IOException && (cause.HResult & 0xFFFF) is 28 or 112 or 39);
        return isFull
            ? new(
                ExitCode.Files,
                new("De schijf is vol; er is niets geschreven.", "The disk is full; nothing was written."),
                _target,
                new("Maak ruimte, of geef met --out een andere plek.", "Make room, or name another place with --out."),
                cause)
            : new(
                ExitCode.Files,
                new("Hier kan niet worden geschreven.", "This cannot be written."),
                _target,
                new("Kijk of u er rechten op heeft, of een bestand niet openstaat in een ander programma, en of er "
                        + "niet nog een opdracht loopt die hier schrijft.",
                    "See whether you may write there, whether a file is open in another program, and whether another "
                        + "command is still writing here."),
                cause);
    }
}
