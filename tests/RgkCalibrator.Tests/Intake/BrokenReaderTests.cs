using RgkCalibrator.Engine;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Tests.Intake;

/// <summary>Readers with a fault in them: what they lose or change is noticed, and ends the run with code 3.</summary>
public sealed class BrokenReaderTests : IDisposable
{
    private readonly Session _session = Session.Open(SessionSettings.Default with { Threads = 1 });

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_reader_without_a_fault_is_believed()
    {
        using var declarations = Read(_ => { });

        Assert.Equal((3, 3), (declarations.Ledger.Rows, declarations.Ledger.Used));
    }

    [Fact]
    public void A_reader_that_skips_a_row_is_caught() => IsCaught(source => source.Handed = 2, "3", "2");

    [Fact]
    public void A_reader_that_reads_a_row_twice_is_caught() => IsCaught(source => source.Handed = 4, "3", "4");

    [Fact]
    public void A_reader_that_says_it_handed_over_what_it_dropped_is_caught() =>
        IsCaught(source => (source.Handed, source.Said) = (2, 3), "3", "2");

    [Fact]
    public void A_reader_that_loses_volume_on_the_way_is_caught() =>
        IsCaught(source => source.LostTicks = 1, "volume", "volume");

    private Declarations Read(Action<BrokenSource> fault)
    {
        var source = new BrokenSource { Readings = [], Names = [] };
        fault(source);
        return Declarations.Read(_session, [source], Reading.AllProducts, RunSettings.Default with { Threads = 1 });
    }

    private void IsCaught(Action<BrokenSource> fault, params string[] words)
    {
        var caught = Assert.Throws<CalibrationException>(() =>
        {
            using var declarations = Read(fault);
            return declarations.Ledger;
        });

        Assert.Equal((ExitCode.DoesNotAddUp, "kapot.csv"), (caught.ExitCode, caught.Where));
        Assert.All(words, word => Assert.Contains(word, caught.What.Dutch, StringComparison.Ordinal));
    }

    /// <summary>A file of three equal rows.</summary>
    private sealed record BrokenSource() : SourceFile(0, "kapot.csv", 3, new ColumnPlan([]), IsSynthetic: false)
    {
        internal int Handed { get; set; } = 3;

        internal int? Said { get; set; }

        internal long LostTicks { get; set; }

        internal override Wording Kind { get; } = Wording.Same("CSV");

        internal override IReadOnlyList<Wording> Evidence { get; } = [];

        internal override long Read(Session session, ReaderPool pool, RunSettings run)
        {
            var reader = pool.Lend();
            var buffer = reader.Buffer;
            for (var row = 0; row < Handed; row++)
            {
                buffer.Texts(CanonicalColumn.ClientId)[row] = TextHandle.Inline("c1"u8);
                buffer.Texts(CanonicalColumn.ProductCode)[row] = TextHandle.Inline("54002"u8);
                buffer.Texts(CanonicalColumn.Unit)[row] = TextHandle.Inline("uur"u8);
                buffer.Days(CanonicalColumn.StartDate)[row] = 18_000;
                buffer.Days(CanonicalColumn.EndDate)[row] = 18_010;
                (buffer.Ticks[row], buffer.Numbers[row]) = (600, row + 1);
            }

            reader.Read(ColumnsOf(buffer), Number);
            reader.Tallies.Of(Number).AllTicks += LostTicks;
            return Said ?? Handed;
        }

        private RowColumns ColumnsOf(RowBuffer buffer) => new()
        {
            Count = Handed,
            Number = buffer.Numbers[..Handed],
            Ticks = buffer.Ticks[..Handed],
            Client = buffer.Column(CanonicalColumn.ClientId, Handed),
            Product = buffer.Column(CanonicalColumn.ProductCode, Handed),
            Unit = buffer.Column(CanonicalColumn.Unit, Handed),
            Start = buffer.Column(CanonicalColumn.StartDate, Handed),
            End = buffer.Column(CanonicalColumn.EndDate, Handed),
        };
    }
}
