using System.Diagnostics;
using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Parquet;
using RgkCalibrator.Intake.Rows;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Benchmarks.Stages;

/// <summary>
/// Times the stages from declarations to a file of trajectories, each alone: in a run of the program some of them
/// overlap.
/// </summary>
internal static class StagesVerb
{
    internal const string Word = "stages";

    private static readonly int Threads = Environment.ProcessorCount;

    internal static int Run(StageOptions options)
    {
        Races.Install();
        var folder = Path.GetFullPath(Path.Combine(options.Folder, "stages-" + Numbers.Whole(options.Children)));
        Directory.CreateDirectory(folder);
        var (input, tiny, output) = (
            Path.Combine(folder, "region"), Path.Combine(folder, "tiny"), Path.Combine(folder, "trajectories.parquet"));
        ChildProcess.Run(Races.Rgk, ["generate", "--clients", Numbers.Whole(options.Children), "--out", input]);
        ChildProcess.Run(Races.Rgk, ["generate", "--clients", "50", "--out", tiny]);
        var startUp = ChildProcess.Run(Races.Rgk, ["trajectories", tiny, "--out", output]);
        // The first round compiles what the second measures.
        _ = Stages(input, output);
        var stages = Stages(input, output);
        var whole = ChildProcess.Run(Races.Rgk, ["trajectories", input, "--out", output]);
        List<string> rows =
        [
            Row("start-up: the program on 50 children", startUp.Seconds, startUp.CpuSeconds),
            .. stages.Select(stage => Row(stage.Name, stage.Seconds, stage.CpuSeconds)),
            Row("the program on all of them", whole.Seconds, whole.CpuSeconds),
        ];
        Show(Report(options, rows), options);
        return 0;
    }

    private static List<Stage> Stages(string input, string output)
    {
        var catalogue = CatalogueFile.Haaglanden2025();
        var run = RunSettings.Default with { Threads = Threads };
        using var session = Session.Open(new SessionSettings(Threads, 1L << 30, Path.GetTempPath()));
        using var writing = Session.Open(new SessionSettings(1, 1L << 30, Path.GetTempPath()));
        var mapping = ColumnMapping.None with { Asked = catalogue.Asked(isCut: false, hasSubgroups: false) };
        var files = SourceFiles.Open(session, InputFiles.Find([input]), mapping, CancellationToken.None);
        var settings = new IntakeSettings(
            catalogue.Trajectories.ObservedThen().Last,
            catalogue.Codes(),
            OnlyKnownProducts: false,
            IntakeSettings.DefaultMaxLineDays);
        var stages =
            new List<Stage> { Time("reading: the engine's scan of the same columns", () => Scan(session, files)) };
        Declarations? read = null;
        stages.Add(Time(
            "reading and hashing: rows into lines, by ranges of clients",
            () => read = Declarations.Read(session, files, settings, run)));
        using var declarations = read!;
        var (sorting, walking) = Built(declarations, catalogue.Trajectories);
        stages.AddRange([sorting, walking]);
        using var again = Declarations.Read(session, files, settings, run);
        var set = TrajectoryBuilder.Build(
            again, catalogue.Trajectories, new Dictionary<string, ProductRules>(StringComparer.Ordinal), run);
        stages.Add(
            Time("writing Parquet", () => TrajectoryFile.WriteParquet(writing, set, output, CancellationToken.None)));
        return stages;
    }

    private static void Scan(Session session, IReadOnlyList<SourceFile> files)
    {
        foreach (var file in files.Cast<ParquetSource>())
            RowSink.Read(session, file.Sinks, file.Schema.NumberedRows, _ => { }, CancellationToken.None);
    }

    /// <summary>Sorts and walks the ranges one by one, so that the one can be told from the other.</summary>
    private static (Stage Sorting, Stage Walking) Built(Declarations declarations, TrajectorySettings settings)
    {
        var ranks = new Ranks(declarations.Dictionaries);
        var clients = new ClientLines(
            ranks, settings, new ClientOrder(declarations.Lines.Clients, declarations.Clients));
        var walk = new ChainWalk(clients, settings, ranks, [.. ranks.Products.Select(_ => ProductRules.None)]);
        var (sorting, walking) = (new Stopwatch(), new Stopwatch());
        for (var range = 0; range < ClientRanges.Count; range++)
        {
            sorting.Start();
            clients.Load(declarations.Lines.Blocks(range), declarations.Lines.Extras);
            sorting.Stop();
            walking.Start();
            _ = walk.Run();
            walking.Stop();
        }

        return (
            OnAllThreads("sorting: lines by client, product and day", sorting),
            OnAllThreads("walking: lines into trajectories", walking));
    }

    private static Stage OnAllThreads(string name, Stopwatch watch) =>
        new(name, watch.Elapsed.TotalSeconds / Threads, watch.Elapsed.TotalSeconds);

    private static Stage Time(string name, Action work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        work();
        var seconds = watch.Elapsed.TotalSeconds;
        process.Refresh();
        return new Stage(name, seconds, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static string Report(StageOptions options, IEnumerable<string> rows) =>
        string.Join('\n', Parts(options, rows));

    private static IEnumerable<string> Parts(StageOptions options, IEnumerable<string> rows) =>
    [
        .. Machine.Describe(options.Date, Threads).Select(fact => "- " + fact),
        Invariant($"- {options.Children:#,##0} children\n"),
        "| stage | seconds | CPU seconds |",
        "| --- | --: | --: |",
        .. rows,
    ];

    private static string Row(string name, double seconds, double cpuSeconds) =>
        Invariant($"| {name} | {seconds:0.00} | {cpuSeconds:0.00} |");

    private static void Show(string text, StageOptions options)
    {
        Console.Out.WriteLine(text);
        if (options.Date is not null)
            MarkedText.Replace(options.Document, Word, text);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a stage took: on the clock with all threads, and of all processors.</summary>
    private sealed record Stage(string Name, double Seconds, double CpuSeconds);
}
