using RgkCalibrator.Output.Plots;

namespace RgkCalibrator.Tests.Cli;

public sealed class PlotTests : IClassFixture<PlottedRegion>, IDisposable
{
    private readonly PlottedRegion _region;
    private readonly TemporaryFolder _folder = new();

    public PlotTests(PlottedRegion region) => _region = region;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_packet_has_pictures_of_each_line_when_asked()
    {
        var lines = File.ReadLines(Path.Combine(_region.Packet, "intern", "lines.csv")).Skip(1)
            .Select(line => line.Split(',')).Select(cells => (Code: cells[0], Subgroup: cells[1])).Distinct();
        var expected = lines.SelectMany(
            _ => PlotChoice.Usual, (line, choice) => choice.FileStem(line.Code, line.Subgroup) + ".png");

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Directory.GetFiles(Pictures).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("45C02", "volume-45C02")]
    [InlineData("45C02", "duur-45C02", "--of", "duur")]
    [InlineData("45C02", "overleving-45C02", "--kind", "overleving")]
    [InlineData("45C02", "cumulatief-volume-45C02", "--kind", "cumulative")]
    [InlineData("45C02", "heatmap-45C02", "--kind", "heatmap")]
    [InlineData("45C02", "boxplot-jaar-volume-45C02", "--by", "jaar")]
    [InlineData("45C02", "correctie-duur-45C02", "--kind", "correctie", "--of", "duration")]
    [InlineData("45C10/eerste", "volume-45C10-eerste")]
    [InlineData("54003/ambulant", "overleving-54003-ambulant", "--kind", "overleving")]
    [InlineData("45HBO/rest", "overleving-45HBO-rest", "--kind", "survival")]
    public void A_picture_from_a_packet_is_that_of_the_run(string line, string name, params string[] options)
    {
        var file = _folder[name + ".png"];

        var outcome = Outcome.Of(["plot", _region.Packet, line, "--out", file, .. options]);

        if (!File.Exists(Path.Combine(Pictures, name + ".png")))
        {
            Assert.Equal(4, outcome.Code);
            return;
        }

        Assert.Equal(
            (0, ""),
            (outcome.Code, string.Concat(outcome.ErrorLines.Where(
                text => !text.StartsWith("Let op: deze grafiek is vertrouwelijk", StringComparison.Ordinal)))));
        Assert.Equal($"Geschreven: {file}\n", outcome.Output);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Pictures, name + ".png")), File.ReadAllBytes(file));
    }

    [Fact]
    public void Whoever_plots_is_told_that_the_picture_stays_inside() =>
        Assert.Equal(
            ["Let op: deze grafiek is vertrouwelijk: zij gaat over kinderen en blijft binnen."],
            Outcome.Of("plot", _region.Packet, "45C02", "--out", _folder["a.svg"], "--by", "verblijf").ErrorLines);

    [Theory]
    [InlineData(2, "PACKET PRODUCT", "a packet and a product are needed")]
    [InlineData(2, "45C03", "an unknown product", "45C03")]
    [InlineData(2, "45C02, 45C04", "the nearest ones", "45C03")]
    [InlineData(2, "45C10/eerste", "an unknown subgroup", "45C10/eerst")]
    [InlineData(2, "Geef 45C02.", "a product without subgroups", "45C02/eerste")]
    [InlineData(2, "location", "a subgroup of which a packet does not tell", "41A03/kdc-2")]
    [InlineData(2, "--kind taart", "an unknown kind", "45C02", "--kind", "taart")]
    [InlineData(2, "--by sterrenbeeld", "an unknown factor", "45C02", "--by", "sterrenbeeld")]
    [InlineData(2, "derive --plots", "providers that are not in the file", "45C02", "--by", "aanbieder")]
    [InlineData(
        2,
        "--kind heatmap, --by",
        "options that do not go together",
        "45C02",
        "--kind",
        "heatmap",
        "--by",
        "jaar")]
    [InlineData(2, "--of", "the volume of a survival curve", "45C02", "--kind", "overleving", "--of", "volume")]
    [InlineData(2, "--size groot", "no size", "45C02", "--size", "groot")]
    [InlineData(2, "--size 100x100", "too small a size", "45C02", "--size", "100x100")]
    [InlineData(2, "--format gif", "an unknown format", "45C02", "--format", "gif")]
    [InlineData(2, ".svg", "a name that says another format", "45C02", "--format", "svg", "--out", "plaatje.png")]
    [InlineData(5, "niet-daar.yaml", "a catalogue that is not there", "45C02", "--catalogue", "niet-daar.yaml")]
    public void What_cannot_be_is_refused(int code, string part, string what, params string[] arguments)
    {
        var outcome = Outcome.Of(
            ["plot", .. arguments.Length == 0 ? Array.Empty<string>() : [_region.Packet], .. arguments]);

        Expect.Equal(code, outcome.Code, what + ": " + outcome.Error);
        Assert.Contains(part, outcome.Error, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
    }

    [Fact]
    public void A_file_that_exists_stays_as_it_is()
    {
        File.WriteAllText(_folder["a.png"], "van mij");

        Assert.Equal(5, Outcome.Of("plot", _region.Packet, "45C02", "--out", _folder["a.png"]).Code);
        Assert.Equal("van mij", File.ReadAllText(_folder["a.png"]));
    }

    [Fact]
    public void A_folder_that_is_no_packet_is_refused()
    {
        File.WriteAllText(_folder["manifest.json"], "{\"format\": \"iets anders\"}");

        Assert.All(
            [_folder["nergens"], _folder.Root, _region.Declarations],
            folder => Assert.Equal((5, "Fout: Hier staat geen pakket dat rgk derive heeft gemaakt."), Refusal(folder)));
    }

    [Fact]
    public void A_packet_without_readable_trajectories_is_refused()
    {
        File.Copy(Path.Combine(_region.Packet, "manifest.json"), _folder["manifest.json"]);
        Assert.Equal((5, "Fout: In dit pakket staan geen trajecten."), Refusal(_folder.Root));

        Directory.CreateDirectory(_folder["intern"]);
        File.WriteAllText(_folder["intern/trajectories.parquet"], "geen Parquet");
        Assert.Equal((5, "Fout: De trajecten van dit pakket zijn niet te lezen."), Refusal(_folder.Root));
    }

    [Fact]
    public void A_packet_of_another_catalogue_asks_for_it()
    {
        var manifest = File.ReadAllText(Path.Combine(_region.Packet, "manifest.json"));
        File.WriteAllText(
            _folder["manifest.json"],
            manifest.Replace("\"catalogueSha256\": \"", "\"catalogueSha256\": \"0", StringComparison.Ordinal));
        Directory.CreateDirectory(_folder["intern"]);
        File.Copy(
            Path.Combine(_region.Packet, "intern", "trajectories.parquet"), _folder["intern/trajectories.parquet"]);

        Assert.Equal((2, "Fout: Dit pakket is met een andere catalogus gemaakt."), Refusal(_folder.Root));
    }

    [Fact]
    public void Durations_with_late_entry_are_not_drawn_from_a_packet_that_does_not_tell_it()
    {
        var manifest = File.ReadAllText(Path.Combine(_region.Packet, "manifest.json"));
        File.WriteAllText(
            _folder["manifest.json"],
            manifest.Replace("\"startedBefore\": false", "\"startedBefore\": true", StringComparison.Ordinal));
        Directory.CreateDirectory(_folder["intern"]);
        File.Copy(
            Path.Combine(_region.Packet, "intern", "trajectories.parquet"), _folder["intern/trajectories.parquet"]);

        int Code(params string[] options) => Outcome.Of(
            ["plot", _folder.Root, "45C02", "--out", _folder[string.Concat(options) + ".png"], .. options]).Code;

        Assert.Equal(
            (2, 2, 0, 0), (Code("--kind", "overleving"), Code("--of", "duur"), Code("--kind", "heatmap"), Code()));
    }

    private string Pictures => Path.Combine(_region.Packet, "intern", "grafieken");

    private (int Code, string What) Refusal(string folder)
    {
        var outcome = Outcome.Of("plot", folder, "45C02", "--out", _folder["b.png"]);
        return (outcome.Code, outcome.ErrorLines[0]);
    }
}

/// <summary>A small region, and its packet with pictures.</summary>
public sealed class PlottedRegion : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PlottedRegion()
    {
        RgkCalibrator.Synthetic.SyntheticRegion.Write(
            Declarations, new RgkCalibrator.Synthetic.SyntheticSettings(3_000, 1729));
        Assert.Equal(0, Outcome.Of("derive", Declarations, "--out", Packet, "--plots").Code);
    }

    public string Declarations => _folder["declaraties"];

    public string Packet => _folder["pakket"];

    public void Dispose() => _folder.Dispose();
}
