using System.Collections.Concurrent;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake;

/// <summary>Declared lines in memory, with the tables that their numbers point into and the ledger of all rows.</summary>
/// <remarks>The lines are handed over once, to whoever builds trajectories of them.</remarks>
internal sealed class Declarations : IDisposable
{
    private readonly ConcurrentBag<RowReader> _readers = [];
    private readonly ReadingTables _tables;
    private readonly IntakeSettings _settings;

    private Declarations(bool hasCareDates, IntakeSettings settings)
    {
        Lines = new LineStore(hasCareDates);
        _tables = new ReadingTables(new ProductTable(settings), new ProviderTable());
        _settings = settings;
    }

    internal LineStore Lines { get; }

    /// <summary>By a line's product, less one.</summary>
    internal IReadOnlyList<MetProduct> Products => _tables.Products.Products;

    /// <summary>By a line's provider.</summary>
    internal IReadOnlyList<string> Providers => _tables.Providers.Providers;

    internal ClientTexts Clients => new([.. _readers.Select(reader => reader.LongClients)]);

    internal Ledger Ledger { get; private set; } = new([], []);

    /// <summary>The volume of all lines, in ticks of whatever unit: what the trajectories must add up to.</summary>
    internal Int128 VolumeRead => _readers.Aggregate((Int128)0, (sum, reader) => sum + reader.VolumeKept);

    /// <summary>Reads files whole.</summary>
    /// <param name="session">The engine.</param>
    /// <param name="paths">The files.</param>
    /// <param name="settings">How rows are read.</param>
    /// <param name="run">How the machine may be used, and whom to tell.</param>
    /// <exception cref="CalibrationException">A file cannot be read, the lines do not fit, or rows are lost.</exception>
    internal static Declarations Read(Session session, IReadOnlyList<string> paths, IntakeSettings settings, RunSettings run)
    {
        var files = paths.Select((path, number) => SourceFile.Open(session, number, path)).ToList();
        var rows = files.Sum(file => file.Rows);
        var hasCareDates = files.Exists(file => file.Columns.CareStart is not null || file.Columns.CareEnd is not null);
        MemoryNeed.Refuse(rows, hasCareDates, run.MaxMemory);
        var declarations = new Declarations(hasCareDates, settings);
        try
        {
            foreach (var file in files)
                declarations.ReadFile(session, file, run);
            foreach (var reader in declarations._readers)
                reader.Close();
            declarations.Ledger = LedgerOf(files, [.. declarations._readers]);
            return declarations;
        }
        catch
        {
            // What readers still hold is freed with the store.
            foreach (var reader in declarations._readers)
                reader.Close();
            declarations.Dispose();
            throw;
        }
    }

    public void Dispose() => Lines.Dispose();

    private void ReadFile(Session session, SourceFile file, RunSettings run)
    {
        long handed;
        try
        {
            handed = RowSink.Read(session, file.Columns.Sink, file.From, chunk => Take(chunk, file, run.Progress), run.Stop);
        }
        catch (EngineException refused)
        {
            throw SourceFile.Unreadable(file.Name, refused);
        }

        if (handed != file.Rows)
            throw Lost(file.Name, file.Rows, handed);
    }

    private static Ledger LedgerOf(List<SourceFile> files, IReadOnlyList<RowReader> readers)
    {
        var ledgers = new List<FileLedger>();
        var rejected = new List<RejectedRow>();
        foreach (var file in files)
        {
            var tallies = readers.Where(reader => reader.Tallies.ContainsKey(file.Number)).Select(reader => reader.Tallies[file.Number]).ToList();
            var rows = tallies.SelectMany(tally => tally.Rejected).OrderBy(row => row.Row).ToList();
            var reasons = rows.GroupBy(row => row.Reason).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.LongCount());
            var ledger = new FileLedger(file.Name, file.Rows, tallies.Sum(t => t.Used), tallies.Sum(t => t.AfterObserved), reasons);
            if (!ledger.Balances)
                throw Lost(file.Name, file.Rows, ledger.Used + ledger.AfterObserved + ledger.RejectedRows);
            ledgers.Add(ledger);
            rejected.AddRange(rows);
        }

        return new Ledger(ledgers, rejected) { IsSynthetic = files.Exists(file => file.IsSynthetic) };
    }

    private static CalibrationException Lost(string file, long rows, long placed) => new(
        ExitCode.DoesNotAddUp,
        new Wording(
            $"Het bestand heeft {Numbers.Whole(rows)} rijen, maar er zijn er {Numbers.Whole(placed)} verwerkt.",
            $"The file has {Numbers.Whole(rows)} rows, but {Numbers.Whole(placed)} have a place."),
        file,
        new Wording(
            "Er is niets geschreven. Dit is een fout in dit programma: meld haar, met de versie.",
            "Nothing was written. This is a fault in this program: report it, with the version."));

    /// <summary>Lends a reader to the calling thread for the time of one chunk.</summary>
    private void Take(DataChunk chunk, SourceFile file, Action<long>? progress)
    {
        var reader = _readers.TryTake(out var rested) ? rested : new RowReader(Lines, _tables, _settings);
        try
        {
            reader.Read(in chunk, file);
        }
        finally
        {
            _readers.Add(reader);
        }

        progress?.Invoke(chunk.Count);
    }
}
