using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using ParquetSharp;
using ParquetSharp.Schema;

namespace RgkCalibrator.Tests.Intake.Foreign;

/// <summary>
/// A column as ParquetSharp, which is Arrow's C++, lays it down: the physical type and what it stands for are chosen
/// apart.
/// </summary>
/// <param name="Name">The name in the file.</param>
/// <param name="Node">Makes its place in the schema.</param>
/// <param name="Write">Writes some of its rows.</param>
internal sealed record SharpColumn(string Name, Func<Node> Node, Action<ColumnWriter, int, int> Write)
{
    public static SharpColumn Of<T>(
        string name, LogicalType logical, PhysicalType physical, T[] values, int length = -1)
        where T : unmanaged => new(
        name,
        () => new PrimitiveNode(name, Repetition.Required, logical, physical, length),
        (writer, first, count) => ((ColumnWriter<T>)writer).WriteBatch(values.AsSpan(first, count)));

    public static SharpColumn Int32(string name, LogicalType logical, Func<ForeignRow, int> value) =>
        Of(name, logical, PhysicalType.Int32, ForeignRow.Each(value));

    public static SharpColumn Int64(string name, LogicalType logical, Func<ForeignRow, long> value) =>
        Of(name, logical, PhysicalType.Int64, ForeignRow.Each(value));

    public static SharpColumn Text(string name, Func<ForeignRow, string> value, LogicalType? logical = null) =>
        Bytes(name, logical ?? LogicalType.String(), row => System.Text.Encoding.UTF8.GetBytes(value(row)));

    public static SharpColumn Bytes(string name, LogicalType logical, Func<ForeignRow, byte[]> value) => Of(
        name,
        logical,
        PhysicalType.ByteArray,
        ForeignRow.Each(row => new ByteArray(Kept(value(row)), value(row).Length)));

    public static SharpColumn FixedBytes(
        string name, LogicalType logical, int length, Func<ForeignRow, byte[]> value) => Of(
        name,
        logical,
        PhysicalType.FixedLenByteArray,
        ForeignRow.Each(row => new FixedLenByteArray(Kept(value(row)))),
        length);

    /// <summary>The old type of Impala, Hive and Spark: nanoseconds of the day, and the Julian day.</summary>
    public static SharpColumn Int96(string name, Func<ForeignRow, long> seconds) =>
        Of(name, LogicalType.None(), PhysicalType.Int96, ForeignRow.Each(row =>
    {
        var (day, second) = Math.DivRem(seconds(row), 86_400);
        var nanos = second * 1_000_000_000;
        return new Int96(unchecked((int)nanos), (int)(nanos >> 32), (int)day + 2_440_588);
    }));

    /// <summary>The bytes of a decimal: of a whole number, the highest byte first.</summary>
    public static byte[] Unscaled(BigInteger value, int length = 0)
    {
        var bytes = value.ToByteArray(isBigEndian: true);
        return [.. Enumerable.Repeat((byte)(value.Sign < 0 ? 255 : 0), Math.Max(0, length - bytes.Length)), .. bytes];
    }

    /// <summary>The bytes of a half-precision number, the lowest first.</summary>
    public static byte[] Half(float value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteHalfLittleEndian(bytes, (Half)value);
        return bytes;
    }

    // Until the tests end, as a file is written long after its columns are described.
    private static unsafe IntPtr Kept(byte[] bytes)
    {
        var place = NativeMemory.Alloc((nuint)Math.Max(1, bytes.Length));
        bytes.CopyTo(new Span<byte>(place, bytes.Length));
        return (IntPtr)place;
    }
}

/// <summary>
/// A file of <see cref="ForeignRow"/>s by ParquetSharp, in which some things are done otherwise than usual.
/// </summary>
internal sealed record SharpFile
{
    private static readonly SharpColumn[] Usual =
    [
        SharpColumn.Text("client_id", row => ForeignRow.Text(row.Client)),
        SharpColumn.Text("product_code", row => ForeignRow.Text(row.Product)),
        SharpColumn.Int32("start_date", LogicalType.Date(), row => ForeignRow.Days(row.Start)),
        SharpColumn.Int32("end_date", LogicalType.Date(), row => ForeignRow.Days(row.End)),
        SharpColumn.Of("volume", LogicalType.None(), PhysicalType.Double, ForeignRow.Each(row => (double)row.Volume)),
        SharpColumn.Text("unit", _ => ForeignRow.Unit),
        SharpColumn.Text("provider_id", _ => ForeignRow.Provider),
        SharpColumn.Int32("birth_date", LogicalType.Date(), row => ForeignRow.Days(row.Birth)),
    ];

    /// <summary>How it is written.</summary>
    public Action<WriterPropertiesBuilder> With { get; init; } = _ => { };

    /// <summary>Columns in the place of the usual ones of their names.</summary>
    public IReadOnlyList<SharpColumn> Instead { get; init; } = [];

    /// <summary>Columns besides.</summary>
    public IReadOnlyList<SharpColumn> Besides { get; init; } = [];

    /// <summary>Rows in each row group; what is left stands in the last.</summary>
    public IReadOnlyList<int> Groups { get; init; } = [];

    public void Write(string path)
    {
        SharpColumn[] columns =
        [
            .. Usual.Select(usual => Instead.FirstOrDefault(other => other.Name == usual.Name) ?? usual),
            .. Besides,
        ];
        using var builder = new WriterPropertiesBuilder();
        With(builder);
        using var properties = builder.Build();
        using var schema = new GroupNode("schema", Repetition.Required, [.. columns.Select(column => column.Node())]);
        using var file = new ParquetFileWriter(path, schema, properties);
        var first = 0;
        foreach (var count in Groups.Append(ForeignRow.All.Count - Groups.Sum()))
        {
            using var group = file.AppendRowGroup();
            foreach (var column in columns)
            {
                using var writer = group.NextColumn();
                column.Write(writer, first, count);
            }

            first += count;
        }

        file.Close();
    }
}
