using System.Globalization;
using System.Text;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Output.Tables;

/// <summary>What the cells of a column of a restricted file are.</summary>
internal enum InternKind
{
    Text,
    Whole,
    Number,
    Flag,
}

/// <summary>A column of a restricted file.</summary>
/// <param name="Name">What programs call it.</param>
/// <param name="Kind">What its cells are.</param>
/// <param name="Cell">Of a row, as it stands in CSV; empty: nothing.</param>
internal sealed record InternColumn<T>(string Name, InternKind Kind, Func<T, string> Cell)
{
    internal static InternColumn<T> Text(string name, Func<T, string?> text) => new(name, InternKind.Text, row => text(row) ?? string.Empty);

    internal static InternColumn<T> Whole(string name, Func<T, long?> number) =>
        new(name, InternKind.Whole, row => number(row) is { } whole ? Numbers.Whole(whole) : string.Empty);

    /// <summary>Of numbers that were picked from the data, in full.</summary>
    internal static InternColumn<T> Selected(string name, Func<T, double?> number) =>
        new(name, InternKind.Number, row => number(row) is { } selected ? Numbers.Exact(selected) : string.Empty);

    /// <summary>Of computed numbers, with the 12 digits that every system agrees on.</summary>
    internal static InternColumn<T> Computed(string name, Func<T, double?> number) =>
        new(name, InternKind.Number, row => number(row) is { } computed ? Numbers.Computed(computed) : string.Empty);

    internal static InternColumn<T> Flag(string name, Func<T, bool?> flag) =>
        new(name, InternKind.Flag, row => flag(row) is { } value ? value ? "1" : "0" : string.Empty);
}

/// <summary>
/// A restricted file of rows of one kind, as CSV and as Parquet: the same rows and columns, and in Parquet the values that the texts in CSV say.
/// </summary>
internal sealed record InternTable<T>(IReadOnlyList<InternColumn<T>> Columns)
{
    internal void WriteCsv(IEnumerable<T> rows, Stream output)
    {
        var csv = new CsvWriter(output);
        csv.Header(Columns.Select(column => column.Name));
        foreach (var row in rows)
        {
            foreach (var column in Columns)
                csv.Text(column.Cell(row));
            csv.EndLine();
        }

        csv.Flush();
    }

    /// <exception cref="EngineException">The file cannot be written.</exception>
    internal void WriteParquet(Session session, IEnumerable<T> rows, string path, CancellationToken stop)
    {
        using var next = rows.GetEnumerator();
        ParquetFile.Write(
            session,
            path,
            [.. Columns.Select(column => new ParquetColumn(column.Name, TypeOf(column.Kind)))],
            chunk =>
            {
                var row = 0;
                while (row < DataChunk.Capacity && next.MoveNext())
                    Set(in chunk, row++, next.Current);
                return row;
            },
            stop: stop);
    }

    private void Set(in ChunkWriter chunk, int row, T values)
    {
        for (var column = 0; column < Columns.Count; column++)
        {
            var text = Columns[column].Cell(values);
            if (text.Length == 0)
                chunk.SetNull(column, row);
            else
                Set(in chunk, column, row, text);
        }
    }

    private void Set(in ChunkWriter chunk, int column, int row, string text)
    {
        switch (Columns[column].Kind)
        {
            case InternKind.Text:
                chunk.SetText(column, row, Encoding.UTF8.GetBytes(text));
                break;
            case InternKind.Whole:
                chunk.Values<long>(column)[row] = InternText.Whole(text);
                break;
            case InternKind.Number:
                chunk.Values<double>(column)[row] = InternText.Number(text);
                break;
            case InternKind.Flag:
                chunk.Values<bool>(column)[row] = InternText.Flag(text);
                break;
            default:
                throw new InvalidOperationException("Unknown kind of column.");
        }
    }

    private static LogicalType TypeOf(InternKind kind) => kind switch
    {
        InternKind.Text => LogicalType.Varchar,
        InternKind.Whole => LogicalType.BigInt,
        InternKind.Number => LogicalType.Double,
        InternKind.Flag => LogicalType.Boolean,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of column."),
    };
}

/// <summary>What the cells of a restricted file say that are not empty.</summary>
internal static class InternText
{
    internal static long Whole(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);

    internal static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    internal static bool Flag(string cell) => cell == "1";
}
