using System.Diagnostics.CodeAnalysis;

namespace RgkCalibrator.Output.Charts;

/// <summary>One product in a comparison of percentiles.</summary>
/// <param name="Label">The product, with its subgroup.</param>
/// <param name="Compared">At the percentile that is shown for comparison; null when it may not be shown or cannot be computed.</param>
/// <param name="Chosen">At the percentile of the proposal; null as above. It may be below the other.</param>
/// <param name="ComparedLabel">The first in words; empty without a value.</param>
/// <param name="ChosenLabel">The second in words; empty without a value.</param>
/// <param name="Note">What is to be known about the row: why a value is missing. May be empty.</param>
public sealed record DumbbellRow(string Label, double? Compared, double? Chosen, string ComparedLabel, string ChosenLabel, string Note);

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
        Rows.Count > 0 && Rows.SelectMany(row => new[] { row.Compared, row.Chosen }).All(value => value is null || Holds(XAxis, value.Value))
            ? Rows
            : throw new ArgumentException("A panel has rows, with values on its axis.", nameof(Rows));

    private static bool Holds(Axis axis, double value) => axis.Min <= value && value <= axis.Max;
}

/// <summary>Two percentiles side by side over all products: how much the choice of the percentile matters, and where.</summary>
public sealed record DumbbellChart
{
    /// <summary>What the chart says in words.</summary>
    public required ChartCaption Caption { get; init; }

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

    /// <summary>One or more, from top to bottom.</summary>
    public required IReadOnlyList<DumbbellPanel> Panels { get; init; }

    /// <summary>The numbers, for a table beside the chart.</summary>
    public ChartTable Table => new(["", "", ComparedName, ChosenName, ""], [.. Panels.SelectMany(panel => panel.Rows.Select(row => Cells(panel, row)))]);

    /// <summary>
    /// The same chart in as many charts as it needs to be legible on slides, numbered in title and id when there are several.
    /// A panel stays whole when it can; a longer one is cut into equal parts, which keep its axis, so that slides can be compared.
    /// The pages of a page are that page.
    /// </summary>
    public IReadOnlyList<DumbbellChart> Pages()
    {
        var pages = DumbbellLayout.Pages(this);
        return pages.Count == 1 ? [this] : [.. pages.Select((panels, i) => this with { Caption = Numbered(i + 1, pages.Count), Panels = panels })];
    }

    private static IReadOnlyList<string> Cells(DumbbellPanel panel, DumbbellRow row) =>
        [row.Label, panel.Title, row.ComparedLabel, row.ChosenLabel, row.Note];

    private ChartCaption Numbered(int page, int pages)
    {
        var (number, of) = (Numbers.Whole(page), Numbers.Whole(pages));
        var suffix = new Wording($" ({number} van {of})", $" ({number} of {of})").In(Caption.Language);
        return new($"{Caption.Id}-{number}", Caption.Language, Caption.Title + suffix, Caption.Description, Caption.Notes);
    }
}
