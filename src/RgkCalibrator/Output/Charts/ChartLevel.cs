namespace RgkCalibrator.Output.Charts;

/// <summary>A value that is drawn across a chart, such as a percentile or an aim.</summary>
/// <param name="Value">On the upward axis; a share is 0 to 1.</param>
/// <param name="Label">Its name, a few letters: <c>P80</c>.</param>
/// <param name="Kind">How it is drawn.</param>
public sealed record ChartLevel(double Value, string Label, MarkerKind Kind);
