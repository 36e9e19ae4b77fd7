using System.Text.Json;
using RgkCalibrator.Tests.Output.Formats.Pptx;

namespace RgkCalibrator.Tests.Cli;

/// <summary>What becomes of <c>--template</c> and <c>--products</c>, through the command line.</summary>
public sealed class PresentationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_presentation_of_some_products_in_the_look_of_an_earlier_one_leaves_all_other_files_as_they_are()
    {
        var template = Path.Combine(SmallRegion.Packet, "extern", "presentatie.pptx");

        var outcome = Outcome.Of(
            "derive", SmallRegion.Declarations, "--out", _folder["uit"], "--png", "none", "--threads", "1",
            "--products",
            "45C02,45C10", "--template", template);

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Empty(new PptxFile(File.ReadAllBytes(template)).Errors());
        Assert.Empty(new PptxFile(File.ReadAllBytes(_folder["uit/extern/presentatie.pptx"])).Errors());
        var (all, some) = (Extern(SmallRegion.Packet), Extern(_folder["uit"]));
        Assert.Equal(
            ["presentatie.pptx", "vrijgave.json"],
            some.Keys.Where(file => some[file] != all[file]).Order(StringComparer.Ordinal));
        Assert.True(some["presentatie.pptx"].Length < all["presentatie.pptx"].Length / 2);
        using var manifest = JsonDocument.Parse(File.ReadAllText(_folder["uit/manifest.json"]));
        var settings = manifest.RootElement.GetProperty("settings");
        Assert.Equal(64, settings.GetProperty("templateSha256").GetString()!.Length);
        Assert.Equal(2, settings.GetProperty("presented").GetArrayLength());
        Assert.Equal(["45C02", "45C10"], ProductsIn(_folder["uit"]));
    }

    [Theory]
    [InlineData("derive", "--products", "45C02,99X99", "--products 99X99")]
    [InlineData("demo", "--products", ",", "--products ,")]
    [InlineData("demo", "--template", "bestaat-niet.pptx", "bestaat-niet.pptx")]
    public void What_cannot_be_is_refused_before_anything_is_written(
        string command, string option, string value, string place)
    {
        string[] input = command == "derive" ? [SmallRegion.Declarations] : [];

        var outcome = Outcome.Of([command, .. input, "--out", _folder["uit"], option, value]);

        Assert.Equal(option == "--template" ? 5 : 2, outcome.Code);
        Assert.Contains(place, outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Root, "uit")));
    }

    private static Dictionary<string, string> Extern(string packet) =>
        SmallRegion.Files(Path.Combine(packet, "extern"))
            .Where(file => !file.Key.EndsWith(".png", StringComparison.Ordinal)).ToDictionary();

    private static IEnumerable<string> ProductsIn(string packet)
    {
        using var release = JsonDocument.Parse(File.ReadAllText(Path.Combine(packet, "extern", "vrijgave.json")));
        return
        [
            .. release.RootElement.GetProperty("figures").EnumerateArray()
                .Where(figure => figure.GetProperty("files").EnumerateArray()
                    .Any(file => file.GetString() == "presentatie.pptx"))
                .Select(figure => figure.GetProperty("product").GetString()!).Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }
}
