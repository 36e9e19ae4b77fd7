using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Tests.Intake;

public sealed class NettingTests : IDisposable
{
    private static readonly TestRow Line = TestRow.Good with { Provider = "p1", Id = "1" };

    private readonly Reading _reading = new();

    public void Dispose() => _reading.Dispose();

    [Fact]
    public void A_credit_by_reference_takes_away_the_line_that_it_names()
    {
        var ledger = Places(
            [Line, Line with { Id = "2", Volume = 6 }, Line with { Id = "3", Credits = "1", Volume = -4 }],
            [RowOutcome.Netted, RowOutcome.Used, RowOutcome.Netted]);

        Assert.Equal(LedgerRemarks.None, ledger.Remarks);
    }

    [Fact]
    public void A_line_is_credited_once() => Places(
        [Line, Line with { Id = "2", Credits = "1", Volume = -4 }, Line with { Id = "3", Credits = "1", Volume = -4 }],
        [RowOutcome.Netted, RowOutcome.Netted, RowOutcome.Rejected],
        RejectionReason.CreditWithoutDebit);

    [Theory]
    [InlineData("c2", "p1", "1")]
    [InlineData("c1", "p2", "1")]
    [InlineData("c1", "p1", "9")]
    public void A_reference_is_one_of_the_same_client_and_provider(string client, string provider, string credits) =>
        Places(
            [Line, Line with { Client = client, Provider = provider, Id = "2", Credits = credits, Volume = -4 }],
            [RowOutcome.Used, RowOutcome.Rejected],
            RejectionReason.CreditWithoutDebit);

    [Fact]
    public void A_credit_by_reference_of_less_than_the_line_takes_the_line_whole_and_is_remarked()
    {
        var ledger = Places(
            [Line, Line with { Id = "2", Credits = "1", Volume = -3 }], [RowOutcome.Netted, RowOutcome.Netted]);

        Assert.Equal(new LedgerRemarks(UnequalDuplicates: 0, UnequalCredits: 1), ledger.Remarks);
    }

    [Fact]
    public void A_credit_by_reference_of_more_than_the_line_takes_the_line_and_is_rejected() => Places(
        [Line, Line with { Id = "2", Credits = "1", Volume = -5 }],
        [RowOutcome.Netted, RowOutcome.Rejected],
        RejectionReason.NetVolumeNotPositive);

    [Theory]
    [InlineData("C", 4)]
    [InlineData("c ", -4)]
    [InlineData("Credit", 4)]
    [InlineData(null, -4)]
    [InlineData("D", -4)]
    [InlineData("debet", -4)]
    public void A_credit_without_reference_takes_away_one_line_that_says_the_same(string? mark, int volume) => Places(
        [
            Line with { Id = null },
            Line with { Id = null },
            Line with { Id = null, Mark = mark ?? string.Empty, Volume = volume },
        ],
        [RowOutcome.Netted, RowOutcome.Used, RowOutcome.Netted]);

    [Fact]
    public void A_mark_that_is_neither_debit_nor_credit_makes_the_volume_unusable() => Places(
        [Line with { Mark = "X" }, Line with { Id = "2", Mark = "D" }],
        [RowOutcome.Rejected, RowOutcome.Used],
        RejectionReason.BadVolume);

    public static TheoryData<string> Differences { get; } = ["provider", "product", "start", "end", "volume", "unit"];

    [Theory]
    [MemberData(nameof(Differences))]
    public void A_credit_without_reference_needs_the_same_client_provider_product_period_and_volume(string difference)
    {
        var credit = Line with { Id = null, Volume = -4 };
        var other = difference switch
        {
            "provider" => credit with { Provider = "p2" },
            "product" => credit with { Product = "54003" },
            "start" => credit with { Start = credit.Start!.Value.AddDays(1) },
            "end" => credit with { End = credit.End!.Value.AddDays(-1) },
            "volume" => credit with { Volume = -4.01m },
            _ => credit with { Unit = "minuut" },
        };

        Places(
            [Line with { Id = null }, other],
            [RowOutcome.Used, RowOutcome.Rejected],
            RejectionReason.CreditWithoutDebit);
    }

    [Fact]
    public void The_same_reference_number_twice_is_a_duplicate() => Places(
        [Line, Line, Line with { Provider = "p2" }, Line with { Client = "c2" }, Line with { Id = "2" }],
        [RowOutcome.Used, RowOutcome.Duplicate, RowOutcome.Used, RowOutcome.Used, RowOutcome.Used]);

    [Fact]
    public void Duplicates_that_differ_are_remarked_and_the_choice_does_not_depend_on_their_order()
    {
        TestRow[] rows = [Line with { Volume = 6 }, Line with { Volume = 5 }, Line with { Volume = 7 }];

        foreach (var order in new[] { rows, [.. rows.Reverse()], [rows[1], rows[0], rows[2]] })
        {
            using var declarations = _reading.Read(_reading.Write(order));
            Assert.Equal(5 * Ticks.PerUnit, (long)declarations.VolumeCarried);
            Assert.Equal(1, declarations.Ledger.Remarks.UnequalDuplicates);
        }
    }

    [Fact]
    public void Equal_rows_without_reference_numbers_are_all_used() => Places(
        [Line with { Id = null }, Line with { Id = null }, Line with { Id = string.Empty }],
        [RowOutcome.Used, RowOutcome.Used, RowOutcome.Used]);

    [Fact]
    public void A_credit_twice_is_a_duplicate_of_itself() => Places(
        [Line, Line with { Id = "2", Credits = "1", Volume = -4 }, Line with { Id = "2", Credits = "1", Volume = -4 }],
        [RowOutcome.Netted, RowOutcome.Netted, RowOutcome.Duplicate]);

    [Fact]
    public void Netting_works_across_files()
    {
        var paths = new[]
        {
            _reading.Write(Line with { Id = null }, Line),
            _reading.Write(Line),
            _reading.Write(Line with { Id = "2", Credits = "1", Volume = -4 }),
        };

        var ledger = _reading.LedgerOf(paths);

        Assert.Equal([(1, 1, 0), (0, 0, 1), (0, 1, 0)], ledger.Files.Select(file => Counts(file)));

        static (long, long, long) Counts(FileLedger file) =>
            (file.Used, file.At(RowOutcome.Netted).Rows, file.At(RowOutcome.Duplicate).Rows);
    }

    [Fact]
    public void Volumes_balance_in_the_units_of_the_file()
    {
        using var declarations = _reading.Read(_reading.Write(
            Line with { Unit = "minuut", Volume = 100.005m },
            Line with { Id = "2", Unit = "minuut", Volume = 7 },
            Line with { Id = "3", Credits = "2", Unit = "minuut", Volume = -7 },
            Line with { Id = "4", Unit = "stuks", Volume = 3 },
            Line with { Id = "5", Volume = 1.5m }));
        var ledger = declarations.Ledger;

        // In hours, with the half tick of 100.005 minutes rounded up.
        Assert.Equal(10_001 + 9_000, (long)declarations.VolumeCarried);
        Assert.Equal([new(CareUnit.Minuut, 600_030), new(CareUnit.Uur, 9000)], ledger.At(RowOutcome.Used).Volume);
        Assert.Empty(ledger.At(RowOutcome.Netted).Volume);
        Assert.Equal([new(null, 18_000)], ledger.At(RowOutcome.Rejected).Volume);
    }

    [Fact]
    public void A_credit_after_the_observed_period_is_excluded_as_its_line_is()
    {
        var late = Line with { Start = new DateOnly(2024, 1, 1), End = new DateOnly(2024, 1, 31) };

        Places([late, late with { Id = "2", Credits = "1", Volume = -4 }], [RowOutcome.Excluded, RowOutcome.Excluded]);
    }

    [Fact]
    public void A_credit_of_the_last_observed_day_takes_away_its_line()
    {
        var last = Line with { Start = Reading.Observed.Last, End = Reading.Observed.Last.AddDays(30) };

        Places([last, last with { Id = "2", Credits = "1", Volume = -4 }], [RowOutcome.Netted, RowOutcome.Netted]);
    }

    [Fact]
    public void A_credit_of_one_day_takes_away_its_line()
    {
        var day = Line with { End = Line.Start };

        Places([day, day with { Id = "2", Credits = "1", Volume = -4 }], [RowOutcome.Netted, RowOutcome.Netted]);
    }

    /// <summary>
    /// Whichever of equal rows is meant: the places as a multiset, and the reason of what is rejected.
    /// </summary>
    private Ledger Places(TestRow[] rows, RowOutcome[] places, params RejectionReason[] reasons)
    {
        var ledger = _reading.LedgerOf(_reading.Write(rows));
        Assert.True(ledger.Files[0].Balances);
        Assert.Equal(
            places.Order(),
            Enum.GetValues<RowOutcome>().SelectMany(place => Enumerable.Repeat(place, (int)ledger.At(place).Rows)));
        Assert.Equal(reasons, ledger.RejectedRows.Select(row => row.Reason));
        return ledger;
    }
}
