using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace RgkCalibrator.Tests;

/// <summary>The program in a process of its own: how it ended, what it said and what it took.</summary>
/// <param name="Code">The exit code; null: it had to be ended.</param>
/// <param name="Said">All that it wrote, on both ways.</param>
/// <param name="PeakBytes">The most memory that was resident at once.</param>
internal sealed record RgkProcess(int? Code, string Said, long PeakBytes)
{
    // What does nothing for so long waits for ever, also on a busy machine.
    private static readonly TimeSpan Waiting = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs it, and ends it when it takes more time of the processors than given.</summary>
    public static RgkProcess Run(TimeSpan most, IEnumerable<string> arguments)
    {
        var said = new StringBuilder();
        using var process = Start(arguments);
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var peak = 0L;
        if (!Ends(process, most, ref peak))
        {
            process.Kill();
            return new RgkProcess(null, said.ToString(), peak);
        }

        process.WaitForExit();
        return new RgkProcess(process.ExitCode, said.ToString(), peak);

        void Hear(object sender, DataReceivedEventArgs line)
        {
            lock (said)
                said.AppendLine(line.Data);
        }
    }

    /// <summary>Starts it.</summary>
    public static Process Start(IEnumerable<string> arguments) => Process.Start(StartOf(arguments))!;

    /// <summary>How it is started.</summary>
    public static ProcessStartInfo StartOf(IEnumerable<string> arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "rgk.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

    // By the work of the processors: on a busy machine the clock says nothing, except of a program that waits for ever.
    private static bool Ends(Process process, TimeSpan most, ref long peak)
    {
        var clock = Stopwatch.StartNew();
        while (!process.WaitForExit(Glance))
        {
            if (clock.Elapsed > Waiting + (most * 4) || Work(process, ref peak) > most)
                return false;
        }

        return true;
    }

    private static TimeSpan Work(Process process, ref long peak)
    {
        try
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64);
            return process.TotalProcessorTime;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // It ended just now, before or while it was asked.
            return TimeSpan.Zero;
        }
    }
}
