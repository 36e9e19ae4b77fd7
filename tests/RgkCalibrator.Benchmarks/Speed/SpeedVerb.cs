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
        _ = Work.Estimate(groups);
        var (seconds, numbers) = (new double[Math.Max(1, options.Runs)], 0L);
        for (var run = 0; run < seconds.Length; run++)
        {
            (seconds[run], numbers) = Time(() => Work.Estimate(groups));
            Console.Error.WriteLine(Invariant($"estimates: {seconds[run]:0.00} s"));
        }

        var lines = new List<string> { Row("estimates", numbers, [.. seconds.Order()], 2) };
        if (options.Replicates > 0)
        {
            var (bootstraps, limits) = Time(() => Work.Bootstrap(groups, options, Console.Error));
            lines.Add(Row(Invariant($"{options.Replicates:#,##0} bootstraps"), limits, [bootstraps], 60));
        }

        Show(Report(options, lines), options);
        return 0;
    }

    private static (double Seconds, long Result) Time(Func<long> work)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var result = work();
        return (watch.Elapsed.TotalSeconds, result);
    }

    private static string Row(string name, long numbers, double[] ascending, int asked) => string.Concat(
        Invariant($"| {name} | {numbers:#,##0} | {(ascending[(ascending.Length - 1) / 2] + ascending[ascending.Length / 2]) / 2:0.00} "),
        Invariant($"| {ascending[0]:0.00} to {ascending[^1]:0.00} | {asked} |"));

    private static string Report(SpeedOptions options, IEnumerable<string> lines) => string.Join('\n', (IEnumerable<string>)
    [
        .. Machine.Describe(options.Date, Environment.ProcessorCount).Select(fact => "- " + fact),
        Invariant($"- {options.Groups:#,##0} groups, {options.Trajectories:#,##0} trajectories, seed {options.Seed}; runs of the estimates that count: {options.Runs}\n"),
        "| work | numbers | seconds | least to most | asked, at most |",
        "| --- | --: | --: | --: | --: |",
        .. lines,
    ]);

    private static void Show(string text, SpeedOptions options)
    {
        Console.Out.WriteLine(text);
        if (options.Date is not null)
            MarkedText.Replace(options.Document, Word, text);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
