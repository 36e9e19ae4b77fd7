namespace RgkCalibrator.Output.Plots;

/// <summary>What a plot says in words.</summary>
/// <param name="Language">The language of all texts.</param>
/// <param name="Title">A sentence that says what is to be seen.</param>
/// <param name="Notes">The lines below: n, window, method, source.</param>
public sealed record PlotCaption(Language Language, string Title, IReadOnlyList<string> Notes);

/// <summary>A horizontal axis, which begins at 0.</summary>
/// <param name="Title">What it counts, with its unit.</param>
/// <param name="CountsMonths">Whether it counts months: its ticks then part years.</param>
/// <param name="End">Where it ends, in its unit.</param>
public sealed record PlotAxis(string Title, bool CountsMonths, double End);

/// <summary>
/// A plot of raw trajectories, as numbers and texts: restricted, whatever it shows. A painter adds nothing to it.
/// </summary>
public abstract record PlotModel
{
    /// <summary>What it says in words.</summary>
    public required PlotCaption Caption { get; init; }

    /// <summary>The horizontal axis.</summary>
    public required PlotAxis X { get; init; }

    /// <summary>What the vertical axis counts; empty where its labels say so.</summary>
    public required string YTitle { get; init; }
}

/// <summary>A line at a value.</summary>
/// <param name="Value">The value, in units of the axis.</param>
/// <param name="Label">The value in words.</param>
/// <param name="IsChosen">Whether it is that of the chosen percentile; else of the one beside it.</param>
public sealed record PlotMarker(double Value, string Label, bool IsChosen);

/// <summary>Counts in classes, those of trajectories that still run on top of the complete ones.</summary>
public sealed record HistogramModel : PlotModel
{
    /// <summary>The classes.</summary>
    public required FineClasses Classes { get; init; }

    /// <summary>Complete trajectories in each class.</summary>
    public required IReadOnlyList<long> Complete { get; init; }

    /// <summary>Trajectories that still run in each class, by what they came to so far.</summary>
    public required IReadOnlyList<long> Running { get; init; }

    /// <summary>Both percentiles, where they are reached.</summary>
    public required IReadOnlyList<PlotMarker> Markers { get; init; }
}

/// <summary>A cumulative curve in steps: from each point on its share holds.</summary>
/// <param name="Label">The name of the curve.</param>
/// <param name="Points">The points, ascending.</param>
public sealed record StepCurve(string Label, IReadOnlyList<StepPoint> Points);

/// <summary>One curve with its band, or two beside each other.</summary>
public sealed record CurveModel : PlotModel
{
    /// <summary>The first curve is the one that counts.</summary>
    public required IReadOnlyList<StepCurve> Curves { get; init; }

    /// <summary>Whether the shares beyond a value are drawn and not those at or below it.</summary>
    public bool IsFalling { get; init; }

    /// <summary>Values with a line.</summary>
    public required IReadOnlyList<PlotMarker> Markers { get; init; }

    /// <summary>Cumulative shares with a line across, 0 to 1.</summary>
    public required IReadOnlyList<double> Levels { get; init; }
}

/// <summary>A corner of the plane of duration and volume: what lies left of it and below is inside.</summary>
/// <param name="Duration">In units of the axis; null: as far as the axis goes.</param>
/// <param name="Volume">In units of the axis.</param>
/// <param name="Label">What it is.</param>
public sealed record FrameCorner(double? Duration, double Volume, string Label);

/// <summary>Complete trajectories by duration and volume.</summary>
public sealed record HeatMapModel : PlotModel
{
    /// <summary>The classes of the horizontal axis.</summary>
    public required FineClasses Durations { get; init; }

    /// <summary>The classes of the vertical axis.</summary>
    public required FineClasses Volumes { get; init; }

    /// <summary>Counts by class of volume, then of duration.</summary>
    public required IReadOnlyList<IReadOnlyList<long>> Counts { get; init; }

    /// <summary>The current framework; null: there is none.</summary>
    public FrameCorner? Frame { get; init; }
}

/// <summary>A part of the trajectories: a box, or the values themselves where they are few.</summary>
/// <param name="Label">The name of the part.</param>
/// <param name="Sample">The trajectories of the part.</param>
/// <param name="Box">
/// P10, P25, P50, P75 and P90; null where it is not reached; null where the values stand instead.
/// </param>
/// <param name="Chosen">The chosen percentile; null where it is not reached or the values stand instead.</param>
public sealed record PartRow(string Label, PlotSample Sample, IReadOnlyList<double?>? Box, double? Chosen);

/// <summary>Parts side by side.</summary>
public sealed record BoxModel : PlotModel
{
    /// <summary>The parts from above.</summary>
    public required IReadOnlyList<PartRow> Rows { get; init; }

    /// <summary>The chosen percentile of all together, where it is reached.</summary>
    public required IReadOnlyList<PlotMarker> Markers { get; init; }

    /// <summary>What the mark of the chosen percentile is called.</summary>
    public required string ChosenLabel { get; init; }
}
