namespace RgkCalibrator.Output.Charts;

/// <summary>On which side of a framework line a class lies.</summary>
public enum LineSide
{
    /// <summary>The whole class lies inside, the line itself included.</summary>
    Inside,

    /// <summary>The line runs through it: disclosure joined classes across the line.</summary>
    Across,

    /// <summary>The whole class lies outside.</summary>
    Outside,
}

/// <summary>One class of a histogram. Its label says to which bin a value on an edge belongs.</summary>
/// <param name="From">The lower edge, in units of the x axis.</param>
/// <param name="To">The upper edge; null for 'and more', which only the last bin can be.</param>
/// <param name="Count">How many trajectories the bin holds, as it may be shown.</param>
/// <param name="Label">The range in words: <c>50 t/m 61 uur</c>.</param>
/// <param name="CountLabel">The count in words.</param>
/// <param name="Side">On which side of the framework line it lies.</param>
public sealed record HistogramBin(
    double From, double? To, double Count, string Label, string CountLabel, LineSide Side)
{
    /// <inheritdoc cref="HistogramBin" path="/param[@name='To']"/>
    /// <exception cref="ArgumentException">Not above the lower edge.</exception>
    public double? To { get; } =
        To is null || To > From ? To : throw new ArgumentException("A bin has a width.", nameof(To));

    /// <inheritdoc cref="HistogramBin" path="/param[@name='Count']"/>
    /// <exception cref="ArgumentException">Negative or not finite.</exception>
    public double Count { get; } = Count >= 0 && double.IsFinite(Count)
        ? Count
        : throw new ArgumentException("A count is zero or more.", nameof(Count));
}

/// <summary>
/// How many trajectories have which volume or duration. Bins may differ in width, because disclosure merges them;
/// therefore the <em>area</em> of a bar is its count, and its height the count per <see cref="DensityWidth"/>. A bar of
/// just that width is as high as its count.
/// </summary>
public sealed record HistogramChart : ChartModel
{
    /// <summary>What the x axis counts, with its unit.</summary>
    public required string XTitle { get; init; }

    /// <summary>What the heights count; names the <see cref="DensityWidth"/>: <c>trajecten per 10 uur</c>.</summary>
    public required string YTitle { get; init; }

    /// <summary>Ticks of the x axis. The painted axis runs on where bins or markers do.</summary>
    public required Axis XAxis { get; init; }

    /// <summary>
    /// The width for which heights are given, in units of the x axis; above zero. The commonest width of a
    /// bin is best.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or less.</exception>
    public required double DensityWidth
    {
        get;
        init => field = value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A width is above zero.");
    }

    /// <summary>Heading of the counts in the table: <c>trajecten</c>.</summary>
    public required string CountTitle { get; init; }

    /// <summary>What bins inside the framework line are called: <c>binnen het voorstel</c>.</summary>
    public required string InsideLabel { get; init; }

    /// <summary>What bins are called through which the line runs; empty where there are none.</summary>
    public string AcrossLabel { get; init; } = string.Empty;

    /// <summary>What bins outside are called.</summary>
    public required string OutsideLabel { get; init; }

    /// <summary>The bins, ascending and without overlap; at least one.</summary>
    /// <exception cref="ArgumentException">There are none, or they overlap or descend.</exception>
    public required IReadOnlyList<HistogramBin> Bins
    {
        get;
        init => field = Ascend(value)
            ? value
            : throw new ArgumentException("Bins ascend without overlap; only the last is open.", nameof(value));
    }

    /// <inheritdoc/>
    public override ChartTable Table => new([XTitle, CountTitle, ""], [.. Bins.Select(Row)]);

    /// <summary>
    /// Where a bar ends. An open one is painted so wide that it is no higher than the bar before it, since a tail that
    /// seems to rise would mislead, but at most half as wide as all other bins together and at least two
    /// <see cref="DensityWidth"/>s; and beyond every marker, so that each keeps its true place. The area is the count
    /// in any case.
    /// </summary>
    public double EndOf(HistogramBin bin) =>
        bin.To ?? Markers.Select(marker => marker.Value + (DensityWidth / 2)).Append(bin.From + OpenWidth(bin)).Max();

    /// <summary>How high a bar is: trajectories per <see cref="DensityWidth"/>.</summary>
    public double HeightOf(HistogramBin bin) => bin.Count / (EndOf(bin) - bin.From) * DensityWidth;

    private static bool Ascend(IReadOnlyList<HistogramBin> bins) =>
        bins.Count > 0 && bins.Zip(bins.Skip(1)).All(pair => pair.First.To <= pair.Second.From);

    private double OpenWidth(HistogramBin open)
    {
        var least = 2 * DensityWidth;
        var before = Bins.Count > 1 ? HeightOf(Bins[^2]) : 0;
        var level = before > 0 ? open.Count / before * DensityWidth : least;
        return Math.Clamp(level, least, Math.Max(least, (open.From - Bins[0].From) / 2));
    }

    /// <summary>What bins on this side of the line are called.</summary>
    public string LabelOf(LineSide side) => side switch
    {
        LineSide.Inside => InsideLabel,
        LineSide.Across => AcrossLabel,
        _ => OutsideLabel,
    };

    private IReadOnlyList<string> Row(HistogramBin bin) => [bin.Label, bin.CountLabel, LabelOf(bin.Side)];
}
