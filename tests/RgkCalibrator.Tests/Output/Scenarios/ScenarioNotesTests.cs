using RgkCalibrator.Framework.Scenarios;

namespace RgkCalibrator.Tests.Output.Scenarios;

/// <summary>What documents say of the choices of scenarios.</summary>
public sealed class ScenarioNotesTests(SmallRegion region) : IClassFixture<SmallRegion>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("intern")]
    [InlineData("extern")]
    public void For_how_many_a_trajectory_counts_is_said_of_a_scenario_of_less_than_half_a_year(string side)
    {
        Comparison.Compare(
            [region.Declarations], _folder["uit"],
            ScenarioFile.Parse(
                """
                scenarios:
                  - { name: maanden, cohort: 2020-01-01..2020-04-30 }
                  - { name: half, cohort: 2020-01-01..2020-07-01 }
                """,
                "s.yaml"),
            SmallRegion.Settings, SmallRegion.OneThread);

        var text = File.ReadAllText(Path.Combine(_folder["uit"], side, "vergelijking.md"));

        Assert.Contains("een start kan meetellen, is 121.", text, StringComparison.Ordinal);
        Assert.Contains("telt in de cijfers per jaar dus voor 3.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("'half' een start", text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
