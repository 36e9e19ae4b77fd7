namespace RgkCalibrator.Output.Charts;

/// <summary>A change on the x axis, drawn as an arrow.</summary>
/// <param name="From">Where it begins, in units of the axis.</param>
/// <param name="To">Where it ends; another value.</param>
/// <param name="Label">The difference in words: <c>+7 uur (+13%)</c>.</param>
public sealed record ChartChange(double From, double To, string Label);
