using ParquetSharp;
using ParquetSharp.Schema;
using static RgkCalibrator.Tests.Intake.Foreign.SharpColumn;

namespace RgkCalibrator.Tests.Intake.Foreign;

/// <summary>A file that cannot be read, and what is said of it.</summary>
/// <param name="Write">Writes it to a path.</param>
/// <param name="Code">How the run ends.</param>
/// <param name="What">A part of the Dutch sentence.</param>
internal sealed record RefusedFile(Action<string> Write, ExitCode Code, string What)
{
    private const string Encrypted = "is versleuteld";
    private const string Unknown = "een compressie, codering of type die het programma niet kent";
    private const string Cut = "geen heel Parquet-bestand";

    // No message may hold it.
    public const string Marker = "GEHEIM";

    private static readonly byte[] Key = "zestien bytes !!"u8.ToArray();

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, RefusedFile> All { get; } = new Dictionary<string, RefusedFile>
    {
        ["encrypted, with its footer"] = Locked(_ => { }),
        ["encrypted, but for its footer"] = Locked(locks => locks.SetPlaintextFooter()),
        ["one encrypted column"] =
            Locked(
                locks => locks.EncryptedColumns([new ColumnEncryptionPropertiesBuilder("client_id").Key(Key).Build()])),
        ["one encrypted column, and a footer that can be read"] =
            Locked(locks => locks.SetPlaintextFooter()
                .EncryptedColumns([new ColumnEncryptionPropertiesBuilder("client_id").Key(Key).Build()])),
        ["a codec of Hadoop's own"] =
            Of(new() { With = p => p.Compression(Compression.Lz4Hadoop) }, ExitCode.Files, Unknown),
        ["an encoding that the engine has for other types"] =
            Of(
                new()
                {
                    With = p => p.DisableDictionary("start_date")
                        .Encoding("start_date", ParquetSharp.Encoding.ByteStreamSplit),
                },
                ExitCode.Files,
                Unknown),
        ["a type that the engine does not know"] =
            With(Bytes("client_id", LogicalType.Bson(), _ => Utf8(Marker)), ExitCode.Files, Unknown),
        ["a text that is none"] =
            With(
                Bytes("client_id", LogicalType.String(), _ => [.. Utf8(Marker), 0xFF]),
                ExitCode.Files,
                "geen tekst zijn in UTF-8"),
        ["bytes that are no text"] =
            With(
                Bytes("client_id", LogicalType.None(), _ => [.. Utf8(Marker), 0xFF]),
                ExitCode.Files,
                "geen tekst zijn in UTF-8"),
        ["a length of time for a day"] =
            Wrong(
                FixedBytes("start_date", LogicalType.Interval(), 12, _ => new byte[12]),
                "start_date is van het type INTERVAL; nodig is een datum"),
        ["a time of day for a day"] =
            Wrong(
                Int32("start_date", LogicalType.Time(false, TimeUnit.Millis), _ => 5),
                "start_date is van het type TIME; nodig is een datum"),
        ["a fraction for a day"] =
            Wrong(
                SharpColumn.Of("start_date", LogicalType.None(), PhysicalType.Double, ForeignRow.Each(_ => 1.5)),
                "start_date is van het type DOUBLE; nodig is een datum"),
        ["a yes or no for a number"] =
            Wrong(
                SharpColumn.Of("volume", LogicalType.None(), PhysicalType.Boolean, ForeignRow.Each(_ => true)),
                "volume is van het type BOOLEAN; nodig is een getal"),
        ["a yes or no for a text"] =
            Wrong(
                SharpColumn.Of("unit", LogicalType.None(), PhysicalType.Boolean, ForeignRow.Each(_ => true)),
                "unit is van het type BOOLEAN; nodig is tekst"),
        ["a day for a number"] =
            Wrong(Int32("volume", LogicalType.Date(), _ => 5), "volume is van het type DATE; nodig is een getal"),
        ["a number of seven digits for a text"] =
            Wrong(
                SharpColumn.Of("client_id", LogicalType.None(), PhysicalType.Float, ForeignRow.Each(_ => 1.5f)),
                "client_id is van het type FLOAT; nodig is tekst"),
        ["a decimal for a text"] =
            Wrong(
                Int32("client_id", LogicalType.Decimal(9, 2), _ => 5),
                "client_id is van het type DECIMAL; nodig is tekst"),
        ["a list for a text"] =
            Wrong(Nested("client_id", LogicalType.List(), Marker), "client_id is van het type LIST; nodig is tekst"),
        ["a group for a text"] =
            Wrong(Nested("client_id", null, Marker), "client_id is van het type STRUCT; nodig is tekst"),
        ["a list for a number"] = Wrong(Repeated("volume"), "volume is van het type LIST; nodig is een getal"),
        ["two columns whose names differ by capitals"] = Besides("Volume", "De kolom volume staat er twee keer"),
        ["two columns of one name"] = Besides("volume", "De kolom volume staat er twee keer"),
        ["cut in the middle"] = Changed(bytes => bytes[..(bytes.Length / 2)]),
        ["cut by one byte"] = Changed(bytes => bytes[..^1]),
        ["without its beginning"] = Changed(bytes => bytes[8..]),
        ["twice in one"] = Changed(bytes => [.. bytes[..^8], .. Utf8(Marker)]),
        ["nothing"] = Changed(_ => []),
        ["only its first word"] = Changed(bytes => bytes[..4]),
        ["only its first word, twice"] = Changed(bytes => [.. bytes[..4], .. bytes[..4]]),
        ["a footer longer than the file"] = Changed(bytes => [.. bytes[..^8], 0xFF, 0xFF, 0xFF, 0x7F, .. bytes[^4..]]),
        ["a footer without length"] = Changed(bytes => [.. bytes[..^8], 0, 0, 0, 0, .. bytes[^4..]]),
        ["a table of R"] = Changed(_ => "RDX3\nX\n"u8.ToArray()),
        ["an Arrow file"] = Changed(_ => "ARROW1\0\0"u8.ToArray()),
        ["a CSV file by the name of a Parquet file"] =
            Changed(_ => Utf8("client_id;product_code\n" + Marker + ";54002\n")),
    };

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static RefusedFile Of(SharpFile file, ExitCode code, string what) => new(file.Write, code, what);

    private static RefusedFile With(SharpColumn column, ExitCode code, string what) =>
        Of(new() { Instead = [column] }, code, what);

    private static RefusedFile Wrong(SharpColumn column, string what) =>
        With(column, ExitCode.WrongUse, $"De kolom {what}.");

    private static RefusedFile Besides(string name, string what) =>
        Of(new() { Besides = [Int32(name, LogicalType.None(), _ => 5)] }, ExitCode.WrongUse, what);

    private static RefusedFile Locked(Action<FileEncryptionPropertiesBuilder> how)
    {
        return new(Write, ExitCode.Files, Encrypted);

        void Write(string path)
        {
            using var locks = new FileEncryptionPropertiesBuilder(Key);
            how(locks);
            new SharpFile { With = properties => properties.Encryption(locks.Build()) }.Write(path);
        }
    }

    private static RefusedFile Changed(Func<byte[], byte[]> change)
    {
        return new(Write, ExitCode.Files, Cut);

        void Write(string path)
        {
            new SharpFile().Write(path);
            File.WriteAllBytes(path, change(File.ReadAllBytes(path)));
        }
    }

    private static SharpColumn Nested(string name, LogicalType? logical, string inner) => new(
        name,
        () => new GroupNode(name, Repetition.Required, [InnerNode(logical is not null, inner)], logical),
        (writer, _, count) => ((ColumnWriter<int>)writer).WriteBatch(
            count, [.. Enumerable.Repeat((short)1, count)], new short[count], new int[count]));

    private static Node InnerNode(bool isList, string inner) => isList
        ? new GroupNode(
            "list",
            Repetition.Repeated,
            [new PrimitiveNode(inner, Repetition.Required, LogicalType.None(), PhysicalType.Int32, -1)])
        : new PrimitiveNode(inner, Repetition.Optional, LogicalType.None(), PhysicalType.Int32, -1);

    private static SharpColumn Repeated(string name) => new(
        name,
        () => new PrimitiveNode(name, Repetition.Repeated, LogicalType.None(), PhysicalType.Int32, -1),
        (writer, _, count) => ((ColumnWriter<int>)writer).WriteBatch(
            count, [.. Enumerable.Repeat((short)1, count)], new short[count], new int[count]));
}
