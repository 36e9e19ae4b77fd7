using System.Diagnostics.CodeAnalysis;

namespace RgkCalibrator.Output.Charts;

/// <summary>A value in words.</summary>
public sealed record LabelledValue(double Value, string Label);

/// <summary>A line in a comparison of two values.</summary>
/// <param name="Label">The product, with its subgroup.</param>
/// <param name="Compared">The value that is shown for comparison.</param>
/// <param name="Chosen">The value of the proposal; it may be below the other.</param>
/// <param name="Difference">By how much they differ, in words.</param>
public sealed record DumbbellRow(string Label, LabelledValue Compared, LabelledValue Chosen, string Difference)
{
    /// <summary>The lower of the two values, which is written before its point.</summary>
    internal LabelledValue First => Chosen.Value < Compared.Value ? Chosen : Compared;

    /// <summary>The higher of the two values, which is written behind its point.</summary>
    internal LabelledValue Last => Chosen.Value < Compared.Value ? Compared : Chosen;
}

/// <summary>Lines that are counted in the same unit, and so share an axis.</summary>
/// <param name="Title">What is compared: <c>Volume in uren</c>.</param>
/// <param name="XTitle">The unit.</param>
/// <param name="AxisTo">The axis for values from 0 up to the largest.</param>
/// <param name="Rows">In the order in which they are shown.</param>
public sealed record DumbbellPanel(
    string Title, string XTitle, Func<double, Axis> AxisTo, IReadOnlyList<DumbbellRow> Rows)
{
    /// <inheritdoc cref="DumbbellPanel" path="/param[@name='Rows']"/>
    /// <exception cref="ArgumentException">There are none.</exception>
    public IReadOnlyList<DumbbellRow> Rows { get; } =
        Rows.Count > 0 ? Rows : throw new ArgumentException("A panel has rows.", nameof(Rows));

    /// <summary>The largest value, where the painted axis ends.</summary>
    internal double Largest => Rows.Max(row => row.Last.Value);

    /// <summary>The ticks of the axis up to the largest value.</summary>
    internal IEnumerable<AxisTick> Ticks => AxisTo(Largest).Ticks.Where(tick => tick.Value <= Largest);
}

/// <summary>
/// Two values of many lines side by side: how much a choice matters, and where. Lines that it does not change are left
/// out.
/// </summary>
public sealed record DumbbellChart : ChartModel
{
    /// <summary>What is shown for comparison: <c>P75</c>.</summary>
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

    /// <summary>The title of a page with some of the rows.</summary>
    public required Func<IReadOnlyList<DumbbellRow>, string> TitleOf { get; init; }

    /// <inheritdoc/>
    public override ChartTable Table => new(
        ["", "", ComparedName, ChosenName, ""],
        [.. Panels.SelectMany(panel => panel.Rows, Cells)]);

    private static IReadOnlyList<string> Cells(DumbbellPanel panel, DumbbellRow row) =>
        [row.Label, panel.Title, row.Compared.Label, row.Chosen.Label, row.Difference];
}
