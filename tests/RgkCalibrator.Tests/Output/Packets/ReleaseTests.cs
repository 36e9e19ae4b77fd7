using System.Text.Json;
using System.Text.RegularExpressions;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Tests.Output.Charts;

namespace RgkCalibrator.Tests.Output.Packets;

/// <summary>What <c>extern/</c> holds, says of itself, and does not hold.</summary>
public sealed class ReleaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_file_that_leaves_has_a_line_and_every_line_a_file()
    {
        using var release = Read(SmallRegion.Packet);

        var told = release.RootElement.GetProperty("files").EnumerateArray()
            .Select(file => file.GetProperty("file").GetString()!).ToList();
        var written = SmallRegion.Files(Path.Combine(SmallRegion.Packet, "extern")).Keys;
        Assert.Equal(written, told);
    }

    [Fact]
    public void Every_figure_has_a_verdict_with_its_rule_its_evidence_and_its_places()
    {
        using var release = Read(SmallRegion.Packet);

        var figures = release.RootElement.GetProperty("figures").EnumerateArray().ToList();
        var rules = release.RootElement.GetProperty("rules").EnumerateObject().Select(rule => rule.Name)
            .ToHashSet(StringComparer.Ordinal);
        Assert.All(figures, figure => Assert.Contains(figure.GetProperty("rule").GetString()!, rules));
        Assert.All(figures, figure => Assert.Equal(
            figure.GetProperty("verdict").GetString() == "suppressed",
            figure.GetProperty("reason").GetString() is not null));
        Assert.All(figures, figure => Assert.Equal(
            0,
            figure.GetProperty("evidence").GetProperty("trajectories") is { ValueKind: JsonValueKind.Number } n
                ? n.GetInt64() % 5
                : 0));
        // A box stands only beside those of other subgroups.
        Assert.All(
            figures.Where(figure =>
                    figure.GetProperty("verdict").GetString() != "suppressed"
                        && figure.GetProperty("rule").GetString() != "box"),
            figure => Assert.NotEmpty(figure.GetProperty("files").EnumerateArray()));
        Assert.Equal(
            figures.Count(figure => figure.GetProperty("reason").GetString() is not null),
            release.RootElement.GetProperty("lost").GetProperty("suppressed").GetInt32());
    }

    [Fact]
    public void A_suppressed_figure_stands_nowhere_and_a_shown_one_does()
    {
        var draft = SafeDraft.From(DraftLines.All(), new DisclosureProfile());

        var byLine = draft.Verdicts.GroupBy(verdict => (verdict.ProductCode, verdict.Subgroup));
        foreach (var (line, verdicts) in draft.Lines.Zip(byLine))
        {
            Assert.Equal((line.Product.Code, line.SubgroupId), verdicts.Key);
            Assert.Equal(line.Chosen.Volume is null, Is(Figure.Volume));
            Assert.Equal(line.Compared.Volume is null, Is(Figure.ComparedVolume));
            Assert.Equal(line.WithinBoth is null, Is(Figure.WithinBoth));
            Assert.Equal(line.Lower?.Volume is null, Is(Figure.LowerVolume));
            Assert.Equal(line.Upper?.Duration is null, Is(Figure.UpperDuration));
            Assert.Equal(line.Trajectories.Value is null, Is(Figure.Trajectories));
            Assert.Equal(
                draft.Distributions.FirstOrDefault(one => one.Line == line)?.VolumeCurve is null,
                Is(Figure.VolumeCurve));

            bool Is(Figure figure) =>
                verdicts.Single(verdict => verdict.Figure == figure).Verdict == Verdict.Suppressed;
        }
    }

    [Fact]
    public void Subgroups_stand_in_the_charts_and_in_the_verdicts_of_their_product()
    {
        var draft = DistributionSamples.Parts(Care.Usual, ("Eerste", 300, 1), ("Vervolg", 90, 2));
        using var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft);

        ExternFiles.Write(
            output, draft, new DraftNotes(Reading.GapOf90, new(), new(), IsSynthetic: true, Language.Dutch));

        using var release = JsonDocument.Parse(File.ReadAllText(output.PathOf("extern/vrijgave.json")));
        var box = release.RootElement.GetProperty("figures").EnumerateArray()
            .Single(figure =>
                    figure.GetProperty("figure").GetString() == "volumeBox"
                        && figure.GetProperty("subgroup").GetString() == "deel1");
        Assert.Equal("rounded", box.GetProperty("verdict").GetString());
        Assert.Equal(
            ["grafieken/index.html", "grafieken/subgroepen-45C02.svg", "presentatie.pptx", "rapport.html"],
            box.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
        Assert.True(File.Exists(output.PathOf("extern/grafieken/subgroepen-45C02.svg")));
    }

    [Fact]
    public void A_profile_and_its_exceptions_stand_in_the_manifest_and_in_the_release()
    {
        var exception = new ProfileLoosening("smallestGroup", "Besluit 7", "kleine regio", new DateOnly(2027, 12, 31));
        var profile = new DisclosureProfile(SmallestGroup: 8) { Exceptions = [exception] };

        Calibration.Derive(
            [SmallRegion.Declarations],
            _folder["uit"],
            SmallRegion.Settings with { Disclosure = profile },
            SmallRegion.OneThread);

        using var release = Read(_folder["uit"]);
        Assert.Equal(
            "Besluit 7",
            release.RootElement.GetProperty("profile").GetProperty("exceptions")[0].GetProperty("name").GetString());
        Assert.Equal(8, release.RootElement.GetProperty("profile").GetProperty("smallestGroup").GetInt32());
        Assert.Contains(
            "\"until\": \"2027-12-31\"", SmallRegion.Files(_folder["uit"])["manifest.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void Planted_ids_and_rare_values_stand_in_no_file_that_leaves_unzipped()
    {
        using var reading = new Reading();
        var rare = TestRow.Good with
        {
            Client = "SYN-7731-geplant",
            Provider = "aanbieder-9977",
            Product = "45C02",
            Volume = 9876.4321m,
            Start = new DateOnly(2019, 2, 27),
            End = new DateOnly(2019, 3, 23),
        };
        var planted = reading.Write(rare, rare with { Client = "SYN-7732-geplant", Volume = 8765.4321m });

        Calibration.Derive(
            [SmallRegion.Declarations, planted], _folder["uit"], SmallRegion.Settings, SmallRegion.OneThread);

        string[] rarities =
        [
            "7731", "7732", "geplant", "9977", "9876", "9.876", "9877", "9.877", "4321", "8765", "8.765", "8766",
            "8.766",
            "2019-02-27", "27-02-2019", "23-03-2019",
        ];
        var texts = PackageTexts.In(_folder["uit/extern"]).ToList();
        Assert.True(texts.Count > 60);
        // Where things stand on a slide is told in numbers of up to eight digits.
        var told = texts.Select(text => text with
        {
            Text = Regex.Replace(text.Text, "<cdr:[xy]>[0-9.]+<|=\"[0-9]+\"", "<"),
        });
        Assert.All(told, text => Assert.All(rarities, rarity =>
            Assert.False(text.Text.Contains(rarity, StringComparison.OrdinalIgnoreCase), $"{text.Name}: {rarity}")));
    }

    [Fact]
    public void A_picture_shows_what_its_drawing_shows_by_the_same_rules_and_holds_nothing_but_pixels()
    {
        var draft = DistributionSamples.Parts(Care.Usual, ("Eerste", 300, 1), ("Vervolg", 90, 2));
        using var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft);
        using var png = PngFiles.Open(new PngSettings(PngCharts.All), RunSettings.Default);

        ExternFiles.Write(
            output, draft, new DraftNotes(Reading.GapOf90, new(), new(), IsSynthetic: true, Language.Dutch), png);

        using var release = JsonDocument.Parse(File.ReadAllText(output.PathOf("extern/vrijgave.json")));
        var files = release.RootElement.GetProperty("files").EnumerateArray()
            .ToLookup(file => Path.GetExtension(file.GetProperty("file").GetString()!), Told);
        Assert.Equal(
            output.Files().Count(file => file.EndsWith(".svg", StringComparison.Ordinal)), files[".png"].Count());
        Assert.Equal(
            files[".svg"].Select(told => told.Replace(".svg", ".png", StringComparison.Ordinal)), files[".png"]);
        var pictures = output.Files().Where(file => file.EndsWith(".png", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            ["IDAT", "IEND", "IHDR", "sBIT"],
            pictures.SelectMany(file => PngChunk.In(File.ReadAllBytes(output.PathOf(file)))).Select(chunk => chunk.Type)
                .Distinct().Order(StringComparer.Ordinal));

        static string Told(JsonElement file) => file.GetRawText();
    }

    [Fact]
    public void The_main_pictures_are_the_histograms_of_lines_and_the_overviews()
    {
        var settings = SmallRegion.Settings with { Png = new(PngCharts.Main, 480) };

        Calibration.Derive([SmallRegion.Declarations], _folder["uit"], settings, SmallRegion.OneThread);

        var charts = Directory.EnumerateFiles(_folder["uit/extern/grafieken"]).Select(file => Path.GetFileName(file))
            .ToLookup(Path.GetExtension, Path.GetFileNameWithoutExtension);
        Assert.Equal(
            charts[".svg"].Where(name => Regex.IsMatch(name!, "^(volume|duur|vergelijking|kader)-"))
                .Order(StringComparer.Ordinal), charts[".png"].Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_client_whose_id_stands_in_the_catalogue_stops_the_run()
    {
        using var reading = new Reading();
        var planted = reading.Write(TestRow.Good with { Client = "Begeleiding-2031", Product = "45C02" });
        var products = SmallRegion.Settings.Catalogue.Products.Select(
            product => product.Code == "45C02" ? product with { Name = "Begeleiding-2031" } : product);
        var settings = SmallRegion.Settings with
        {
            Catalogue = new("test", SmallRegion.Settings.Catalogue.Trajectories, [.. products]),
        };

        var refused = Assert.Throws<CalibrationException>(
            () => Calibration.Derive(
                [SmallRegion.Declarations, planted], _folder["uit"], settings, SmallRegion.OneThread));

        Assert.Equal(ExitCode.NothingToShow, refused.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(_folder.Root, "uit")));
    }

    private static JsonDocument Read(string packet) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(packet, "extern", "vrijgave.json")));
}
