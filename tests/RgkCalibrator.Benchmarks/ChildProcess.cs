using System.Diagnostics;

namespace RgkCalibrator.Benchmarks;

/// <summary>What a program took from its start to its end.</summary>
/// <param name="Seconds">On the clock.</param>
/// <param name="CpuSeconds">Of all processors, in the program and in the system for it.</param>
/// <param name="PeakBytes">The most memory that was resident at once.</param>
internal sealed record Usage(double Seconds, double CpuSeconds, long PeakBytes);

/// <summary>Runs a program and watches what it takes.</summary>
internal static class ChildProcess
{
    // The system keeps both figures itself (VmHWM on Linux): only what is added in the last glance can be missed. A
    // glance costs a millisecond or two of a core, which the program that is watched would use.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(25);

    /// <exception cref="InvalidOperationException">The program failed.</exception>
    internal static Usage Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program + " did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var (cpu, peak) = (TimeSpan.Zero, 0L);
        while (!process.WaitForExit(Glance))
            Look(process, ref cpu, ref peak);
        var seconds = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{program} ended with {Numbers.Whole(process.ExitCode)}: {output.Result}{error.Result}");
        }

        return new Usage(seconds, cpu.TotalSeconds, peak);
    }

    private static void Look(Process process, ref TimeSpan cpu, ref long peak)
    {
        try
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64);
            cpu = process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            // It ended between two glances.
        }
    }
}
