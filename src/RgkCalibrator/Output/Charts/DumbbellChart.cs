using System.Diagnostics.CodeAnalysis;

namespace RgkCalibrator.Output.Charts;

/// <summary>One product in a comparison of percentiles.</summary>
/// <param name="Label">The product, with its subgroup.</param>
/// <param name="Compared">
/// The value at the percentile that is shown for comparison; null when it may not be shown or cannot be computed.
/// </param>
/// <param name="Chosen">The value at the percentile of the proposal; null as above. It may be below the other.</param>
/// <param name="ComparedLabel">The first in words; empty without a value.</param>
/// <param name="ChosenLabel">The second in words; empty without a value.</param>
/// <param name="Note">What is to be known about the row: why a value is missing. May be empty.</param>
public sealed record DumbbellRow(
    string Label, double? Compared, double? Chosen, string ComparedLabel, string ChosenLabel, string Note)
{
    /// <summary>The point whose value is written before it: the lower of two; null where there are not two.</summary>
    internal (double Value, string Label)? First => (Compared, Chosen) switch
    {
        ({ } compared, { } chosen) => chosen < compared ? (chosen, ChosenLabel) : (compared, ComparedLabel),
        _ => null,
    };

    /// <summary>The point whose value is written behind it: the higher of two, or the one that stands alone.</summary>
    internal (double Value, string Label)? Last => (Compared, Chosen) switch
    {
        ({ } compared, var chosen) when !(chosen >= compared) => (compared, ComparedLabel),
        (_, { } chosen) => (chosen, ChosenLabel),
        _ => null,
    };
}

/// <summary>Products that are counted in the same unit, and so share an axis.</summary>
/// <param name="Title">What is compared: <c>Volume in uren</c>.</param>
/// <param name="XTitle">The unit.</param>
/// <param name="XAxis">Holds every value of the rows.</param>
/// <param name="Rows">In the order in which they are shown.</param>
public sealed record DumbbellPanel(string Title, string XTitle, Axis XAxis, IReadOnlyList<DumbbellRow> Rows)
{
    /// <inheritdoc cref="DumbbellPanel" path="/param[@name='Rows']"/>
    /// <exception cref="ArgumentException">There are none, or a value lies beyond the axis.</exception>
    public IReadOnlyList<DumbbellRow> Rows { get; } =
        Rows.Count > 0 && Rows.SelectMany(row => new[] { row.Compared, row.Chosen }).All(XAxis.Holds)
            ? Rows
            : throw new ArgumentException("A panel has rows, with values on its axis.", nameof(Rows));
}

/// <summary>
/// Two percentiles side by side over all products: how much the choice of the percentile matters, and where.
/// </summary>
public sealed record DumbbellChart : ChartModel
{
    /// <summary>The percentile that is shown for comparison: <c>P75</c>.</summary>
    public required string ComparedName { get; init; }

    /// <summary>The percentile of the proposal: <c>P80</c>.</summary>
    public required string ChosenName { get; init; }

    /// <summary>What a point of the first is called in the legend; its name unless given.</summary>
    [AllowNull]
    public string ComparedLegend { get => field ?? ComparedName; init; }

    /// <summary>What a point of the second is called in the legend; its name unless given.</summary>
    [AllowNull]
    public string ChosenLegend { get => field ?? ChosenName; init; }

    /// <summary>The panels from top to bottom; at least one.</summary>
    public required IReadOnlyList<DumbbellPanel> Panels { get; init; }

    /// <inheritdoc/>
    public override ChartTable Table => new(
        ["", "", ComparedName, ChosenName, ""],
        [.. Panels.SelectMany(panel => panel.Rows, Cells)]);

    private static IReadOnlyList<string> Cells(DumbbellPanel panel, DumbbellRow row) =>
        [row.Label, panel.Title, row.ComparedLabel, row.ChosenLabel, row.Note];
}
