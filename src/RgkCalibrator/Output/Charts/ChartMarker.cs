namespace RgkCalibrator.Output.Charts;

/// <summary>Why a value is marked in a chart.</summary>
public enum MarkerKind
{
    /// <summary>A percentile that is shown for comparison.</summary>
    Compared,

    /// <summary>The percentile that the proposal rests on.</summary>
    Chosen,

    /// <summary>The framework line itself.</summary>
    Framework,
}

/// <summary>A value on the x axis that is marked with a vertical line, e.g. <c>P80: 61 uur</c>.</summary>
public sealed record ChartMarker(double Value, string Label, MarkerKind Kind);
