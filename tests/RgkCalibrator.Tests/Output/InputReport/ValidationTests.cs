using System.Globalization;
using System.Text.Json;
using System.Xml;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Synthetic;
using RgkCalibrator.Tests.Output.Packets;

namespace RgkCalibrator.Tests.Output.InputReport;

public sealed class ValidationTests : IDisposable
{
    private static readonly CalibrationSettings Settings = new(CatalogueFile.Haaglanden2025());

    private readonly DirtySet _set = new();

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData("", Language.Dutch)]
    [InlineData("tr-TR", Language.Dutch)]
    [InlineData("nl-NL", Language.English)]
    public void A_report_reads_the_same_under_every_culture(string culture, Language language)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Calibration.Validate(_set.All, _set["uit"], Settings with { Language = language }, RunSettings.Default);

        var name = language == Language.Dutch ? "nl" : "en";
        Golden.Verify($"validatie-{name}.html", Written("validatie.html"));
        Golden.Verify($"validatie-{name}.json", Written("validatie.json"));
    }

    [Fact]
    public void No_file_holds_the_text_of_a_cell()
    {
        Calibration.Validate(_set.All, _set["uit"], Settings, RunSettings.Default);

        foreach (var file in Directory.EnumerateFiles(_set["uit"], "*", SearchOption.AllDirectories))
        {
            Assert.All(
                DirtySet.Secrets,
                secret => Assert.DoesNotContain(secret, File.ReadAllText(file), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_page_is_well_formed_and_fetches_nothing()
    {
        Calibration.Validate(_set.All, _set["uit"], Settings, RunSettings.Default);

        var page = Written("validatie.html");
        using var reader = XmlReader.Create(
            new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        while (reader.Read())
        {
            Assert.NotEqual("script", reader.Name);
            Assert.Null(reader.GetAttribute("src") ?? reader.GetAttribute("href"));
        }

        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_does_not_hide_the_others()
    {
        var report = Calibration.Validate(_set.All, Settings, RunSettings.Default);

        // In the order of the paths.
        Assert.Equal(
            ["declaraties.csv", "f1.parquet", "open.csv", "vraag.csv", "zonder-eenheid.csv"],
            report.Files.Select(file => file.Name));
        Assert.Equal(
            [null, null, ExitCode.Files, ExitCode.WrongUse, ExitCode.WrongUse],
            report.Files.Select(file => file.Trouble?.ExitCode));
        Assert.Equal(ExitCode.Files, report.FirstTrouble?.ExitCode);
        Assert.All(report.Files, file => Assert.NotEqual(file.Reading is null, file.Trouble is null));
        Assert.Equal(["declaraties.csv", "f1.parquet"], report.Ledger.Files.Select(file => file.File));
        var alone = Calibration.Validate([_set.Csv, _set.Parquet], Settings, RunSettings.Default);
        Assert.Equal(alone.Ledger.RejectedRows, report.Ledger.RejectedRows);
        Assert.Equal([4, 2, 1, 1, 5], Enum.GetValues<RowOutcome>().Select(place => report.Ledger.At(place).Rows));
    }

    [Fact]
    public void Service_numbers_are_the_trouble_of_the_file_that_holds_them()
    {
        var numbers = _set.Text(
            "bsn.csv",
            "client_id;product_code;start_date;end_date;volume;unit\n" + string.Concat(
                Enumerable.Repeat("111222333;54002;13-03-2019;31-03-2019;4,5;uur\n", 200)));

        var report = Calibration.Validate([_set.Csv, numbers], Settings, RunSettings.Default);

        Assert.EndsWith(
            "client_id", Assert.Single(report.Files, file => file.Trouble is not null).Trouble!.Where,
            StringComparison.Ordinal);
        Assert.Equal("declaraties.csv", Assert.Single(report.Ledger.Files).File);
    }

    [Fact]
    public void What_is_no_trouble_of_a_file_stops_the_run()
    {
        // More than 65,535 providers together, and fewer in each file.
        string[] numbers = ["0", "1"];
        var files = numbers.Select(file => _set.Text(
            $"aanbieders-{file}.csv",
            string.Concat(Enumerable.Range(0, 40_000)
                .Select(row => $"k1;54002;13-03-2019;31-03-2019;4,5;uur;{file}-{Numbers.Whole(row)}\n")
                .Prepend("client_id;product_code;start_date;end_date;volume;unit;provider_id\n"))));

        var refused = Assert.Throws<CalibrationException>(
            () => Calibration.Validate([.. files], Settings, RunSettings.Default));

        Assert.Equal("provider_id", refused.Where);
    }

    [Fact]
    public void What_is_said_of_the_columns_is_what_the_file_has()
    {
        var reading = Calibration.Validate([_set.Csv], Settings, RunSettings.Default).Files[0].Reading!;

        Assert.Equal("CSV", reading.Kind.English);
        Assert.Contains("The header is on line 2.", reading.Evidence.Select(sentence => sentence.English));
        Assert.Equal(
            ["client_id", "product_code", "start_date", "end_date", "volume", "unit", "provider_id"],
            reading.Columns.Select(column => column.Name));
        Assert.Equal(["opmerking"], reading.Unused);
        Assert.Equal(14, reading.Columns.Count + reading.Absent.Count);
        Assert.Equal("number like 1.234,5", reading.Columns[4].Form.English);
    }

    [Fact]
    public void Rows_and_volumes_of_the_parts_add_up_to_the_file_and_the_files_to_the_total()
    {
        Calibration.Validate([Region(2000)], _set["uit"], Settings, RunSettings.Default);

        using var json = JsonDocument.Parse(Written("validatie.json"));
        var files = json.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(6, files.Count);
        foreach (var file in files)
        {
            Assert.Equal(Sums([file]), Sums(file.GetProperty("parts").EnumerateArray()));
            Assert.Equal(
                file.GetProperty("rows").GetInt64(),
                Sums([file]).Where(sum => sum.Key.EndsWith("rows", StringComparison.Ordinal)).Sum(sum => sum.Value));
            Assert.Equal(
                Sums([file])["rejected rows"],
                file.GetProperty("reasons").EnumerateArray().Sum(reason => reason.GetProperty("rows").GetInt64()));
        }

        Assert.Equal(Sums([json.RootElement.GetProperty("total")]), Sums(files));
    }

    [Fact]
    public void Threads_and_a_second_run_change_no_byte()
    {
        var region = Region(2000);
        var first = Files("een", 1);

        Assert.Equal(first, Files("een", 1));
        Assert.Equal(first, Files("twee", 2));

        SortedDictionary<string, string> Files(string name, int threads)
        {
            Calibration.Validate([region], _set[name], Settings, RunSettings.Default with { Threads = threads });
            return SmallRegion.Files(_set[name]);
        }
    }

    [Fact]
    public void Nothing_is_written_without_a_folder()
    {
        var before = Directory.GetFileSystemEntries(_set[""]).Order();

        Calibration.Validate([_set.Csv], Settings, RunSettings.Default);

        Assert.Equal(before, Directory.GetFileSystemEntries(_set[""]).Order());
    }

    private string Written(string file) => File.ReadAllText(Path.Combine(_set["uit"], "intern", file));

    private string Region(int children)
    {
        SyntheticRegion.Write(
            _set["regio"],
            new SyntheticSettings(children, 1729) { Dirt = DirtRates.Default, Format = RegionFormat.Mixed });
        return _set["regio"];
    }

    // Rows and volume by place; in ticks, so that sums are exact.
    private static SortedDictionary<string, long> Sums(IEnumerable<JsonElement> owners)
    {
        var sums = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var place in owners.SelectMany(owner => owner.GetProperty("places").EnumerateObject()))
        {
            Add(place.Name + " rows", place.Value.GetProperty("rows").GetInt64());
            foreach (var volume in place.Value.GetProperty("volume").EnumerateObject())
                Add(place.Name + " " + volume.Name, Ticks.FromUnits(volume.Value.GetDecimal()));
        }

        return new(sums.Where(sum => sum.Value != 0).ToDictionary(), StringComparer.Ordinal);

        void Add(string key, long amount) => sums[key] = sums.GetValueOrDefault(key) + amount;
    }
}
