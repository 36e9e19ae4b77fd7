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
    internal static T Use<T>(RunSettings run, Func<Session, T> work)
    {
        var spill = Directory.CreateTempSubdirectory("rgk-");
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
}
