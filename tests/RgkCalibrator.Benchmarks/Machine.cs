using System.Globalization;
using System.Runtime.InteropServices;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Benchmarks;

/// <summary>What was measured on, and what with.</summary>
internal static class Machine
{
    /// <summary>The machine, and the programs that race.</summary>
    internal static IReadOnlyList<string> Describe(Options options)
    {
        using var session = Session.Open(SessionSettings.Default);
        return [.. Describe(options.Date, options.Threads), "DuckDB: " + session.Rows("SELECT version()")[0][0]];
    }

    /// <summary>The machine, and this program.</summary>
    internal static IReadOnlyList<string> Describe(string? date, int threads)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30);
        return
        [
            "date: " + (date ?? "not given"),
            "processor: " + Processor(),
            string.Create(
                CultureInfo.InvariantCulture,
                $"cores: {Environment.ProcessorCount}; threads of each program: {threads}"),
            string.Create(CultureInfo.InvariantCulture, $"memory: {memory:0.0} GiB"),
            "system: " + RuntimeInformation.OSDescription,
            ".NET: " + Environment.Version,
            "rgk: " + typeof(Calibration).Assembly.GetName().Version!.ToString(3),
        ];
    }

    private static string Processor()
    {
        const string file = "/proc/cpuinfo";
        var name = File.Exists(file)
            ? File.ReadLines(file)
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return name ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
