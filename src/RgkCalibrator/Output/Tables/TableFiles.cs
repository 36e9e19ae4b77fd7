using System.Globalization;
using System.Text;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Output.Tables;

/// <summary>
/// Restricted tables as CSV and as Parquet: the same rows and columns, and in Parquet the values that the texts in CSV
/// say.
/// </summary>
internal static class TableFiles
{
    /// <summary>
    /// Comma, decimal point, the columns by their names.
    /// </summary>
    internal static void WriteCsv(this Table table, Stream output)
    {
        var csv = new CsvWriter(output);
        csv.Header(table.Columns.Select(column => column.Name));
        foreach (var row in table.Rows)
        {
            foreach (var cell in row)
                csv.Text(cell.Plain);
            csv.EndLine();
        }

        csv.Flush();
    }

    /// <exception cref="EngineException">The file cannot be written.</exception>
    internal static void WriteParquet(this Table table, Session session, string path, CancellationToken stop)
    {
        var next = 0;
        ParquetFile.Write(
            session, path, [.. table.Columns.Select(column => new ParquetColumn(column.Name, TypeOf(column.Kind)))],
            Fill, stop: stop);

        int Fill(ChunkWriter chunk)
        {
            var row = 0;
            for (; row < DataChunk.Capacity && next < table.Rows.Count; row++, next++)
            {
                for (var column = 0; column < table.Columns.Count; column++)
                    Set(in chunk, column, row, table.Columns[column].Kind, table.Rows[next][column].Plain);
            }

            return row;
        }
    }

    internal static long Whole(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);

    internal static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    internal static bool Flag(string cell) => cell == "1";

    private static void Set(in ChunkWriter chunk, int column, int row, ColumnKind kind, string cell)
    {
        if (cell.Length == 0)
            chunk.SetNull(column, row);
        else if (kind == ColumnKind.Text)
            chunk.SetText(column, row, Encoding.UTF8.GetBytes(cell));
        else if (kind == ColumnKind.Whole)
            chunk.Values<long>(column)[row] = Whole(cell);
        else if (kind == ColumnKind.Number)
            chunk.Values<double>(column)[row] = Number(cell);
        else
            chunk.Values<bool>(column)[row] = Flag(cell);
    }

    private static LogicalType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => LogicalType.Varchar,
        ColumnKind.Whole => LogicalType.BigInt,
        ColumnKind.Number => LogicalType.Double,
        ColumnKind.Flag => LogicalType.Boolean,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of column."),
    };
}
