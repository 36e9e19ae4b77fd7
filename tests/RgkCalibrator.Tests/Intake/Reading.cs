using RgkCalibrator.Engine;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Intake;

/// <summary>A session and a folder, and the shortest way from rows or SQL to what the kernel makes of them.</summary>
internal sealed class Reading : IDisposable
{
    private readonly Session _session;
    private int _files;

    public Reading(int threads = 2) => _session = Session.Open(
        SessionSettings.Default with { Threads = threads, SpillFolder = Folder["spill"] });

    public static Period Observed { get; } = new(new DateOnly(2018, 1, 1), new DateOnly(2023, 12, 31));

    /// <summary>Everything is read, in the unit of its lines.</summary>
    public static IntakeSettings AllProducts { get; } = new(Observed.Last, new CodeBook([]), OnlyKnownProducts: false);

    public static TrajectorySettings GapOf90 { get; } = new(Observed, Observed, 90, SplitByProvider: false);

    public TemporaryFolder Folder { get; } = new();

    /// <summary>Every column is read that a rule could ask for.</summary>
    public static ColumnMapping AllAsked { get; } = ColumnMapping.None with { Asked = CanonicalColumns.Noted };

    /// <summary>What the files call their columns.</summary>
    public ColumnMapping Mapping { get; init; } = ColumnMapping.None;

    /// <summary>A new file with these rows.</summary>
    public string Write(params IReadOnlyList<TestRow> rows)
    {
        var path = Folder["f" + Numbers.Whole(++_files) + ".parquet"];
        DeclarationFile.Write(_session, path, rows);
        return path;
    }

    /// <summary>A new file with these rows in row groups so small that several threads read it.</summary>
    public string WriteForThreads(IReadOnlyList<TestRow> rows) =>
        WriteQuery($"SELECT * FROM read_parquet({Session.Literal(Write(rows))})", ", ROW_GROUP_SIZE 2048");

    /// <summary>A new file, or one of a given name, with the outcome of a query.</summary>
    public string WriteQuery(string sql, string options = "", string? path = null)
    {
        path ??= Folder["q" + Numbers.Whole(++_files) + ".parquet"];
        var format = path.EndsWith(".csv", StringComparison.Ordinal) ? "csv" : "parquet";
        _session.Execute($"COPY ({sql}) TO {Session.Literal(path)} (FORMAT {format}{options})");
        return path;
    }

    public Declarations Read(params IReadOnlyList<string> paths) => Read(paths, AllProducts);

    public Declarations Read(IReadOnlyList<string> paths, IntakeSettings settings, RunSettings? run = null) =>
        Declarations.Read(
            _session,
            SourceFiles.Open(_session, [.. paths.Select(path => new InputFile(path))], Mapping, CancellationToken.None),
            settings,
            run ?? RunSettings.Default);

    /// <summary>What folders and files that a user names hold.</summary>
    public IReadOnlyList<TrajectoryRow> TrajectoriesIn(params IReadOnlyList<string> inputs)
    {
        using var declarations = Declarations.Read(
            _session,
            SourceFiles.Open(_session, InputFiles.Find(inputs), Mapping, CancellationToken.None),
            AllProducts,
            RunSettings.Default);
        return [.. Build(declarations, GapOf90).Rows()];
    }

    public Ledger LedgerOf(params IReadOnlyList<string> paths)
    {
        using var declarations = Read(paths);
        return declarations.Ledger;
    }

    public IReadOnlyList<TrajectoryRow> Trajectories(params IReadOnlyList<string> paths)
    {
        using var declarations = Read(paths);
        return [.. Build(declarations, GapOf90).Rows()];
    }

    public IReadOnlyList<TrajectoryRow> Trajectories(TrajectorySettings settings, params IReadOnlyList<TestRow> rows)
    {
        using var declarations = Read([Write(rows)], AllProducts with { LastDay = settings.ObservedThen().Last });
        return [.. Build(declarations, settings).Rows()];
    }

    public IReadOnlyList<TrajectoryRow> Trajectories(
        TrajectorySettings settings,
        IReadOnlyDictionary<string, ProductRules> rules,
        params IReadOnlyList<TestRow> rows)
    {
        using var declarations = Read([Write(rows)], AllProducts with { LastDay = settings.ObservedThen().Last });
        return [.. TrajectoryBuilder.Build(declarations, settings, rules, RunSettings.Default).Rows()];
    }

    public static TrajectorySet Build(Declarations declarations, TrajectorySettings settings, int threads = 2) =>
        TrajectoryBuilder.Build(
            declarations,
            settings,
            new Dictionary<string, ProductRules>(),
            RunSettings.Default with { Threads = threads });

    public void Dispose()
    {
        _session.Dispose();
        Folder.Dispose();
    }
}
