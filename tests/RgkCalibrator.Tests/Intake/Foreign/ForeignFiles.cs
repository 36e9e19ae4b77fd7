using Parquet;
using Parquet.Schema;
using ParquetSharp;
using static RgkCalibrator.Tests.Intake.Foreign.SharpColumn;
using Encoding = ParquetSharp.Encoding;

namespace RgkCalibrator.Tests.Intake.Foreign;

/// <summary>
/// Files that other programs write of the same rows, each with one thing that is its own; they are all read as if they
/// were ours.
/// </summary>
internal static class ForeignFiles
{
    private static readonly Dictionary<string, SharpFile> Layouts = new()
    {
        ["Arrow as it is by default"] = new(),
        ["Arrow without compression"] = Codec(Compression.Uncompressed),
        ["Arrow with Snappy"] = Codec(Compression.Snappy),
        ["Arrow with gzip"] = Codec(Compression.Gzip),
        ["Arrow with Brotli"] = Codec(Compression.Brotli),
        ["Arrow with zstd"] = Codec(Compression.Zstd),
        ["Arrow with LZ4"] = Codec(Compression.Lz4),
        ["Arrow with the second version of data pages"] =
            new() { With = p => p.DataPageVersion(ParquetDataPageVersion.V2) },
        ["Arrow with the second version of data pages, compressed"] =
            new() { With = p => p.DataPageVersion(ParquetDataPageVersion.V2).Compression(Compression.Zstd) },
        ["Arrow with pages of a few rows"] = new() { With = p => p.DataPagesize(16).WriteBatchSize(4) },
        ["Arrow with an index of pages"] =
            new() { With = p => p.EnableWritePageIndex().DataPagesize(16).WriteBatchSize(4) },
        ["Arrow with checksums"] = new() { With = p => p.EnablePageChecksum() },
        ["Arrow without dictionaries"] = new() { With = p => p.DisableDictionary() },
        ["Arrow with a dictionary that overflows"] =
            new() { With = p => p.DictionaryPagesizeLimit(8).DataPagesize(16).WriteBatchSize(4) },
        ["Arrow without statistics"] = new() { With = p => p.DisableStatistics() },
        ["Arrow in the first version of the format"] = new() { With = p => p.Version(ParquetVersion.PARQUET_1_0) },
        ["Arrow that says it is another program"] = new() { With = p => p.CreatedBy("parquet-mr version 1.8.0") },
        ["Arrow with a row group for each row"] =
            new() { Groups = [.. Enumerable.Repeat(1, ForeignRow.All.Count - 1)] },
        ["Arrow with row groups without rows"] = new() { Groups = [0, 20, 0, 0, 40] },
        ["Arrow with bits packed by difference"] =
            Packed(Encoding.DeltaBinaryPacked, "start_date", "end_date", "birth_date"),
        ["Arrow with lengths packed by difference"] =
            Packed(Encoding.DeltaLengthByteArray, "client_id", "product_code", "unit"),
        ["Arrow with texts packed by difference"] =
            Packed(Encoding.DeltaByteArray, "client_id", "product_code", "unit"),
        ["Arrow with bytes of numbers in streams"] = Packed(Encoding.ByteStreamSplit, "volume"),
    };

    private static readonly Dictionary<string, SharpColumn[]> Columns = new()
    {
        ["texts that nothing says are text"] =
        [
            Bytes("client_id", LogicalType.None(), Client),
            Bytes("product_code", LogicalType.None(), Product),
            Bytes("unit", LogicalType.None(), _ => "uur"u8.ToArray()),
        ],
        ["texts of one length that nothing says are text"] =
        [
            FixedBytes("client_id", LogicalType.None(), 4, Client),
            FixedBytes("unit", LogicalType.None(), 3, _ => "uur"u8.ToArray()),
        ],
        ["texts filled up with zeros"] =
        [
            FixedBytes("client_id", LogicalType.None(), 8, row => [.. Client(row), 0, 0, 0, 0]),
            FixedBytes("unit", LogicalType.None(), 5, _ => "uur\0\0"u8.ToArray()),
        ],
        ["texts as an enumeration"] =
        [
            Bytes("unit", LogicalType.Enum(), _ => "uur"u8.ToArray()),
            Bytes("product_code", LogicalType.Enum(), Product),
        ],
        ["texts as JSON"] =
            [Bytes("client_id", LogicalType.Json(), Client), Bytes("product_code", LogicalType.Json(), Product)],
        ["dates and numbers in bytes"] =
        [
            Bytes("start_date", LogicalType.None(), row => Utf8(ForeignRow.Text(row.Start))),
            Bytes("volume", LogicalType.None(), row => Utf8(ForeignRow.Text(row.Volume))),
        ],
        ["codes as whole numbers"] =
        [
            Int32("client_id", LogicalType.None(), row => row.Client),
            Int64("product_code", LogicalType.None(), row => row.Product),
            Int32("unit", LogicalType.Int(8, true), _ => 4),
        ],
        ["codes as decimals without decimals"] =
        [
            Decimal("client_id", 38, 0, row => row.Client),
            Int64("product_code", LogicalType.Decimal(18), row => row.Product),
        ],
        ["days in milliseconds, without a zone"] = Moments(TimeUnit.Millis, 1_000, isUtc: false, ForeignRow.Midnight),
        ["days in microseconds, without a zone"] =
            Moments(TimeUnit.Micros, 1_000_000, isUtc: false, ForeignRow.Midnight),
        ["days in nanoseconds, without a zone"] =
            Moments(TimeUnit.Nanos, 1_000_000_000, isUtc: false, ForeignRow.Midnight),
        ["Dutch midnights in milliseconds, in UTC"] =
            Moments(TimeUnit.Millis, 1_000, isUtc: true, ForeignRow.DutchMidnight),
        ["Dutch midnights in microseconds, in UTC"] =
            Moments(TimeUnit.Micros, 1_000_000, isUtc: true, ForeignRow.DutchMidnight),
        ["Dutch midnights in nanoseconds, in UTC"] =
            Moments(TimeUnit.Nanos, 1_000_000_000, isUtc: true, ForeignRow.DutchMidnight),
        ["midnights in UTC"] = Moments(TimeUnit.Micros, 1_000_000, isUtc: true, ForeignRow.Midnight),
        ["Dutch midnights in UTC that do not say so"] =
            Moments(TimeUnit.Millis, 1_000, isUtc: false, ForeignRow.DutchMidnight),
        ["Dutch midnights in UTC that do not say so, in nanoseconds"] =
            Moments(TimeUnit.Nanos, 1_000_000_000, isUtc: false, ForeignRow.DutchMidnight),
        ["days as INT96"] =
        [
            Int96("start_date", row => ForeignRow.Midnight(row.Start)),
            Int96("end_date", row => ForeignRow.Midnight(row.End)),
            Int96("birth_date", row => ForeignRow.Midnight(row.Birth)),
        ],
        ["Dutch midnights in UTC as INT96"] =
        [
            Int96("start_date", row => ForeignRow.DutchMidnight(row.Start)),
            Int96("end_date", row => ForeignRow.DutchMidnight(row.End)),
            Int96("birth_date", row => ForeignRow.DutchMidnight(row.Birth)),
        ],
        ["ends of days in their last second"] =
        [
            Int64(
                "end_date",
                LogicalType.Timestamp(false, TimeUnit.Millis),
                row => (ForeignRow.Midnight(row.End) + 86_399) * 1_000),
        ],
        ["ends of days in their last hour"] =
        [
            Int64(
                "start_date",
                LogicalType.Timestamp(false, TimeUnit.Millis),
                row => ForeignRow.Midnight(row.Start) * 1_000),
            Int64(
                "end_date",
                LogicalType.Timestamp(false, TimeUnit.Millis),
                row => (ForeignRow.Midnight(row.End) + (23 * 3_600)) * 1_000),
        ],
        ["days as numbers of eight digits"] =
        [
            Int32(
                "start_date",
                LogicalType.None(),
                row => (row.Start.Year * 10_000) + (row.Start.Month * 100) + row.Start.Day),
        ],
        ["days as decimals of eight digits"] =
            [Decimal("start_date", 38, 0, row => (row.Start.Year * 10_000) + (row.Start.Month * 100) + row.Start.Day)],
        ["volumes in 8 bits"] = [Int32("volume", LogicalType.Int(8, true), row => row.Volume)],
        ["volumes in 16 bits"] = [Int32("volume", LogicalType.Int(16, true), row => row.Volume)],
        ["volumes in 32 bits"] = [Int32("volume", LogicalType.Int(32, true), row => row.Volume)],
        ["volumes in 64 bits"] = [Int64("volume", LogicalType.Int(64, true), row => row.Volume)],
        ["volumes in 8 bits without a sign"] = [Int32("volume", LogicalType.Int(8, false), row => row.Volume)],
        ["volumes in 16 bits without a sign"] = [Int32("volume", LogicalType.Int(16, false), row => row.Volume)],
        ["volumes in 32 bits without a sign"] = [Int32("volume", LogicalType.Int(32, false), row => row.Volume)],
        ["volumes in 64 bits without a sign"] = [Int64("volume", LogicalType.Int(64, false), row => row.Volume)],
        ["volumes in half precision"] = [FixedBytes("volume", LogicalType.Float16(), 2, row => Half(row.Volume))],
        ["volumes in single precision"] =
            [Of("volume", LogicalType.None(), PhysicalType.Float, ForeignRow.Each(row => (float)row.Volume))],
        ["volumes as a decimal in 32 bits"] = [Int32("volume", LogicalType.Decimal(9, 2), row => row.Volume * 100)],
        ["volumes as a decimal in 64 bits"] =
            [Int64("volume", LogicalType.Decimal(18, 4), row => row.Volume * 10_000L)],
        ["volumes as a decimal of 38 digits"] = [Decimal("volume", 38, 2, row => row.Volume)],
        ["volumes as Spark's decimal"] = [Decimal("volume", 38, 18, row => row.Volume)],
        ["volumes as a decimal in four bytes"] =
            [FixedBytes("volume", LogicalType.Decimal(9, 2), 4, row => Unscaled(row.Volume * 100, 4))],
        ["volumes as a decimal in as many bytes as it takes"] =
            [Bytes("volume", LogicalType.Decimal(20, 2), row => Unscaled(row.Volume * 100))],
        ["volumes as text"] = [Text("volume", row => ForeignRow.Text(row.Volume) + ",0")],
    };

    private static readonly Dictionary<string, NetFile> Nets = new()
    {
        ["Parquet.Net as it is by default"] = new(),
        ["Parquet.Net without compression"] = Codec(CompressionMethod.None),
        ["Parquet.Net with gzip"] = Codec(CompressionMethod.Gzip),
        ["Parquet.Net with Brotli"] = Codec(CompressionMethod.Brotli),
        ["Parquet.Net with zstd"] = Codec(CompressionMethod.Zstd),
        ["Parquet.Net with raw LZ4"] = Codec(CompressionMethod.Lz4Raw),
        ["Parquet.Net with dictionaries"] = new() { Options = new() { DictionaryEncodingThreshold = 1 } },
        ["Parquet.Net with cells that may be missing"] =
            new()
            {
                Instead =
                [
                    NetColumn.Maybe("start_date", row => row.Start),
                    NetColumn.Maybe("volume", row => (double)row.Volume),
                ],
            },
        ["Parquet.Net with moments as Impala has them"] = Dated(DateTimeFormat.Impala),
        ["Parquet.Net with moments in milliseconds"] = Dated(DateTimeFormat.DateAndTime),
        ["Parquet.Net with moments in microseconds"] = Dated(DateTimeFormat.DateAndTimeMicros),
        ["Parquet.Net with dates"] = Dated(DateTimeFormat.Date),
        ["Parquet.Net with moments in nanoseconds"] = Dated(DateTimeFormat.Timestamp, DateTimeTimeUnit.Nanos),
        ["Parquet.Net with a .NET moment"] =
            new() { Instead = [NetColumn.Of("start_date", row => row.Start.ToDateTime(TimeOnly.MinValue))] },
        ["Parquet.Net with a .NET decimal"] = new() { Instead = [NetColumn.Of("volume", row => (decimal)row.Volume)] },
        ["Parquet.Net with a decimal in bytes"] =
            new()
            {
                Instead =
                [
                    NetColumn.Of(
                        new DecimalDataField("volume", 12, 3, forceByteArrayEncoding: true),
                        row => (decimal)row.Volume),
                ],
            },
        ["Parquet.Net with a small number"] = new() { Instead = [NetColumn.Of("volume", row => (byte)row.Volume)] },
        ["Parquet.Net with texts in bytes"] =
            new() { Instead = [NetColumn.Bytes("client_id", Client), NetColumn.Bytes("product_code", Product)] },
    };

    /// <summary>By name, what writes a file to a path.</summary>
    public static IReadOnlyDictionary<string, Action<string>> All { get; } = Layouts
        .Select(pair => (pair.Key, Write: (Action<string>)pair.Value.Write))
        .Concat(Columns.Select(pair => (pair.Key, Write: (Action<string>)new SharpFile { Instead = pair.Value }.Write)))
        .Concat(Nets.Select(pair => (pair.Key, Write: (Action<string>)pair.Value.Write)))
        .Append(("Arrow's dates in milliseconds", ArrowFile.WriteDate64))
        .Append(("Arrow's dictionaries of texts", ArrowFile.WriteDictionaries))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    private static byte[] Client(ForeignRow row) => Utf8(ForeignRow.Text(row.Client));

    private static byte[] Product(ForeignRow row) => Utf8(ForeignRow.Text(row.Product));

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static SharpFile Codec(Compression codec) => new() { With = properties => properties.Compression(codec) };

    private static SharpFile Packed(Encoding encoding, params string[] columns) => new()
    {
        With = properties =>
        {
            foreach (var column in columns)
                properties.DisableDictionary(column).Encoding(column, encoding);
        },
    };

    private static SharpColumn Decimal(string name, int digits, int scale, Func<ForeignRow, int> value) =>
        FixedBytes(
            name,
            LogicalType.Decimal(digits, scale),
            16,
            row => Unscaled(value(row) * System.Numerics.BigInteger.Pow(10, scale), 16));

    private static SharpColumn[] Moments(TimeUnit unit, long perSecond, bool isUtc, Func<DateOnly, long> seconds) =>
    [
        Int64("start_date", LogicalType.Timestamp(isUtc, unit), row => seconds(row.Start) * perSecond),
        Int64("end_date", LogicalType.Timestamp(isUtc, unit), row => seconds(row.End) * perSecond),
        Int64("birth_date", LogicalType.Timestamp(isUtc, unit), row => seconds(row.Birth) * perSecond),
    ];

    private static NetFile Codec(CompressionMethod codec) => new() { Options = new() { CompressionMethod = codec } };

    private static NetFile Dated(DateTimeFormat format, DateTimeTimeUnit? unit = null) =>
        new()
        {
            Instead =
            [
                NetColumn.Moment("start_date", format, row => row.Start, unit: unit),
                NetColumn.Moment("end_date", format, row => row.End, unit: unit),
            ],
        };
}
