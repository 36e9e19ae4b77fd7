using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Forms;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>Finds the forms of days and numbers that a Parquet file holds as text, or as moments without a zone: all values are looked at.</summary>
internal static class ParquetForms
{
    /// <exception cref="CalibrationException">The values leave a question.</exception>
    internal static ParquetSource Decide(Session session, ParquetSource source, ParquetSchema schema, CancellationToken stop)
    {
        var columns = source.Parquet;
        var texts = columns.AsText().Select(position => columns.Plan.Columns[position]).ToList();
        var moments = Moments(columns.Plan, schema);
        var evidence = Gather(session, schema, source, texts, moments, stop);
        var open = texts.Concat(moments).Select(column => column.Column).ToHashSet();
        var decisions = new FormDecision(source.Name, evidence).Of(
            columns.Plan, column => column.Name is null || open.Contains(column.Column) || column.Column.Kind() == ColumnKind.Year ? null : TypeOf(column, schema[column.Name]));
        var inUtc = moments.Select(column => column.Column).Where(column => decisions.Dates[column] == DateForm.Utc).ToList();
        return source with
        {
            Parquet = inUtc.Aggregate(columns, (sofar, column) => sofar.InUtc(source.Name, column, schema)) with
            {
                Dates = decisions.Dates,
                Decimals = decisions.Decimals.TryGetValue(CanonicalColumn.Volume, out var form) ? form : null,
            },
            Readings = [.. decisions.Readings.Select(reading => moments.Exists(column => column.Column == reading.Column) && !inUtc.Contains(reading.Column)
                ? reading with { Form = TypeOf(columns.Plan.Find(reading.Column)!, schema[reading.Name!]) }
                : reading)],
        };
    }

    private static List<PlannedColumn> Moments(ColumnPlan plan, ParquetSchema schema) =>
    [
        .. plan.Columns.Where(column => column is { Name: not null, Mapped.Dates: null } && column.Column.Kind() == ColumnKind.Day && ParquetMoments.AreUnzoned(schema[column.Name].Type)),
    ];

    private static FormEvidence Gather(
        Session session, ParquetSchema schema, ParquetSource source, List<PlannedColumn> texts, List<PlannedColumn> moments, CancellationToken stop)
    {
        var evidence = new FormEvidence(texts.Concat(moments));
        var asked = evidence.Columns.Where(texts.Contains).ToList();
        if (asked.Count > 0)
            Collect(session, asked, [.. asked.Select(column => source.Parquet.Sink[source.Parquet.Position(column.Column)!.Value])], source.From, evidence, stop);
        ParquetMoments.Collect(session, schema, moments, source.From, evidence, stop);
        return evidence;
    }

    private static Wording TypeOf(PlannedColumn column, ParquetField field)
    {
        var kind = column.Column.Kind();
        return kind == ColumnKind.Day ? new($"datum ({field.Outer})", $"date ({field.Outer})")
            : kind == ColumnKind.Number ? new($"getal ({field.Outer})", $"number ({field.Outer})")
            : new($"tekst ({field.Outer})", $"text ({field.Outer})");
    }

    /// <summary>What the values of columns look like whose type does not say it.</summary>
    /// <exception cref="CalibrationException">The file cannot be read.</exception>
    internal static FormEvidence Sample(Session session, string path, ColumnPlan plan, ParquetSchema schema, CancellationToken stop)
    {
        var name = Path.GetFileName(path);
        var sinks = plan.Columns.Select(column => (Column: column, Sink: ParquetColumns.SinkOf(name, column, schema))).Where(pair => pair.Sink.Type == LogicalType.Varchar).ToList();
        var moments = Moments(plan, schema);
        var evidence = new FormEvidence(sinks.Select(pair => pair.Column).Concat(moments));
        try
        {
            if (sinks.Count > 0)
                Collect(session, [.. sinks.Select(pair => pair.Column)], [.. sinks.Select(pair => pair.Sink)], ParquetSource.RowsOf(path), evidence, stop);
            ParquetMoments.Collect(session, schema, moments, ParquetSource.RowsOf(path), evidence, stop);
            return evidence;
        }
        catch (EngineException refused)
        {
            throw ParquetSource.Unreadable(name, refused);
        }
    }

    private static void Collect(
        Session session, List<PlannedColumn> columns, IReadOnlyList<SinkColumn> sinks, string from, FormEvidence evidence, CancellationToken stop)
    {
        var gate = new Lock();
        RowSink.Read(
            session,
            sinks,
            from,
            chunk =>
            {
                var part = new FormEvidence(evidence.Columns);
                for (var i = 0; i < columns.Count; i++)
                    Add(part, columns[i].Column, chunk.Column(i), chunk.Count);
                lock (gate)
                    evidence.Merge(part);
            },
            stop);
    }

    private static void Add(FormEvidence evidence, CanonicalColumn column, Column values, int count)
    {
        for (var row = 0; row < count; row++)
        {
            if (!values.IsNull(row))
                evidence.Add(column, values.Texts[row].Bytes);
        }
    }
}
