using System.Diagnostics;
using System.Globalization;

namespace RgkCalibrator.Benchmarks.Speed;

/// <summary>Times the statistics.</summary>
internal static class SpeedVerb
{
    internal const string Word = "statistics";

    internal static int Run(SpeedOptions options)
    {
        var groups = MadeGroup.All(options);
        Console.Error.WriteLine("groups are made");
        _ = Work.EstimateAll(groups);
        var estimates = new Taken[Math.Max(1, options.Runs)];
        for (var run = 0; run < estimates.Length; run++)
        {
            estimates[run] = Time(() => Work.EstimateAll(groups));
            Console.Error.WriteLine(Invariant($"estimates: {estimates[run].Seconds:0.00} s"));
        }

        var lines = new List<string> { Row("estimates", estimates, 2) };
        if (options.Replicates > 0)
        {
            lines.Add(Row(
                Invariant($"{options.Replicates:#,##0} bootstraps"),
                [Time(() => Work.Bootstrap(groups, options, Console.Error))],
                60));
        }

        Show(Report(options, lines), options);
        return 0;
    }

    private static Taken Time(Func<long> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var result = work();
        var seconds = watch.Elapsed.TotalSeconds;
        process.Refresh();
        return new Taken(result, seconds, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static string Row(string name, Taken[] runs, int asked) => string.Concat(
        Invariant($"| {name} | {runs[0].Numbers:#,##0} | {Middle([.. runs.Select(run => run.Seconds).Order()]):0.00} "),
        Invariant($"| {runs.Min(run => run.Seconds):0.00} to {runs.Max(run => run.Seconds):0.00} "),
        Invariant($"| {Middle([.. runs.Select(run => run.CpuSeconds).Order()]):0.00} | {asked} |"));

    private static double Middle(double[] ascending) =>
        (ascending[(ascending.Length - 1) / 2] + ascending[ascending.Length / 2]) / 2;

    private static string Report(SpeedOptions options, IEnumerable<string> lines) =>
        string.Join('\n', Parts(options, lines));

    private static IEnumerable<string> Parts(SpeedOptions options, IEnumerable<string> lines) =>
    [
        .. Machine.Describe(options.Date, Environment.ProcessorCount).Select(fact => "- " + fact),
        Invariant($"- {options.Groups:#,##0} groups, {options.Trajectories:#,##0} trajectories, seed {options.Seed}; ")
            + Invariant($"runs of the estimates that count: {options.Runs}\n"),
        "| work | numbers | seconds | least to most | CPU seconds | asked, at most |",
        "| --- | --: | --: | --: | --: | --: |",
        .. lines,
    ];

    private static void Show(string text, SpeedOptions options)
    {
        Console.Out.WriteLine(text);
        if (options.Date is not null)
            MarkedText.Replace(options.Document, Word, text);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>What one run gave and took.</summary>
    private sealed record Taken(long Numbers, double Seconds, double CpuSeconds);
}
