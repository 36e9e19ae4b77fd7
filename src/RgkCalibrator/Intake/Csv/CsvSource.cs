using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Csv;

/// <summary>A CSV file, read by us.</summary>
internal sealed record CsvSource(int Number, CsvFile Csv, long Rows, ColumnPlan Columns, bool IsSynthetic)
    : SourceFile(Number, Csv.Dialect.File, Rows, Columns, IsSynthetic)
{
    // In so many rows nearly every format shows itself; if not, all rows are looked at.
    private const int SampleRows = 100_000;

    // Amounts of money in euros nearly all have decimals; if only others have, the reading asks.
    private const int MoneyRows = 20_000;

    /// <summary>The column in which a CSV file says where its rows come from: it has no metadata.</summary>
    private const string OriginName = ParquetFile.OriginKey;

    private readonly CsvFields _fields = new(Csv.Dialect, Columns);

    internal override Wording Kind => OriginalKind ?? Wording.Same("CSV");

    internal override IReadOnlyList<Wording> Evidence =>
        [.. CopyEvidence, .. TellsDialect ? Csv.Dialect.Evidence : []];

    /// <summary>What the file is of which this is a copy in CSV; null where it is the file itself.</summary>
    internal Wording? OriginalKind { get; init; }

    /// <summary>Whether how the text is written tells something of the file.</summary>
    internal bool TellsDialect { get; init; } = true;

    /// <summary>Sentences on what was copied.</summary>
    internal IReadOnlyList<Wording> CopyEvidence { get; init; } = [];

    /// <summary>
    /// Finds the header, counts the records, and looks at the values of the first rows, or of all where these leave a
    /// question.
    /// </summary>
    /// <exception cref="CalibrationException">It is no text, has no such header, or its values leave a
    /// question.</exception>
    internal static CsvSource Open(int number, string path, ColumnMapping mapping, CancellationToken stop)
    {
        var csv = OpenFile(path, mapping);
        var dialect = csv.Dialect;
        var plan = ColumnPlan.Make(dialect.File, dialect.Names, mapping);
        var evidence = LookAt(csv, plan, stop);
        if (evidence.IsOpen)
            evidence = Collect(csv, plan, long.MaxValue, stop);
        var (decided, readings) = new FormatDecision(dialect.File, evidence, _ => null).Decide(plan);
        if (HasEuros(csv, decided, stop))
            (decided, readings) = MoneyUnit.InEuros(decided, readings);
        var fields = new CsvFields(dialect, decided);
        LostCommas.Refuse(csv, plan, fields.Fewest, stop);
        var rows = CsvCount.Rows(csv, fields.Fewest, stop);
        return new CsvSource(number, csv, rows, decided, SaysSynthetic(csv, stop))
        {
            Readings = readings,
            Names = [.. dialect.Names.Where(name => name != OriginName)],
        };
    }

    /// <summary>What the values of the first rows look like.</summary>
    internal static FormatEvidence LookAt(CsvFile csv, ColumnPlan plan, CancellationToken stop) =>
        Collect(csv, plan, SampleRows, stop);

    internal override IReadOnlyList<byte[]> ClientsAt(Session session, Stretch stretch, CancellationToken stop) =>
        Columns.Find(CanonicalColumn.ClientId)?.Name is { } name
            ? new CsvSample(Csv).At(
                Csv.Dialect.PositionOf(name)!.Value, stretch.First / (double)Rows, stretch.Rows / (double)Rows)
            : [];

    internal override long Read(Session session, ReaderPool pool, RunSettings run) =>
        Csv.Read(run.Threads, block => Take(block, pool), run.Stop);

    /// <summary>
    /// How a header is found: by the names of all needed columns. Part of a header, or one in other words, is enough
    /// for the plan to say which are missing.
    /// </summary>
    internal static HeaderRules HeadersBy(ColumnMapping mapping)
    {
        var lookedFor = LookedFor(mapping);
        return new HeaderRules(
            [
                head => HeaderSearch.Find(head, lookedFor, mapping.IsHeader),
                head => HeaderSearch.Find(
                    head, lookedFor, names => mapping.IsPartOfHeader(names) || KnownColumnNames.AreHeader(names)),
            ],
            AreSure: true)
        {
            IsDay = mapping.IsDay,
        };
    }

    private static CsvFile OpenFile(string path, ColumnMapping mapping)
    {
        var (head, headers) = (CsvHead.Read(path), HeadersBy(mapping));
        try
        {
            return new CsvFile(path, headers.InTurn[0](head));
        }
        catch (CalibrationException noHeader) when (noHeader.ExitCode == ExitCode.WrongUse)
        {
            return new CsvFile(path, headers.InTurn[1](head));
        }
    }

    private static Wording LookedFor(ColumnMapping mapping)
    {
        var names = string.Join(", ", CanonicalColumns.Needed.Select(mapping.Of)
            .Where(column => (column.Constant ?? column.FromFolder) is null)
            .Select(column => string.Join("/", column.Names)));
        return new($"de kolommen {names}", $"the columns {names}");
    }

    private void Take(CsvBlock block, ReaderPool pool)
    {
        var reader = pool.Lend();
        while (_fields.Fill(block, reader, Number) > 0)
        {
        }

        pool.Return(reader);
    }

    private static FormatEvidence Collect(CsvFile csv, ColumnPlan plan, long most, CancellationToken stop)
    {
        var isAmongCommas = csv.Dialect.Grammar.Delimiter == (byte)',';
        var evidence = new FormatEvidence(plan.Columns, plan.Columns, isAmongCommas);
        var positions = evidence.Columns.Select(column => csv.Dialect.PositionOf(column.Name!)!.Value).ToArray();
        csv.ReadFirst(most, record =>
        {
            for (var i = 0; i < positions.Length; i++)
            {
                if (positions[i] < record.FieldCount)
                    evidence.Add(evidence.Columns[i].Column, record.Field(positions[i]));
            }
        }, stop);
        return evidence;
    }

    // Whether the first rows have amounts of money with decimals.
    private static bool HasEuros(CsvFile csv, ColumnPlan plan, CancellationToken stop)
    {
        if (!MoneyUnit.IsOpen(plan)
            || plan.Find(CanonicalColumn.Volume) is not { Name: { } name, Mapped.Format: { } format })
        {
            return false;
        }

        var volume = csv.Dialect.PositionOf(name)!.Value;
        var unit = plan.Find(CanonicalColumn.Unit)!.Name is { } units ? csv.Dialect.PositionOf(units)!.Value : -1;
        var isFound = false;
        csv.ReadFirst(MoneyRows, record =>
        {
            if (!isFound && volume < record.FieldCount && unit < record.FieldCount
                && (unit < 0 || FieldText.Trim(record.Field(unit)).SequenceEqual("83"u8)))
            {
                isFound = MoneyUnit.IsBroken(record.Field(volume), format);
            }
        }, stop);
        return isFound;
    }

    private static bool SaysSynthetic(CsvFile csv, CancellationToken stop)
    {
        if (csv.Dialect.PositionOf(OriginName) is not { } position)
            return false;
        var isSynthetic = false;
        csv.ReadFirst(1, record => isSynthetic = SaysSo(record), stop);
        return isSynthetic;

        bool SaysSo(CsvBlock record) =>
            position < record.FieldCount && record.Field(position).SequenceEqual("synthetic"u8);
    }
}
