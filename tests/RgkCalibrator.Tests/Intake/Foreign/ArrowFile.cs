using Apache.Arrow;
using Apache.Arrow.Types;
using ParquetSharp.Arrow;

namespace RgkCalibrator.Tests.Intake.Foreign;

/// <summary>Files of <see cref="ForeignRow"/>s by way of Arrow's own columns, as pandas and R write them.</summary>
internal static class ArrowFile
{
    public static void WriteDate64(string path) =>
        Write(path, ("start_date", Date64(row => row.Start)), ("end_date", Date64(row => row.End)));

    public static void WriteDictionaries(string path) =>
        Write(
            path,
            ("product_code", Dictionary(row => ForeignRow.Text(row.Product))),
            ("unit", Dictionary(_ => ForeignRow.Unit)));

    private static void Write(string path, params (string Name, IArrowArray Values)[] instead)
    {
        (string Name, IArrowArray Values)[] usual =
        [
            ("client_id", Text(row => ForeignRow.Text(row.Client))),
            ("product_code", Text(row => ForeignRow.Text(row.Product))),
            ("start_date", Date32(row => row.Start)),
            ("end_date", Date32(row => row.End)),
            ("volume", new DoubleArray.Builder().AppendRange(ForeignRow.Each(row => (double)row.Volume)).Build()),
            ("unit", Text(_ => ForeignRow.Unit)),
            ("provider_id", Text(_ => ForeignRow.Provider)),
            ("birth_date", Date32(row => row.Birth)),
        ];
        var columns = usual.Select(column => instead.FirstOrDefault(other => other.Name == column.Name, column))
            .ToList();
        var schema = new Schema(
            columns.Select(column => new Field(column.Name, column.Values.Data.DataType, nullable: true)), null);
        using var file = new FileWriter(path, schema);
        file.WriteRecordBatch(new RecordBatch(schema, columns.Select(column => column.Values), ForeignRow.All.Count));
        file.Close();
    }

    private static StringArray Text(Func<ForeignRow, string> value) =>
        new StringArray.Builder().AppendRange(ForeignRow.Each(value)).Build();

    private static Date32Array Date32(Func<ForeignRow, DateOnly> day) =>
        new Date32Array.Builder().AppendRange(ForeignRow.Each(row => day(row).ToDateTime(TimeOnly.MinValue))).Build();

    private static Date64Array Date64(Func<ForeignRow, DateOnly> day) =>
        new Date64Array.Builder().AppendRange(ForeignRow.Each(row => day(row).ToDateTime(TimeOnly.MinValue))).Build();

    private static DictionaryArray Dictionary(Func<ForeignRow, string> value)
    {
        var texts = ForeignRow.Each(value);
        var different = texts.Distinct().ToList();
        return new DictionaryArray(
            new DictionaryType(Int32Type.Default, StringType.Default, ordered: false),
            new Int32Array.Builder().AppendRange(texts.Select(text => different.IndexOf(text))).Build(),
            new StringArray.Builder().AppendRange(different).Build());
    }
}
