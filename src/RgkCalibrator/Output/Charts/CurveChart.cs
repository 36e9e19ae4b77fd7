namespace RgkCalibrator.Output.Charts;

/// <summary>A point of a cumulative curve.</summary>
/// <param name="Value">In units of the x axis.</param>
/// <param name="Share">0 to 1: at least so many are at or below the value.</param>
/// <param name="Label">The value in words: <c>ten hoogste 61 uur</c>.</param>
/// <param name="ShareLabel">The share in words.</param>
public sealed record CurvePoint(double Value, double Share, string Label, string ShareLabel);

/// <summary>Which share of the trajectories stays at or below which volume or duration.</summary>
public sealed record CurveChart : ChartModel
{
    /// <summary>What the x axis counts, with its unit.</summary>
    public required string XTitle { get; init; }

    /// <summary>What the heights are: <c>deel van de trajecten</c>.</summary>
    public required string YTitle { get; init; }

    /// <summary>Ticks of the x axis. The painted axis runs on where markers do.</summary>
    public required Axis XAxis { get; init; }

    /// <summary>The points, ascending in value and in share; at least two.</summary>
    /// <exception cref="ArgumentException">They do not ascend, or there are fewer than two.</exception>
    public required IReadOnlyList<CurvePoint> Points
    {
        get;
        init => field = Ascend(value)
            ? value
            : throw new ArgumentException("Points of a curve ascend; there are at least two.", nameof(value));
    }

    /// <summary>The shares drawn across.</summary>
    public IReadOnlyList<ChartLevel> Levels { get; init; } = [];

    /// <inheritdoc/>
    public override ChartTable Table =>
        new([XTitle, YTitle], [.. Points.Select(point => new[] { point.Label, point.ShareLabel })]);

    private static bool Ascend(IReadOnlyList<CurvePoint> points) => points.Count > 1
        && points.All(point => point.Share is >= 0 and <= 1)
        && points.Zip(points.Skip(1)).All(pair => pair.First.Value < pair.Second.Value)
        && points.Zip(points.Skip(1)).All(pair => pair.First.Share < pair.Second.Share);
}
