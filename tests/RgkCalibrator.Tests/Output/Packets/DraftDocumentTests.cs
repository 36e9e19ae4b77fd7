using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Output.Packets;

public sealed class DraftDocumentTests
{
    private static readonly DisclosureProfile Strict = new();
    private static readonly FrameworkSettings Settings = new();

    [Theory]
    [InlineData("", Language.Dutch)]
    [InlineData("nl-NL", Language.Dutch)]
    [InlineData("tr-TR", Language.Dutch)]
    [InlineData("", Language.English)]
    [InlineData("nl-NL", Language.English)]
    [InlineData("tr-TR", Language.English)]
    public void A_draft_reads_the_same_under_every_culture(string culture, Language language)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        using var folder = new TemporaryFolder();
        using var output = StagedOutput.ForFolder(folder["uit"], PacketKind.Draft);
        var notes = new DraftNotes(
            Reading.GapOf90, Settings, Strict, IsSynthetic: language == Language.Dutch, language);

        ExternFiles.Write(output, SafeDraft.From(DraftLines.All(), Strict), notes);

        var name = language == Language.Dutch ? "nl" : "en";
        Golden.Verify($"kader-concept-{name}.md", Written("kader-concept.md"));
        Golden.Verify($"kader-concept-{name}.csv", Written("kader-concept.csv"));
        Golden.Verify($"kader-concept-machine-{name}.csv", Written("kader-concept-machine.csv"));
        Golden.Verify($"kader-concept-{name}.json", Written("kader-concept.json"));
        Golden.Verify($"vrijgave-{name}.json", Written("vrijgave.json"));
        Golden.Verify($"onderbouwing-{name}.csv", Written("onderbouwing.csv"));
        Golden.Verify($"onderbouwing-machine-{name}.csv", Written("onderbouwing-machine.csv"));

        string Written(string file) => File.ReadAllText(output.PathOf("extern/" + file));
    }

    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public void Readers_and_programs_are_told_the_same_number(Language language)
    {
        // All shares of rounded counts up to 1,000, and intensities on every half: where rounding could part them.
        var shares = Enumerable.Range(1, 200)
            .SelectMany(all => Enumerable.Range(1, all).Select(part => 5.0 * part / (5.0 * all)));
        var lines = shares.Distinct().Select((share, i) => new SafeLine(
            Care.Usual with { IntensityUnit = i % 2 == 0 ? IntensityUnit.MinuutPerWeek : IntensityUnit.UurPerWeek },
            new SafeProposal(Settings.Percentage) { Volume = i / 8m },
            new SafeProposal(Settings.Compared),
            new SafeCount(5 * i, 10))
        {
            WithinVolume = new SafeShare(share, isBand: false),
            Intensity = i / 20m,
        }).ToList();

        var table = DraftTable.OfAll(lines, Settings, language);

        var told = 0;
        var numbers = table.Rows.SelectMany(row => table.Columns.Zip(row))
            .Where(pair => pair.First.IsNumber && pair.Second.Shown.Length > 0);
        foreach (var (column, cell) in numbers)
        {
            if (cell.Shown[0] is '<' or '>')
            {
                Assert.Equal(cell.Shown, cell.Plain);
                continue;
            }

            var shown = decimal.Parse(
                cell.Shown.TrimEnd('%').Split(' ')[0],
                language == Language.Dutch ? CultureInfo.GetCultureInfo("nl-NL") : CultureInfo.InvariantCulture);
            var isShare = cell.Shown.EndsWith('%');
            Expect.Equal(
                decimal.Parse(cell.Plain, CultureInfo.InvariantCulture) * (isShare ? 100 : 1), shown, column.Name);
            told++;
        }

        Assert.InRange(told, 40_000, int.MaxValue);
    }

    [Fact]
    public void Percentiles_that_were_chosen_name_the_columns()
    {
        var settings = Settings with { Percentage = Percentage.Of(97.5m), Compared = Percentage.Of(50) };

        var columns = DraftTable.OfAll([], settings, Language.Dutch).Columns;

        Assert.Contains(
            columns,
            column => column is { Heading: "Volume P97.5" or "Volume P97,5", Name: "volume_p97_5", IsNumber: true });
        Assert.Contains(columns, column => column is { Heading: "Duur P50", Name: "duration_p50", IsNumber: false });
        Assert.Equal(columns.Count, columns.DistinctBy(column => column.Name).Count());
    }
}
