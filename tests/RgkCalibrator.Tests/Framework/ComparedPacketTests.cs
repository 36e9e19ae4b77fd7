using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Cli;

namespace RgkCalibrator.Tests.Framework;

/// <summary>What an earlier run proposed stands beside the base as that run wrote it.</summary>
public sealed class ComparedPacketTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_packet_of_the_same_settings_has_the_lines_and_the_effect_of_the_base()
    {
        var report = Compare([SmallRegion.Packet]);

        var packet = Assert.Single(report.Packets);
        Assert.Equal("pakket (P80, start 2018-2023)", packet.Name);
        var proposed = report.Lines.Where(line => line.Base.Volume is not null).ToList();
        Assert.NotEmpty(proposed);
        Assert.All(proposed, line =>
        {
            var other = packet.Of(line.Group)!;
            Assert.Equal((line.Base.Volume, line.Base.Duration), (other.Value!.Volume, other.Value.Duration));
            Assert.Equal(line.Base.Inside!.Value, other.Inside!.Value, 9);
            Assert.Equal(line.Base.Line.Chosen.Volume!.Estimate.Value!.Value, other.VolumeEstimate!.Value, 9);
            Assert.Equal(line.Group.Cohort, other.Trajectories);
        });
        Assert.All(
            EffectChange.To(report.Effects, "voorstel").Where(one => one.Before.Framework == packet.Name),
            change => Assert.Equal(change.EffectAfter, change.EffectBefore));
    }

    [Fact]
    public void A_packet_of_other_settings_is_named_by_them_and_says_what_a_scenario_with_them_says()
    {
        var days = new Period(new DateOnly(2018, 1, 1), new DateOnly(2020, 12, 31));
        var usual = SmallRegion.Settings;
        var settings = usual with
        {
            Catalogue = usual.Catalogue.With(usual.Catalogue.Trajectories with { Cohort = days }),
            Framework = usual.Framework with { Percentage = Percentage.Of(75), Compared = Percentage.Of(80) },
        };
        Calibration.Derive([SmallRegion.Declarations], _folder["eerder"], settings, SmallRegion.OneThread);

        var report = Compare(
            [_folder["eerder"]], "scenarios: [{ name: oud, percentile: 75, cohort: 2018-01-01..2020-12-31 }]");

        var packet = Assert.Single(report.Packets);
        Assert.Equal("eerder (P75, start 2018-2020)", packet.Name);
        var old = report.Lines.SelectMany(line => line.Scenarios).Where(line => line.Scenario.Name == "oud").ToList();
        Assert.All(old, line => Assert.Equal(
            (line.Volume, line.Duration),
            (packet.Of(line.Line.Group)!.Value?.Volume, packet.Of(line.Line.Group)!.Value?.Duration)));
        Assert.Contains(
            old, line => line.Volume != report.Lines.First(one => one.Scenarios.Contains(line)).Base.Volume);
        var table = File.ReadAllText(_folder["uit/intern/pakketten.csv"]);
        Assert.Contains("eerder (P75, start 2018-2020)", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Packets_of_one_name_are_told_apart_by_their_paths()
    {
        var copy = _folder["ander/pakket"];
        CopyPacket(copy);

        var report = Compare([SmallRegion.Packet, copy]);

        Assert.Equal(
            [$"{SmallRegion.Packet} (P80, start 2018-2023)", $"{copy} (P80, start 2018-2023)"],
            report.Packets.Select(packet => packet.Name));
    }

    [Fact]
    public void What_is_no_packet_of_derive_is_refused()
    {
        _ = Directory.CreateDirectory(_folder["leeg"]);
        _ = Compare([]);
        Directory.Move(_folder["uit"], _folder["vergelijking"]);

        Assert.Equal(_folder["leeg"], Refused([_folder["leeg"]]).Where);
        Assert.Equal(_folder["vergelijking"], Refused([_folder["vergelijking"]]).Where);
    }

    [Fact]
    public void A_comparison_in_place_of_a_packet_of_derive_is_told_as_such()
    {
        _ = Compare([]);
        var workbook = Path.Combine(SmallRegion.Packet, "extern", "kader-concept.xlsx");
        string[] expected =
        [
            "Fout: Dit is een vergelijking van rgk compare, en hier is een pakket van rgk derive nodig.",
            $"Waar: {_folder["uit"]}",
            "Oplossing: Noem de map die bij rgk derive achter --out stond.",
        ];

        Assert.Equal(expected, Outcome.Of("plot", _folder["uit"], "45C02", "--out", _folder["plot.svg"]).ErrorLines);
        Assert.Equal(
            expected, Outcome.Of("finalize", workbook, "--run", _folder["uit"], "--out", _folder["nieuw"]).ErrorLines);
        Assert.Equal(expected[0], $"Fout: {Refused([_folder["uit"]]).What.Dutch}");
    }

    [Theory]
    [InlineData("intern/lines.csv")]
    [InlineData("extern/kader-concept.json")]
    [InlineData("extern/kader-concept.md")]
    [InlineData("intern/werkboek.xlsx")]
    public void A_packet_of_which_any_file_was_changed_is_refused(string file)
    {
        CopyPacket(_folder["eerder"]);
        File.AppendAllText(_folder[$"eerder/{file}"], "\n");

        var refused = Refused([_folder["eerder"]]);

        Assert.Equal(ExitCode.DoesNotAddUp, refused.ExitCode);
        Assert.Equal(_folder[$"eerder/{file}"], refused.Where.Replace('\\', '/'));
    }

    [Theory]
    [InlineData("code: 45C02\n", "code: 45C99\n", "45C02")]
    [InlineData("kdc-2", "kdc-twee", "41A03")]
    [InlineData("dagdeel", "etmaal", "41A03")]
    public void A_line_that_the_catalogue_does_not_have_is_refused(string old, string young, string code)
    {
        var text = File.ReadAllText(Repository.PathOf("data/catalogue/haaglanden-2025.yaml"));
        Assert.Contains(old, text, StringComparison.Ordinal);
        var catalogue = CatalogueFile.Parse(text.Replace(old, young, StringComparison.Ordinal), "anders.yaml");

        var refused = Refused([SmallRegion.Packet], new CalibrationSettings(catalogue));

        Assert.Equal(SmallRegion.Packet, refused.Where);
        Assert.Contains(code, refused.What.Dutch, StringComparison.Ordinal);
        Assert.Contains("--catalogue", refused.Remedy.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void The_packet_is_not_written_over()
    {
        var refused = Assert.Throws<CalibrationException>(() => Comparison.Compare(
            [SmallRegion.Declarations], SmallRegion.Packet, [], SmallRegion.Settings, SmallRegion.OneThread,
            new ComparedWith { Packets = [SmallRegion.Packet] }));

        Assert.Contains("--out", refused.Where, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static void CopyPacket(string copy)
    {
        foreach (var file in Directory.EnumerateFiles(SmallRegion.Packet, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(SmallRegion.Packet, file));
            _ = Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private CalibrationException Refused(IReadOnlyList<string> packets, CalibrationSettings? settings = null)
    {
        var refused = Assert.Throws<CalibrationException>(() => Comparison.Compare(
            [SmallRegion.Declarations], _folder["nieuw"], [], settings ?? SmallRegion.Settings, SmallRegion.OneThread,
            new ComparedWith { Packets = packets }));
        Assert.False(Directory.Exists(_folder["nieuw"]));
        return refused;
    }

    private ComparisonReport Compare(
        IReadOnlyList<string> packets, string scenarios = "scenarios: [{ name: P75, percentile: 75 }]") =>
        Comparison.Compare(
            [SmallRegion.Declarations], _folder["uit"], ScenarioFile.Parse(scenarios, "s.yaml"), SmallRegion.Settings,
            SmallRegion.OneThread, new ComparedWith { Packets = packets });
}
