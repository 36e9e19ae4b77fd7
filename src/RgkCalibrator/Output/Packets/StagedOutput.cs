using RgkCalibrator.Basics.Files;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// A place beside the target in which a run writes, and which becomes the target in one step when all is written. A run
/// that fails or is stopped leaves nothing behind, and two runs never write the same target at once.
/// </summary>
/// <remarks>
/// Until then only the owner can look into it. What lies in <c>intern/</c> stays so.
/// </remarks>
internal sealed class StagedOutput : IDisposable
{
    /// <summary>The folder of a packet that is about children.</summary>
    internal const string Restricted = "intern";

    private const UnixFileMode OwnFolder =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly OutputTarget _target;
    private readonly PacketKind? _kind;
    private readonly Action<Wording>? _warn;
    private TargetLock? _lock;

    private StagedOutput(string given, PacketKind? kind, Action<Wording>? warn)
    {
        (_target, _kind, _warn) = (OutputTarget.Of(given), kind, warn);
        _target.RefuseIrreplaceable();
        Guard(() =>
        {
            Directory.CreateDirectory(_target.Parent);
            _lock = TargetLock.Take(_target);
            try
            {
                Begin();
            }
            catch
            {
                Dispose();
                throw;
            }
        });
    }

    /// <summary>What the folder is of.</summary>
    /// <exception cref="InvalidOperationException">A single file is written.</exception>
    internal PacketKind Kind => _kind!.Value;

    private bool IsFolder => _kind is not null;

    /// <summary>The folder to write in.</summary>
    internal string Folder => FilePath;

    /// <summary>What the run is to replace; it need not be there.</summary>
    internal string Replaced => _target.Real;

    /// <summary>Where a single file is written.</summary>
    internal string FilePath => Path.Combine(_target.Staging, Path.GetFileName(_target.Real));

    /// <summary>Where the engine may spill rows; it does not outlive the run.</summary>
    internal string Spill => FilePath + ".tijdelijk";

    /// <summary>Stages a single file.</summary>
    /// <param name="target">The file.</param>
    /// <param name="warn">Is told what could not be taken away; may be null.</param>
    /// <exception cref="CalibrationException">Its folder cannot be written in, or another run writes it.</exception>
    internal static StagedOutput ForFile(string target, Action<Wording>? warn = null) =>
        new(target, kind: null, warn);

    /// <summary>
    /// Stages a folder. One that exists is replaced only if it is empty or holds an unchanged earlier run of the
    /// same kind.
    /// </summary>
    /// <param name="target">The folder.</param>
    /// <param name="kind">What it is of.</param>
    /// <param name="warn">Is told what could not be taken away; may be null.</param>
    /// <exception cref="CalibrationException">It cannot be written or read, or holds something else.</exception>
    internal static StagedOutput ForFolder(string target, PacketKind kind, Action<Wording>? warn = null) =>
        new(target, kind, warn);

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
    internal IReadOnlyList<string> Files() => PacketFiles.Of(Folder);

    /// <summary>Puts what was written in the target's place.</summary>
    /// <exception cref="CalibrationException">It could not; what stood there stands there still.</exception>
    internal void Commit()
    {
        Guard(() =>
        {
            LimitAccess();
            DurableFiles.Sync(FilePath);
            if (!IsFolder)
                File.Move(FilePath, _target.Real, overwrite: true);
            else if (Directory.Exists(_target.Real))
                Replace();
            else
                Directory.Move(Folder, _target.Real);
        });
        // From here on the new one is in place, and no trouble may say otherwise.
        if (!Quietly(() => DurableFiles.SyncFolder(_target.Parent)))
            _warn?.Invoke(DiskTrouble.IsUnsure(_target.Given));
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
            throw DiskTrouble.Refused(refused, _target.Given);
        }
    }

    /// <summary>Does likewise, and gives back what came of it.</summary>
    internal T Guard<T>(Func<T> write)
    {
        var result = default(T);
        Guard(() => { result = write(); });
        return result!;
    }

    /// <summary>Takes away what was not committed, and what it replaced.</summary>
    public void Dispose()
    {
        // Without the lock the folder is another run's.
        if (_lock is null)
            return;
        if (!Quietly(Clear))
            _warn?.Invoke(DiskTrouble.IsLeft(Path.Exists(_target.Earlier) ? _target.Earlier : _target.Staging));
        _lock.Dispose();
        _lock = null;
    }

    private void Begin()
    {
        if (FolderExchange.Recover(_target))
            _warn?.Invoke(DiskTrouble.IsPutBack(_target.Given));
        if (IsFolder)
            EarlierRun.RefuseOthers(_target, Kind);
        if (!Quietly(Clear))
            throw DiskTrouble.IsInTheWay(_target.Staging);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(_target.Staging);
        else
            Directory.CreateDirectory(_target.Staging, OwnFolder);
        Directory.CreateDirectory(Spill);
        if (IsFolder)
            Directory.CreateDirectory(Folder);
    }

    private void Replace()
    {
        // Somebody may have put a file there, or changed one, while the run was going on.
        EarlierRun.RefuseOthers(_target, Kind);
        FolderExchange.Replace(_target, Folder);
    }

    /// <summary>Whoever may look at the packet may not yet look at <c>intern/</c>.</summary>
    private void LimitAccess()
    {
        if (OperatingSystem.IsWindows())
            return;
        if (Path.Exists(_target.Real))
            File.SetUnixFileMode(FilePath, File.GetUnixFileMode(_target.Real) | OwnFile);
        var restricted = Path.Combine(Folder, Restricted);
        if (!IsFolder || !Directory.Exists(restricted))
            return;
        File.SetUnixFileMode(restricted, OwnFolder);
        foreach (var folder in Directory.EnumerateDirectories(restricted, "*", SearchOption.AllDirectories))
            File.SetUnixFileMode(folder, OwnFolder);
        foreach (var file in Directory.EnumerateFiles(restricted, "*", SearchOption.AllDirectories))
            File.SetUnixFileMode(file, OwnFile);
    }

    private void Clear()
    {
        _ = FolderExchange.Recover(_target);
        if (Directory.Exists(_target.Staging))
            Directory.Delete(_target.Staging, recursive: true);
    }

    private static bool Quietly(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
