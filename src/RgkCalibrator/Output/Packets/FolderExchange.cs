using RgkCalibrator.Basics.Files;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// Puts a folder in the place of another: in one step where the system can, else in two renames. Killed between the
/// two, the earlier folder is put back by whoever comes next.
/// </summary>
internal static class FolderExchange
{
    /// <summary>Puts a new folder in the place of one that exists, which then lies in the staging folder.</summary>
    /// <exception cref="IOException">It could not; the earlier folder is in its place.</exception>
    internal static void Replace(OutputTarget target, string folder)
    {
        if (UnixCalls.TryExchange(folder, target.Real))
            return;
        // Where a file of it is open on Windows, a move fails as a whole; deleting it would stop halfway.
        Directory.Move(target.Real, target.Earlier);
        try
        {
            Directory.Move(folder, target.Real);
        }
        catch
        {
            Directory.Move(target.Earlier, target.Real);
            throw;
        }

        // The new one is in place: what goes wrong with the earlier one is no reason to say otherwise.
        try
        {
            Directory.Move(target.Earlier, folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // It is taken away with all else, or that is told.
        }
    }

    /// <summary>Puts back a folder that a run which was killed had moved aside.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="CalibrationException">It cannot be put back, or a run is at work.</exception>
    internal static bool PutBack(OutputTarget target)
    {
        if (!Directory.Exists(target.Earlier))
            return false;
        try
        {
            using var own = TargetLock.Take(target);
            return Recover(target);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw DiskTrouble.Refused(refused, target.Given);
        }
    }

    /// <summary>Does so for whoever has the lock.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="IOException">It cannot be put back.</exception>
    internal static bool Recover(OutputTarget target)
    {
        if (!Directory.Exists(target.Earlier))
            return false;
        if (!Path.Exists(target.Real))
        {
            Directory.Move(target.Earlier, target.Real);
            return true;
        }

        // The new one had taken its place. Deleted where it is, and killed halfway, the rest could be put back one day.
        if (Directory.Exists(target.Staging))
            Directory.Delete(target.Staging, recursive: true);
        Directory.Move(target.Earlier, target.Staging);
        return false;
    }
}
