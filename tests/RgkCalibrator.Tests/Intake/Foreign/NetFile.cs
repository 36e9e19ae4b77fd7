using Parquet;
using Parquet.Schema;

namespace RgkCalibrator.Tests.Intake.Foreign;

/// <summary>A column as Parquet.Net lays it down.</summary>
internal sealed record NetColumn(DataField Field, Func<ParquetRowGroupWriter, DataField, Task> Write)
{
    public static NetColumn Of<T>(DataField field, Func<ForeignRow, T> value) where T : struct =>
        new(field, (group, placed) => group.WriteAsync<T>(placed, ForeignRow.Each(value).AsMemory()));

    public static NetColumn Of<T>(string name, Func<ForeignRow, T> value) where T : struct =>
        Of(new DataField(name, typeof(T)), value);

    public static NetColumn Maybe<T>(string name, Func<ForeignRow, T> value) where T : struct => new(
        new DataField(name, typeof(T), isNullable: true),
        (group, placed) => group.WriteAsync<T>(placed, ForeignRow.Each(row => (T?)value(row)).AsMemory()));

    public static NetColumn Text(string name, Func<ForeignRow, string> value) =>
        new(new DataField(name, typeof(string)), (group, placed) => group.WriteAsync(placed, ForeignRow.Each(value)));

    public static NetColumn Bytes(string name, Func<ForeignRow, byte[]> value) =>
        new(new DataField(name, typeof(byte[])), (group, placed) => group.WriteAsync(placed, ForeignRow.Each(value)));

    public static NetColumn Moment(
        string name,
        DateTimeFormat format,
        Func<ForeignRow, DateOnly> day,
        bool isUtc = false,
        DateTimeTimeUnit? unit = null) =>
        Of(
            new DateTimeDataField(name, format, isUtc, unit),
            row => day(row).ToDateTime(TimeOnly.MinValue, isUtc ? DateTimeKind.Utc : DateTimeKind.Unspecified));
}

/// <summary>
/// A file of <see cref="ForeignRow"/>s by Parquet.Net, in which some things are done otherwise than usual.
/// </summary>
internal sealed record NetFile
{
    private static readonly NetColumn[] Usual =
    [
        NetColumn.Text("client_id", row => ForeignRow.Text(row.Client)),
        NetColumn.Text("product_code", row => ForeignRow.Text(row.Product)),
        NetColumn.Of("start_date", row => row.Start),
        NetColumn.Of("end_date", row => row.End),
        NetColumn.Of("volume", row => (double)row.Volume),
        NetColumn.Text("unit", _ => ForeignRow.Unit),
        NetColumn.Text("provider_id", _ => ForeignRow.Provider),
        NetColumn.Of("birth_date", row => row.Birth),
    ];

    public ParquetOptions Options { get; init; } = new();

    /// <summary>Columns in the place of the usual ones of their names.</summary>
    public IReadOnlyList<NetColumn> Instead { get; init; } = [];

    public void Write(string path) => WriteAsync(path).GetAwaiter().GetResult();

    private async Task WriteAsync(string path)
    {
        NetColumn[] columns =
            [.. Usual.Select(usual => Instead.FirstOrDefault(other => other.Field.Name == usual.Field.Name) ?? usual)];
        var schema = new ParquetSchema(columns.Select(column => (Field)column.Field.Clone()).ToArray());
        var stream = File.Create(path);
        await using (stream.ConfigureAwait(false))
        {
            var file = await ParquetWriter.CreateAsync(schema, stream, Options).ConfigureAwait(false);
            await using (file.ConfigureAwait(false))
            {
                using var group = file.CreateRowGroup();
                for (var i = 0; i < columns.Length; i++)
                    await columns[i].Write(group, schema.DataFields[i]).ConfigureAwait(false);
            }
        }
    }
}
