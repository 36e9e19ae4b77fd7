namespace RgkCalibrator.Charts;

/// <summary>One product in a comparison of percentiles.</summary>
/// <param name="Label">The product, with its subgroup.</param>
/// <param name="P75">The 75th percentile; null when it may not be shown or cannot be computed.</param>
/// <param name="P80">The 80th percentile; null as above.</param>
/// <param name="P75Label">P75 in words; empty without a value.</param>
/// <param name="P80Label">P80 in words; empty without a value.</param>
/// <param name="Note">What is to be known about the row: why a value is missing. May be empty.</param>
public sealed record DumbbellRow(string Label, double? P75, double? P80, string P75Label, string P80Label, string Note);

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
        Rows.Count > 0 && Rows.SelectMany(row => new[] { row.P75, row.P80 }).All(value => value is null || Holds(XAxis, value.Value))
            ? Rows
            : throw new ArgumentException("A panel has rows, with values on its axis.", nameof(Rows));

    private static bool Holds(Axis axis, double value) => axis.Min <= value && value <= axis.Max;
}

/// <summary>P75 beside P80 over all products: how much the choice of the percentile matters, and where.</summary>
public sealed record DumbbellChart
{
    /// <summary>What the chart says in words.</summary>
    public required ChartCaption Caption { get; init; }

    /// <summary>What a P75 point is called in the legend.</summary>
    public required string P75Legend { get; init; }

    /// <summary>What a P80 point is called in the legend.</summary>
    public required string P80Legend { get; init; }

    /// <summary>One or more, from top to bottom.</summary>
    public required IReadOnlyList<DumbbellPanel> Panels { get; init; }

    /// <summary>The numbers, for a table beside the chart.</summary>
    public ChartTable Table => new(["", "", "P75", "P80", ""], [.. Panels.SelectMany(panel => panel.Rows.Select(row => Cells(panel, row)))]);

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
        [row.Label, panel.Title, row.P75Label, row.P80Label, row.Note];

    private ChartCaption Numbered(int page, int pages)
    {
        var (number, of) = (Numbers.Whole(page), Numbers.Whole(pages));
        var suffix = new Wording($" ({number} van {of})", $" ({number} of {of})").In(Caption.Language);
        return new($"{Caption.Id}-{number}", Caption.Language, Caption.Title + suffix, Caption.Description, Caption.Notes);
    }
}
