using System.Text;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Tests.Engine;

public sealed class EngineTests
{
    private static readonly ParquetColumn[] Columns =
    [
        new("id", LogicalType.Varchar),
        new("day", LogicalType.Date),
        new("amount", LogicalType.Decimal(18, 2)),
    ];

    private static readonly SinkColumn[] All =
    [
        new("id", LogicalType.Varchar),
        new("day", LogicalType.Date),
        new("amount", LogicalType.Decimal(18, 2)),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2048)]
    [InlineData(100_001)]
    public void Rows_that_are_written_come_back_whole(int rows)
    {
        using var folder = new TemporaryFolder();
        using var session = Session.Open(SessionSettings.Default);
        Write(session, folder["a.parquet"], rows);
        var seen = new List<(string, int, long)>();

        var count = RowSink.Read(
            session, All, From(folder["a.parquet"]), chunk => Collect(chunk, seen), CancellationToken.None);

        Assert.Equal(rows, count);
        Assert.Equal(Enumerable.Range(0, rows).Select(Row).Order(), seen.Order());
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, threads) in new[] { ("a", 1), ("b", 4) })
        {
            using var session = Session.Open(SessionSettings.Default with { Threads = threads });
            Write(session, folder[name], 300_000);
        }

        Assert.Equal(File.ReadAllBytes(folder["a"]), File.ReadAllBytes(folder["b"]));
    }

    [Fact]
    public void A_fault_of_the_receiver_stops_the_read_and_keeps_its_cause()
    {
        using var folder = new TemporaryFolder();
        using var session = Session.Open(SessionSettings.Default);
        Write(session, folder["a.parquet"], 10);

        var thrown = Assert.Throws<InvalidOperationException>(() => RowSink.Read(
            session,
            All,
            From(folder["a.parquet"]),
            _ => throw new NotSupportedException("by test"),
            CancellationToken.None));

        Assert.IsType<NotSupportedException>(thrown.InnerException);
    }

    [Fact]
    public void A_refusal_of_the_receiver_stays_a_refusal()
    {
        using var folder = new TemporaryFolder();
        using var session = Session.Open(SessionSettings.Default);
        Write(session, folder["a.parquet"], 10);
        var refusal = new CalibrationException(
            ExitCode.WrongUse, Wording.Same("what"), "where", Wording.Same("remedy"));

        var thrown = Assert.Throws<CalibrationException>(() => RowSink.Read(
            session, All, From(folder["a.parquet"]), _ => throw refusal, CancellationToken.None));

        Assert.Same(refusal, thrown);
    }

    [Fact]
    public void A_fault_of_the_filler_stops_the_write_and_keeps_its_cause()
    {
        using var folder = new TemporaryFolder();
        using var session = Session.Open(SessionSettings.Default);

        var thrown = Assert.Throws<InvalidOperationException>(() =>
            ParquetFile.Write(session, folder["a.parquet"], Columns, _ => throw new NotSupportedException("by test")));

        Assert.IsType<NotSupportedException>(thrown.InnerException);
    }

    [Fact]
    public void A_stop_ends_a_read_that_is_under_way()
    {
        using var folder = new TemporaryFolder();
        using var session = Session.Open(SessionSettings.Default);
        Write(session, folder["a.parquet"], 500_000);
        using var stop = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => RowSink.Read(
            session, All, From(folder["a.parquet"]), _ => stop.Cancel(), stop.Token));
    }

    [Fact]
    public void The_settings_are_locked_once_it_is_open()
    {
        using var session = Session.Open(SessionSettings.Default);

        Assert.Throws<EngineException>(() => session.Execute("SET threads = 1"));
        Assert.Throws<EngineException>(() => session.Execute("INSTALL httpfs"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("twelve bytes", true)]
    [InlineData("thirteen byte", false)]
    [InlineData("überlänge ", true)]
    public void A_text_of_at_most_twelve_bytes_lies_in_its_handle(string text, bool isInline)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);

        Assert.Equal(isInline, utf8.Length <= TextHandle.InlineLength);
        if (isInline)
            Assert.Equal(text, Encoding.UTF8.GetString(TextHandle.Inline(utf8).Bytes));
    }

    private static string From(string path) => $"read_parquet({Session.Literal(path)})";

    private static (string Id, int Day, long Amount) Row(int row) =>
        ((row % 3 == 0 ? "a long identifier " : "k") + Numbers.Whole(row), row % 20_000, row * 7L);

    private static void Write(Session session, string path, int rows)
    {
        var next = 0;
        ParquetFile.Write(session, path, Columns, chunk =>
        {
            var count = Math.Min(DataChunk.Capacity, rows - next);
            for (var i = 0; i < count; i++)
            {
                var (id, day, amount) = Row(next + i);
                chunk.SetText(0, i, Encoding.UTF8.GetBytes(id));
                chunk.Values<int>(1)[i] = day;
                chunk.Values<long>(2)[i] = amount;
            }

            next += count;
            return count;
        });
    }

    private static void Collect(DataChunk chunk, List<(string, int, long)> seen)
    {
        lock (seen)
        {
            for (var i = 0; i < chunk.Count; i++)
            {
                seen.Add(
                    (chunk.Column(0).Text(i), chunk.Column(1).Values<int>()[i], chunk.Column(2).Values<long>()[i]));
            }
        }
    }
}
