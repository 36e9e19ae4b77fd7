namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>The comparison of two groups by Harris and Boyd.</summary>
/// <param name="Z">The difference of means in standard errors, 0 or more.</param>
/// <param name="CriticalZ">3·√((n₁ + n₂)/240).</param>
/// <param name="DeviationRatio">The larger standard deviation over the smaller, 1 or more.</param>
/// <param name="LeftOut">
/// How many values have no logarithm (zero or less) and were left out; 0 on the raw scale.
/// </param>
public sealed record HarrisBoydResult(double Z, double CriticalZ, double DeviationRatio, long LeftOut)
{
    /// <summary>The ratio of standard deviations above which groups differ, whatever their means.</summary>
    public const double CriticalRatio = 1.5;

    /// <summary>Whether the method advises a line for each group.</summary>
    public bool IsOwnLines => Z > CriticalZ || DeviationRatio > CriticalRatio;
}

/// <summary>
/// Whether two groups differ enough for reference limits of their own: Harris and Boyd (1990), On dividing reference
/// data into subgroups to produce separate reference ranges, Clinical Chemistry 36(2), doi:10.1093/clinchem/36.2.265.
/// </summary>
public static class HarrisBoyd
{
    private const double Strength = 3;
    private const double StudySize = 240;

    /// <summary>
    /// Compares on the log scale, which suits volumes and durations; null when either group has fewer than two values
    /// above zero.
    /// </summary>
    /// <exception cref="ArgumentException">A value is infinite or not a number.</exception>
    public static HarrisBoydResult? OnLogs(IReadOnlyList<double> first, IReadOnlyList<double> second) =>
        OnRaw(Logs(first), Logs(second)) is not { } result ? null : result with
        {
            LeftOut = first.Concat(second).LongCount(value => value <= 0),
        };

    /// <summary>
    /// Compares on the scale of the values; null when either group has fewer than two values, or neither varies.
    /// </summary>
    /// <exception cref="ArgumentException">A value is infinite or not a number.</exception>
    public static HarrisBoydResult? OnRaw(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (first.Count < 2 || second.Count < 2)
            return null;
        var ((mean1, variance1), (mean2, variance2)) = (Moments(first), Moments(second));
        var error = Math.Sqrt((variance1 / first.Count) + (variance2 / second.Count));
        if (error == 0)
            return null;
        return new HarrisBoydResult(
            Math.Abs(mean1 - mean2) / error,
            Strength * Math.Sqrt((first.Count + second.Count) / StudySize),
            Math.Sqrt(Math.Max(variance1, variance2) / Math.Min(variance1, variance2)),
            0);
    }

    private static List<double> Logs(IReadOnlyList<double> values) =>
        [.. values.Select(value => FiniteValue.Of(value)).Where(value => value > 0).Select(value => Math.Log(value))];

    private static (double Mean, double Variance) Moments(IReadOnlyList<double> values)
    {
        var mean = values.Average(FiniteValue.Of);
        return (mean, values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
