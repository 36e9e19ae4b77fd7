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
            Collect(session, source, evidence, stop);
        var isText = texts.Select(position => columns.Plan.Columns[position].Column).ToHashSet();
        var decisions = new FormDecision(source.Name, evidence).Of(
            columns.Plan, column => isText.Contains(column.Column) || column.Column.Kind() == ColumnKind.Year ? null : TypeOf(column, types[column.Name!]));
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

    private static void Collect(Session session, ParquetSource source, FormEvidence evidence, CancellationToken stop)
    {
        var gate = new Lock();
        var sinks = evidence.Columns.Select(column => source.Parquet.Sink[source.Parquet.Position(column.Column)!.Value]).ToList();
        RowSink.Read(
            session,
            sinks,
            source.From,
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
