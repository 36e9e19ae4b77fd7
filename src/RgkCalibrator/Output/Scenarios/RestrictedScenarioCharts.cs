using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>The charts of a comparison with all its figures; restricted.</summary>
internal static class RestrictedScenarioCharts
{
    private static readonly Wording PerYear = new("per jaar van instroom", "per year of starts");

    private const string Folder = StagedOutput.Restricted + "/";

    /// <summary>Writes the charts.</summary>
    /// <param name="output">Where the run writes.</param>
    /// <param name="scenarios">The base first.</param>
    /// <param name="lines">The lines in them.</param>
    /// <param name="context">What all charts say below.</param>
    /// <param name="pngFiles">Writes charts as PNG too; null: none are asked for.</param>
    internal static void Write(
        StagedOutput output, IReadOnlyList<Scenario> scenarios, IReadOnlyList<ComparedLine> lines,
        ChartContext context, PngFiles? pngFiles)
    {
        var charts = For(scenarios, lines, context);
        foreach (var chart in charts)
            File.WriteAllText(output.PathOf(Folder + chart.File.Name), chart.Painted.Text);
        _ = pngFiles?.Write(output, charts, Folder).ToList();
    }

    /// <summary>Volumes and durations of lines, and what the scenarios come to together.</summary>
    internal static IReadOnlyList<ChartFile> For(
        IReadOnlyList<Scenario> scenarios, IReadOnlyList<ComparedLine> lines, ChartContext context)
    {
        var charts = new ScenarioCharts([.. scenarios.Select(one => one.Name)], context)
        {
            Restriction = ComparisonFiles.Restriction,
        };
        List<ScenarioValues> values = [.. lines.Select(line => new ScenarioValues(
            line.Group.Product, NameOf(line, context),
            [.. scenarios.Select(scenario => ValueOf(Of(line, scenario)))]))];
        return
        [
            .. ScenarioChartPages.Of(charts.Volume(values)),
            .. ScenarioChartPages.Of(charts.Duration(values)),
            .. ScenarioChartPages.Of(Bars(
                "buiten", charts, scenarios, lines, line => line.OutsidePerYear,
                new("Trajecten buiten de lijn", "Trajectories outside the line"))),
            .. ScenarioChartPages.Of(Bars(
                "euro", charts, scenarios, lines, line => line.EurosAbovePerYear,
                new("Euro boven de lijn", "Euros above the line"))),
        ];
    }

    private static ScenarioBars? Bars(
        string kind, ScenarioCharts charts, IReadOnlyList<Scenario> scenarios, IReadOnlyList<ComparedLine> lines,
        Func<ScenarioLine, double?> valueOf, Wording what)
    {
        // Only lines that every scenario has can be summed side by side.
        var common = lines.Where(line => scenarios.All(scenario =>
            Of(line, scenario) is { } one && valueOf(one) is not null)).ToList();
        if (common.Count == 0 || scenarios.Count < 2)
            return null;
        var sums = scenarios.Select(scenario => new ScenarioBar(
            scenario.Name, common.Sum(line => valueOf(Of(line, scenario)!)!.Value), string.Empty)).ToList();
        var count = Numbers.Whole(common.Count);
        return charts.Bars(
            kind,
            (Title(what, sums), new(
                $"Over de {count} lijnen die in elk scenario een voorstel hebben. Een jaar telt alleen de dagen waarop "
                    + "een start kan meetellen.",
                $"Of the {count} lines that have a proposal in every scenario. A year has only days on which a start "
                    + "can count.")),
            new($"{what.Dutch} {PerYear.Dutch}", $"{what.English} {PerYear.English}"),
            [.. sums.Select(sum => sum with { Label = Shown(sum.Value, charts.Context.Language) })]);
    }

    private static Wording Title(Wording what, List<ScenarioBar> sums)
    {
        var (usual, most) = (sums[0], sums.Skip(1).MaxBy(sum => Math.Abs(sum.Value - sums[0].Value))!);
        return new(
            $"{what.Dutch}: {Shown(usual.Value, Language.Dutch)} per jaar in de basis, "
                + $"{Shown(most.Value, Language.Dutch)} bij ‘{most.Name}’",
            $"{what.English}: {Shown(usual.Value, Language.English)} a year in the base, "
                + $"{Shown(most.Value, Language.English)} in ‘{most.Name}’");
    }

    private static string Shown(double value, Language language) => Numbers.Shown(value, 0, language);

    private static string NameOf(ComparedLine line, ChartContext context) => line.Group.Subgroup.Length == 0
        ? line.Group.Product.Name
        : $"{line.Group.Product.Name}, {context.Say(line.Group.Scope.Name)}";

    private static ScenarioLine? Of(ComparedLine line, Scenario scenario) =>
        line.Scenarios.FirstOrDefault(one => one.Scenario == scenario);

    private static ScenarioValue ValueOf(ScenarioLine? line) => new(line?.Duration, line?.AtBase);
}
