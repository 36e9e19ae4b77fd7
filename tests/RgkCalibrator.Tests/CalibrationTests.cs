using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Rows;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests;

/// <summary>The whole way, from declarations to a packet on the disk.</summary>
public sealed class CalibrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        _folder.Dispose();
    }

    [Fact]
    public void A_packet_holds_what_stays_inside_what_may_leave_and_a_manifest()
    {
        var files = SmallRegion.Files(SmallRegion.Packet).Keys.ToList();

        string[] fixedNames =
        [
            "extern/kader-concept-machine.csv", "extern/kader-concept.csv", "extern/kader-concept.json",
            "extern/kader-concept.md", "extern/kader-concept.xlsx",
            "extern/onderbouwing-machine.csv", "extern/onderbouwing.csv", "extern/presentatie.pptx",
            "extern/rapport.html", "extern/verdelingen.json", "extern/vrijgave.json",
            "intern/coverage.csv", "intern/differentiation.csv", "intern/estimates.csv", "intern/estimates.parquet",
            "intern/ledger.json", "intern/lines.csv", "intern/lines.parquet", "intern/providers.csv",
            "intern/rejected.csv", "intern/stability.csv",
            "intern/trajectories.parquet", "intern/vrijgegeven.json", "intern/werkboek.xlsx", "manifest.json",
        ];
        Assert.Equal(fixedNames, files.Where(file => !file.StartsWith("extern/grafieken/", StringComparison.Ordinal)));
        Assert.Contains("extern/grafieken/index.html", files);
        Assert.Contains("extern/grafieken/volume-45C02.svg", files);
        Assert.Contains("extern/grafieken/duur-45C02.svg", files);
        Assert.Contains("extern/grafieken/volume-45MBO-eerste.svg", files);
        Assert.Contains("extern/grafieken/duur-45MBO-vervolg.svg", files);
        Assert.Contains("extern/grafieken/verdeling-volume-45C02.svg", files);
        Assert.Contains("extern/grafieken/verdeling-duur-45C02.svg", files);
        Assert.Contains(
            files, file => file.StartsWith("extern/grafieken/vergelijking-volume", StringComparison.Ordinal));
        Assert.Contains(files, file => file.StartsWith("extern/grafieken/vergelijking-duur", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "nl-NL")]
    [InlineData(2, "tr-TR")]
    [InlineData(4, "")]
    public void Threads_and_culture_change_no_byte(int threads, string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Calibration.Derive(
            [SmallRegion.Declarations],
            _folder["uit"],
            SmallRegion.Settings,
            SmallRegion.OneThread with { Threads = threads });

        Assert.Equal(SmallRegion.Files(SmallRegion.Packet), SmallRegion.Files(_folder["uit"]));
    }

    [Fact]
    public void Order_of_rows_and_files_changes_only_what_names_files()
    {
        using var reading = new Reading();
        var source = Session.Literal(Path.Combine(SmallRegion.Declarations, "*.parquet"));
        var origin = $", KV_METADATA {{ {ParquetFile.OriginKey}: {Session.Literal(SourceFile.SyntheticOrigin)} }}";
        foreach (var part in Enumerable.Range(0, 3))
        {
            var rows =
                "SELECT * FROM (SELECT *, hash(client_id, start_date, volume, assignment_id) AS h "
                    + $"FROM read_parquet({source})) WHERE h % 3 = {Numbers.Whole(part)} ORDER BY h";
            reading.WriteQuery(rows, origin, reading.Folder["deel" + Numbers.Whole(part) + ".parquet"]);
        }

        Calibration.Derive(
            [reading.Folder.Root], _folder["uit"], SmallRegion.Settings, SmallRegion.OneThread with { Threads = 2 });

        var (expected, found) = (SmallRegion.Files(SmallRegion.Packet), SmallRegion.Files(_folder["uit"]));
        string[] told = ["manifest.json", "intern/ledger.json", "intern/rejected.csv", "intern/werkboek.xlsx"];
        foreach (var files in new[] { expected, found })
            Assert.All(told, file => Assert.True(files.Remove(file)));
        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_rerun_takes_the_place_of_the_earlier_packet()
    {
        Derive(SmallRegion.Settings with { Language = Language.English });
        Derive(SmallRegion.Settings);

        Assert.Equal(SmallRegion.Files(SmallRegion.Packet), SmallRegion.Files(_folder["uit"]));
        Assert.Equal([_folder["uit"]], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Nothing_of_a_child_stands_in_what_may_leave_and_no_cell_text_anywhere_but_the_trajectories()
    {
        using var reading = new Reading();
        var good = TestRow.Good with { Client = "SYN-geheim-kind", Product = "45C02", Provider = "geheim-aanbieder" };
        var planted = reading.Write(
            good,
            good with { Product = "geheim-product" },
            good with { Unit = "geheim-eenheid" },
            good with { Volume = -3 },
            good with { End = null },
            good with { Start = new DateOnly(2024, 1, 1), End = new DateOnly(2024, 1, 31) });

        var report = Calibration.Derive(
            [SmallRegion.Declarations, planted], _folder["uit"], SmallRegion.Settings, SmallRegion.OneThread);

        Assert.Equal(4, report.Ledger.RejectedRows.Count);
        using var ledger = JsonDocument.Parse(SmallRegion.Files(_folder["uit"])["intern/ledger.json"]);
        var input = ledger.RootElement.GetProperty("inputs").EnumerateArray()
            .Single(file => file.GetProperty("file").GetString() == Path.GetFileName(planted));
        Assert.Equal(
            (6, 1, 1),
            (
                input.GetProperty("rows").GetInt32(),
                input.GetProperty("used").GetProperty("rows").GetInt32(),
                input.GetProperty("excluded").GetProperty("rows").GetInt32()));
        Assert.Equal(
            [("bad-date", 1), ("unknown-unit", 1), ("unknown-product", 1), ("credit-without-debit", 1)],
            input.GetProperty("reasons").EnumerateObject().Select(reason => (reason.Name, reason.Value.GetInt32())));
        var texts = SmallRegion.Files(_folder["uit"]).Where(file => file.Key != "intern/trajectories.parquet");
        foreach (var (name, text) in texts)
        {
            // Where providers stand beside a line they stand by their id.
            var rest = name is "intern/providers.csv" or "intern/werkboek.xlsx"
                ? text.Replace("geheim-aanbieder", string.Empty, StringComparison.Ordinal)
                : text;
            Assert.False(rest.Contains("geheim", StringComparison.OrdinalIgnoreCase), name);
            Assert.False(Regex.IsMatch(text, "SYN[-0-9]"), name);
        }

        Assert.Contains(
            Convert.ToHexString("SYN-geheim-kind"u8),
            SmallRegion.Files(_folder["uit"])["intern/trajectories.parquet"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_derive_returns_is_what_drafting_its_trajectories_gives()
    {
        var report = Calibration.Derive(
            [SmallRegion.Declarations], _folder["uit"], SmallRegion.Settings, SmallRegion.OneThread);
        var again = Calibration.Draft(
            Calibration.Trajectories([SmallRegion.Declarations], SmallRegion.Settings, SmallRegion.OneThread),
            SmallRegion.Settings);

        Assert.Equal(report.Draft.Estimates, again.Estimates);
        Assert.Equal(
            report.Draft.SafeLines.Select(line => line with { Marks = [] }),
            again.SafeLines.Select(line => line with { Marks = [] }));
        Assert.Equal(report.Draft.SafeLines.Select(line => line.Marks), again.SafeLines.Select(line => line.Marks));
        Assert.Equal(
            report.Draft.SafeLines.Select(line => line.Product.Code).Distinct(),
            SmallRegion.Settings.Catalogue.Products.Where(product => product.Framework != FrameworkKind.None)
                .Select(product => product.Code));
        Assert.InRange(report.Draft.ShownLines, 10, report.Draft.Lines.Count);
        Assert.Equal(
            report.Trajectories.Rows()
                .Count(row =>
                        row is { IsInCohort: true, IsEndKnown: true }
                            && report.Draft.Lines.Any(line => line.Group.Product.Code == row.ProductCode)),
            report.Draft.Lines.Select(line => line.Whole ?? line.Group).Distinct().Sum(group => group.Count));
    }

    [Fact]
    public void A_file_of_trajectories_has_parts_where_it_is_asked_for()
    {
        var (whole, parts) = (Written("heel.csv", isCut: false), Written("delen.csv", isCut: true));

        var parted = SmallRegion.Settings.Catalogue.Products.Where(product => product.Part == PartRule.Assignment)
            .Select(product => product.Code).ToHashSet();
        Assert.Equal(whole.Where(row => !parted.Contains(row[1])), parts.Where(row => !parted.Contains(row[1])));
        Assert.True(parts.Count > whole.Count);
        Assert.Equal(
            whole.Count(row => parted.Contains(row[1])),
            parts.Where(row => parted.Contains(row[1])).Count(row => !FollowsAtOnce(row)));

        List<string[]> Written(string name, bool isCut)
        {
            Calibration.WriteTrajectories(
                [SmallRegion.Declarations], _folder[name], SmallRegion.Settings, SmallRegion.OneThread, isCut);
            return [.. File.ReadLines(_folder[name]).Skip(1).Select(line => line.Split(','))];
        }

        // A part that follows another within the gap belongs to the same uninterrupted care.
        bool FollowsAtOnce(string[] row) => parts.Any(other => other[0] == row[0] && other[1] == row[1]
            && int.Parse(other[3], CultureInfo.InvariantCulture) == int.Parse(row[3], CultureInfo.InvariantCulture) - 1
            && DayOf(row[4]) - DayOf(other[5]) - 1 <= 90);

        static int DayOf(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture).DayNumber;
    }

    private void Derive(CalibrationSettings settings) =>
        Calibration.Derive([SmallRegion.Declarations], _folder["uit"], settings, SmallRegion.OneThread);
}
