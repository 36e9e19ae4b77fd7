using RgkCalibrator.Engine;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator;

/// <summary>Opens the engine for a run.</summary>
internal static class EngineSessions
{
    // Scanning and writing Parquet takes far less; the lines are not in it.
    private const long Memory = 1L << 30;

    internal static Session Open(StagedOutput output, int threads) =>
        Session.Open(new SessionSettings(threads, Memory, output.Spill));

    /// <summary>Opens a session in the background.</summary>
    internal static SessionAhead OpenAhead(StagedOutput output, int threads) =>
        new(new SessionSettings(threads, Memory, output.Spill));

    /// <summary>Does work that leaves no files, in a session whose spill folder does not outlive it.</summary>
    /// <exception cref="CalibrationException">There is no place for that folder; or what the work throws.</exception>
    internal static T Use<T>(RunSettings run, Func<Session, T> work)
    {
        var spill = SpillFolder();
        try
        {
            using var session = Session.Open(new SessionSettings(run.Threads, Memory, spill.FullName));
            return work(session);
        }
        finally
        {
            spill.Delete(recursive: true);
        }
    }

    private static DirectoryInfo SpillFolder()
    {
        try
        {
            return Directory.CreateTempSubdirectory("rgk-");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CalibrationException(
                ExitCode.Files,
                new Wording(
                    "Er kan geen tijdelijke map worden gemaakt.", "A folder for temporary files cannot be made."),
                Path.GetTempPath(),
                new Wording(
                    "Noem in de omgevingsvariabele TMPDIR (in Windows: TEMP) een map die er is, waarin u mag schrijven "
                    + "en waar ruimte is.",
                    "Name a folder that is there, in which you may write and that has room, in the environment "
                    + "variable TMPDIR (on Windows: TEMP)."),
                refused);
        }
    }
}
