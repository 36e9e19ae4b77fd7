using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Netting;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake;

/// <summary>
/// Declared lines in memory, with the tables that their numbers point into and the ledger of all rows.
/// </summary>
/// <remarks>
/// Lines that do not fit the memory together are read in several passes over the files, each with the clients that
/// follow those of the pass before. The first pass counts every row; later ones must come to the same sums.
/// </remarks>
internal sealed class Declarations : IDisposable
{
    private readonly Session _session;
    private readonly IReadOnlyList<SourceFile> _files;
    private readonly IntakeSettings _settings;
    private readonly RunSettings _run;
    private readonly List<NettingCounts> _netting = [];
    private readonly DeclaredAmounts _amounts;
    private readonly DeclaredMonths _months;
    private ReaderPool _pool;
    private IReadOnlyList<RowReader> _firstReaders = [];
    private IReadOnlyList<Credit> _credits = [];
    private Task<Ledger>? _closing;

    private Declarations(Session session, IReadOnlyList<SourceFile> files, IntakeSettings settings, RunSettings run)
    {
        (_session, _files, _settings, _run) = (session, files, settings, run);
        var extras = files.Aggregate(LineExtras.None, (all, file) => all | file.Extras);
        Lines = new LineStore(extras, new ClientRanges(ClientSample.Take(session, files, run.Stop)), run.MaxMemory);
        Noted = [.. CanonicalColumns.Noted.Where(column => files.Any(file => file.Columns.Has(column)))];
        _amounts = new DeclaredAmounts(Dictionaries);
        _months = new DeclaredMonths(Dictionaries);
        _pool = NewPool(run.Progress);
    }

    internal LineStore Lines { get; }

    /// <summary>What the numbers in lines stand for.</summary>
    internal LineDictionaries Dictionaries { get; } = new();

    /// <summary>
    /// The columns of <see cref="CanonicalColumns.Noted"/> that some file has, of those that were asked for.
    /// </summary>
    internal IReadOnlyList<CanonicalColumn> Noted { get; }

    /// <summary>The ids of the clients of all passes so far.</summary>
    internal ClientTexts Clients { get; } = new([]);

    /// <summary>Passes over the files so far.</summary>
    internal int Passes { get; private set; }

    /// <summary>Where every row ended; only to be asked after the last pass.</summary>
    /// <exception cref="CalibrationException">A row or its volume has no place.</exception>
    internal Ledger Ledger => _closing is null
        ? throw new InvalidOperationException("Some clients are still to be read.")
        : _closing.GetAwaiter().GetResult();

    /// <summary>
    /// The volume of all used lines, in ticks of their products' units: what the trajectories must add up to. Only to
    /// be asked after the last pass.
    /// </summary>
    internal Int128 VolumeCarried =>
        Carried(_firstReaders) - _netting.Aggregate((Int128)0, (sum, count) => sum + count.CarriedAway);

    /// <summary>
    /// What was declared in euros by product; empty where no file has amounts or nobody asked for them. Only to be
    /// asked after the last pass.
    /// </summary>
    internal IReadOnlyList<DeclaredAmount> Amounts => _amounts.ByProduct;

    /// <summary>
    /// What was declared by product and by the months of care and of declaration; empty where nobody asked. Only to be
    /// asked after the last pass.
    /// </summary>
    internal DeclaredByMonth Months => _months.Sums;

    /// <summary>Reads files whole, keeps the lines that fit, from the first client on, and nets what must be.</summary>
    /// <param name="session">The engine.</param>
    /// <param name="files">The files, opened.</param>
    /// <param name="settings">How rows are read.</param>
    /// <param name="run">How the machine may be used, and whom to tell.</param>
    /// <exception cref="CalibrationException">
    /// A file cannot be read, no lines fit, or rows were not handed over.
    /// </exception>
    internal static Declarations Read(
        Session session, IReadOnlyList<SourceFile> files, IntakeSettings settings, RunSettings run)
    {
        var declarations = new Declarations(session, files, settings, run);
        try
        {
            declarations.ReadFiles();
            declarations._firstReaders = declarations._pool.Readers;
            declarations._credits = [.. declarations._firstReaders.SelectMany(reader => reader.Credits)];
            declarations.RefuseServiceNumbers();
            declarations.RefuseShortenedNumbers();
            declarations.RefuseBrokenCents();
            declarations.Net();
            return declarations;
        }
        catch
        {
            declarations.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Reads the files once more, in place of the lines that are there, for the clients whose lines did not fit.
    /// </summary>
    /// <param name="held">Bytes that what was made of earlier lines still takes.</param>
    /// <returns>Whether there were any left.</returns>
    /// <exception cref="CalibrationException">A file has changed since, or no lines fit.</exception>
    internal bool ReadOn(long held)
    {
        if (Lines.IsLastPass)
            return false;
        Lines.BeginPass(_run.MaxMemory - held);
        _pool = NewPool(progress: null);
        ReadFiles();
        if (Carried(_pool.Readers) != Carried(_firstReaders))
            throw LedgerClosing.Changed();
        Net();
        return true;
    }

    /// <summary>Reads on until every client was in some pass, for the ledger alone.</summary>
    internal Ledger ReadToEnd()
    {
        while (ReadOn(held: 0))
        {
        }

        return Ledger;
    }

    public void Dispose()
    {
        // What readers still hold is freed with the store.
        CloseReaders();
        Lines.Dispose();
    }

    private static Int128 Carried(IReadOnlyList<RowReader> readers) =>
        readers.Aggregate((Int128)0, (sum, reader) => sum + reader.Carried);

    private ReaderPool NewPool(Action<long>? progress) =>
        new(() => new RowReader(Lines, Dictionaries, _settings, progress));

    private void ReadFiles()
    {
        Passes++;
        foreach (var file in _files)
            ReadFile(file);
        CloseReaders();
        Clients.Add([.. _pool.Readers.Select(reader => reader.LongClients)]);
    }

    private void ReadFile(SourceFile file)
    {
        var handed = file.Read(_session, _pool, _run);
        if (handed != file.Rows)
            throw LedgerClosing.Lost(file.Name, file.Rows, handed);
    }

    private void CloseReaders()
    {
        foreach (var reader in _pool.Readers)
            reader.Close();
    }

    // File by file: one with such numbers may not hide among others with pseudonyms.
    private void RefuseServiceNumbers()
    {
        foreach (var file in _files)
        {
            var numbers = new ServiceNumbers();
            foreach (var reader in _firstReaders)
            {
                if (reader.ServiceNumbers.GetValueOrDefault(file.Number) is { } counted)
                    numbers.Add(counted);
            }

            if (numbers.AreFound)
                throw ServiceNumbers.Refusal(file.Name);
            var client = file.Columns.Find(CanonicalColumn.ClientId)!;
            if (numbers.MayBeAmong && !client.Mapped.HasNoServiceNumbers)
                throw ServiceNumbers.Question(file.Name, client.Name ?? CanonicalColumn.ClientId.Name());
        }
    }

    private void RefuseShortenedNumbers()
    {
        foreach (var file in _files)
        {
            var seen = _firstReaders.Select(reader => reader.ShortenedNumbers.GetValueOrDefault(file.Number)?.Column);
            if (seen.Min() is { } column)
                throw ShortenedNumbers.Refusal(file.Name, column);
        }
    }

    private void RefuseBrokenCents()
    {
        foreach (var file in _files)
        {
            if (_firstReaders.Any(reader => reader.BrokenCents.Contains(file.Number)))
                throw MoneyUnit.Question(file.Name, file.Columns.Find(CanonicalColumn.Unit)!.Name);
        }
    }

    private void Net()
    {
        _netting.AddRange(LineNetting.Run(Lines, _credits, Dictionaries, _settings.ByYearAndProduct, _run));
        if (Lines.Extras.HasFlag(LineExtras.Amounts))
            _amounts.Add(Lines);
        if (_settings.ByMonth)
            _months.Add(Lines);
        // Others go on meanwhile; whoever publishes anything asks for the ledger first.
        if (Lines.IsLastPass)
            _closing = Task.Run(Close);
    }

    private Ledger Close()
    {
        var read = _firstReaders.Select(reader => reader.Tallies);
        var netted = _netting.Select(counts => counts.Tallies);
        var duplicates = _netting.Sum(counts => counts.UnequalDuplicates);
        var credits = _netting.Sum(counts => counts.UnequalCredits);
        return new LedgerClosing(_files, [.. read, .. netted], Dictionaries).Close() with
        {
            Remarks = new LedgerRemarks(duplicates, credits),
        };
    }
}
