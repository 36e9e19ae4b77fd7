using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Csv;

/// <summary>A CSV file, read by us.</summary>
internal sealed record CsvSource(int Number, CsvFile Csv, long Rows, ColumnPlan Columns, CsvFields Fields, bool IsSynthetic)
    : SourceFile(Number, Csv.Dialect.File, Rows, Columns, IsSynthetic)
{
    // Enough for any form to show itself; what does not is looked for in all rows.
    private const int SampleRows = 100_000;

    /// <summary>The column in which a CSV file says where its rows come from: it has no metadata.</summary>
    private const string OriginName = ParquetFile.OriginKey;

    /// <summary>Finds the header, counts the records, and looks at the values of the first rows, or of all where these leave a question.</summary>
    /// <exception cref="CalibrationException">It is no text, has no such header, or its values leave a question.</exception>
    internal static CsvSource Open(int number, string path, ColumnMapping mapping, CancellationToken stop)
    {
        var csv = OpenFile(path, mapping);
        var (file, names) = (csv.Dialect.File, csv.Dialect.Names);
        var plan = ColumnPlan.Of(file, names, mapping);
        var evidence = Collect(csv, plan, SampleRows, stop);
        if (evidence.IsOpen)
            evidence = Collect(csv, plan, long.MaxValue, stop);
        var decisions = new FormDecision(file, evidence).Of(plan, _ => null);
        return new CsvSource(number, csv, CsvCount.Records(csv, stop), plan, CsvFields.Of(csv.Dialect, plan, decisions), SaysSynthetic(csv, stop))
        {
            Readings = decisions.Readings,
            Names = [.. names.Where(name => name != OriginName)],
        };
    }

    internal override Wording Kind { get; } = Wording.Same("CSV");

    internal override IReadOnlyList<Wording> Evidence => Csv.Dialect.Evidence;

    internal override IReadOnlyList<byte[]> ClientsAt(Session session, Stretch stretch, CancellationToken stop) => Columns.Find(CanonicalColumn.ClientId)?.Name is { } name
        ? new CsvGlance(Csv).At(Csv.Dialect.PositionOf(name)!.Value, stretch.First / (double)Rows, stretch.Rows / (double)Rows)
        : [];

    internal override long Read(Session session, ReaderPool pool, RunSettings run) =>
        Csv.Read(run.Threads, block => Take(block, pool), run.Stop);

    private static CsvFile OpenFile(string path, ColumnMapping mapping)
    {
        try
        {
            return CsvFile.Open(path, LookedFor(mapping), mapping.IsHeader);
        }
        catch (CalibrationException noHeader) when (noHeader.ExitCode == ExitCode.WrongUse)
        {
            // Part of a header is enough to say which columns are missing, as the plan will.
            return CsvFile.Open(path, LookedFor(mapping), mapping.IsPartOfHeader);
        }
    }

    private static Wording LookedFor(ColumnMapping mapping)
    {
        var names = string.Join(", ", CanonicalColumns.Needed.Select(mapping.Of).Where(column => (column.Constant ?? column.FromFolder) is null).Select(column => string.Join("/", column.Names)));
        return new($"de kolommen {names}", $"the columns {names}");
    }

    private void Take(CsvBlock block, ReaderPool pool)
    {
        var reader = pool.Lend();
        while (Fields.Fill(block, reader, Number) > 0)
        {
        }

        pool.Return(reader);
    }

    /// <summary>What the values of the first rows look like.</summary>
    internal static FormEvidence Sample(CsvFile csv, ColumnPlan plan, CancellationToken stop) => Collect(csv, plan, SampleRows, stop);

    private static FormEvidence Collect(CsvFile csv, ColumnPlan plan, long most, CancellationToken stop)
    {
        var evidence = new FormEvidence(plan.Columns);
        var positions = evidence.Columns.Select(column => (column.Column, Position: csv.Dialect.PositionOf(column.Name!)!.Value)).ToList();
        var enough = new EnoughRows(most);
        // One thread, so that a sample is the head of the file.
        enough.Read(csv, block =>
        {
            foreach (var (column, position) in positions)
            {
                if (position < block.FieldCount)
                    evidence.Add(column, block.Field(position));
            }
        }, stop);
        return evidence;
    }

    private static bool SaysSynthetic(CsvFile csv, CancellationToken stop)
    {
        if (csv.Dialect.PositionOf(OriginName) is not { } position)
            return false;
        var isSynthetic = false;
        new EnoughRows(1).Read(csv, block => isSynthetic = position < block.FieldCount && block.Field(position).SequenceEqual("synthetic"u8), stop);
        return isSynthetic;
    }
}

/// <summary>The first rows of a file.</summary>
internal sealed class EnoughRows(long most)
{
    /// <summary>Hands over the first records, one by one.</summary>
    internal void Read(CsvFile csv, ReceiveBlock receive, CancellationToken stop)
    {
        var left = most;
        using var enough = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, stop);
        try
        {
            csv.Read(
                1,
                block =>
                {
                    for (; left > 0 && block.MoveNext(); left--)
                        receive(block);
                    if (left == 0)
                        enough.Cancel();
                },
                either.Token);
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            // There are more, and we have enough.
        }
    }
}
