namespace RgkCalibrator.Output.Charts;

/// <summary>A line in one scenario, beside the base.</summary>
/// <param name="Change">The difference as a part of the value of the base; null when it is not shown.</param>
/// <param name="Label">The difference in words; empty when there is none, or when it is not shown.</param>
public sealed record ScenarioMark(double? Change, string Label);

/// <summary>A line in all scenarios.</summary>
/// <param name="Label">The product, with its subgroup.</param>
/// <param name="BaseLabel">The value of the base with its unit.</param>
/// <param name="Marks">One for each scenario beside the base.</param>
public sealed record ScenarioRow(string Label, string BaseLabel, IReadOnlyList<ScenarioMark> Marks);

/// <summary>
/// Scenarios beside the base over lines: a column for each scenario, in which a dot stands as far from the line of the
/// base as the scenario differs from it.
/// </summary>
public sealed record ScenarioChart : ChartModel
{
    /// <summary>What the base is called.</summary>
    public required string BaseName { get; init; }

    /// <summary>What the dots are of: <c>volume</c>.</summary>
    public required string MarkLegend { get; init; }

    /// <summary>What a change beyond the edges is called.</summary>
    public required string BeyondLegend { get; init; }

    /// <summary>The names of the scenarios beside the base; at least one.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>The lines from top to bottom; at least one.</summary>
    public required IReadOnlyList<ScenarioRow> Rows { get; init; }

    /// <summary>The change at the edges of a column, as a part of the base; above 0.</summary>
    public required double Range { get; init; }

    /// <inheritdoc/>
    public override ChartTable Table => new(
        ["", BaseName, .. Scenarios],
        [
            .. Rows.Select(row => (IReadOnlyList<string>)
                [row.Label, row.BaseLabel, .. row.Marks.Select(mark => mark.Change == 0 ? "=" : mark.Label)]),
        ]);
}
