using System.Globalization;
using System.Text;
using RgkCalibrator.Synthetic;
using RgkCalibrator.Tests.Cli;

namespace RgkCalibrator.Tests.Synthetic;

public sealed class RegionFormatTests : IDisposable
{
    private static readonly SyntheticSettings Small = new(400, 5);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(RegionFormat.Csv)]
    [InlineData(RegionFormat.Mixed)]
    public void The_files_hold_the_lines_of_each_year_in_order(RegionFormat format)
    {
        var written = SyntheticRegion.Write(_folder["a"], Small with { Format = format });
        var lines = SyntheticRegion.Lines(Small).GroupBy(line => line.StartDate.Year).OrderBy(year => year.Key)
            .SelectMany(year => year);
        var cells = FileRow.All(_folder["a"])
            .Select(row => row.Cells.Where(cell => cell.Key != "rgk_origin").Select(cell => cell.Value));

        Assert.Equal(lines.Select(Text), cells.Select(row => string.Join('|', row)));
        Assert.DoesNotContain(RegionFiles.TruthRowsPath, written.Names);
    }

    [Fact]
    public void Each_row_of_CSV_says_that_it_is_made_up()
    {
        SyntheticRegion.Write(_folder["a"], Small with { Format = RegionFormat.Csv });

        Assert.All(FileRow.All(_folder["a"]), row => Assert.Equal("synthetic", row["rgk_origin"]));
    }

    [Theory]
    [InlineData(2018, "SYN0\\d+;\\w+;\\d+;\\d\\d-\\d\\d-\\d{4};\\d\\d-\\d\\d-2018;"
        + "\\d\\d-\\d\\d-\\d{4};\\d+,\\d\\d;\\d\\d;T[^\\n]*\\r\\n")]
    [InlineData(2020, "\"SYN0\\d+\";\"\\w+\";\"\\d+\";\\d\\d-\\d\\d-\\d{4};"
        + "\\d\\d-\\d\\d-2020;\\d\\d-\\d\\d-\\d{4};\\d+,\\d\\d;\"\\d\\d\";\"T[^\\n]*\\r\\n")]
    [InlineData(2022, "SYN0\\d+\\t\\w+\\t\\d+\\t\\d{4}-\\d\\d-\\d\\d\\t2022-\\d\\d-\\d\\d\\t"
        + "\\d{4}-\\d\\d-\\d\\d\\t\\d+\\.\\d\\d\\t\\d\\d\\tT[^\\r\\n]*\\n")]
    [InlineData(2023, "SYN0\\d+,\\w+,\\d+,\\d{8},2023\\d{4},\\d{8},\\d+\\.\\d\\d,\\d\\d,T[^\\n]*\\r\\n")]
    public void A_mixed_region_writes_each_year_in_its_own_way(int year, string row)
    {
        SyntheticRegion.Write(_folder["a"], Small with { Format = RegionFormat.Mixed });
        var text = File.ReadAllText(
            Path.Combine(_folder["a"], $"declaraties-{year.ToString(CultureInfo.InvariantCulture)}.csv"));

        Assert.Matches("^[^\\n]+\\n(" + row + ")+$", text);
    }

    [Fact]
    public void A_mixed_region_has_two_code_pages_and_a_byte_order_mark()
    {
        SyntheticRegion.Write(
            _folder["a"], new SyntheticSettings(4_000, 7) { Format = RegionFormat.Mixed, Dirt = DirtRates.Default });
        byte[] Bytes(int year) => File.ReadAllBytes(
            Path.Combine(_folder["a"], $"declaraties-{year.ToString(CultureInfo.InvariantCulture)}.csv"));

        Assert.False(FileRow.IsUtf8(Bytes(2018)));
        Assert.Contains(";één;", Encoding.Latin1.GetString(Bytes(2018)), StringComparison.Ordinal);
        Assert.True(Bytes(2020).AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.All([2020, 2022, 2023], year => Assert.True(FileRow.IsUtf8(Bytes(year))));
        Assert.All([2018, 2022, 2023], year => Assert.False(Bytes(year).AsSpan().StartsWith(Encoding.UTF8.Preamble)));
        Assert.Contains("één", Encoding.UTF8.GetString(Bytes(2023)), StringComparison.Ordinal);
        Assert.True(
            File.Exists(_folder["a/declaraties-2019.parquet"]) && File.Exists(_folder["a/declaraties-2021.parquet"]));
    }

    [Theory]
    [InlineData("declaraties-2018.parquet", false)]
    [InlineData("declaraties-2018.csv", false, "--format", "csv")]
    [InlineData("declaraties-2019.parquet", false, "--format", "mixed")]
    [InlineData("declaraties-2018.csv", true, "--dirt")]
    [InlineData("declaraties-2018.parquet", true, "--dirt", "--format", "parquet")]
    public void The_choices_of_generate_reach_the_files(string file, bool isDirty, params string[] options)
    {
        var outcome = Outcome.Of(["generate", "--clients", "30", "--out", _folder["a"], .. options]);

        Assert.Equal(0, outcome.Code);
        Assert.True(File.Exists(Path.Combine(_folder["a"], file)));
        Assert.Equal(isDirty, File.Exists(Path.Combine(_folder["a"], RegionFiles.TruthRowsPath)));
    }

    [Fact]
    public void A_format_that_there_is_not_is_refused()
    {
        var outcome = Outcome.Of("generate", "--clients", "30", "--out", _folder["a"], "--format", "xlsx");

        Assert.Equal(2, outcome.Code);
        Assert.Contains("Waar: --format", outcome.ErrorLines);
        Assert.False(Directory.Exists(_folder["a"]));
    }

    private static string Text(SyntheticLine line) => string.Create(
        CultureInfo.InvariantCulture,
        $"{line.ClientId}|{line.ProductCode}|{line.ProviderId}|{line.BirthDate:yyyy-MM-dd}|{line.StartDate:yyyy-MM-dd}|"
            + $"{line.EndDate:yyyy-MM-dd}|"
            + $"{line.Volume:0.00}|{(int)line.Unit:00}|{line.AssignmentId}|{line.Municipality}|{line.Location}");
}
