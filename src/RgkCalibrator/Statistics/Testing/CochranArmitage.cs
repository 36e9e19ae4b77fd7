namespace RgkCalibrator.Statistics.Testing;

/// <summary>The number of a year that lies beyond a line.</summary>
/// <param name="Year">Any whole number; only differences matter.</param>
/// <param name="Beyond">0 to n.</param>
/// <param name="N">The size of the year, 0 or more.</param>
public sealed record YearCount(int Year, long Beyond, long N);

/// <summary>
/// Whether the share beyond a line rises or falls with the years, with one degree of freedom: (Σ n(p − p̄)(t − t̄))² /
/// (p̄(1 − p̄) Σ n(t − t̄)²). Cochran (1954), doi:10.2307/3001616; Armitage (1955), doi:10.2307/3001775.
/// </summary>
public static class CochranArmitage
{
    /// <summary>
    /// Tests the years; the result has no degrees of freedom with fewer than two years, or when nothing or all lies
    /// beyond.
    /// </summary>
    public static ChiSquareResult Test(IReadOnlyList<YearCount> years)
    {
        double n = years.Sum(year => year.N);
        var share = years.Sum(year => year.Beyond) / n;
        var middle = years.Sum(year => year.N * (double)year.Year) / n;
        var spread = years.Sum(year => year.N * (year.Year - middle) * (year.Year - middle));
        if (!(spread > 0) || share is 0 or 1)
            return ChiSquareResult.FromStatistic(0, 0);
        var together = years.Sum(year => (year.Beyond - (year.N * share)) * (year.Year - middle));
        return ChiSquareResult.FromStatistic(together * together / (share * (1 - share) * spread), 1);
    }
}
