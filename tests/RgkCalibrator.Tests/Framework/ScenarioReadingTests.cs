using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Framework;

/// <summary>Scenarios that ask columns, beside scenarios that are read as they were known on another day.</summary>
public sealed class ScenarioReadingTests : IDisposable
{
    private const string AsKnown = "{ name: toen, asKnownOn: 2020-12-31 }";
    private const string Without = "{ name: minder, withoutMunicipality: '9901' }";

    private readonly TemporaryFolder _folder = new();
    private readonly Reading _reading = new();

    [Theory]
    [InlineData($"{AsKnown}, {Without}")]
    [InlineData($"{Without}, {AsKnown}")]
    [InlineData("{ name: minder, asKnownOn: 2020-12-31, withoutMunicipality: '9901' }")]
    public void A_column_that_no_file_has_is_refused_with_the_scenario_that_asks_it_and_the_remedy(string scenarios)
    {
        var nowhere = _reading.WriteQuery($"SELECT * EXCLUDE (municipality) FROM {Region}");

        var refused = Assert.Throws<CalibrationException>(() => Compared(scenarios, nowhere));

        Assert.Equal((ExitCode.WrongUse, "s.yaml, scenario 'minder'"), (refused.ExitCode, refused.Where));
        Assert.Contains("municipality", refused.What.Dutch, StringComparison.Ordinal);
        Assert.Contains("mapping", refused.Remedy.Dutch, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["uit"]));
    }

    [Fact]
    public void A_municipality_of_later_rows_alone_can_be_left_out_beside_what_was_known_before_and_not_in_it()
    {
        var later = _reading.WriteQuery($"""
            SELECT * REPLACE (CASE WHEN start_date >= DATE '2022-01-01' AND hash(client_id) % 5 = 0
                THEN '0518' ELSE municipality END AS municipality)
            FROM {Region}
            """);

        var lines = Compared($"{AsKnown}, {{ name: minder, withoutMunicipality: '0518' }}", later);
        var refused = Assert.Throws<CalibrationException>(() => Compared(
            $"{AsKnown}, {{ name: beide, asKnownOn: 2020-12-31, withoutMunicipality: '0518' }}", later));

        Assert.True(CohortOf(lines, "minder") < CohortOf(lines, Scenario.Base.Name));
        Assert.Equal("s.yaml, scenario 'beide'", refused.Where);
        Assert.Contains("gemeente", refused.What.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_column_is_that_of_a_comparison_with_its_scenario_alone()
    {
        var together = Compared($"{AsKnown}, {Without}", SmallRegion.Declarations);

        foreach (var (name, scenario) in new[] { ("toen", AsKnown), ("minder", Without) })
        {
            var alone = Compared(scenario, SmallRegion.Declarations);
            Assert.Equal(Shown(alone, Scenario.Base.Name), Shown(together, Scenario.Base.Name));
            Assert.NotEmpty(Shown(alone, name));
            Assert.Equal(Shown(alone, name), Shown(together, name));
            Assert.NotEqual(CohortOf(together, Scenario.Base.Name), CohortOf(together, name));
        }
    }

    public void Dispose()
    {
        _folder.Dispose();
        _reading.Dispose();
    }

    private static string Region => $"read_parquet('{SmallRegion.Declarations}/*.parquet')";

    private static IEnumerable<ScenarioLine> Of(IReadOnlyList<ComparedLine> lines, string scenario) =>
        lines.SelectMany(line => line.Scenarios).Where(line => line.Scenario.Name == scenario);

    private static int CohortOf(IReadOnlyList<ComparedLine> lines, string scenario) =>
        Of(lines, scenario).Sum(line => line.Line.Group.Cohort);

    private static IEnumerable<string> Shown(IReadOnlyList<ComparedLine> lines, string scenario) =>
        Of(lines, scenario).Select(line =>
            $"{line.Line.Group.Name} {line.Line.Group.Cohort} {line.Line.Chosen} {line.AtBase} {line.Years}");

    private IReadOnlyList<ComparedLine> Compared(string scenarios, string declarations) => Comparison.Compare(
        [declarations], _folder["uit"], ScenarioFile.Parse($"scenarios: [{scenarios}]", "s.yaml"),
        SmallRegion.Settings, SmallRegion.OneThread).Lines;
}
