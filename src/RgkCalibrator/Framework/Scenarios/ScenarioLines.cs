using RgkCalibrator.Groups;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>Puts the lines of scenarios beside each other.</summary>
public static class ScenarioLines
{
    /// <summary>Compares scenarios.</summary>
    /// <param name="groups">For each scenario, the base first, the groups of each product.</param>
    /// <param name="scenarios">The scenarios, in the same order.</param>
    /// <param name="usual">How estimates become lines where a scenario does not say otherwise.</param>
    /// <param name="days">The days by which figures of each scenario are told for a year.</param>
    /// <returns>Every line that is in the base scenario.</returns>
    public static IReadOnlyList<ComparedLine> Compare(
        IReadOnlyList<IReadOnlyList<ProductGroups>> groups, IReadOnlyList<Scenario> scenarios,
        FrameworkSettings usual, IReadOnlyList<CountedDays> days)
    {
        var bases = groups[0].AsParallel().AsOrdered()
            .SelectMany(product => Proposals.ForProduct(product, scenarios[0].Apply(usual))).ToList();
        var columns = scenarios.AsParallel().AsOrdered().Select((scenario, i) =>
            new ScenarioColumn(scenario, groups[i], usual, bases).Lines(days[i])).ToList();
        // A subgroup can be without trajectories in another scenario: it then has no line there.
        return
        [
            .. bases.Select(line => line.Group.Name).Select(name => new ComparedLine(
                [.. columns.Select(column => column.GetValueOrDefault(name)).OfType<ScenarioLine>()])),
        ];
    }
}
