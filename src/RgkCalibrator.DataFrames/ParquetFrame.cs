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
        var columns = new List<DataFrameColumn>();
        foreach (var field in reader.Schema.DataFields)
            columns.Add(await ReadAsync(reader, field).ConfigureAwait(false));
        return new DataFrame(columns);
    }

    private static async Task<DataFrameColumn> ReadAsync(ParquetReader reader, DataField field)
    {
        return Type.GetTypeCode(field.ClrType) switch
        {
            // So the library calls text.
            _ when field.ClrType == typeof(ReadOnlyMemory<char>) =>
                new StringDataFrameColumn(field.Name, (await TextsAsync(reader, field).ConfigureAwait(false))!),
            TypeCode.Int32 => new Int32DataFrameColumn(field.Name, await Values<int>().ConfigureAwait(false)),
            TypeCode.Int64 => new Int64DataFrameColumn(field.Name, await Values<long>().ConfigureAwait(false)),
            TypeCode.Double => new DoubleDataFrameColumn(field.Name, await Values<double>().ConfigureAwait(false)),
            TypeCode.Boolean => new BooleanDataFrameColumn(field.Name, await Values<bool>().ConfigureAwait(false)),
            TypeCode.DateTime when field.SchemaElement?.ConvertedType == Parquet.Meta.ConvertedType.DATE =>
                new DateTimeDataFrameColumn(
                    field.Name, (await Values<DateTime>().ConfigureAwait(false)).Select(Unzoned)),
            _ => throw new NotSupportedException(
                $"The column {field.Name} has a type that frames of a packet do not have."),
        };

        Task<List<T?>> Values<T>()
            where T : unmanaged => ValuesAsync<T>(reader, field);
    }

    private static async Task<List<T?>> ValuesAsync<T>(ParquetReader reader, DataField field)
        where T : unmanaged
    {
        var all = new List<T?>();
        foreach (var group in reader.RowGroups)
        {
            var values = new T?[checked((int)group.RowCount)];
            await group.ReadAsync<T>(field, values.AsMemory()).ConfigureAwait(false);
            all.AddRange(values);
        }

        return all;
    }

    private static async Task<List<string?>> TextsAsync(ParquetReader reader, DataField field)
    {
        var all = new List<string?>();
        foreach (var group in reader.RowGroups)
        {
            var texts = new string?[checked((int)group.RowCount)];
            await group.ReadAsync(field, texts.AsMemory()).ConfigureAwait(false);
            all.AddRange(texts);
        }

        return all;
    }

    // The library says that a day begins in UTC; a day is no moment.
    private static DateTime? Unzoned(DateTime? day) =>
        day is { } known ? DateTime.SpecifyKind(known, DateTimeKind.Unspecified) : null;
}
