using System.Globalization;
using System.Security.Cryptography;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests.Synthetic;

public sealed class DirtTests : IDisposable
{
    private static readonly SyntheticSettings Dirty = new(1_500, 7) { Dirt = DirtRates.Default };

    private static readonly string[] Columns =
        ["client_id", "product_code", "provider_id", "birth_date", "start_date", "end_date", "assignment_id",
            "municipality", "location"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Two blocks of children, so that threads could put them in another order.
    [Fact]
    public void The_same_dirt_gives_the_same_bytes()
    {
        var settings = Dirty with { Children = 4_500, Format = RegionFormat.Mixed };
        var first = SyntheticRegion.Write(_folder["a"], settings);
        SyntheticRegion.Write(_folder["b"], settings);

        Assert.Contains(RegionFiles.TruthRowsPath, first.Names);
        Assert.All(first.Names, name => Assert.Equal(
            File.ReadAllBytes(Path.Combine(_folder["a"], name)), File.ReadAllBytes(Path.Combine(_folder["b"], name))));
    }

    // Made with this program on Linux; it changes only when the model, the generator or the dirt does.
    [Fact]
    public void Every_machine_writes_this_dirt()
    {
        SyntheticRegion.Write(
            _folder["a"], new SyntheticSettings(500, 2025) { Format = RegionFormat.Mixed, Dirt = DirtRates.Default });
        var bytes = Directory.EnumerateFiles(_folder["a"], "*-*.csv", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes).ToArray();

        Assert.Equal("dbd909579eb89b4f", Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]);
    }

    [Theory]
    [InlineData(RegionFormat.Parquet)]
    [InlineData(RegionFormat.Csv)]
    [InlineData(RegionFormat.Mixed)]
    public void Every_row_ends_where_the_truth_says(RegionFormat format)
    {
        var written = SyntheticRegion.Write(_folder["a"], Dirty with { Format = format });
        var truth = Truth(_folder["a"]);
        var rows = FileRow.All(_folder["a"]);

        Assert.Equal(written.Lines, rows.Count);
        Assert.All(
            RowLedger.Judge(rows),
            row => Assert.Equal(truth.GetValueOrDefault(row.Key)?.Place ?? RowPlace.Used, row.Value));
        Assert.All(truth.Keys, key => Assert.InRange(key.Row, 1, rows.Count(row => row.File == key.File)));
    }

    [Theory]
    [InlineData(RegionFormat.Parquet)]
    [InlineData(RegionFormat.Mixed)]
    public void What_is_used_is_the_region_without_dirt(RegionFormat format)
    {
        SyntheticRegion.Write(_folder["a"], Dirty with { Format = format });
        var truth = Truth(_folder["a"]);
        var used = FileRow.All(_folder["a"])
            .Where(row => truth.GetValueOrDefault((row.File, row.Row)) is not { } fact || fact.Place == RowPlace.Used);
        var clean = SyntheticRegion.Lines(Dirty).Select(CareOf).ToList();

        Assert.Equal(clean.Count, clean.Select(line => line.Key).Distinct().Count());
        Assert.Equal(Sums(clean), Sums(used.Select(CareOf)));
    }

    // Of the kinds that do not need netting: rejected, excluded, in two, in minutes.
    [Fact]
    public void The_draft_is_that_of_the_region_without_dirt()
    {
        var clean = new SyntheticSettings(3_000, 7);
        var mild = DirtRates.Default.With(
            (DirtKind.CreditWithReference, 0),
            (DirtKind.CreditWithoutReference, 0),
            (DirtKind.CreditWithoutDebit, 0),
            (DirtKind.Duplicate, 0),
            (DirtKind.Overlap, 4_000),
            (DirtKind.Minutes, 2_000));
        SyntheticRegion.Write(_folder["a"], clean);
        SyntheticRegion.Write(_folder["b"], clean with { Dirt = mild });

        Calibration.Derive(Inputs("a"), _folder["x"], SmallRegion.Settings, SmallRegion.OneThread);
        var report = Calibration.Derive(Inputs("b"), _folder["y"], SmallRegion.Settings, SmallRegion.OneThread);

        Assert.Equal(SmallRegion.Files(_folder["x/extern"]), SmallRegion.Files(_folder["y/extern"]));
        Assert.Equal(
            Truth(_folder["b"]).Values.Select(fact => fact.Place.Reason).Where(reason => reason.Length > 0)
                .Order(StringComparer.Ordinal),
            report.Ledger.RejectedRows.Select(row => row.Reason.Name()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_kind_comes_about_as_often_as_its_rate_says()
    {
        var settings = new SyntheticSettings(20_000, 11);
        var tables = new RegionTables(RegionModel.Load());
        var clean = Lines(RegionRows.Draw(settings, tables, CancellationToken.None)).ToList();
        var dirty = Lines(RegionRows.Draw(settings with { Dirt = DirtRates.Default }, tables, CancellationToken.None))
            .CountBy(row => row.Mark.Kind).ToDictionary();

        foreach (var (kind, rate) in DirtRates.Default.ByKind)
        {
            var expected = clean.Count(row => CanHave(row.Line, kind)) * rate / 10_000.0;
            var rowsEach = kind is DirtKind.CreditWithReference or DirtKind.CreditWithoutReference or DirtKind.Overlap
                ? 2
                : 1;
            Assert.InRange(
                dirty[kind] / (double)rowsEach,
                expected - (5 * Math.Sqrt(expected)),
                expected + (5 * Math.Sqrt(expected)));
        }

        Assert.InRange(DirtRates.Default.ByKind.Sum(rate => rate.Rate), 300, 500);
    }

    [Fact]
    public void A_small_region_has_every_kind()
    {
        SyntheticRegion.Write(_folder["a"], Dirty with { Format = RegionFormat.Mixed });

        Assert.Equal(
            DirtFate.All.Select(fate => fate.Name).Order(StringComparer.Ordinal),
            Truth(_folder["a"]).Values.Select(fact => fact.Kind).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_fault_has_several_faces()
    {
        SyntheticRegion.Write(_folder["a"], Dirty with { Children = 4_000, Format = RegionFormat.Csv });
        var rows = FileRow.All(_folder["a"]);

        Assert.Contains(rows, row => row["start_date"].Length == 0);
        Assert.Contains(rows, row => row["start_date"].EndsWith("-02-31", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Start?.Year is > 2900 and < 2930);
        Assert.Contains(rows, row => row.Start?.Year is > 10 and < 30);
        Assert.Contains(rows, row => row["volume"].Length == 0);
        Assert.Contains(rows, row => row["volume"] == "één");
        Assert.Contains(rows, row => row.Volume < 0 && row["debit_credit"].Length == 0);
        Assert.Contains(rows, row => row.Volume > 0 && row["debit_credit"] == "C");
        Assert.Contains(rows, row => row.IsCredit && row["credits_line_id"].Length > 0);
    }

    [Fact]
    public void Rows_say_whether_they_are_debits_or_credits_from_2021_on()
    {
        SyntheticRegion.Write(_folder["a"], Dirty with { Format = RegionFormat.Csv });

        Assert.All(
            FileRow.All(_folder["a"]),
            row => Assert.Equal(YearOf(row.File) >= 2021, row["debit_credit"].Length > 0));

        static int YearOf(string file) => int.Parse(
            Path.GetFileNameWithoutExtension(file)[^4..], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_row_may_come_again_in_the_next_year()
    {
        SyntheticRegion.Write(_folder["a"], Dirty with { Format = RegionFormat.Csv });
        var again = Truth(_folder["a"]).Where(fact => fact.Value.Kind == "duplicate").Select(fact => fact.Key)
            .ToHashSet();
        var years = FileRow.All(_folder["a"]).Where(row => again.Contains((row.File, row.Row)))
            .CountBy(row => row.File.Contains(row["start_date"][..4], StringComparison.Ordinal)).ToDictionary();

        Assert.True(years[true] > years[false] && years[false] > 20);
    }

    // A provider's numbers are its own: only with client and provider are they unique.
    [Fact]
    public void Line_numbers_come_back_with_other_providers()
    {
        SyntheticRegion.Write(
            _folder["a"],
            Dirty with { Format = RegionFormat.Csv, Dirt = DirtRates.Default.With((DirtKind.Duplicate, 0)) });
        var rows = FileRow.All(_folder["a"]).Where(row => row["client_id"].Length > 0).ToList();

        Assert.Equal(
            rows.Count, rows.Select(row => (row["client_id"], row["provider_id"], row["line_id"])).Distinct().Count());
        Assert.NotEqual(rows.Count, rows.Select(row => (row["client_id"], row["line_id"])).Distinct().Count());
    }

    [Fact]
    public void The_notice_and_the_manifest_tell_of_the_dirt()
    {
        SyntheticRegion.Write(_folder["a"], Dirty with { Children = 10, Format = RegionFormat.Csv });
        var manifest = File.ReadAllText(Path.Combine(_folder["a"], "manifest.json"));

        Assert.Contains(
            "truth-rows.csv",
            File.ReadAllText(Path.Combine(_folder["a"], RegionFiles.NoticeName)),
            StringComparison.Ordinal);
        Assert.Contains("\"format\": \"csv\"", manifest, StringComparison.Ordinal);
        Assert.Contains("\"credit-with-reference\": 60", manifest, StringComparison.Ordinal);
        Assert.Equal(["origin", "children", "seed"], SyntheticSettings.Default.Describe().Select(choice => choice.Key));
    }

    [Fact]
    public void Rates_of_nothing_leave_all_rows_clean()
    {
        var none = new SyntheticSettings(300, 7)
        {
            Dirt = DirtRates.Default.With(DirtFate.All.Select(fate => (fate.Kind, 0))),
        };

        Assert.Equal(SyntheticRegion.Lines(none).Count(), SyntheticRegion.Write(_folder["a"], none).Lines);
        Assert.Empty(Truth(_folder["a"]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10_000)]
    [InlineData(int.MaxValue)]
    public void Rates_that_cannot_be_are_refused(int rate)
    {
        var settings = Dirty with { Dirt = DirtRates.Default.With((DirtKind.Overlap, rate)) };

        Assert.Equal(
            ExitCode.WrongUse,
            Assert.Throws<CalibrationException>(() => SyntheticRegion.Write(_folder["a"], settings)).ExitCode);
    }

    private List<string> Inputs(string folder) =>
        [.. Directory.EnumerateFiles(_folder[folder], "*.parquet").Order(StringComparer.Ordinal)];

    private static bool CanHave(CareLine line, DirtKind kind) => kind switch
    {
        DirtKind.Overlap => line.Hundredths >= 2 * (line.End - line.Start + 1),
        DirtKind.Minutes => line.Unit == CareUnit.Uur,
        DirtKind.AfterObserved => DayNumber.ToDate(line.Start).Year == 2023,
        _ => true,
    };

    private static IEnumerable<RegionRow> Lines(RegionRows rows) =>
        Enumerable.Range(0, rows.Years).SelectMany(rows.OfYear).SelectMany(block => block);

    private static Dictionary<(string File, int Row), Fact> Truth(string folder) =>
        File.ReadLines(Path.Combine(folder, RegionFiles.TruthRowsPath))
        .Skip(1).Select(line => line.Split(','))
        .ToDictionary(
            cells => (cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture)),
            cells => new Fact(cells[2], new RowPlace(cells[3], cells[4])));

    // Ticks a day as well: a line in two must also lie over its days as the line did.
    private static SortedDictionary<string, (long Ticks, long PerDay)> Sums(IEnumerable<Care> lines) => new(
        lines.GroupBy(line => line.Key).ToDictionary(
            same => same.Key, same => (same.Sum(line => line.Ticks), same.Sum(line => line.Ticks / line.Days))),
        StringComparer.Ordinal);

    private static Care CareOf(SyntheticLine line) => new(
        string.Join(
            '|',
            line.ClientId,
            line.ProductCode,
            line.ProviderId,
            Iso(line.BirthDate),
            Iso(line.StartDate),
            Iso(line.EndDate),
            line.AssignmentId)
            + $"|{line.Municipality}|{line.Location}",
        InTicks(line.Volume, line.Unit),
        line.EndDate.DayNumber - line.StartDate.DayNumber + 1);

    private static Care CareOf(FileRow row) => new(
        string.Join('|', Columns.Select(column => row[column])),
        InTicks(row.Volume!.Value, CareUnits.Read(row["unit"])!.Value),
        row.End!.Value.DayNumber - row.Start!.Value.DayNumber + 1);

    private static long InTicks(decimal volume, CareUnit unit) =>
        unit == CareUnit.Minuut ? Ticks.FromUnits(volume / 60) : Ticks.FromUnits(volume);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Fact(string Kind, RowPlace Place);

    private sealed record Care(string Key, long Ticks, int Days);
}
