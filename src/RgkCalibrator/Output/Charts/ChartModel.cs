namespace RgkCalibrator.Output.Charts;

/// <summary>
/// A chart as numbers and texts, all of which may be shown. A painter rounds, sorts and suppresses nothing.
/// </summary>
public abstract record ChartModel
{
    /// <summary>What the chart says in words.</summary>
    public required ChartCaption Caption { get; init; }

    /// <summary>The marked values on the x axis, in any order.</summary>
    public IReadOnlyList<ChartMarker> Markers { get; init; } = [];

    /// <summary>From the line now in force to the proposal; null where there is no such change to show.</summary>
    public ChartChange? Change { get; init; }

    /// <summary>The numbers, for a table beside the chart.</summary>
    public abstract ChartTable Table { get; }
}
