namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>The gate for values that become a sample.</summary>
internal static class FiniteValue
{
    /// <summary>The value itself; of the two zeros always the positive one.</summary>
    /// <remarks>
    /// Sorting takes the zeros as equal: without this the order of the rows would decide between "0" and "-0".
    /// </remarks>
    /// <exception cref="ArgumentException">The value is infinite or not a number.</exception>
    public static double Of(double value) => double.IsFinite(value)
        ? value + 0.0
        : throw new ArgumentException("A sample holds finite values only.", nameof(value));
}
