namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>The check of values that become a sample.</summary>
internal static class FiniteValue
{
    /// <summary>The value itself; a negative zero becomes a positive one.</summary>
    /// <remarks>
    /// Sorting treats both zeros as equal. Without this, the order of the rows would decide between "0" and "-0".
    /// </remarks>
    /// <exception cref="ArgumentException">The value is infinite or not a number.</exception>
    public static double Of(double value) => double.IsFinite(value)
        ? value + 0.0
        : throw new ArgumentException("A sample holds finite values only.", nameof(value));
}
