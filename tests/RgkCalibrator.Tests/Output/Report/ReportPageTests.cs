using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Report;

namespace RgkCalibrator.Tests.Output.Report;

/// <summary>The report as bytes; <see cref="ReportInBrowserTests"/> opens it.</summary>
public sealed class ReportPageTests
{
    private const int MostBytes = 1_000_000;

    // What the script starts from; the rest is words, or where the plot of a chart is.
    private static readonly string[] NumbersForTheScript =
        ["data-at", "data-p", "data-count", "data-volume", "data-duur", "data-grid", "data-chosen"];

    private static readonly string[] OtherData =
    [
        "data-line", "data-measure", "data-scale", "data-kind", "data-changed", "data-care-years", "data-of",
        "data-key",
    ];

    private static readonly XElement Page = ReportSamples.Read(
        ReportPage.Of(ReportSamples.EveryKind, ReportSamples.Notes()));

    [Fact]
    public void Sixty_products_with_all_their_charts_are_at_most_a_megabyte()
    {
        var page = ReportPage.Of(ReportSamples.SixtyProducts, ReportSamples.Notes());

        Assert.Equal(72, ReportSamples.SixtyProducts.Lines.Count);
        Assert.Equal(
            4 * 72, ReportSamples.All(ReportSamples.Read(page), "figure", "data-scale").Count());
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 500_000, MostBytes);
    }

    [Theory]
    [InlineData("", Language.Dutch)]
    [InlineData("tr-TR", Language.Dutch)]
    [InlineData("nl-NL", Language.English)]
    public void The_same_draft_gives_the_same_bytes(string culture, Language language)
    {
        var before = ReportPage.Of(ReportSamples.EveryKind, ReportSamples.Notes(language));

        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(before, ReportPage.Of(ReportSamples.EveryKind, ReportSamples.Notes(language)));
        Assert.DoesNotContain('\r', before);
    }

    [Fact]
    public void The_policy_lets_nothing_in_but_the_style_and_script_of_the_page()
    {
        var page = ReportPage.Of(ReportSamples.EveryKind, ReportSamples.Notes());

        var policy = Page.Descendants("meta").Single(one => one.Attribute("http-equiv") is not null)
            .Attribute("content")!.Value;
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(
            [HashOf(page, "style"), HashOf(page, "script")],
            ReportSamples.Hashes().Matches(policy).Select(match => match.Groups["hash"].Value));
        Assert.DoesNotContain(
            Page.DescendantsAndSelf().Attributes(),
            one => one.Name.LocalName == "style" || one.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_number_that_the_script_starts_from_is_released()
    {
        var draft = ReportSamples.EveryKind;
        var tables = ReportSamples.All(Page, "table", "data-p").ToList();

        var expected = draft.Distributions.SelectMany(shown => new[] { "volume", "duur" }.Select(measure => (
            Name: $"{ReportSamples.NameOf(shown.Line)} {measure}",
            Points: ReportSamples.Points(shown, measure).OrderBy(point => point.Value).ThenBy(
                point => decimal.Parse(point.Key, CultureInfo.InvariantCulture))))).ToList();
        Assert.Equal(expected.Select(one => one.Name).Order(), tables.Select(NameOf).Order());
        foreach (var (name, points) in expected)
        {
            var table = tables.Single(one => NameOf(one) == name);
            Assert.Equal(string.Join(' ', points.Select(point => point.Key)), table.Attribute("data-p")!.Value);
            Assert.Equal(
                string.Join(' ', points.Select(point => Numbers.Exact(point.Value))),
                table.Attribute("data-at")!.Value);
        }

        var rows = ReportSamples.All(Page, "tr", "data-line").ToList();
        Assert.Equal(draft.Lines.Select(ReportSamples.NameOf), rows.Select(row => row.Attribute("data-line")!.Value));
        foreach (var (line, row) in draft.Lines.Zip(rows))
        {
            var count = line.Trajectories.Value is { } n ? Numbers.Whole(n) : null;
            Assert.Equal(count, row.Attribute("data-count")?.Value);
            Assert.Equal(Told(line.WithinVolume), row.Attribute("data-volume")?.Value);
            Assert.Equal(Told(line.WithinDuration), row.Attribute("data-duur")?.Value);
        }

        static string NameOf(XElement table) => table.Ancestors()
            .Where(one => one.Attribute("data-line") is not null)
            .Select(one => $"{one.Attribute("data-line")!.Value} {one.Attribute("data-measure")!.Value}").First();

        static string? Told(SafeShare? share) => share is null
            ? null
            : (share.IsBand ? ">" : string.Empty)
                + Math.Round((decimal)share.Value, 2, MidpointRounding.AwayFromZero)
                    .ToString("0.##", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void No_other_data_stand_in_the_page()
    {
        var names = Page.Descendants().Where(one => one.Name.LocalName != "template").Attributes()
            .Select(one => one.Name.LocalName).Where(name => name.StartsWith("data-", StringComparison.Ordinal));

        Assert.Equal(
            NumbersForTheScript.Concat(OtherData).Order(StringComparer.Ordinal),
            names.Distinct().Order(StringComparer.Ordinal));
        // By what a cell is sorted is the number that it shows.
        Assert.All(
            ReportSamples.All(Page, "td", "data-key"), cell => Assert.NotEqual(string.Empty, cell.Value));
    }

    [Fact]
    public void All_figures_of_the_report_are_listed_in_the_release_with_it()
    {
        using var folder = new TemporaryFolder();
        using var output = StagedOutput.ForFolder(folder["uit"], PacketKind.Draft);

        ExternFiles.Write(output, ReportSamples.EveryKind, ReportSamples.Notes());

        using var release = JsonDocument.Parse(File.ReadAllText(output.PathOf("extern/vrijgave.json")));
        var places = release.RootElement.GetProperty("figures").EnumerateArray()
            .Where(one => one.GetProperty("files").EnumerateArray().Any(file => file.GetString() == "rapport.html"))
            .Select(one => (one.GetProperty("product").GetString(), one.GetProperty("figure").GetString())).ToHashSet();
        foreach (var figure in new[] { "trajectories", "volume", "withinBoth", "volumeCurve", "durationHistogram" })
            Assert.Contains(("45D07", figure), places);
        // A box and the volume of a whole product stand only where subgroups stand side by side.
        Assert.Contains(("45D07", "volumeBox"), places);
        Assert.Contains(("45D07", "pooledVolume"), places);
        Assert.DoesNotContain(("A1", "volumeBox"), places);
    }

    [Theory]
    [InlineData(Language.Dutch, "nl", "Buiten het kader", "40 uur in 9 maanden")]
    [InlineData(Language.English, "en", "Outside the framework", "40 hours in 9 months")]
    public void The_page_is_in_one_language(Language language, string lang, string heading, string current)
    {
        var page = ReportSamples.Read(ReportPage.Of(ReportSamples.EveryKind, ReportSamples.Notes(language)));

        Assert.Equal(lang, page.Attribute("lang")!.Value);
        Assert.Contains(page.Descendants("th"), head => head.Value == heading);
        Assert.Contains(
            page.Descendants("summary"), one => one.Value.Contains(current, StringComparison.Ordinal));
    }

    [Fact]
    public void A_product_with_subgroups_is_one_part_of_the_published_form_with_its_grounds_beside_all_lines()
    {
        var form = Page.Descendants("table").Where(one => one.Attribute("class")?.Value == "published").ToList();

        var product = form.SelectMany(one => one.Elements("tbody"))
            .Single(body => body.Value.Contains("45D07", StringComparison.Ordinal));
        Assert.Equal(
            ["45D07 Behandeling met delen", "Eerste", "Vervolg"],
            product.Descendants("th").Select(one => one.Value.Trim()));
        var outside = product.Descendants("td").Single(one => one.Attribute("rowspan") is not null);
        Assert.Equal(("3", "Crisis en veiligheid"), (outside.Attribute("rowspan")!.Value, outside.Value.Trim()));
        Assert.Equal(
            2, form.Count(one => one.ElementsAfterSelf().Any() || one.Parent!.ElementsAfterSelf("ul").Any()));
    }

    [Fact]
    public void What_is_no_proposal_says_in_a_note_what_it_is()
    {
        var notes = Page.Descendants("li").Where(one => one.Attribute("id") is not null)
            .ToDictionary(one => "#" + one.Attribute("id")!.Value, one => one.Value);

        var links = Page.Descendants("sup").SelectMany(one => one.Elements("a")).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(notes.ContainsKey(link.Attribute("href")!.Value)));
        Assert.Contains("De gegevens dragen hier geen lijn; dit is de lijn die nu geldt.", notes.Values);
        Assert.Contains("Deze norm is niet berekend, maar komt uit contract.", notes.Values);
    }

    [Fact]
    public void A_drawing_in_the_page_says_what_it_says_in_its_file()
    {
        var files = ChartFiles.For(ReportSamples.EveryKind, ReportSamples.Notes().ChartContext)
            .Where(file => file.IsInReport)
            .Select(file => (file.Title, Texts: Texts(XElement.Parse(file.Painted.Text)))).ToList();

        var drawings = ReportSamples.Drawings(Page)
            .Select(drawing => (Title: drawing.Attribute("aria-label")!.Value, Texts: Texts(drawing))).ToList();
        Assert.Equal(
            files.Select(file => $"{file.Title}: {file.Texts}").Order(StringComparer.Ordinal),
            drawings.Select(drawing => $"{drawing.Title}: {drawing.Texts}").Order(StringComparer.Ordinal));

        static string Texts(XElement drawing) => string.Join(
            '|', drawing.Descendants().Where(one => one.Name.LocalName == "text").Select(one => one.Value));
    }

    [Fact]
    public void The_index_leads_to_every_chart()
    {
        using var folder = new TemporaryFolder();
        using var output = StagedOutput.ForFolder(folder["uit"], PacketKind.Draft);
        using var png = PngFiles.Open(new PngSettings(PngCharts.Main, 480), RunSettings.Default);

        ExternFiles.Write(output, ReportSamples.EveryKind, ReportSamples.Notes(), png);

        var index = ReportSamples.Read(File.ReadAllText(output.PathOf("extern/grafieken/index.html")));
        Assert.Equal(
            output.Files().Where(file => file.StartsWith("extern/grafieken/", StringComparison.Ordinal))
                .Select(file => Path.GetFileName(file)).Where(file => file != "index.html")
                .Order(StringComparer.Ordinal),
            index.Descendants("a").Select(link => link.Attribute("href")!.Value).Order(StringComparer.Ordinal));
    }

    private static string HashOf(string page, string element)
    {
        var start = page.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        var text = page[start..page.IndexOf($"</{element}>", start, StringComparison.Ordinal)];
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
