using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Output.Presentation;
using RgkCalibrator.Tests.Cli;

namespace RgkCalibrator.Tests.Output.Packets;

/// <summary>What a comparison of scenarios writes to be shown outside.</summary>
public sealed class ReleasedComparisonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_file_that_may_leave_has_its_line_and_the_packet_is_as_it_was_written()
    {
        Compare("uit");

        var release = JsonNode.Parse(File.ReadAllText(_folder["uit/extern/vrijgave.json"]))!;
        var listed = release["files"]!.AsArray().Select(file => (string)file!["file"]!);
        var written = Directory.EnumerateFiles(_folder["uit/extern"], "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder["uit/extern"], file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        Assert.Equal(written, listed);
        Assert.Contains(written, file => file.StartsWith("grafieken/scenarios-volume", StringComparison.Ordinal));
        Assert.Equal(
            ["basis", "P75", "start 2019-2023"],
            release["scenarios"]!.AsArray().Select(one => (string)one!["scenario"]!));
        Assert.Equal(0, Outcome.Of("verify", _folder["uit"]).Code);
    }

    [Fact]
    public void The_base_shows_the_figures_of_a_draft_and_a_comparison_once_more_the_same_bytes()
    {
        Compare("uit");
        Compare("nog-eens");
        Compare("naast", SmallRegion.Packet);

        var rows = Table("uit").Where(row => row[2] == "basis").ToList();
        var draft = Csv(Path.Combine(SmallRegion.Packet, "extern/kader-concept-machine.csv"));
        var (duration, volume) = (Place(draft[0], "duration_p80"), Place(draft[0], "volume_p80"));
        Assert.Equal(
            draft.Skip(1).Select(row => $"{row[duration]} {row[volume]}"),
            rows.Select(row => $"{row[5]} {row[6]}"));
        Assert.Equal(Extern("uit"), Extern("nog-eens"));
        Assert.Equal(rows, Table("naast").Where(row => row[2] == "basis"));
    }

    [Fact]
    public void A_draft_after_a_comparison_takes_along_what_it_released()
    {
        Compare("uit");

        Calibration.Derive(
            [SmallRegion.Declarations], _folder["later"], SmallRegion.Settings,
            SmallRegion.OneThread with { Released = [_folder["uit"]] });

        Assert.True(
            new FileInfo(_folder["later/intern/vrijgegeven.json"]).Length
                > new FileInfo(_folder["uit/intern/vrijgegeven.json"]).Length);
    }

    [Fact]
    public void A_difference_is_that_of_the_two_volumes_shown()
    {
        Compare("uit");

        var rows = Table("uit");
        var bases = rows.Where(row => row[2] == "basis").ToDictionary(row => (row[0], row[1]), row => row[7]);
        var compared = rows.Where(row => row[2] != "basis" && row[8].Length > 0).ToList();
        Assert.NotEmpty(compared);
        Assert.All(compared, row => Assert.Equal(
            NumberOf(row[7]) - NumberOf(bases[(row[0], row[1])]), NumberOf(row[8])));
    }

    [Fact]
    public void The_presentation_is_valid_and_its_charts_hold_the_volumes_of_the_tables_and_no_others()
    {
        Compare("uit");

        using var deck = PresentationDocument.Open(_folder["uit/extern/presentatie.pptx"], isEditable: false);
        var charts = deck.PresentationPart!.SlideParts.SelectMany(slide => slide.ChartParts).ToList();
        // Durations stand in words: 12 months.
        var known = Table("uit").SelectMany(row => row.Concat(row[5].Split(' '))).ToHashSet();
        var shares = File.ReadAllText(_folder["uit/extern/vergelijking.md"]);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(deck));
        Assert.NotEmpty(charts);
        Assert.DoesNotContain(
            charts.SelectMany(NumbersOf),
            number => !known.Contains(number)
                && !shares.Contains($"{number}%", StringComparison.Ordinal));
    }

    [Fact]
    public void A_short_presentation_has_the_chosen_products_only()
    {
        Compare("uit");
        var codes = CodesIn("uit");
        Compare("kort", new PresentationSettings { Products = [codes[0]] });

        Assert.True(codes.Count > 1);
        Assert.Equal([codes[0]], CodesIn("kort"));
    }

    /// <summary>The products of which a line stands in a chart of the presentation.</summary>
    private List<string> CodesIn(string folder)
    {
        using var deck = PresentationDocument.Open(_folder[folder + "/extern/presentatie.pptx"], isEditable: false);
        var text = string.Concat(deck.PresentationPart!.SlideParts.SelectMany(slide => slide.ChartParts)
            .SelectMany(chart => chart.GetPartsOfType<ChartDrawingPart>())
            .Select(drawing => drawing.UserShapes!.InnerText));
        return
        [
            .. SmallRegion.Settings.Catalogue.Products.Select(product => product.Code)
                .Where(code => text.Contains($"({code})", StringComparison.Ordinal)),
        ];
    }

    /// <summary>The numbers on the sheet that holds what a chart shows.</summary>
    private static IEnumerable<string> NumbersOf(ChartPart chart)
    {
        using var book = SpreadsheetDocument.Open(chart.EmbeddedPackagePart!.GetStream(), isEditable: false);
        var sheets = book.WorkbookPart!;
        var last = sheets.Workbook!.Descendants<Sheet>().Last().Id!.Value!;
        return [.. ((WorksheetPart)sheets.GetPartById(last)).Worksheet!.Descendants<Cell>()
            .Where(cell => cell.DataType is null && cell.CellValue is not null).Select(cell => cell.CellValue!.Text)];
    }

    private static decimal NumberOf(string cell) =>
        decimal.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

    private static int Place(string[] header, string name) => Array.IndexOf(header, name);

    private static List<string[]> Csv(string file) =>
        [.. File.ReadAllLines(file).Select(line => line.TrimStart('\uFEFF').Split(','))];

    private List<string[]> Table(string folder) =>
        [.. Csv(_folder[folder + "/extern/vergelijking-machine.csv"]).Skip(1)];

    private SortedDictionary<string, string> Extern(string folder) => SmallRegion.Files(_folder[folder + "/extern"]);

    private void Compare(string folder, params string[] released) => Compare(folder, new(), released);

    private void Compare(string folder, PresentationSettings presentation, params string[] released)
    {
        File.WriteAllText(
            _folder["scenarios.yaml"],
            "scenarios: [{ name: P75, percentile: 75 }, "
                + "{ name: start 2019-2023, cohort: 2019-01-01..2023-12-31 }]");
        Comparison.Compare(
            [SmallRegion.Declarations], _folder[folder], ScenarioFile.Read(_folder["scenarios.yaml"]),
            SmallRegion.Settings with { Presentation = presentation },
            SmallRegion.OneThread with { Released = released });
    }
}
