namespace RgkCalibrator.Benchmarks;

/// <summary>A program that does the work of a race.</summary>
/// <param name="Name">For readers.</param>
/// <param name="Program">Its file.</param>
/// <param name="Arguments">From the folder to read and the file to write, to its arguments.</param>
internal sealed record Racer(string Name, string Program, Func<string, string, IReadOnlyList<string>> Arguments)
{
    /// <summary>Whether it has an answer; else it shows what a part of the work takes.</summary>
    internal bool Answers { get; init; } = true;
}

/// <summary>A work that several programs do.</summary>
/// <param name="Name">For readers.</param>
/// <param name="Ending">Of the files that are written.</param>
/// <param name="Racers">Ours first.</param>
/// <param name="Compare">Compares our answer with another, and counts its rows.</param>
internal sealed record Race(
    string Name, string Ending, IReadOnlyList<Racer> Racers, Func<string, string, long> Compare);

/// <summary>What the runs of a racer came to, on one input.</summary>
internal sealed record Lap(string Race, string Racer, long Lines, long Rows, IReadOnlyList<Usage> Runs)
{
    /// <summary>The middle one on the clock.</summary>
    internal double Seconds => Median(run => run.Seconds);

    internal double CpuSeconds => Median(run => run.CpuSeconds);

    internal long PeakBytes => (long)Median(run => run.PeakBytes);

    private double Median(Func<Usage, double> figure)
    {
        var ascending = Runs.Select(figure).Order().ToList();
        return (ascending[(ascending.Count - 1) / 2] + ascending[ascending.Count / 2]) / 2;
    }
}

/// <summary>The races that are run.</summary>
internal static class Races
{
    internal const string Ours = "rgk";

    private static readonly string ThisProgram = ProgramFile(AppContext.BaseDirectory, "RgkCalibrator.Benchmarks");

    // This program is in artifacts/bin/RgkCalibrator.Benchmarks/release.
    private static readonly string Artifacts = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));

    /// <summary>The program rgk, as its users run it.</summary>
    internal static string Rgk { get; } = ProgramFile(Path.Combine(Artifacts, "rgk"), "rgk");

    /// <summary>Has the launcher bring that program up to date.</summary>
    internal static void Install() =>
        ChildProcess.Run(Path.Combine(Artifacts, "..", OperatingSystem.IsWindows() ? "rgk.cmd" : "rgk"), ["--version"]);

    internal static IReadOnlyList<Race> All(int threads)
    {
        var count = Numbers.Whole(threads);
        var rgk = new Racer(Ours, Rgk, (input, output) => ["trajectories", input, "--out", output, "--threads", count]);
        var percentiles = new Racer(Ours, ThisProgram, (input, output) => [OurPercentiles.Verb, input, output, count]);
        var scan = new Racer("bare scan", ThisProgram, (input, _) => [BareScan.Verb, input, count]) { Answers = false };
        return
        [
            new Race(
                "Trajectories to Parquet",
                ".parquet",
                [rgk, DuckDb("DuckDB, one pass", "trajectories"), DuckDb("DuckDB, usual", "trajectories-usual"), scan],
                Answers.SameTrajectories),
            new Race(
                "Percentiles per product",
                ".csv",
                [percentiles, DuckDb("DuckDB, one pass", "percentiles")],
                Answers.SamePercentiles),
        ];

        Racer DuckDb(string name, string statement) =>
            new(name, ThisProgram, (input, output) => [DuckDbRun.Verb, statement, input, output, count]);
    }

    private static string ProgramFile(string folder, string name) =>
        Path.GetFullPath(Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name));
}
