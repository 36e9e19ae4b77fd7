using System.IO.Compression;
using System.Text;
using RgkCalibrator.Intake.Copies;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Tests.Intake.Messages;

namespace RgkCalibrator.Tests.Intake.Copies;

/// <summary>A file that opens but cannot be read on, as on a broken disk or a share that went away.</summary>
public sealed class UnreadableSourceTests : IDisposable
{
    private const int Rows = 5_000;

    private static readonly TestRow Row = new(
        "kind-1", "45C02", new DateOnly(2021, 1, 1), new DateOnly(2021, 1, 31), 90, "01");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_whose_first_bytes_cannot_be_read_is_told_when_its_kind_is_looked_for()
    {
        using var source = new SourceStream(new BrokenStream([.. "client_id;volume\n"u8], 0), "a.csv");

        IsUnreadable(
            "a.csv",
            () => TextCopies.KindOf(source, "a.csv", JoinedMessages.None, HeaderRules.Guess));
    }

    [Theory]
    [InlineData("a.csv.gz")]
    [InlineData("a.xlsx")]
    [InlineData("a.xml")]
    [InlineData("a.xls")]
    public void A_file_that_cannot_be_read_on_is_told_and_not_a_full_disk(string name)
    {
        var bytes = Bytes(name);

        foreach (var end in new[] { 600, bytes.Length / 4, bytes.Length / 2, bytes.Length - 1 })
        {
            using var source = new SourceStream(new BrokenStream(bytes, end), name);
            IsUnreadable(name, () => Copy(source, name));
        }

        using var whole = new SourceStream(new MemoryStream(bytes), name);
        if (name != "a.xls")
            Assert.True(Copy(whole, name) > Rows * 30);
    }

    [Fact]
    public void A_disk_that_refuses_the_copy_is_told_as_such()
    {
        using var source = new SourceStream(new MemoryStream(Bytes("a.csv.gz")), "a.csv.gz");
        var kind = TextCopies.KindOf(source, "a.csv.gz", JoinedMessages.None, HeaderRules.Guess)!;

        Assert.Throws<IOException>(
            () => kind.Copy(source, "a.csv.gz", new BrokenStream([], 0), CancellationToken.None));
    }

    private static long Copy(SourceStream source, string name)
    {
        using var target = new MemoryStream();
        var kind = TextCopies.KindOf(source, name, JoinedMessages.None, HeaderRules.Guess)!;
        kind.Copy(source, name, target, CancellationToken.None);
        return target.Length;
    }

    private static void IsUnreadable(string name, Func<object?> read)
    {
        var refused = Assert.Throws<CalibrationException>(read);

        Assert.Equal((ExitCode.Files, name), (refused.ExitCode, refused.Where));
        Assert.Equal("Het bestand is niet te lezen.", refused.What.Dutch);
        Assert.IsType<IOException>(refused.InnerException);
    }

    private byte[] Bytes(string name) => Path.GetExtension(name) switch
    {
        ".gz" => Packed(),
        ".xlsx" => Workbook(),
        ".xml" => Encoding.UTF8.GetBytes(MessageText.Declaration([.. Enumerable.Range(0, Rows).Select(
            i => Row with { Client = "kind-" + Numbers.Whole(i), Id = Numbers.Whole(i) })])),
        _ => [0xD0, 0xCF, 0x11, 0xE0, .. new byte[4 << 20]],
    };

    private static byte[] Packed()
    {
        var random = new Random(1729);
        using var packed = new MemoryStream();
        using (var text = new StreamWriter(new GZipStream(packed, CompressionLevel.Fastest)))
        {
            text.Write("client_id;product_code;start_date;end_date;volume;unit\n");
            for (var i = 0; i < Rows; i++)
                text.Write($"{Numbers.Whole(random.Next())};45C02;2021-01-01;2021-01-31;3,5;uur\n");
        }

        return packed.ToArray();
    }

    private byte[] Workbook()
    {
        IEnumerable<object?[]> rows = Enumerable.Range(0, Rows).Select(i => new object?[]
        {
            "k" + Numbers.Whole(i), "45C02", Row.Start, Row.End, 3.5 + i, "uur",
        });
        object?[] header = ["client_id", "product_code", "start_date", "end_date", "volume", "unit"];
        return File.ReadAllBytes(new TestWorkbook(new TestSheet("Blad1", [header, .. rows]))
            .Save(_folder["bron.xlsx"]));
    }

    /// <summary>Bytes that cannot be read from a place on, and nothing can be written to.</summary>
    private sealed class BrokenStream(byte[] bytes, int end) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer)
        {
            var room = new byte[buffer.Length];
            var read = Read(room, 0, room.Length);
            room.AsSpan(0, read).CopyTo(buffer);
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            Position + count <= end || Position == Length ? base.Read(buffer, offset, count)
            : Position < end ? base.Read(buffer, offset, (int)(end - Position))
            : throw new IOException("The device does not work.");

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("The device does not work.");
    }
}
