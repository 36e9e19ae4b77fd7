using RgkCalibrator.Disclosure;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>
/// What a scenario comes to over the lines of which it and the base both show a count and a share; worked out of what
/// is shown of these lines.
/// </summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Shown">Its lines that are shown.</param>
/// <param name="Together">The lines that both show so.</param>
/// <param name="InBase">The share of their trajectories outside the line in the base, 0 to 1; null without any.</param>
/// <param name="InScenario">The same in the scenario.</param>
internal sealed record SafeScenarioSum(
    string Scenario, int Shown, int Together, double? InBase, double? InScenario)
{
    /// <summary>The sums of all scenarios, in their order.</summary>
    internal static IReadOnlyList<SafeScenarioSum> Of(SafeComparison comparison) =>
        [.. comparison.Scenarios.Select((scenario, i) => Of(
            scenario,
            [
                .. comparison.Lines.Select(line => (line.Base, Line: line.Scenarios[i]))
                    .Where(pair => pair.Base.OutsidePerYear is not null && pair.Line?.OutsidePerYear is not null)
                    .Select(pair => (pair.Base, pair.Line!)),
            ]))];

    private static SafeScenarioSum Of(
        SafeScenario scenario, IReadOnlyList<(SafeScenarioLine Base, SafeScenarioLine Line)> pairs) => new(
        scenario.Name, scenario.Lines.Count(one => one.Line.Withheld is null), pairs.Count,
        Outside([.. pairs.Select(pair => pair.Base.Line)]), Outside([.. pairs.Select(pair => pair.Line.Line)]));

    private static double? Outside(IReadOnlyList<SafeLine> lines) => lines.Count == 0
        ? null
        : lines.Sum(line => line.Trajectories.Value!.Value * (1 - line.WithinBoth!.Value))
            / lines.Sum(line => line.Trajectories.Value!.Value);
}
