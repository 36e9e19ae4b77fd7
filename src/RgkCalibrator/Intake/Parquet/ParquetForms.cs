using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>Finds the forms of days and numbers that a Parquet file holds as text: all values are looked at.</summary>
internal static class ParquetForms
{
    /// <exception cref="CalibrationException">The values leave a question.</exception>
    internal static ParquetSource Decide(Session session, ParquetSource source, IReadOnlyDictionary<string, string> types, CancellationToken stop)
    {
        var columns = source.Parquet;
        var texts = columns.AsText().ToList();
        var evidence = new FormEvidence(texts.Select(position => columns.Plan.Columns[position]));
        if (evidence.Columns.Count > 0)
            Collect(session, [.. evidence.Columns.Select(column => source.Parquet.Sink[source.Parquet.Position(column.Column)!.Value])], source.From, evidence, stop);
        var isText = texts.Select(position => columns.Plan.Columns[position].Column).ToHashSet();
        var decisions = new FormDecision(source.Name, evidence).Of(
            columns.Plan, column => column.Name is null || isText.Contains(column.Column) || column.Column.Kind() == ColumnKind.Year ? null : TypeOf(column, types[column.Name]));
        return source with
        {
            Parquet = columns with { Dates = decisions.Dates, Decimals = decisions.Decimals.TryGetValue(CanonicalColumn.Volume, out var form) ? form : null },
            Readings = decisions.Readings,
        };
    }

    private static Wording TypeOf(PlannedColumn column, string type)
    {
        var (outer, kind) = (type.Split('(', '[')[0], column.Column.Kind());
        return kind == ColumnKind.Day ? new($"datum ({outer})", $"date ({outer})")
            : kind == ColumnKind.Number ? new($"getal ({outer})", $"number ({outer})")
            : new($"tekst ({outer})", $"text ({outer})");
    }

    /// <summary>What the values of columns look like that come as text.</summary>
    /// <exception cref="CalibrationException">The file cannot be read.</exception>
    internal static FormEvidence Sample(Session session, string path, ColumnPlan plan, IReadOnlyDictionary<string, string> types, CancellationToken stop)
    {
        var name = Path.GetFileName(path);
        var sinks = plan.Columns.Select(column => (Column: column, Sink: ParquetColumns.SinkOf(name, column, types))).Where(pair => pair.Sink.Type == LogicalType.Varchar).ToList();
        var evidence = new FormEvidence(sinks.Select(pair => pair.Column));
        if (evidence.Columns.Count == 0)
            return evidence;
        try
        {
            Collect(session, [.. sinks.Select(pair => pair.Sink)], ParquetSource.RowsOf(path), evidence, stop);
            return evidence;
        }
        catch (EngineException refused)
        {
            throw ParquetSource.Unreadable(name, refused);
        }
    }

    private static void Collect(Session session, IReadOnlyList<SinkColumn> sinks, string from, FormEvidence evidence, CancellationToken stop)
    {
        var gate = new Lock();
        RowSink.Read(
            session,
            sinks,
            from,
            chunk =>
            {
                var part = new FormEvidence(evidence.Columns);
                for (var i = 0; i < evidence.Columns.Count; i++)
                    Add(part, evidence.Columns[i].Column, chunk.Column(i), chunk.Count);
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
