using RgkCalibrator.Framework.Scenarios;

namespace RgkCalibrator.Tests.Output.Scenarios;

/// <summary>What documents say of the choices of scenarios.</summary>
public sealed class ScenarioNotesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("intern")]
    [InlineData("extern")]
    public void For_how_many_a_trajectory_counts_is_said_of_a_scenario_of_less_than_half_a_year(string side)
    {
        Comparison.Compare(
            [SmallRegion.Declarations], _folder["uit"],
            ScenarioFile.Parse(
                """
                scenarios:
                  - { name: maanden, cohort: 2020-01-01..2020-04-30 }
                  - { name: half, cohort: 2020-01-01..2020-07-01 }
                """,
                "s.yaml"),
            SmallRegion.Settings, SmallRegion.OneThread);

        var text = File.ReadAllText(Path.Combine(_folder["uit"], side, "vergelijking.md"));

        Assert.Contains("cijfers per jaar van 'maanden' rusten, is 121.", text, StringComparison.Ordinal);
        Assert.Contains("Eén traject telt daarin voor 3.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("van 'half' rusten", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ended", "wat nog doorloopt, ontbreekt")]
    [InlineData("active", "lange trajecten tellen te vaak mee")]
    public void That_a_choice_is_biased_is_said_once_of_the_scenario_that_makes_it(string rule, string why)
    {
        Comparison.Compare(
            [SmallRegion.Declarations], _folder["uit"],
            ScenarioFile.Parse($"scenarios: [{{ name: anders, cohortRule: {rule} }}]", "s.yaml"),
            SmallRegion.Settings, SmallRegion.OneThread);

        var notes = File.ReadLines(_folder["uit/intern/vergelijking.md"])
            .Where(line => line.Contains("vertekening", StringComparison.Ordinal)).ToList();

        Assert.Contains("'anders'", Assert.Single(notes), StringComparison.Ordinal);
        Assert.Contains(why, notes[0], StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
