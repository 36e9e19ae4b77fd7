using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;

using LineColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Framework.Scenarios.ComparedLine>;
using RowColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Scenarios.ScenarioRow>;
using SumColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Scenarios.ScenarioSum>;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>A line in one scenario, beside the same line in the base.</summary>
internal sealed record ScenarioRow(ScenarioLine Line, ScenarioLine Base);

/// <summary>What all lines of a scenario come to.</summary>
internal sealed record ScenarioSum(Scenario Scenario, IReadOnlyList<ScenarioLine> Lines);

/// <summary>Scenarios beside each other, as tables; restricted.</summary>
internal static class ComparisonTables
{
    /// <summary>
    /// A row for each line: the duration, and the volume at the duration of the base, of every scenario.
    /// </summary>
    internal static Table Overview(
        IReadOnlyList<Scenario> scenarios, IReadOnlyList<ComparedLine> lines, IReadOnlyList<ComparedPacket> packets,
        Language language) => Table.From(
        new("Vergelijking van scenario's", "Comparison of scenarios"),
        [
            LineColumn.Text("product_code", line => line.Group.Product.Code, new("Code", "Code")),
            LineColumn.Text("product", line => line.Group.Product.Name, new("Product", "Product")),
            Subgroup<ComparedLine>(line => line.Group),
            LineColumn.Text("unit", line => line.Group.Product.Unit.Name(), new("Eenheid", "Unit")),
            .. scenarios.SelectMany(Columns),
            .. packets.SelectMany(PacketColumns.Of),
            LineColumn.Words(
                "current_duration", line => Current(line)?.Duration.Shown(), new("Huidige duur", "Current duration")),
            LineColumn.Rounded("current_volume", line => Current(line)?.Volume, new("Huidig volume", "Current volume")),
        ],
        lines, language);

    /// <summary>All figures, a row for each line and scenario.</summary>
    internal static Table All(IReadOnlyList<ComparedLine> lines, UnitPrices prices, Language language) => Table.From(
        new("Alle cijfers", "All figures"),
        [
            RowColumn.Text("product_code", row => row.Line.Line.Group.Product.Code, new("Code", "Code")),
            Subgroup<ScenarioRow>(row => row.Line.Line.Group),
            RowColumn.Text("scenario", row => row.Line.Scenario.Name, new("Scenario", "Scenario")),
            RowColumn.Text("unit", row => row.Line.Line.Group.Product.Unit.Name(), new("Eenheid", "Unit")),
            RowColumn.Whole(
                "trajectories", row => row.Line.Line.Group.Cohort, new("Trajecten", "Trajectories")),
            RowColumn.Words("duration", row => row.Line.Duration?.Shown(), new("Duur", "Duration")),
            RowColumn.Rounded("volume", row => row.Line.Volume, new("Volume", "Volume")),
            RowColumn.Rounded(
                "volume_at_base_duration", row => row.Line.AtBase,
                new("Volume bij de duur van de basis", "Volume at the duration of the base")),
            new(
                "volume_difference", ColumnKind.Number,
                (row, shownIn) => TableCell.Difference(row.Line.AtBase - row.Base.Volume, 2, shownIn),
                new("Verschil met de basis", "Difference from the base")),
            RowColumn.Computed("within_both", row => row.Line.Inside, new("Deel binnen beide", "Share within both")),
            RowColumn.Computed(
                "outside_per_year", row => row.Line.OutsidePerYear,
                new("Trajecten buiten per jaar", "Trajectories outside a year")),
            RowColumn.Computed(
                "volume_above_per_year", row => row.Line.AbovePerYear,
                new("Volume boven de lijn per jaar", "Volume above the line a year")),
            RowColumn.Computed(
                "euros_above_per_year", row => row.Line.EurosAbovePerYear,
                new("Euro boven de lijn per jaar", "Euros above the line a year")),
            PriceTables.Basis<ScenarioRow>(prices, row => row.Line.Line.Group.Product.Code),
        ],
        lines.SelectMany(line => line.Scenarios.Select(scenario => new ScenarioRow(scenario, line.Base))), language);

    /// <summary>What the lines of each scenario come to together.</summary>
    internal static Table Sums(
        IReadOnlyList<Scenario> scenarios, IReadOnlyList<ComparedLine> lines, UnitPrices prices, Saving? saving,
        Language language) => Table.From(
        new("Samen", "Together"),
        [
            SumColumn.Text("scenario", sum => sum.Scenario.Name, new("Scenario", "Scenario")),
            SumColumn.Whole(
                "lines", sum => sum.Lines.Count(line => line.Volume is not null),
                new("Lijnen met een voorstel", "Lines with a proposal")),
            SumColumn.ShownWhole(
                "outside_per_year", sum => sum.Lines.Sum(line => line.OutsidePerYear ?? 0),
                new("Trajecten buiten per jaar", "Trajectories outside a year")),
            .. PriceTables.Euros(prices, saving),
        ],
        scenarios.Select(scenario => new ScenarioSum(
            scenario, [.. lines.SelectMany(line => line.Scenarios).Where(line => line.Scenario == scenario)])),
        language);

    /// <summary>A row for each line, and a column for each scenario with what differs from the base.</summary>
    internal static Table Differences(
        IReadOnlyList<Scenario> scenarios, IReadOnlyList<ComparedLine> lines, Language language) => Table.From(
        new("Verschillen", "Differences"),
        [
            LineColumn.Text("product_code", line => line.Group.Product.Code, new("Code", "Code")),
            Subgroup<ComparedLine>(line => line.Group),
            LineColumn.Words("base", line => Shown(line.Base), new("Basis", "Base")),
            .. scenarios.Skip(1).Select((scenario, i) => new LineColumn(
                $"scenario_{Numbers.Whole(i + 1)}", ColumnKind.Number,
                (line, shownIn) => TableCell.Text(
                    ScenarioNotes.CountedWith(scenario, line.Group.Product.Code)?.In(shownIn)
                        ?? Difference(Of(line, scenario), line.Base, shownIn)),
                Wording.Same(scenario.Name))),
        ],
        lines, language);

    /// <summary>A subgroup by its name to readers, and by its id to programs.</summary>
    internal static Column<T> Subgroup<T>(Func<T, Group> group) => new(
        "subgroup", ColumnKind.Text,
        (row, language) => new(group(row).Scope.Name.In(language), group(row).Subgroup), new("Subgroep", "Subgroup"));

    private static Wording? Shown(ScenarioLine line) => line is not { Volume: { } volume, Duration: { } duration }
        ? null
        : new(
            $"{Numbers.Shown((double)volume, 2, Language.Dutch)} in {duration.Shown().Dutch}",
            $"{Numbers.Shown((double)volume, 2, Language.English)} in {duration.Shown().English}");

    // The volume within the duration of the base; the duration too where it is another.
    private static string Difference(ScenarioLine? line, ScenarioLine usual, Language language)
    {
        if (line is not { AtBase: { } volume, Duration: { } duration })
            return string.Empty;
        var difference = TableCell.Difference(volume - usual.Volume, 2, language).Shown;
        return duration == usual.Duration ? difference : $"{difference}; {duration.Shown().In(language)}";
    }

    private static IEnumerable<LineColumn> Columns(Scenario scenario, int place)
    {
        var number = Numbers.Whole(place);
        yield return LineColumn.Words(
            $"duration_{number}",
            line => Of(line, scenario)?.Duration?.Shown()
                ?? ScenarioNotes.CountedWith(scenario, line.Group.Product.Code),
            new($"Duur {scenario.Name}", $"Duration {scenario.Name}"));
        yield return LineColumn.Rounded(
            $"volume_{number}", line => Of(line, scenario)?.AtBase,
            new($"Volume {scenario.Name}", $"Volume {scenario.Name}"));
        if (place > 0)
        {
            yield return new(
                $"difference_{number}", ColumnKind.Number,
                (line, language) =>
                    TableCell.Difference(Of(line, scenario)?.AtBase - line.Base.Volume, 2, language),
                new($"Verschil {scenario.Name}", $"Difference {scenario.Name}"));
        }
    }

    private static ScenarioLine? Of(ComparedLine line, Scenario scenario) =>
        line.Scenarios.FirstOrDefault(one => one.Scenario == scenario);

    private static CurrentLine? Current(ComparedLine line) => line.Base.Line.Current;
}
