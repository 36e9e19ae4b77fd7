using RgkCalibrator.Catalogue;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests;

/// <summary>What README shows of the demo is what the demo gives.</summary>
public sealed class ReadmeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _extern;

    public ReadmeTests()
    {
        SyntheticRegion.Write(_folder["region"], SyntheticSettings.Default);
        var settings = new CalibrationSettings(CatalogueFile.Haaglanden2025());
        Calibration.Derive([_folder["region"]], _folder["demo"], settings, RunSettings.Default);
        _extern = Path.Combine(_folder["demo"], "extern");
    }

    [Fact]
    public void Its_table_and_its_picture_are_those_of_the_demo()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        var shown = Cells(Between(readme, "<!-- demo -->", "<!-- /demo -->").Split('\n'), '|');
        var demo = Cells(File.ReadAllLines(Path.Combine(_extern, "kader-concept.csv")), ';');
        var columns = shown[0].Select(heading => demo[0].IndexOf(heading)).ToList();
        var (code, subgroup) = (demo[0].IndexOf("Code"), demo[0].IndexOf("Subgroep"));
        var lines = demo.ToDictionary(row => (row[code], row[subgroup]), row => columns.Select(column => row[column]));

        Assert.DoesNotContain(-1, columns);
        Assert.All(shown.Skip(2), row => Assert.Equal(lines[(row[0], row[2])], row));
        Assert.Equal(
            File.ReadAllText(Path.Combine(_extern, "grafieken", "volume-45C02.svg")),
            File.ReadAllText(Repository.PathOf("docs/demo-volume-45C02.svg")));
    }

    public void Dispose() => _folder.Dispose();

    private static string Between(string text, string from, string to) =>
        text.Split(from)[1].Split(to)[0];

    private static List<List<string>> Cells(IEnumerable<string> lines, char separator) =>
        [
            .. lines.Where(line => line.Length > 0)
                .Select(line => line.Trim('\uFEFF', '|').Split(separator).Select(cell => cell.Trim()).ToList()),
        ];
}
