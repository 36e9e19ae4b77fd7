using FsCheck;
using FsCheck.Fluent;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake.Corpus;

namespace RgkCalibrator.Tests.Intake.Laws;

/// <summary>
/// Laws over files of random dirt: Parquet, four dialects of CSV and gzip mixed, read by one, two or four threads.
/// </summary>
public sealed class LedgerLawTests : IDisposable
{
    private const int Cases = 250;

    private static readonly IntakeSettings Settings = Reading.AllProducts with
    {
        OnlyKnownProducts = true,
        Codes = new CodeBook(
        [
            new("45C02", DateOnly.MaxValue, "45C02", CareUnit.Uur, ConvertsDagdelen: true),
            new("45A02", new DateOnly(2020, 12, 31), "45C02", CareUnit.Uur, ConvertsDagdelen: true),
            new("45A02", DateOnly.MaxValue, "45B07", CareUnit.Uur),
            new("41C01", DateOnly.MaxValue, "41C01", CareUnit.Dagdeel),
        ]),
    };

    private readonly Reading _reading = new();

    public void Dispose() => _reading.Dispose();

    [Fact]
    public void Rows_and_volume_of_every_file_balance() => Holds(files =>
    {
        using var declarations = Read(files);

        Assert.All(declarations.Ledger.Files, file => Assert.True(file.Balances));
        Assert.Equal(
            files.Files.Select(file => (long)file.Rows.Count), declarations.Ledger.Files.Select(file => file.Rows));
        Assert.Equal(
            files.Files.Select(
                file => file.Rows.Select((row, place) => (Int128)(new NaiveRow(row, 0, place).Ticks ?? 0))
                    .Aggregate((Int128)0, (sum, ticks) => sum + ticks)),
            declarations.Ledger.Files.Select(file => file.Ticks));
    });

    [Fact]
    public void Every_row_ends_where_the_naive_rules_put_it() => Holds(files =>
    {
        var naive = new NaiveIntake(files);

        using var declarations = Read(files);

        var ledger = declarations.Ledger;
        Assert.Equal(Used(naive), CorpusFolder.LinesOf(declarations).Select(line => line.ToString()));
        Assert.Equal(Rejected(naive), ledger.RejectedRows.Select(row => (row.File, row.Row, row.Reason)));
        Assert.Equal(
            naive.Rows.GroupBy(row => (row.File, row.Place!.Value)).OrderBy(group => group.Key)
                .Select(group => Summary(group.Key.File, group.Key.Value, group)),
            ledger.Files.SelectMany((file, number) => Enum.GetValues<RowOutcome>()
                .Where(place => file.At(place).Rows > 0)
                .Select(place => Summary(number, place, file.At(place)))));
        Assert.Equal(
            (naive.UnequalDuplicates, naive.UnequalCredits),
            (ledger.Remarks.UnequalDuplicates, ledger.Remarks.UnequalCredits));
        Assert.Equal(
            naive.Rows.Where(row => row.Place == RowOutcome.Used).Sum(row => row.Carried!.Value),
            (long)declarations.VolumeCarried);
    });

    [Fact]
    public void The_order_of_rows_and_files_changes_nothing_but_their_numbers() => Holds(files =>
    {
        using var first = Read(files);
        using var second = Read(DirtyRows.Shuffled(files));

        Assert.Equal(
            CorpusFolder.LinesOf(first).Select(line => line.ToString()),
            CorpusFolder.LinesOf(second).Select(line => line.ToString()));
        Assert.All(Enum.GetValues<RowOutcome>(), place =>
            Assert.Equal(Summary(0, place, first.Ledger.At(place)), Summary(0, place, second.Ledger.At(place))));
        Assert.Equal(
            first.Ledger.RejectedRows.Select(row => row.Reason).Order(),
            second.Ledger.RejectedRows.Select(row => row.Reason).Order());
        Assert.Equal(first.Ledger.Remarks, second.Ledger.Remarks);
        Assert.Equal(first.VolumeCarried, second.VolumeCarried);
    });

    [Fact]
    public void Reading_in_several_passes_changes_no_place_of_a_row() => Holds(files =>
    {
        var paths = DirtyRows.Write(_reading, files);
        var run = RunSettings.Default with { Threads = files.Threads };
        using var whole = _reading.Read(paths, Settings, run);
        // A block of lines with what is kept beside them, for each thread of ours and of the engine.
        const LineExtras All = LineExtras.CareDates | LineExtras.Ids | LineExtras.Notes;
        var memory = (files.Threads + 2) * LineBlock.Capacity * MemoryNeed.BytesWithTrajectory(All);
        using var parts = _reading.Read(paths, Settings, run with { MaxMemory = memory });

        var ledger = parts.ReadToEnd();

        Assert.Equal(whole.Ledger.RejectedRows, ledger.RejectedRows);
        Assert.Equal(
            whole.Ledger.Files.Select(file => (file.File, file.Rows, file.Ticks)),
            ledger.Files.Select(file => (file.File, file.Rows, file.Ticks)));
        Assert.All(Enum.GetValues<RowOutcome>(), place =>
            Assert.Equal(Summary(0, place, whole.Ledger.At(place)), Summary(0, place, ledger.At(place))));
        Assert.Equal(whole.Ledger.Remarks, ledger.Remarks);
        Assert.Equal(whole.VolumeCarried, parts.VolumeCarried);
    });

    [Fact]
    public void The_random_files_meet_what_they_are_meant_to_meet()
    {
        var naive = new List<NaiveIntake>();
        Holds(files => naive.Add(new NaiveIntake(files)));
        var rows = naive.SelectMany(one => one.Rows).ToList();

        Assert.All(Enum.GetValues<RowOutcome>(), place =>
            Assert.True(rows.Count(row => row.Place == place) > 50, place.NameInFiles()));
        Assert.All(
            Enum.GetValues<RejectionReason>().Except([RejectionReason.RaggedRow]),
            reason => Assert.True(rows.Count(row => row.Reason == reason) > 10, reason.Name()));
        Assert.True(Math.Min(naive.Sum(one => one.UnequalDuplicates), naive.Sum(one => one.UnequalCredits)) > 10);
        Assert.True(rows.Count(row => row is { Place: RowOutcome.Netted, Ticks: < 0, Cells.Credits: null }) > 10);
        Assert.True(rows.Count(row => row is { Place: RowOutcome.Netted, Ticks: < 0, Cells.Credits: not null }) > 10);
    }

    private static void Holds(Action<DirtyFiles> law) =>
        Prop.ForAll(Arb.From(DirtyRows.Files), law)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(1729, 1729));

    private static IEnumerable<string> Used(NaiveIntake naive) =>
        naive.Rows.Where(row => row.Place == RowOutcome.Used)
            .Select(row => row.ToString()).Order(StringComparer.Ordinal);

    private static IEnumerable<(int File, long Row, RejectionReason Reason)> Rejected(NaiveIntake naive) =>
        naive.Rows.Where(row => row.Reason is not null).Select(row => (row.File, row.Row, row.Reason!.Value)).Order();

    private static string Summary(int file, RowOutcome place, IEnumerable<NaiveRow> rows)
    {
        var all = rows.ToList();
        var volume = all.GroupBy(row => row.Unit)
            .Select(group => new UnitVolume(group.Key, group.Sum(row => row.Ticks ?? 0)));
        return Summary(file, place, Amount.Sum([new Amount(all.Count, [.. volume])]));
    }

    private static string Summary(int file, RowOutcome place, Amount amount) =>
        $"{Numbers.Whole(file)} {place.NameInFiles()} {Numbers.Whole(amount.Rows)} "
            + string.Join(' ', amount.Volume.Select(part => $"{part.Unit?.Name()}={Numbers.Whole((long)part.Ticks)}"));

    private Declarations Read(DirtyFiles files) =>
        _reading.Read(DirtyRows.Write(_reading, files), Settings, RunSettings.Default with { Threads = files.Threads });
}
