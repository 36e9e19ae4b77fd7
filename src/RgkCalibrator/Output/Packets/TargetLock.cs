using RgkCalibrator.Basics.Files;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// Keeps other runs from a target. The system lets go of it when a run ends, however it ends; a file that is left then
/// holds nobody up.
/// </summary>
internal sealed class TargetLock : IDisposable
{
    private const int Tries = 100;

    private readonly FileStream _file;

    private TargetLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="CalibrationException">Another run has it.</exception>
    /// <exception cref="IOException">Its file cannot be made.</exception>
    internal static TargetLock Take(OutputTarget target)
    {
        for (var i = 0; i < Tries; i++)
        {
            var file = Open(target);
            // A run that ends takes the file away: whoever opened it just before would hold a file without a name.
            if (FileIdentity.Of(target.Lock) == FileIdentity.Of(file.SafeFileHandle))
                return new TargetLock(file);
            file.Dispose();
        }

        throw DiskTrouble.IsLocked(target.Given);
    }

    public void Dispose()
    {
        // Before it is let go: afterwards the file could be another run's.
        if (!OperatingSystem.IsWindows())
            Remove();
        _file.Dispose();
        if (OperatingSystem.IsWindows())
            Remove();
    }

    private static FileStream Open(OutputTarget target)
    {
        try
        {
            return new FileStream(target.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException refused) when (IsHeld(refused))
        {
            throw DiskTrouble.IsLocked(target.Given, refused);
        }
    }

    // EAGAIN of Linux and of macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION.
    private static bool IsHeld(IOException refused) => (refused.HResult & 0xFFFF) is 11 or 35 or 32 or 33;

    private void Remove()
    {
        try
        {
            File.Delete(_file.Name);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // An empty file that is left holds nobody up.
        }
    }
}
