using Microsoft.Data.Analysis;
using Parquet;
using Parquet.Schema;

namespace RgkCalibrator.DataFrames;

/// <summary>The columns of a Parquet file as a frame.</summary>
internal static class ParquetFrame
{
    /// <summary>Reads all of a flat file: texts, days, whole numbers, doubles and booleans.</summary>
    /// <exception cref="NotSupportedException">A column has another type.</exception>
    internal static async Task<DataFrame> ReadAsync(string path)
    {
        var reader = await ParquetReader.CreateAsync(path).ConfigureAwait(false);
        await using var closed = reader.ConfigureAwait(false);
        var rows = checked((int)reader.RowGroups.Sum(group => group.RowCount));
        var columns = new List<DataFrameColumn>();
        foreach (var field in reader.Schema.DataFields)
            columns.Add(await ReadAsync(reader, field, rows).ConfigureAwait(false));
        return new DataFrame(columns);
    }

    private static Task<DataFrameColumn> ReadAsync(ParquetReader reader, DataField field, int rows) =>
        Type.GetTypeCode(field.ClrType) switch
    {
        // So the library calls text.
        _ when field.ClrType == typeof(ReadOnlyMemory<char>) => ReadTextsAsync(reader, field, rows),
        TypeCode.Int32 => ReadAsync(reader, field, FrameColumn.Int32(rows)),
        TypeCode.Int64 => ReadAsync(reader, field, FrameColumn.Int64(rows)),
        TypeCode.Double => ReadAsync(reader, field, FrameColumn.Double(rows)),
        TypeCode.Boolean => ReadAsync(reader, field, FrameColumn.Boolean(rows)),
        TypeCode.DateTime when field.SchemaElement?.ConvertedType == Parquet.Meta.ConvertedType.DATE =>
            ReadAsync(reader, field, FrameColumn.Day(rows), Unzoned),
        _ => throw new NotSupportedException(
            $"The column {field.Name} has a type that frames of a packet do not have."),
    };

    private static async Task<DataFrameColumn> ReadAsync<T>(
        ParquetReader reader, DataField field, ValueColumn<T> column, Func<T, T>? change = null)
        where T : unmanaged
    {
        var row = 0;
        foreach (var group in reader.RowGroups)
        {
            var values = new T?[checked((int)group.RowCount)];
            await group.ReadAsync<T>(field, values.AsMemory()).ConfigureAwait(false);
            foreach (var value in values)
                column[row++] = change is not null && value is { } known ? change(known) : value;
        }

        return column.Named(field.Name);
    }

    private static async Task<DataFrameColumn> ReadTextsAsync(ParquetReader reader, DataField field, int rows)
    {
        var column = FrameColumn.Text(rows);
        var row = 0;
        foreach (var group in reader.RowGroups)
        {
            var texts = new string?[checked((int)group.RowCount)];
            await group.ReadAsync(field, texts.AsMemory()).ConfigureAwait(false);
            foreach (var text in texts)
                column[row++] = text;
        }

        return column.Named(field.Name);
    }

    // The library says that a day begins in UTC; a day is no moment.
    private static DateTime Unzoned(DateTime day) => DateTime.SpecifyKind(day, DateTimeKind.Unspecified);
}
