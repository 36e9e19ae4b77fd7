using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace RgkCalibrator.Tests.Fuzzing;

/// <summary>
/// Ten thousand broken files of each kind that others' code unpacks are read or refused: the process that reads them
/// neither ends by itself nor hangs. <c>RGK_FUZZ_FILES</c> asks for more.
/// </summary>
public sealed class BrokenFilesTests(ITestOutputHelper told)
{
    private const int First = 1729;
    private const int Fewest = 10_000;
    private const int Processes = 2;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    private static readonly int Files = Math.Max(
        Fewest,
        int.Parse(Environment.GetEnvironmentVariable("RGK_FUZZ_FILES") ?? "0", CultureInfo.InvariantCulture));

    private readonly ConcurrentDictionary<int, string> _read = [];

    [Theory]
    [InlineData("parquet")]
    [InlineData("workbook")]
    public void Broken_files_neither_end_the_process_nor_hold_it_up_nor_show_a_cell(string kind)
    {
        var share = (Files + Processes - 1) / Processes;

        Parallel.For(0, Processes, part => ReadAll(kind, First + (part * share), First + ((part + 1) * share)));

        var troubles = _read.Where(file => file.Value.Length > 0).OrderBy(file => file.Key).ToList();
        told.WriteLine(
            $"{Numbers.Whole(_read.Count)} files of kind {kind}; trouble with {Numbers.Whole(troubles.Count)}.");
        Assert.Empty(troubles);
        Assert.InRange(_read.Count, Fewest, int.MaxValue);
    }

    // Behind a file that ended the process the next one begins.
    private void ReadAll(string kind, int first, int end)
    {
        while (first < end)
        {
            var last = Read(kind, first, end - first);
            if (last < first)
                throw new InvalidOperationException("The process reads nothing.");
            first = last + 1;
        }
    }

    // The number of the last file that was begun.
    private int Read(string kind, int first, int count)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                "exec", typeof(FuzzProgram).Assembly.Location, kind, Numbers.Whole(first), Numbers.Whole(count),
            ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var last = first - 1;
        process.OutputDataReceived += Hear;
        process.BeginOutputReadLine();
        var hangs = Hangs(process, () => Volatile.Read(ref last));
        if (hangs)
            process.Kill();
        process.WaitForExit();
        if (process.ExitCode != 0 && last >= first)
            _read[last] = hangs ? "hangs" : $"ends with {Numbers.Whole(process.ExitCode)}";
        return last;

        void Hear(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is [FuzzProgram.IsRead, .. var trouble])
                _read[last] = trouble;
            else if (line.Data is { } number)
                last = int.Parse(number, CultureInfo.InvariantCulture);
        }
    }

    // By the work of the processors, as on a busy machine the clock says nothing, and by the clock for what waits.
    private static bool Hangs(Process process, Func<int> last)
    {
        var (seen, work, clock) = (int.MinValue, TimeSpan.Zero, Stopwatch.StartNew());
        while (!process.WaitForExit(Glance))
        {
            var (now, used) = (last(), Work(process));
            if (now != seen)
                (seen, work, clock) = (now, used, Stopwatch.StartNew());
            else if (used - work > Longest || clock.Elapsed > Longest * 60)
                return true;
        }

        return false;
    }

    private static TimeSpan Work(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // It ended just now, before or while it was asked.
            return TimeSpan.Zero;
        }
    }
}
