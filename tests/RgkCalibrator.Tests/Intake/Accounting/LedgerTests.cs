using System.Globalization;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Tests.Intake.Accounting;

public sealed class LedgerTests
{
    private static readonly IntakeSettings OneProduct = Reading.AllProducts with
    {
        OnlyKnownProducts = true,
        Codes = new CodeBook(
        [
            new("54002", DateOnly.MaxValue, "54002", CareUnit.Uur),
            new("50B01", DateOnly.MaxValue, "54002", CareUnit.Uur),
            new("41C01", DateOnly.MaxValue, "41C01", CareUnit.Dagdeel),
        ]),
    };

    /// <summary>
    /// By reason: what spoils a row in that way alone. A later one leaves what an earlier one spoiled as it is.
    /// </summary>
    private static readonly (RejectionReason Reason, Func<TestRow, TestRow> Spoil)[] Faults =
    [
        (RejectionReason.MissingClient, row => row with { Client = null }),
        (RejectionReason.MissingProduct, row => row with { Product = string.Empty }),
        (RejectionReason.BadDate, row => row with { Start = null }),
        (RejectionReason.EndBeforeStart, row => row with { End = new DateOnly(2019, 2, 28) }),
        (RejectionReason.PeriodTooLong, row => row with { End = new DateOnly(2020, 3, 1) }),
        (RejectionReason.BadVolume, row => row with { Volume = null }),
        (RejectionReason.ZeroVolume, row => row with { Volume = 0 }),
        (RejectionReason.UnknownUnit, row => row with { Unit = "stuks" }),
        (RejectionReason.UnitNotConvertible, row => row with { Unit = "dagdeel" }),
        (RejectionReason.UnknownProduct, row => row with { Product = "45C99" }),
    ];

    [Fact]
    public void Every_reason_has_a_row_with_that_fault_alone()
    {
        // Of the others a file of CSV, and credits, have tests of their own.
        RejectionReason[] others =
            [RejectionReason.RaggedRow, RejectionReason.CreditWithoutDebit, RejectionReason.NetVolumeNotPositive];
        Assert.Equal(Enum.GetValues<RejectionReason>().Except(others), Faults.Select(fault => fault.Reason));

        Assert.All(Faults, fault => Assert.Equal(fault.Reason, ReasonOf(fault.Spoil(TestRow.Good))));
    }

    [Fact]
    public void A_row_with_several_faults_gets_the_first_of_the_list()
    {
        for (var first = 0; first < Faults.Length; first++)
        {
            for (var second = first + 1; second < Faults.Length; second++)
            {
                var row = Faults[first].Spoil(Faults[second].Spoil(TestRow.Good));

                // A product that is unknown has no unit to convert to.
                var expected = Faults[first].Reason == RejectionReason.UnitNotConvertible
                    ? Faults[second].Reason
                    : Faults[first].Reason;
                Assert.Equal(expected, ReasonOf(row));
            }
        }
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(null, "null")]
    public void A_text_that_is_empty_is_missing(string? text, string why)
    {
        Expect.Equal(RejectionReason.MissingClient, ReasonOf(TestRow.Good with { Client = text }), why);
        Expect.Equal(RejectionReason.MissingProduct, ReasonOf(TestRow.Good with { Product = text }), why);
        Expect.Equal(RejectionReason.UnknownUnit, ReasonOf(TestRow.Good with { Unit = text }), why);
        Assert.True(ReasonOf(TestRow.Good with { Provider = text }) is null, why);
    }

    [Theory]
    [InlineData(1900, 1, 1, false)]
    [InlineData(2200, 12, 31, false)]
    [InlineData(2201, 1, 1, true)]
    [InlineData(1899, 12, 31, true)]
    [InlineData(1, 1, 1, true)]
    [InlineData(9999, 12, 31, true)]
    public void A_day_outside_the_years_1900_to_2200_is_a_bad_date(int year, int month, int day, bool isBad)
    {
        var row = TestRow.Good with { Start = new DateOnly(year, month, day), End = new DateOnly(year, month, day) };

        Assert.Equal(isBad ? RejectionReason.BadDate : null, ReasonOf(row));
        Assert.Equal(
            isBad, ReasonOf(TestRow.Good with { Start = new DateOnly(year, month, day) }) == RejectionReason.BadDate);
        Assert.Equal(
            isBad, ReasonOf(TestRow.Good with { End = new DateOnly(year, month, day) }) == RejectionReason.BadDate);
    }

    [Theory]
    [InlineData(366, 366, false)]
    [InlineData(366, 367, true)]
    [InlineData(31, 31, false)]
    [InlineData(31, 32, true)]
    [InlineData(0, 5000, false)]
    public void A_period_may_have_as_many_days_as_the_setting_says(int limit, int days, bool isTooLong)
    {
        var row =
            TestRow.Good with { Start = new DateOnly(2010, 1, 1), End = new DateOnly(2010, 1, 1).AddDays(days - 1) };

        Assert.Equal(
            isTooLong ? RejectionReason.PeriodTooLong : null, ReasonOf(row, OneProduct with { MaxLineDays = limit }));
    }

    [Theory]
    [InlineData("1000000000", null)]
    [InlineData("1000000000.000001", RejectionReason.BadVolume)]
    [InlineData("0.000083", RejectionReason.ZeroVolume)]
    [InlineData("0.000084", null)]
    [InlineData("-0.000083", RejectionReason.ZeroVolume)]
    [InlineData("-0.000084", RejectionReason.CreditWithoutDebit)]
    public void A_volume_counts_from_half_a_tick_to_a_thousand_million_units(string volume, RejectionReason? reason) =>
        Assert.Equal(
            reason, ReasonOf(TestRow.Good with { Volume = decimal.Parse(volume, CultureInfo.InvariantCulture) }));

    [Fact]
    public void A_former_code_leads_to_the_present_product()
    {
        using var reading = new Reading();
        using var declarations = reading.Read(
            [reading.Write(TestRow.Good, TestRow.Good with { Product = "50B01", Unit = "minuut" })], OneProduct);

        Assert.Equal(
            new DeclaredProduct("54002", CareUnit.Uur, IsKnown: true),
            Assert.Single(declarations.Dictionaries.Kinds.Values.Select(kind => kind.Product).Distinct()));
    }

    [Fact]
    public void A_code_that_changed_hands_is_its_holders_by_the_day_a_line_starts()
    {
        var until = new DateOnly(2020, 12, 31);
        var settings = OneProduct with
        {
            Codes = new CodeBook(
            [
                new("50B01", until, "54002", CareUnit.Uur), new("50B01", DateOnly.MaxValue, "54003", CareUnit.Uur),
            ]),
        };
        TestRow Row(DateOnly start) => TestRow.Good with { Product = "50B01", Start = start, End = start.AddDays(9) };
        using var reading = new Reading();

        using var declarations = reading.Read([reading.Write(Row(until), Row(until.AddDays(1)))], settings);

        Assert.Equal(
            ["54002", "54003"], declarations.Dictionaries.Kinds.Values.Select(kind => kind.Product.Code).Order());
    }

    [Fact]
    public void Lines_that_start_after_the_observed_period_are_counted_apart_unless_they_have_a_fault()
    {
        using var reading = new Reading();
        var last = Reading.Observed.Last;
        var ledger = reading.LedgerOf(reading.Write(
            TestRow.Good with { Start = last, End = last.AddDays(1) },
            TestRow.Good with { Start = last.AddDays(1), End = last.AddDays(1) },
            TestRow.Good with { Start = last.AddDays(1), End = last.AddDays(1), Unit = "?" }));

        Assert.Equal((3, 1, 1), (ledger.Rows, ledger.Used, ledger.At(RowOutcome.Excluded).Rows));
        Assert.Equal(RejectionReason.UnknownUnit, Assert.Single(ledger.RejectedRows).Reason);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Rows_are_numbered_from_1_in_each_of_the_files_in_their_order(int threads)
    {
        using var reading = new Reading(threads);
        var random = new Random(1729);
        var files = Enumerable.Range(0, 3)
            .Select(_ => Enumerable.Range(0, 20_000).Select(_ => Spoiled(random)).ToList()).ToList();
        var paths = files.Select(rows => reading.WriteForThreads([.. rows.Select(row => row.Row)])).ToList();

        using var declarations = reading.Read(paths, OneProduct);

        var ledger = declarations.Ledger;
        var expected = files.SelectMany((rows, file) => rows.Select((row, i) => (file, i + 1L, row.Reason)))
            .Where(row => row.Reason is not null);
        Assert.Equal(expected, ledger.RejectedRows.Select(row => (row.File, row.Row, (RejectionReason?)row.Reason)));
        Assert.Equal(paths.Select(Path.GetFileName), ledger.Files.Select(file => file.File));
        Assert.All(ledger.Files, file => Assert.True(file.Balances));
        Assert.Equal(60_000, ledger.Used + ledger.At(RowOutcome.Excluded).Rows + ledger.RejectedRows.Count);
        Assert.Equal(
            files.Select(rows => rows.LongCount(row => row.Reason is null)), ledger.Files.Select(file => file.Used));
        Assert.All(ledger.Files.Zip(files), pair => Assert.Equal(
            pair.Second.Where(row => row.Reason is not null).CountBy(row => row.Reason!.Value)
                .OrderBy(count => count.Key).Select(count => (count.Key, (long)count.Value)),
            pair.First.Rejected.Select(count => (count.Key, count.Value))));
    }

    [Fact]
    public void A_ledger_balances_only_when_every_row_and_every_tick_has_a_place_and_every_rejected_row_a_reason()
    {
        var reasons = new Dictionary<RejectionReason, long> { [RejectionReason.BadDate] = 2 };
        var places = new Dictionary<RowOutcome, Amount>
        {
            [RowOutcome.Used] = new(5, [new(CareUnit.Uur, 600)]),
            [RowOutcome.Excluded] = new(3, []),
            [RowOutcome.Rejected] = new(2, [new(CareUnit.Uur, 60), new(null, 7)]),
        };

        Assert.True(new FileLedger("a", 10, 667, places, reasons).Balances);
        Assert.False(new FileLedger("a", 11, 667, places, reasons).Balances);
        Assert.False(new FileLedger("a", 9, 667, places, reasons).Balances);
        Assert.False(new FileLedger("a", 10, 668, places, reasons).Balances);
        Assert.False(new FileLedger("a", 10, 667, places, new Dictionary<RejectionReason, long>()).Balances);
    }

    [Fact]
    public void The_volume_that_is_carried_is_the_sum_of_the_lines_in_ticks()
    {
        using var reading = new Reading();
        using var declarations = reading.Read(reading.Write(
            TestRow.Good,
            TestRow.Good with { Volume = 90, Unit = "01" },
            TestRow.Good with { Volume = -4 },
            TestRow.Good with { Volume = 0.01m },
            TestRow.Good with { Volume = 5 }));

        Assert.Equal((5 * Ticks.PerUnit) + 9000 + 60, (long)declarations.VolumeCarried);
    }

    [Fact]
    public void A_file_without_rows_has_an_empty_ledger()
    {
        using var reading = new Reading();

        var file = Assert.Single(reading.LedgerOf(reading.Write()).Files);

        Assert.Equal((0, 0, 0, 0), (file.Rows, file.Used, file.At(RowOutcome.Excluded).Rows, file.Rejected.Count));
    }

    private static (TestRow Row, RejectionReason? Reason) Spoiled(Random random)
    {
        var fault = random.Next(40);
        return fault < Faults.Length ? (Faults[fault].Spoil(TestRow.Good), Faults[fault].Reason) : (TestRow.Good, null);
    }

    private static RejectionReason? ReasonOf(TestRow row, IntakeSettings? settings = null)
    {
        using var reading = new Reading();
        using var declarations = reading.Read([reading.Write(row)], settings ?? OneProduct);
        Assert.Equal(1, declarations.Ledger.Rows);
        return declarations.Ledger.RejectedRows is [var rejected] ? rejected.Reason : null;
    }
}
