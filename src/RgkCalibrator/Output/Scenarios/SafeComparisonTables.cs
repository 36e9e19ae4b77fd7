using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;

using LineColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Disclosure.SafeComparedLine>;
using RowColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Scenarios.SafeScenarioRow>;
using SumColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Scenarios.SafeScenarioSum>;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>A line in one scenario, beside the same line in the base.</summary>
internal sealed record SafeScenarioRow(string Scenario, SafeScenarioLine Line, SafeScenarioLine Base)
{
    /// <summary>The difference of the volume from the base, within the duration of the base.</summary>
    internal decimal? Difference => Line.AtBase - Base.AtBase;
}

/// <summary>Scenarios beside each other as they may be shown, as tables.</summary>
internal static class SafeComparisonTables
{
    /// <summary>A row for each line: duration, volume at the duration of the base and difference by scenario.</summary>
    internal static Table Overview(SafeComparison comparison, Language language) => Table.From(
        new("Vergelijking van scenario's", "Comparison of scenarios"),
        [
            LineColumn.Text("product_code", line => line.Base.Line.Product.Code, new("Code", "Code")),
            LineColumn.Text("product", line => line.Base.Line.Product.Name, new("Product", "Product")),
            Subgroup<SafeComparedLine>(line => line.Base.Line),
            LineColumn.Text("unit", line => line.Base.Line.Product.Unit.Name(), new("Eenheid", "Unit")),
            .. comparison.Scenarios.SelectMany(Columns),
            LineColumn.Words(
                "current_duration", line => line.Base.Line.Current?.Duration.Shown(),
                new("Huidige duur", "Current duration")),
            LineColumn.Rounded(
                "current_volume", line => line.Base.Line.Current?.Volume, new("Huidig volume", "Current volume")),
        ],
        comparison.Lines, language);

    /// <summary>All figures, a row for each line and scenario.</summary>
    internal static Table All(SafeComparison comparison, Language language) => Table.From(
        new("Alle cijfers", "All figures"),
        [
            RowColumn.Text("product_code", row => row.Line.Line.Product.Code, new("Code", "Code")),
            Subgroup<SafeScenarioRow>(row => row.Line.Line),
            RowColumn.Text("scenario", row => row.Scenario, new("Scenario", "Scenario")),
            RowColumn.Text("unit", row => row.Line.Line.Product.Unit.Name(), new("Eenheid", "Unit")),
            RowColumn.Whole(
                "trajectories", row => row.Line.Line.Trajectories.Value, new("Trajecten", "Trajectories")),
            RowColumn.Words("duration", row => row.Line.Line.Chosen.Duration?.Shown(), new("Duur", "Duration")),
            RowColumn.Rounded("volume", row => row.Line.Line.Chosen.Volume, new("Volume", "Volume")),
            RowColumn.Rounded(
                "volume_at_base_duration", row => row.Line.AtBase,
                new("Volume bij de duur van de basis", "Volume at the duration of the base")),
            new(
                "volume_difference", ColumnKind.Number,
                (row, shownIn) => TableCell.Difference(row.Difference, 2, shownIn),
                new("Verschil met de basis", "Difference from the base")),
            new(
                "within_both", ColumnKind.Number, (row, shownIn) => row.Line.Line.WithinBoth switch
                {
                    null => TableCell.Empty,
                    { IsBand: true, Value: var bound } => TableCell.Text(">" + Numbers.Share(bound, 0, shownIn)),
                    { Value: var value } => TableCell.Share(value, shownIn),
                },
                new("Binnen beide", "Within both")),
            RowColumn.Whole(
                "outside_per_year", row => row.Line.OutsidePerYear,
                new("Trajecten buiten per jaar", "Trajectories outside a year")),
        ],
        comparison.Lines.SelectMany(line => line.Scenarios.Zip(comparison.Scenarios, (one, scenario) =>
            one is null ? null : new SafeScenarioRow(scenario.Name, one, line.Base)).OfType<SafeScenarioRow>()),
        language);

    /// <summary>
    /// What the scenarios come to: the share outside over the lines of which both the scenario and the base show it.
    /// </summary>
    internal static Table Sums(SafeComparison comparison, Language language) => Table.From(
        new("Samen", "Together"),
        [
            SumColumn.Text("scenario", sum => sum.Scenario, new("Scenario", "Scenario")),
            SumColumn.Whole("lines_shown", sum => sum.Shown, new("Lijnen getoond", "Lines shown")),
            SumColumn.Whole(
                "lines_together", sum => sum.Together, new("Lijnen met een deel buiten", "Lines with a share outside")),
            Outside("outside_base", sum => sum.InBase, new("Deel buiten in de basis", "Share outside in the base")),
            Outside(
                "outside_scenario", sum => sum.InScenario,
                new("Deel buiten in het scenario", "Share outside in the scenario")),
        ],
        SafeScenarioSum.Of(comparison), language);

    private static SumColumn Outside(string name, Func<SafeScenarioSum, double?> share, Wording heading) => new(
        name, ColumnKind.Number,
        (sum, language) => share(sum) is { } one ? TableCell.Share(one, language) : TableCell.Empty, heading);

    private static Column<T> Subgroup<T>(Func<T, SafeLine> line) => new(
        "subgroup", ColumnKind.Text,
        (row, language) => new(line(row).SubgroupName.In(language), line(row).SubgroupId),
        new("Subgroep", "Subgroup"));

    private static IEnumerable<LineColumn> Columns(SafeScenario scenario, int place)
    {
        var number = Numbers.Whole(place);
        yield return LineColumn.Words(
            $"duration_{number}", line => line.Scenarios[place]?.Line.Chosen.Duration?.Shown(),
            new($"Duur {scenario.Name}", $"Duration {scenario.Name}"));
        yield return LineColumn.Rounded(
            $"volume_{number}", line => line.Scenarios[place]?.AtBase,
            new($"Volume {scenario.Name}", $"Volume {scenario.Name}"));
        if (place > 0)
        {
            yield return new(
                $"difference_{number}", ColumnKind.Number,
                (line, language) =>
                    TableCell.Difference(line.Scenarios[place]?.AtBase - line.Base.AtBase, 2, language),
                new($"Verschil {scenario.Name}", $"Difference {scenario.Name}"));
        }
    }
}
