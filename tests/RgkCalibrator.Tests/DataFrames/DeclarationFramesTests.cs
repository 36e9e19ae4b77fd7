using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;
using RgkCalibrator.DataFrames;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Tests.DataFrames;

/// <summary>
/// Declarations that an analyst has in a frame become the trajectories that the same rows in a file become.
/// </summary>
public sealed class DeclarationFramesTests : IDisposable
{
    private const string Client = "kind in een frame ";
    private static readonly DateTime Spring = new(2019, 3, 1);
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        _folder.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    public void Rows_of_a_frame_become_the_trajectories_that_the_same_rows_in_a_file_become(string culture)
    {
        var (frame, csv) = ManyRows(5_000);
        File.WriteAllLines(_folder["in.csv"], csv);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        var expected = Calibration.ReadTrajectories([_folder["in.csv"]], SmallRegion.Settings, SmallRegion.OneThread);
        var found = frame.ToTrajectories(SmallRegion.Settings, SmallRegion.OneThread);

        Assert.Equal(FrameText.Of(expected.Trajectories.ToDataFrame()), FrameText.Of(found.Trajectories.ToDataFrame()));
        Assert.InRange(found.Trajectories.Count, 100, 5_000);
    }

    [Fact]
    public void Every_row_has_its_place_in_the_ledger()
    {
        var frame = Frame(rows: 4);
        frame["volume"][1] = null;
        frame["start_date"][2] = null;
        frame["unit"][3] = "emmer";

        var ledger = frame.ToTrajectories(SmallRegion.Settings, SmallRegion.OneThread).Ledger;

        Assert.Equal((4, 1), (ledger.Rows, ledger.Used));
        Assert.Equal("DataFrame", Assert.Single(ledger.Files).File);
        Assert.Equal(
            [RejectionReason.BadDate, RejectionReason.BadVolume, RejectionReason.UnknownUnit],
            ledger.RejectedRows.Select(row => row.Reason).Order());
    }

    [Fact]
    public void Strict_settings_refuse_a_rejected_row_of_a_frame()
    {
        var frame = Frame(rows: 2);
        frame["unit"][1] = "emmer";

        var trouble = Refusal(frame, SmallRegion.Settings with { Strict = true });

        Assert.Equal(ExitCode.Flawed, trouble.ExitCode);
        Assert.DoesNotContain("emmer", Words(trouble), StringComparison.Ordinal);
    }

    [Fact]
    public void No_rows_are_no_trajectories()
    {
        var report = Frame(rows: 0).ToTrajectories(SmallRegion.Settings, SmallRegion.OneThread);

        Assert.Equal((0, 0), (report.Trajectories.Count, report.Ledger.Rows));
        var frame = report.Trajectories.ToDataFrame();
        Assert.Equal((0, 19), (frame.Rows.Count, frame.Columns.Count));
    }

    [Theory]
    [InlineData("client_id")]
    [InlineData("start_date")]
    [InlineData("volume")]
    public void A_column_of_the_wrong_type_is_named_and_none_of_its_cells(string column)
    {
        var frame = Frame(rows: 2);
        frame.Columns[column] = column != "start_date"
            ? new BooleanDataFrameColumn(column, [true, false])
            : new DoubleDataFrameColumn(column, [987654.25, 987654.25]);

        var trouble = Refusal(frame);

        Assert.Equal(("DataFrame", ExitCode.WrongUse), (trouble.Where, trouble.ExitCode));
        Assert.Contains($" {column} ", trouble.What.Dutch, StringComparison.Ordinal);
        Assert.DoesNotContain("987654", Words(trouble), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_a_type_that_no_declaration_has_is_named()
    {
        var frame = Frame(rows: 1);
        frame.Columns.Add(new CharDataFrameColumn("letter", ['x']));

        var trouble = Refusal(frame);

        Assert.Contains(" letter ", trouble.What.Dutch, StringComparison.Ordinal);
        Assert.Contains("Char", trouble.What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        var frame = Frame(rows: 1);
        frame.Columns.Remove("unit");

        Assert.Contains("unit", Words(Refusal(frame)), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_may_have_other_names_and_a_mapping()
    {
        var frame = Frame(rows: 3);
        frame.Columns.RenameColumn("client_id", "bsn_pseudo");
        var settings = SmallRegion.Settings with
        {
            Mapping = MappingFile.Parse("columns:\n  client_id: bsn_pseudo\n", "mapping.yaml"),
        };

        Assert.Equal(3, frame.ToTrajectories(settings, SmallRegion.OneThread).Ledger.Used);
    }

    [Theory]
    [InlineData("float")]
    [InlineData("double")]
    [InlineData("decimal")]
    [InlineData("text")]
    public void A_volume_is_what_was_written_whatever_the_type_of_its_column(string type)
    {
        decimal[] volumes = [0.1m, 1.55m, 5000.1m];
        var frame = Frame(rows: 3);
        frame.Columns["volume"] = type switch
        {
            "float" => new SingleDataFrameColumn("volume", volumes.Select(volume => (float)volume)),
            "double" => new DoubleDataFrameColumn("volume", volumes.Select(volume => (double)volume)),
            "decimal" => new DecimalDataFrameColumn("volume", volumes),
            _ => new StringDataFrameColumn(
                "volume", volumes.Select(volume => volume.ToString(CultureInfo.InvariantCulture))),
        };

        var found = frame.ToTrajectories(SmallRegion.Settings, SmallRegion.OneThread).Trajectories.Rows();

        Assert.Equal([600L, 9300L, 30_000_600L], found.Select(row => row.VolumeTicks));
    }

    [Theory]
    [InlineData(DateTimeKind.Unspecified, "2019-03-31")]
    [InlineData(DateTimeKind.Local, "2019-03-31")]
    [InlineData(DateTimeKind.Utc, "2019-04-01")]
    public void Time_is_dropped_except_that_a_moment_in_utc_is_a_day_in_the_netherlands(DateTimeKind kind, string day)
    {
        var frame = Frame(rows: 1);
        frame.Columns["end_date"] = new DateTimeDataFrameColumn(
            "end_date", [new DateTime(2019, 3, 31, 22, 30, 0, kind)]);

        var found = frame.ToTrajectories(SmallRegion.Settings, SmallRegion.OneThread).Trajectories.Rows().Single();

        Assert.Equal(day, found.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Whole_numbers_of_any_size_are_codes()
    {
        DataFrameColumn[] columns =
        [
            new Int32DataFrameColumn("client_id", [7]), new Int64DataFrameColumn("client_id", [7]),
            new UInt32DataFrameColumn("client_id", [7]),
            new Int16DataFrameColumn("client_id", [7]), new UInt16DataFrameColumn("client_id", [7]),
            new ByteDataFrameColumn("client_id", [7]), new SByteDataFrameColumn("client_id", [7]),
        ];
        foreach (var column in columns)
        {
            var frame = Frame(rows: 1);
            frame.Columns["client_id"] = column;
            Assert.Equal(
                "7",
                frame.ToTrajectories(SmallRegion.Settings, SmallRegion.OneThread)
                    .Trajectories.Rows().Single().ClientId);
        }
    }

    [Fact]
    public void Nothing_of_a_frame_stays_behind_on_the_disk()
    {
        Frame(rows: 3).ToTrajectories(SmallRegion.Settings, SmallRegion.OneThread);
        _ = Refusal(
            Frame(rows: 3),
            SmallRegion.Settings with { Mapping = MappingFile.Parse("columns:\n  unit: eenheid\n", "mapping.yaml") });

        // Other runs have folders of that name too, while they last.
        Assert.DoesNotContain(Directory.GetDirectories(Path.GetTempPath(), "rgk-frame-*"), HoldsOurs);

        static bool HoldsOurs(string folder)
        {
            try
            {
                return Directory.GetFiles(folder).Any(
                    file => Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains(
                        Client, StringComparison.Ordinal));
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    private static DataFrame Frame(int rows) => new(
        new StringDataFrameColumn("client_id", Enumerable.Range(0, rows).Select(row => Client + Numbers.Whole(row))),
        new StringDataFrameColumn("product_code", Enumerable.Repeat("45C02", rows)),
        new DateTimeDataFrameColumn("start_date", Enumerable.Repeat(Spring, rows)),
        new DateTimeDataFrameColumn("end_date", Enumerable.Repeat(Spring.AddDays(30), rows)),
        new DoubleDataFrameColumn("volume", Enumerable.Repeat(4.5, rows)),
        new StringDataFrameColumn("unit", Enumerable.Repeat("uur", rows)));

    /// <summary>Rows with long and odd ids, gaps, nulls and several products, as a frame and as CSV.</summary>
    private static (DataFrame Frame, IEnumerable<string> Csv) ManyRows(int rows)
    {
        var random = new Random(1729);
        var all = Enumerable.Range(0, rows).Select(_ => (
            Client: $"één lange naam {Numbers.Whole(random.Next(rows / 10))}",
            Product: random.Next(3) switch { 0 => "45C02", 1 => "54001", _ => "onbekend" },
            Start: new DateTime(2018, 1, 1).AddDays(random.Next(2000)),
            Days: random.Next(40),
            Volume: random.Next(20) == 0 ? (double?)null : random.Next(-1, 4000) / 100.0,
            Birth: random.Next(5) == 0
                ? (DateTime?)null
                : new DateTime(2008, 6, 1).AddDays(random.Next(3000))))
            .ToList();
        var frame = new DataFrame(
            new StringDataFrameColumn("client_id", all.Select(row => row.Client)),
            new StringDataFrameColumn("product_code", all.Select(row => row.Product)),
            new DateTimeDataFrameColumn("start_date", all.Select(row => row.Start)),
            new DateTimeDataFrameColumn("end_date", all.Select(row => row.Start.AddDays(row.Days))),
            new DoubleDataFrameColumn("volume", all.Select(row => row.Volume)),
            new StringDataFrameColumn("unit", all.Select(_ => "uur")),
            new DateTimeDataFrameColumn("birth_date", all.Select(row => row.Birth)));
        return (frame, all.Select(row => string.Join(
            ';', row.Client, row.Product, Day(row.Start), Day(row.Start.AddDays(row.Days)), FrameText.Cell(row.Volume),
            "uur", Day(row.Birth)))
            .Prepend("client_id;product_code;start_date;end_date;volume;unit;birth_date").ToList());
    }

    private static string Day(DateTime? day) => FrameText.Cell(day);

    private static CalibrationException Refusal(DataFrame frame, CalibrationSettings? settings = null) =>
        Assert.Throws<CalibrationException>(
            () => frame.ToTrajectories(settings ?? SmallRegion.Settings, SmallRegion.OneThread));

    private static string Words(CalibrationException trouble) =>
        string.Join(
            '\n', trouble.What.Dutch, trouble.What.English, trouble.Where, trouble.Remedy.Dutch,
            trouble.Remedy.English);
}
