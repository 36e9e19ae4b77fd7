using System.Collections.Concurrent;
using Spectre.Console;

namespace RgkCalibrator.Cli;

/// <summary>Shows on a watched screen that work is going on, and how many rows were read so far.</summary>
internal static class ProgressDisplay
{
    // Rows come some two thousand at a time; the screen is drawn ten times a second.
    private const long Step = 100_000;

    /// <summary>Does work that counts no rows.</summary>
    /// <param name="screen">Where it is shown.</param>
    /// <param name="what">What goes on.</param>
    /// <param name="place">What is written when it is done; null: nothing.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <param name="work">The work.</param>
    public static T Work<T>(Screen screen, Wording what, string? place, RunSettings run, Func<RunSettings, T> work) =>
        Tell(screen, place, run, heard => screen.Watched is null
            ? work(heard)
            : screen.Watched().Status().Start(what.In(screen.Language), _ => work(heard)));

    /// <summary>Does work that tells of the rows it reads.</summary>
    /// <param name="screen">Where it is shown.</param>
    /// <param name="place">What is written when it is done; null: nothing.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <param name="work">The work.</param>
    public static T Rows<T>(Screen screen, string? place, RunSettings run, Func<RunSettings, T> work) =>
        Tell(screen, place, run, heard => screen.Watched is null
            ? work(heard)
            : screen.Watched().Status().Start(
                new Wording("Bestanden openen…", "Opening files…").In(screen.Language),
                status => work(heard with { Progress = Counter(status, screen), Resampled = Drawn(status, screen) })));

    // While progress is drawn, a line would be drawn over.
    private static T Tell<T>(Screen screen, string? place, RunSettings run, Func<RunSettings, T> work)
    {
        var warnings = new ConcurrentQueue<Wording>();
        try
        {
            var result = work(run with { Warn = warnings.Enqueue });
            if (place is not null)
                screen.Written.Add(place);
            return result;
        }
        finally
        {
            foreach (var warning in warnings)
                screen.Warn(warning);
        }
    }

    private static Action<int, int> Drawn(StatusContext status, Screen screen) => (done, all) =>
        status.Status = new Wording(
            $"{screen.Number(done)} van {screen.Number(all)} lijnen opnieuw getrokken…",
            $"{screen.Number(done)} of {screen.Number(all)} lines drawn anew…").In(screen.Language);

    private static Action<long> Counter(StatusContext status, Screen screen)
    {
        var gate = new Lock();
        var sum = 0L;
        return rows =>
        {
            // Told under the lock: else a thread that was held up could put an earlier count over a later one.
            lock (gate)
            {
                var before = sum;
                sum += rows;
                if (sum / Step == before / Step)
                    return;
                var shown = screen.Number(sum);
                status.Status = new Wording($"{shown} rijen gelezen…", $"{shown} rows read…").In(screen.Language);
            }
        };
    }
}
