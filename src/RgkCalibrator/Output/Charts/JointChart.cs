namespace RgkCalibrator.Output.Charts;

/// <summary>
/// Volume and duration of the trajectories of a line together: the framework line as a rectangle, the share in each of
/// the four parts around its corner, and the distribution of each measure along its axis.
/// </summary>
public sealed record JointChart : ChartModel
{
    /// <summary>The distribution of volumes, along the axis across.</summary>
    public required HistogramChart Volume { get; init; }

    /// <summary>The distribution of durations, along the axis upward.</summary>
    public required HistogramChart Duration { get; init; }

    /// <summary>The corner of the rectangle: the proposed volume and duration, on the axes of both.</summary>
    public required (double Volume, double Duration) Corner { get; init; }

    /// <summary>What the rectangle is called.</summary>
    public required string LineLegend { get; init; }

    /// <summary>The shares, from the lower left to the right and up.</summary>
    public required JointParts Parts { get; init; }

    /// <inheritdoc/>
    public override ChartTable Table => new(
        ["", ""], [.. Parts.All.Select(part => (IReadOnlyList<string>)[part.Name, part.Share])]);
}

/// <summary>A part of the trajectories, in words.</summary>
public sealed record JointPart(string Name, string Share);

/// <summary>The parts around the corner of a framework line.</summary>
/// <param name="Both">Within both limits: the rectangle.</param>
/// <param name="AboveVolume">At the right of it: within the duration, above the volume.</param>
/// <param name="BeyondDuration">Above it: within the volume, beyond the duration.</param>
/// <param name="Neither">Beyond both.</param>
public sealed record JointParts(JointPart Both, JointPart AboveVolume, JointPart BeyondDuration, JointPart Neither)
{
    internal IReadOnlyList<JointPart> All => [Both, AboveVolume, BeyondDuration, Neither];
}
