using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Netting;

namespace RgkCalibrator.Intake;

/// <summary>Declared lines in memory, with the tables that their numbers point into and the ledger of all rows.</summary>
/// <remarks>The lines are handed over once, to whoever builds trajectories of them.</remarks>
internal sealed class Declarations : IDisposable
{
    private readonly ReadingTables _tables;
    private readonly ReaderPool _pool;
    private readonly IntakeSettings _settings;
    private Int128 _carriedAway;

    private Declarations(LineExtras extras, IntakeSettings settings, RunSettings run)
    {
        _settings = settings;
        Lines = new LineStore(extras);
        _tables = new ReadingTables(new KindTable(settings), new ValueTable(CanonicalColumn.ProviderId.Name()), new NoteTables());
        _pool = new ReaderPool(() => new RowReader(Lines, _tables, settings), run.Progress);
    }

    internal LineStore Lines { get; }

    /// <summary>By a line's kind, less one.</summary>
    internal IReadOnlyList<DeclaredKind> Kinds => _tables.Kinds.Kinds;

    /// <summary>By a line's provider.</summary>
    internal IReadOnlyList<string> Providers => _tables.Providers.Values;

    /// <summary>By what lines have in their notes.</summary>
    internal NoteTables Notes => _tables.Notes;

    /// <summary>The columns of <see cref="CanonicalColumns.Noted"/> that some file has, of those that were asked for.</summary>
    internal IReadOnlyList<CanonicalColumn> Noted { get; private init; } = [];

    internal ClientTexts Clients => new([.. _pool.Readers.Select(reader => reader.LongClients)]);

    internal Ledger Ledger { get; private set; } = Ledger.Empty;

    /// <summary>Whether lines were taken away that still lie in the store.</summary>
    internal bool HasRemovals { get; private set; }

    /// <summary>The volume of all used lines, in ticks of their products' units: what the trajectories must add up to.</summary>
    internal Int128 VolumeCarried => _pool.Readers.Aggregate(-_carriedAway, (sum, reader) => sum + reader.Carried);

    /// <summary>Reads files whole, and nets what must be.</summary>
    /// <param name="session">The engine.</param>
    /// <param name="files">The files, opened.</param>
    /// <param name="settings">How rows are read.</param>
    /// <param name="run">How the machine may be used, and whom to tell.</param>
    /// <exception cref="CalibrationException">A file cannot be read, the lines do not fit, or rows are lost.</exception>
    internal static Declarations Read(Session session, IReadOnlyList<SourceFile> files, IntakeSettings settings, RunSettings run)
    {
        var extras = files.Aggregate(LineExtras.None, (all, file) => all | file.Extras);
        MemoryNeed.Refuse(files.Sum(file => file.Rows), extras, run.MaxMemory);
        var noted = CanonicalColumns.Noted.Where(column => files.Any(file => file.Columns.Has(column)));
        var declarations = new Declarations(extras, settings, run) { Noted = [.. noted] };
        try
        {
            foreach (var file in files)
                declarations.ReadFile(session, file, run);
            declarations.CloseReaders();
            declarations.RefuseServiceNumbers(files);
            declarations.Settle(files, run);
            return declarations;
        }
        catch
        {
            // What readers still hold is freed with the store.
            declarations.CloseReaders();
            declarations.Dispose();
            throw;
        }
    }

    public void Dispose() => Lines.Dispose();

    private void ReadFile(Session session, SourceFile file, RunSettings run)
    {
        var handed = file.Read(session, _pool, run);
        if (handed != file.Rows)
            throw LedgerClosing.Lost(file.Name, file.Rows, handed);
    }

    private void CloseReaders()
    {
        foreach (var reader in _pool.Readers)
            reader.Close();
    }

    // File by file: one with such numbers may not hide among others with pseudonyms.
    private void RefuseServiceNumbers(IReadOnlyList<SourceFile> files)
    {
        foreach (var file in files)
        {
            var counts = _pool.Readers.Select(reader => reader.ServiceNumbers.GetValueOrDefault(file.Number)).OfType<ServiceNumbers>().ToList();
            if (ServiceNumbers.AreFound(counts.Sum(count => count.Seen), counts.Sum(count => count.Passed)))
                throw ServiceNumbers.Refusal(file.Name);
        }
    }

    private void Settle(IReadOnlyList<SourceFile> files, RunSettings run)
    {
        var readers = _pool.Readers;
        var counts = LineNetting.Run(Lines, [.. readers.SelectMany(reader => reader.Credits)], _tables, _settings.ByYearAndProduct, run);
        HasRemovals = counts.Count > 0;
        _carriedAway = counts.Aggregate((Int128)0, (sum, count) => sum + count.CarriedAway);
        List<TallyBook> books = [.. readers.Select(reader => reader.Tallies), .. counts.Select(count => count.Tallies)];
        Ledger = new LedgerClosing(files, books, Kinds).Close() with
        {
            Remarks = new LedgerRemarks(counts.Sum(count => count.UnequalDuplicates), counts.Sum(count => count.UnequalCredits)),
        };
    }
}
