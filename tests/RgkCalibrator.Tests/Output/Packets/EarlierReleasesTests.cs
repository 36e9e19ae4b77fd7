using System.IO.Compression;
using System.Xml.Linq;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Rows;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Output.Packets;

/// <summary>A packet that is derived after another one of the same region.</summary>
public sealed class EarlierReleasesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_child_fewer_changes_no_byte_of_what_may_leave_whether_the_packet_is_replaced_or_named()
    {
        var fewer = WithoutOne();
        Copy(SmallRegion.Packet, _folder["zelfde"]);

        Derive(fewer, "alleen");
        Derive(fewer, "zelfde");
        Derive(fewer, "ander", SmallRegion.Packet);

        var released = Extern(SmallRegion.Packet);
        Assert.NotEqual(released, Extern(_folder["alleen"]));
        Assert.Equal(released, Extern(_folder["zelfde"]));
        Assert.Equal(released, Extern(_folder["ander"]));
        Assert.Equal(
            File.ReadAllBytes(Ledger(SmallRegion.Packet)), File.ReadAllBytes(Ledger(_folder["zelfde"])));
        Assert.NotEqual(
            File.ReadAllBytes(Path.Combine(SmallRegion.Packet, "intern/lines.csv")),
            File.ReadAllBytes(_folder["zelfde/intern/lines.csv"]));
    }

    [Fact]
    public void Every_document_that_leaves_says_that_figures_and_period_can_be_those_of_an_earlier_release()
    {
        const string Dutch = "de cijfers van die vrijgave staan, ook van haar periode";
        Comparison.Compare(
            [SmallRegion.Declarations], _folder["vergeleken"], [], SmallRegion.Settings, SmallRegion.OneThread);

        foreach (var (packet, text, workbook) in new[]
                 {
                     (SmallRegion.Packet, "kader-concept.md", "kader-concept.xlsx"),
                     (_folder["vergeleken"], "vergelijking.md", "vergelijking.xlsx"),
                 })
        {
            var files = Extern(packet);
            Assert.Equal(1, CountOf(Dutch, files[text]));
            Assert.Equal(1, CountOf(Dutch, files["vrijgave.json"]));
            // Of a draft the sheets with the lines, with the evidence, and on how to read these.
            Assert.Equal(3, SheetsWith(Dutch, Path.Combine(packet, "extern", workbook)));
        }
    }

    [Fact]
    public void A_packet_without_a_ledger_is_told()
    {
        Copy(SmallRegion.Packet, _folder["oud"]);
        File.Delete(Ledger(_folder["oud"]));
        var told = new List<Wording>();
        using var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft);

        var earlier = EarlierReleases.Read(output, [_folder["oud"]], told.Add);

        Assert.Empty(earlier.Products);
        Assert.Contains("oudere versies", Assert.Single(told).Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_release_of_a_product_is_taken_along_once()
    {
        using var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft);

        var once = EarlierReleases.Read(output, [SmallRegion.Packet], warn: null);
        var twice = EarlierReleases.Read(output, [SmallRegion.Packet, SmallRegion.Packet], warn: null);

        Assert.NotEmpty(once.Products);
        Assert.Equal(once.Products.Count, twice.Products.Count);
    }

    [Fact]
    public void What_is_no_packet_and_a_ledger_that_cannot_be_read_are_refused()
    {
        Copy(SmallRegion.Packet, _folder["stuk"]);
        File.WriteAllText(Ledger(_folder["stuk"]), "{");
        Directory.CreateDirectory(_folder["leeg"]);
        using var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft);

        foreach (var name in new[] { "leeg", "stuk", "nergens" })
        {
            var refused = Assert.Throws<CalibrationException>(
                () => EarlierReleases.Read(output, [_folder[name]], warn: null));
            Assert.Equal(ExitCode.Files, refused.ExitCode);
        }
    }

    private static int CountOf(string text, string file) => file.Split(text).Length - 1;

    private static int SheetsWith(string text, string workbook)
    {
        using var parts = ZipFile.OpenRead(workbook);
        var texts = Elements(parts.GetEntry("xl/sharedStrings.xml")!, "si").ToList();
        var place = Numbers.Whole(texts.FindIndex(one => one.Value.Contains(text, StringComparison.Ordinal)));
        return parts.Entries.Where(part => part.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal))
            .Count(part => Elements(part, "c").Any(cell =>
                (string?)cell.Attribute("t") == "s" && cell.Value == place));
    }

    private static List<XElement> Elements(ZipArchiveEntry part, string name)
    {
        using var stream = part.Open();
        return [.. XDocument.Load(stream).Descendants().Where(element => element.Name.LocalName == name)];
    }

    private static string Ledger(string packet) => Path.Combine(packet, "intern", "vrijgegeven.json");

    private static SortedDictionary<string, string> Extern(string packet) =>
        SmallRegion.Files(Path.Combine(packet, "extern"));

    private static void Copy(string from, string to)
    {
        foreach (var file in PacketFiles.Of(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
            File.Copy(Path.Combine(from, file), Path.Combine(to, file));
        }
    }

    /// <summary>The declarations of all children but the first who has the commonest product.</summary>
    private string WithoutOne()
    {
        using var reading = new Reading();
        var source = Session.Literal(Path.Combine(SmallRegion.Declarations, "*.parquet"));
        var origin = $", KV_METADATA {{ {ParquetFile.OriginKey}: {Session.Literal(SourceFile.SyntheticOrigin)} }}";
        Directory.CreateDirectory(_folder["declaraties"]);
        var rows = $"SELECT * FROM read_parquet({source}) WHERE client_id <> "
            + $"(SELECT min(client_id) FROM read_parquet({source}) WHERE product_code = '45C02')";
        reading.WriteQuery(rows, origin, _folder["declaraties/een-minder.parquet"]);
        return _folder["declaraties"];
    }

    private void Derive(string declarations, string folder, params string[] released) => Calibration.Derive(
        [declarations], _folder[folder], SmallRegion.Settings, SmallRegion.OneThread with { Released = released });
}
