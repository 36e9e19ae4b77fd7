namespace RgkCalibrator.Output.Charts;

/// <summary>The mean of a stretch of time.</summary>
/// <param name="From">Where it begins, in units of the axis.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Value">Its mean, above zero.</param>
/// <param name="Name">The stretch in words.</param>
/// <param name="Label">The mean in words, above its bar.</param>
public sealed record CourseBar(double From, double To, double Value, string Name, string Label);

/// <summary>Means in the course of time, with what the framework allows in a mean week.</summary>
public sealed record CourseChart : ChartModel
{
    /// <summary>What the axis across counts.</summary>
    public required string XTitle { get; init; }

    /// <summary>Its ticks: nought and the end of each stretch.</summary>
    public required Axis XAxis { get; init; }

    /// <summary>What the means are of.</summary>
    public required string YTitle { get; init; }

    /// <summary>The stretches in their order; at least two.</summary>
    public required IReadOnlyList<CourseBar> Bars { get; init; }

    /// <summary>Values with a line across, in units of the means.</summary>
    public required IReadOnlyList<ChartLevel> Levels { get; init; }

    /// <inheritdoc/>
    public override ChartTable Table =>
        new([XTitle, YTitle], [.. Bars.Select(bar => (IReadOnlyList<string>)[bar.Name, bar.Label])]);
}
