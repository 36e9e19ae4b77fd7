namespace RgkCalibrator.Statistics.Testing;

/// <summary>
/// P-values of several tests, adjusted so that the chance of one false alarm or more stays under the level: the i-th
/// smallest of m times m − i + 1, never falling, at most 1. Holm (1979), Scandinavian Journal of Statistics 6(2),
/// 65-70.
/// </summary>
public static class Holm
{
    /// <summary>The adjusted p-values, in the order of the given ones.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A p-value lies outside 0 to 1.</exception>
    public static IReadOnlyList<double> Adjusted(IReadOnlyList<double> p)
    {
        if (p.Any(value => value is not (>= 0 and <= 1)))
            throw new ArgumentOutOfRangeException(nameof(p), "A p-value lies from 0 to 1.");
        var (adjusted, largest) = (new double[p.Count], 0.0);
        foreach (var (place, index) in Enumerable.Range(0, p.Count).OrderBy(index => p[index]).Index())
        {
            largest = Math.Max(largest, Math.Min(1, p[index] * (p.Count - place)));
            adjusted[index] = largest;
        }

        return adjusted;
    }
}
