using System.Collections.Concurrent;
using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Parquet;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Pseudonyms;

/// <summary>Copies a Parquet file with the ids of clients replaced: the same columns and rows.</summary>
internal sealed class ParquetPseudonyms(Session session, PseudonymKey key)
{
    private static readonly ParquetColumn[] Pairs =
        [new("id", LogicalType.Varchar), new("pseudonym", LogicalType.Varchar)];

    /// <summary>Writes the copy; for a while, a file beside it pairs ids with pseudonyms.</summary>
    /// <returns>Its rows.</returns>
    /// <exception cref="CalibrationException">The file cannot be read, or does not have the column.</exception>
    /// <exception cref="EngineException">The copy cannot be written.</exception>
    internal long Write(string source, string target, string pairs, ColumnMapping mapping, CancellationToken stop)
    {
        var schema = ParquetSchema.Read(session, source, stop);
        // The copy would give one of them another name.
        if (schema.Twice is { } twice)
            throw ColumnPlan.Twice(schema.File, twice);
        var column = mapping.Of(CanonicalColumn.ClientId);
        if (column.NameIn(schema.Names) is not { } client)
            throw ColumnPlan.Missing(schema.File, [column], schema.Names);
        var field = schema[client];
        // The ids as they stand in the file: with other values in their place the rows would find no pseudonym.
        var asIs = new PlannedColumn(
            CanonicalColumn.ClientId, client, column with { Values = new Dictionary<string, string>() });
        var rows = WritePairs(source, ParquetSinks.For(asIs, schema), pairs, stop);
        var id = ParquetSinks.Text("f." + field.Sql, field.Type)!.Sql;
        var note = schema.SaysSynthetic(session, stop)
            ? $", KV_METADATA {{ {ParquetFile.OriginKey}: {Session.Literal(SourceFile.SyntheticOrigin)} }}"
            : string.Empty;
        session.Execute(
            $"COPY (SELECT f.* REPLACE (p.pseudonym AS {field.Sql}) FROM {ParquetSql.Rows(source)} AS f "
            + $"LEFT JOIN read_parquet({Session.Literal(pairs)}) AS p ON {id} = p.id) "
            + $"TO {Session.Literal(target)} (FORMAT parquet{note})",
            stop);
        File.Delete(pairs);
        return rows;
    }

    private long WritePairs(string source, SinkColumn client, string pairs, CancellationToken stop)
    {
        var ids = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
        var rows = ParquetMistakes.Guard(
            source, () => RowSink.Read(session, [client], ParquetSql.Rows(source), chunk => Collect(chunk, ids), stop));
        if (ids.Keys.Any(id => ShortenedNumbers.IsShortened(Encoding.UTF8.GetBytes(id))))
            throw ShortenedNumbers.Refusal(Path.GetFileName(source), CanonicalColumn.ClientId);
        var left = new Queue<string>(ids.Keys.Order(StringComparer.Ordinal));
        ParquetFile.Write(session, pairs, Pairs, chunk => Fill(chunk, left), stop: stop);
        return rows;
    }

    private static void Collect(DataChunk chunk, ConcurrentDictionary<string, byte> ids)
    {
        var values = chunk.Column(0);
        for (var row = 0; row < chunk.Count; row++)
        {
            if (!values.IsNull(row))
                ids.TryAdd(values.Text(row), 0);
        }
    }

    private int Fill(ChunkWriter chunk, Queue<string> left)
    {
        var row = 0;
        for (; row < DataChunk.Capacity && left.TryDequeue(out var id); row++)
        {
            var utf8 = Encoding.UTF8.GetBytes(id);
            chunk.SetText(0, row, utf8);
            chunk.SetText(1, row, key.Utf8Of(utf8));
        }

        return row;
    }
}
