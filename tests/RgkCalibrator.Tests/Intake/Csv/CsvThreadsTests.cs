using RgkCalibrator.Intake.Csv;

namespace RgkCalibrator.Tests.Intake.Csv;

public sealed class CsvThreadsTests
{
    private static readonly string Lines =
        "kop;b\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"{Numbers.Whole(i)};x\n"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void The_first_failure_of_a_receiver_stops_all_and_keeps_its_trace(int threads)
    {
        using var text = new CsvText(Lines);
        var calls = 0;

        var failure = Assert.Throws<NotSupportedException>(() => text.Open().Read(
            threads,
            _ =>
            {
                var call = Interlocked.Increment(ref calls);
                if (call == 10)
                    Fail();
                // Time for the others to hear of it.
                if (call > 10)
                    Thread.Sleep(5);
            },
            CsvText.Tiny,
            CancellationToken.None));

        Assert.Contains(nameof(Fail), failure.StackTrace!, StringComparison.Ordinal);
        // Of more than a thousand.
        Assert.InRange(calls, 10, 200);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_failure_of_the_reader_reaches_the_caller(int threads)
    {
        using var text = new CsvText(Lines + "x;\"open\n");

        var refused = Assert.Throws<CalibrationException>(
            () => text.Open().Read(threads, _ => { }, CsvText.Tiny, CancellationToken.None));

        Assert.Contains("row 2001 ", refused.What.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Asked_to_stop_it_stops(int threads)
    {
        using var text = new CsvText(Lines);
        using var stop = new CancellationTokenSource();
        var calls = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => text.Open().Read(
            threads,
            _ =>
            {
                var call = Interlocked.Increment(ref calls);
                if (call == 5)
                    stop.Cancel();
                // Whoever comes later waits to hear of it, so that no thread gets further than one call.
                if (call > 5)
                    stop.Token.WaitHandle.WaitOne();
            },
            CsvText.Tiny,
            stop.Token));

        Assert.InRange(calls, 5, 5 + threads);
        Assert.ThrowsAny<OperationCanceledException>(() => CsvCount.Records(text.Open(), stop.Token));
    }

    [Fact]
    public void Several_threads_are_at_work_at_once()
    {
        using var text = new CsvText(Lines);
        using var both = new Barrier(2);
        var calls = 0;

        text.Open().Read(
            2,
            _ =>
            {
                // Only two receivers that run at the same time get past this.
                if (Interlocked.Increment(ref calls) <= 2)
                    Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)));
            },
            CsvText.Tiny,
            CancellationToken.None);
    }

    [Fact]
    public void More_threads_than_blocks_do_no_harm()
    {
        using var text = new CsvText("kop;b\nx;y\n");

        Assert.Equal("1: x¦y", Assert.Single(text.Records(16)).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => text.Records(0));
    }

    [Fact]
    public void A_receiver_may_leave_records_where_they_are()
    {
        using var text = new CsvText(Lines);
        var blocks = 0;

        var handed = text.Open().Read(
            1,
            block =>
            {
                Assert.True(block.MoveNext());
                blocks++;
            },
            CsvText.Tiny,
            CancellationToken.None);

        Assert.InRange(handed, 2, 1999);
        Assert.Equal(blocks, handed);
    }

    [Fact]
    public void Records_cost_no_memory()
    {
        using var text = new CsvText(Lines);
        using var block = new CsvBlock(new CsvGrammar((byte)';', (byte)'\n', IsUtf8: true));
        var bytes = System.Text.Encoding.UTF8.GetBytes(Lines + "a\"b;\"c\"\"d\"\n");
        block.Memory.Ensure(bytes.Length);
        bytes.CopyTo(block.Memory.Bytes(0, bytes.Length));
        Walk();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(Walk() > 0);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200);

        int Walk()
        {
            var length = 0;
            block.Begin(bytes.Length, 0, hasQuotes: true);
            while (block.MoveNext())
                length += block.Field(0).Length + block.Field(1).Length;
            return length;
        }
    }

    private static void Fail() => throw new NotSupportedException("the receiver's own");
}
