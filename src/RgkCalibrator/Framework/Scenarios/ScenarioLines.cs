using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>Puts the lines of scenarios beside each other.</summary>
public static class ScenarioLines
{
    private const double DaysOfYear = 365.25;

    /// <summary>Compares scenarios.</summary>
    /// <param name="groups">For each scenario, the base first, the groups of each product in the same order.</param>
    /// <param name="scenarios">The scenarios, in the same order.</param>
    /// <param name="usual">How estimates become lines where a scenario does not say otherwise.</param>
    /// <param name="cohorts">The start days of each scenario that could bring trajectories.</param>
    /// <returns>Every line that is in the base scenario.</returns>
    public static IReadOnlyList<ComparedLine> Compare(
        IReadOnlyList<IReadOnlyList<ProductGroups>> groups, IReadOnlyList<Scenario> scenarios,
        FrameworkSettings usual, IReadOnlyList<Period> cohorts)
    {
        var compared = new List<ComparedLine>();
        for (var product = 0; product < groups[0].Count; product++)
        {
            var bases = Proposals.ForProduct(groups[0][product], scenarios[0].Apply(usual));
            var durations = bases.ToDictionary(line => line.Group.Subgroup, line => line.Chosen.Duration?.Step);
            var place = product;
            var columns = scenarios.AsParallel().AsOrdered().Select((scenario, i) =>
                Column(scenario, groups[i][place], durations, usual, YearsOf(cohorts[i]))).ToList();
            // A subgroup can be without trajectories in another scenario: it then has no line there.
            compared.AddRange(bases.Select(line => new ComparedLine(
                [.. columns.Select(column => column.GetValueOrDefault(line.Group.Subgroup)).OfType<ScenarioLine>()])));
        }

        return compared;
    }

    private static Dictionary<string, ScenarioLine> Column(
        Scenario scenario, ProductGroups product, IReadOnlyDictionary<string, DurationStep?> durations,
        FrameworkSettings usual, double years)
    {
        var settings = scenario.Apply(usual);
        var lines = Proposals.ForProduct(product, settings);
        var atBase = Proposals.ForProduct(
            product, settings, group => durations.GetValueOrDefault(group.Subgroup));
        return lines.Zip(atBase, Line).ToDictionary(line => line.Line.Group.Subgroup);

        ScenarioLine Line(DraftLine own, DraftLine within)
        {
            var isKnown = durations.GetValueOrDefault(own.Group.Subgroup) is not null;
            return new(scenario, own, isKnown ? within.Chosen.Volume?.Value : null, years) { AtBaseLine = within };
        }
    }

    private static double YearsOf(Period cohort) =>
        (cohort.Last.DayNumber - cohort.First.DayNumber + 1) / DaysOfYear;
}
