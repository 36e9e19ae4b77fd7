using RgkCalibrator.Groups;

namespace RgkCalibrator.Output.Plots;

/// <summary>What a picture says in words.</summary>
/// <param name="Language">Of all texts.</param>
/// <param name="Title">A sentence that says what is to be seen.</param>
/// <param name="Notes">The lines below: n, window, method, source.</param>
public sealed record PictureCaption(Language Language, string Title, IReadOnlyList<string> Notes);

/// <summary>
/// A picture of raw trajectories, as numbers and texts: restricted, whatever it shows. A painter adds nothing to it.
/// </summary>
public abstract record RawPicture
{
    /// <summary>What it says in words.</summary>
    public required PictureCaption Caption { get; init; }

    /// <summary>What the horizontal axis counts, with its unit.</summary>
    public required string XTitle { get; init; }

    /// <summary>Whether the horizontal axis counts months: its ticks then part years.</summary>
    public required bool CountsMonths { get; init; }

    /// <summary>What the vertical axis counts; empty where its labels say so.</summary>
    public required string YTitle { get; init; }
}

/// <summary>A line at a value.</summary>
/// <param name="Value">In units of the axis.</param>
/// <param name="Label">The value in words.</param>
/// <param name="IsChosen">Whether it is that of the chosen percentile; else of the one beside it.</param>
public sealed record PictureMark(double Value, string Label, bool IsChosen);

/// <summary>Counts in classes, those of trajectories that still run on top of the complete ones.</summary>
public sealed record HistogramPicture : RawPicture
{
    /// <summary>The classes.</summary>
    public required FineClasses Classes { get; init; }

    /// <summary>Complete trajectories in each class.</summary>
    public required IReadOnlyList<long> Complete { get; init; }

    /// <summary>Trajectories that still run in each class, by what they came to so far.</summary>
    public required IReadOnlyList<long> Running { get; init; }

    /// <summary>Both percentiles, where they are reached.</summary>
    public required IReadOnlyList<PictureMark> Marks { get; init; }
}

/// <summary>A curve in steps: from each point on its share holds.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Points">Ascending.</param>
/// <param name="HasBand">Whether its limits are drawn.</param>
public sealed record StepSeries(string Label, IReadOnlyList<CurvePoint> Points, bool HasBand);

/// <summary>One curve, or two beside each other.</summary>
public sealed record CurvePicture : RawPicture
{
    /// <summary>The first is the one that counts.</summary>
    public required IReadOnlyList<StepSeries> Series { get; init; }

    /// <summary>Whether the shares beyond are drawn and not those at or below.</summary>
    public bool IsFalling { get; init; }

    /// <summary>Where the axis ends, in its unit.</summary>
    public required double End { get; init; }

    /// <summary>Values with a line.</summary>
    public required IReadOnlyList<PictureMark> Marks { get; init; }

    /// <summary>Shares with a line across, 0 to 1.</summary>
    public required IReadOnlyList<double> Levels { get; init; }
}

/// <summary>A corner of the plane of duration and volume: what lies left of it and below is inside.</summary>
/// <param name="Duration">In units of the axis; null: as far as the axis goes.</param>
/// <param name="Volume">In units of the axis.</param>
/// <param name="Label">What it is.</param>
public sealed record FrameCorner(double? Duration, double Volume, string Label);

/// <summary>Complete trajectories by duration and volume.</summary>
public sealed record HeatPicture : RawPicture
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

/// <summary>One part: a box, or the values themselves where they are few.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Sample">Its trajectories.</param>
/// <param name="Box">
/// P10, P25, P50, P75 and P90; null each where it is not reached; null where the values stand instead.
/// </param>
/// <param name="Chosen">The chosen percentile; null where it is not reached or the values stand instead.</param>
public sealed record PartRow(string Label, WholeSample Sample, IReadOnlyList<double?>? Box, double? Chosen)
{
    /// <summary>With fewer trajectories a box would say more than there is.</summary>
    public const int FewestInBox = 10;

    /// <summary>The trajectories.</summary>
    public Group Group => Sample.Group;
}

/// <summary>Parts side by side.</summary>
public sealed record BoxPicture : RawPicture
{
    /// <summary>From above.</summary>
    public required IReadOnlyList<PartRow> Rows { get; init; }

    /// <summary>Where the axis ends, in its unit.</summary>
    public required double End { get; init; }

    /// <summary>The chosen percentile of all together, where it is reached.</summary>
    public required IReadOnlyList<PictureMark> Marks { get; init; }

    /// <summary>What the mark of the chosen percentile is called.</summary>
    public required string ChosenLabel { get; init; }
}
