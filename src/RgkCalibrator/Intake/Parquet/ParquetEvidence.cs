using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>
/// Looks at all values of days and numbers that a Parquet file holds as text, or as moments without a zone, to see
/// which formats they have.
/// </summary>
internal sealed class ParquetEvidence(Session session, ParquetSchema schema, CancellationToken stop)
{
    private const int MoneyRows = 1_000;

    /// <summary>Looks at the values of the columns whose type does not say what they are.</summary>
    /// <exception cref="CalibrationException">
    /// The file cannot be read, or a column has a type that cannot be what it should be.
    /// </exception>
    internal FormatEvidence Collect(ColumnPlan plan)
    {
        var sinks = ParquetSinks.For(plan, schema);
        var evidence = new FormatEvidence(
            plan.Columns.Where((column, i) => IsText(column, sinks[i]) || AreMoments(column)), plan.Columns);
        var texts = evidence.Columns.Where(column => !AreMoments(column)).ToList();
        var moments = evidence.Columns.Where(AreMoments).ToList();
        return ParquetMistakes.Guard(schema.Path, () =>
        {
            if (texts.Count > 0)
                CollectTexts(texts, evidence);
            if (moments.Count > 0)
                CollectMoments(moments, evidence);
            return evidence;
        });
    }

    /// <summary>
    /// What the type of a column says of its values; null where it is text of days or numbers, or a year.
    /// </summary>
    internal Wording? TypeOf(PlannedColumn column)
    {
        if (column.Name is not { } name || IsText(column, ParquetSinks.For(column, schema)))
            return null;
        var type = schema[name].OuterType;
        return column.Column.Kind() switch
        {
            ColumnKind.Day => new($"datum ({type})", $"date ({type})"),
            ColumnKind.Number => new($"getal ({type})", $"number ({type})"),
            ColumnKind.Text => new($"tekst ({type})", $"text ({type})"),
            _ => null,
        };
    }

    /// <summary>Whether there are amounts of money with decimals: some of those with code 83 are looked at.</summary>
    internal bool HasEuros(ColumnPlan plan)
    {
        if (!MoneyUnit.IsOpen(plan) || plan.Find(CanonicalColumn.Volume) is not { Name: not null } volume)
            return false;
        var unit = ParquetSinks.For(plan.Find(CanonicalColumn.Unit)!, schema).Sql;
        var sink = ParquetSinks.For(volume, schema);
        // A number that is no text is written with a point.
        var format = sink.Type == LogicalType.Varchar ? volume.Mapped.Format ?? default : ValueFormat.DecimalPoint;
        var sql = $"SELECT CAST({sink.Sql} AS VARCHAR) FROM {ParquetSql.Rows(schema.Path)} "
            + $"WHERE {unit} = '{MoneyUnit.Code}' LIMIT {Numbers.Whole(MoneyRows)}";
        return ParquetMistakes.Guard(schema.Path, () => session.Rows(sql, stop))
            .Any(row => row[0] is { } text && MoneyUnit.IsBroken(Encoding.UTF8.GetBytes(text), format));
    }

    // Whether a column has moments of which neither the mapping nor the type says what they are.
    private bool AreMoments(PlannedColumn column) =>
        column is { Name: { } name, Mapped.Format: null } && column.Column.Kind() == ColumnKind.Day
            && ParquetMoments.AreUnzoned(schema[name].Type);

    private static bool IsText(PlannedColumn column, SinkColumn sink) =>
        column.Column.Kind() is ColumnKind.Day or ColumnKind.Number && sink.Type == LogicalType.Varchar;

    private void CollectTexts(List<PlannedColumn> columns, FormatEvidence evidence)
    {
        var gate = new Lock();
        RowSink.Read(
            session,
            [.. columns.Select(column => ParquetSinks.For(column, schema))],
            ParquetSql.Rows(schema.Path),
            chunk =>
            {
                var part = new FormatEvidence(columns, columns);
                for (var i = 0; i < columns.Count; i++)
                    Add(part, columns[i].Column, chunk.Column(i), chunk.Count);
                lock (gate)
                    evidence.Merge(part);
            },
            stop);
    }

    private static void Add(FormatEvidence evidence, CanonicalColumn column, Column values, int count)
    {
        for (var row = 0; row < count; row++)
        {
            if (!values.IsNull(row))
                evidence.Add(column, values.Texts[row].Bytes);
        }
    }

    // Counts what the moments of columns are: as a clock said it, or midnight in the Netherlands in UTC.
    private void CollectMoments(List<PlannedColumn> columns, FormatEvidence evidence)
    {
        var counts = ParquetMoments.Count(
            session, [.. columns.Select(column => schema[column.Name!].Sql)], ParquetSql.Rows(schema.Path), stop);
        var isClock = counts.Any(count => count.AreMidnights);
        for (var i = 0; i < columns.Count; i++)
        {
            var inUtc = counts[i].VotesForUtc(isClock);
            evidence.AddMoments(columns[i].Column, counts[i].Values - inUtc, inUtc);
        }
    }
}
