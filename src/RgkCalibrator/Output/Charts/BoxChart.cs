namespace RgkCalibrator.Output.Charts;

/// <summary>
/// A distribution as a box, or an interval as whiskers without one, in units of the axis. What is null is not shown.
/// </summary>
/// <param name="Low">P10, or the lower limit of the interval.</param>
/// <param name="LowerQuartile">P25; null with an interval.</param>
/// <param name="Median">P50; null with an interval.</param>
/// <param name="UpperQuartile">P75; a box without it ends at P50.</param>
/// <param name="High">P90, or the upper limit of the interval.</param>
public sealed record BoxMarks(
    double? Low, double? LowerQuartile, double? Median, double? UpperQuartile, double? High);

/// <summary>One group of a box chart.</summary>
/// <param name="Label">Its name.</param>
/// <param name="CountLabel">How many trajectories, in words; may be empty.</param>
/// <param name="Box">Its distribution or interval; null when it is not shown.</param>
/// <param name="Proposal">The proposed volume; null when it is not shown.</param>
/// <param name="ProposalLabel">The same in words; empty without.</param>
/// <param name="Note">Why something is missing; empty when nothing is.</param>
public sealed record BoxRow(
    string Label, string CountLabel, BoxMarks? Box, double? Proposal, string ProposalLabel, string Note)
{
    /// <summary>The last mark; null where there is none.</summary>
    internal double? Last => new[] { Proposal, Box?.Median, Box?.UpperQuartile, Box?.High }.Max();
}

/// <summary>Groups side by side: a box or an interval each, the proposal of each, and one line through all.</summary>
public sealed record BoxChart : ChartModel
{
    /// <summary>The most groups that fit.</summary>
    public const int MostRows = 6;

    /// <summary>What the axis counts, with its unit.</summary>
    public required string XTitle { get; init; }

    /// <summary>Ticks of the axis, from 0; holds every value.</summary>
    public required Axis XAxis { get; init; }

    /// <summary>The groups from above; at least one.</summary>
    /// <exception cref="ArgumentException">There are none, or more than fit.</exception>
    public required IReadOnlyList<BoxRow> Rows
    {
        get;
        init => field = value.Count is > 0 and <= MostRows
            ? value
            : throw new ArgumentException("A box chart has one to six rows.", nameof(value));
    }

    /// <summary>What the mark of a proposal is called: <c>voorstel (P80)</c>.</summary>
    public required string ProposalLegend { get; init; }

    /// <summary>What a box is called: <c>P25 tot P75, streep P50</c>; empty where there are intervals.</summary>
    public string BoxLegend { get; init; } = string.Empty;

    /// <summary>What whiskers are called: <c>P10 tot P90</c>.</summary>
    public required string WhiskerLegend { get; init; }

    /// <summary>
    /// Headings of the numbers behind the name: trajectories, the five values of a box or the two of an interval, the
    /// proposal, remarks.
    /// </summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The largest value, where the painted axis ends.</summary>
    internal double Largest => Rows.Select(row => row.Last ?? 0)
        .Concat(Markers.Select(marker => marker.Value)).Max();

    /// <summary>The ticks of the axis up to the largest value.</summary>
    internal IEnumerable<AxisTick> Ticks => XAxis.Ticks.Where(tick => tick.Value <= Largest);

    /// <summary>A number in words.</summary>
    public required Func<double, string> Spoken { get; init; }

    /// <inheritdoc/>
    public override ChartTable Table => new(Columns, [.. Rows.Select(Row)]);

    private IReadOnlyList<string> Row(BoxRow row) =>
    [
        row.Label,
        row.CountLabel,
        .. (BoxLegend.Length > 0
                ? new[] { row.Box?.Low, row.Box?.LowerQuartile, row.Box?.Median, row.Box?.UpperQuartile, row.Box?.High }
                : [row.Box?.Low, row.Box?.High])
            .Select(value => value is { } number ? Spoken(number) : string.Empty),
        row.ProposalLabel,
        row.Note,
    ];
}
