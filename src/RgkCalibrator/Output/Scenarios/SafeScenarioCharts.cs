using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>The charts of a comparison that may leave.</summary>
internal static class SafeScenarioCharts
{
    private const int AxisSteps = 8;

    /// <summary>Volumes and durations of lines, and the share outside them together.</summary>
    internal static IReadOnlyList<ChartFile> For(SafeComparison comparison, ChartContext context)
    {
        var charts = new ScenarioCharts([.. comparison.Scenarios.Select(one => one.Name)], context);
        List<ScenarioValues> lines =
        [
            .. comparison.Lines.Select(line => new ScenarioValues(
                line.Base.Line.Product, new LineWords(line.Base.Line, context).Name,
                [.. line.Scenarios.Select(one => new ScenarioValue(one?.Line.Chosen.Duration, one?.AtBase))])),
        ];
        return
        [
            .. ScenarioChartPages.Of(charts.Volume(lines), Figure.Volume),
            .. ScenarioChartPages.Of(charts.Duration(lines), Figure.Duration),
            .. ScenarioChartPages.Of(Outside(comparison, context), Figure.Trajectories, Figure.WithinBoth),
        ];
    }

    /// <summary>The share outside the lines that each scenario and the base both show; null without any.</summary>
    internal static DumbbellChart? Outside(SafeComparison comparison, ChartContext context)
    {
        var sums = SafeScenarioSum.Of(comparison).Skip(1).Where(sum => sum.Together > 0).ToList();
        if (sums.Count == 0)
            return null;
        var language = context.Language;
        var charts = new ScenarioCharts([.. comparison.Scenarios.Select(one => one.Name)], context);
        var most = sums.MaxBy(sum => Math.Abs(sum.InScenario!.Value - sum.InBase!.Value))!;
        var axis = new Wording("% van de trajecten buiten de lijn", "% of trajectories outside the line").In(language);
        var title = Title(most, language);
        return new DumbbellChart
        {
            Caption = charts.Caption("buiten", title, new Wording(
                "Per scenario over de lijnen waarvan het scenario en de basis allebei het deel tonen.",
                "For each scenario of the lines of which the scenario and the base both show the share.").In(language)),
            ComparedName = comparison.Scenarios[0].Name,
            ChosenName = new Wording("scenario", "scenario").In(language),
            Panels =
            [
                new(
                    axis, "%", largest => Axis.Nice(0, largest, AxisSteps, language),
                    [.. sums.Select(sum => Row(sum, language))]),
            ],
            TitleOf = _ => title,
        };
    }

    private static DumbbellRow Row(SafeScenarioSum sum, Language language)
    {
        var lines = Numbers.Whole(sum.Together);
        return new(
            sum.Scenario, Labelled(sum.InBase!.Value), Labelled(sum.InScenario!.Value),
            new Wording(
                sum.Together == 1 ? "1 lijn" : $"{lines} lijnen", sum.Together == 1 ? "1 line" : $"{lines} lines")
                .In(language));

        // Not drawn finer than it is printed.
        LabelledValue Labelled(double share) =>
            new(Math.Round(100 * share, MidpointRounding.AwayFromZero), Shown(share, language));
    }

    private static string Title(SafeScenarioSum most, Language language)
    {
        var (usual, other) = (Shown(most.InBase!.Value, language), Shown(most.InScenario!.Value, language));
        return new Wording(
            $"Bij ‘{most.Scenario}’ valt {other} van de trajecten buiten de lijn, bij de basis van dezelfde lijnen "
                + usual,
            $"In ‘{most.Scenario}’ {other} of trajectories lie outside the line, in the base of the same lines "
                + usual).In(language);
    }

    private static string Shown(double share, Language language) => Numbers.Share(share, 0, language);
}
