using ParquetSharp;
using RgkCalibrator.Tests.Fuzzing;

namespace RgkCalibrator.Tests.Intake.Foreign;

/// <summary>Parquet files that got broken, each the same for the same number.</summary>
internal sealed class BrokenParquet : IBrokenFiles
{
    private const string Marker = FuzzProgram.Marker;

    private static readonly SharpColumn[] Secret =
    [
        SharpColumn.Text("client_id", row => $"{Marker}-{ForeignRow.Text(row.Client)}"),
        SharpColumn.Text("product_code", row => $"{Marker}{ForeignRow.Text(row.Product)}"),
        SharpColumn.Text("provider_id", _ => Marker),
    ];

    private static readonly SharpFile[] Originals =
    [
        new() { Instead = Secret },
        new() { Instead = Secret, With = p => p.Compression(Compression.Uncompressed) },
        new()
        {
            Instead = Secret,
            With = p => p.Compression(Compression.Zstd).DataPageVersion(ParquetDataPageVersion.V2)
                .EnableWritePageIndex(),
        },
        new()
        {
            Instead = Secret,
            With = p => p.Compression(Compression.Uncompressed).DisableDictionary(),
            Groups = [0, 10, 30],
        },
        new()
        {
            Instead = Secret,
            With = p => p.Compression(Compression.Uncompressed)
                .DisableDictionary("client_id").Encoding("client_id", ParquetSharp.Encoding.DeltaByteArray)
                .DisableDictionary("start_date").Encoding("start_date", ParquetSharp.Encoding.DeltaBinaryPacked)
                .DisableDictionary("volume").Encoding("volume", ParquetSharp.Encoding.ByteStreamSplit),
        },
        new()
        {
            Instead =
            [
                .. Secret,
                SharpColumn.Int96("start_date", row => ForeignRow.DutchMidnight(row.Start)),
                SharpColumn.FixedBytes(
                    "volume",
                    LogicalType.Decimal(38, 9),
                    16,
                    row => SharpColumn.Unscaled(row.Volume * 1_000_000_000L, 16)),
            ],
        },
    ];

    private readonly byte[][] _wholes = [.. Originals.Select(Bytes)];

    public string Ending => ".parquet";

    public byte[] Of(int number) => Mutation.Of(_wholes[number % _wholes.Length], number);

    private static byte[] Bytes(SharpFile file)
    {
        using var folder = new TemporaryFolder();
        file.Write(folder["heel.parquet"]);
        return File.ReadAllBytes(folder["heel.parquet"]);
    }
}
