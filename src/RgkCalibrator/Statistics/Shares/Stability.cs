using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Statistics.Shares;

/// <summary>The result of one year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Estimate">
/// Its percentile (type 2) with the exact interval; null when the year has too few values.
/// </param>
/// <param name="Beyond">How many of it exceed the pooled percentile, with exact limits.</param>
public sealed record StableYear(int Year, Estimate? Estimate, ShareInterval Beyond);

/// <summary>The comparison of the years before a break with those from it.</summary>
/// <param name="Before">The percentile of the years before it.</param>
/// <param name="From">The percentile of the years from it.</param>
/// <param name="Fisher">Whether the shares beyond the pooled percentile differ.</param>
public sealed record StabilityBreak(Estimate Before, Estimate From, FisherResult Fisher);

/// <summary>
/// Whether a percentile is stable over the years. The values of each year must be complete at one fixed follow-up: if
/// running trajectories were left out, the last years could not exceed anything, and every percentile would seem to
/// drift.
/// </summary>
/// <param name="Pooled">The percentile (type 2) over all years; null without values.</param>
/// <param name="Years">The years in ascending order.</param>
/// <param name="Trend">Whether the share beyond it rises or falls.</param>
/// <param name="Homogeneity">Whether the share beyond it differs between years in any way.</param>
/// <param name="Line">The percentile as a straight line over the years; null under two years.</param>
/// <param name="Yearly">The trend of the yearly percentiles; null under two of them.</param>
public sealed record Stability(
    double? Pooled,
    IReadOnlyList<StableYear> Years,
    ChiSquareResult Trend,
    ChiSquareResult Homogeneity,
    RegressionLine? Line,
    MannKendallResult? Yearly)
{
    /// <summary>Compares the years of values, given the year of each value.</summary>
    /// <param name="values">In any unit.</param>
    /// <param name="years">The year of each value.</param>
    /// <param name="percentage">Which percentile.</param>
    /// <param name="enough">The number of values from which a year has a percentile, at least 1.</param>
    /// <param name="confidence">Of all intervals, between 0 and 1.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a number lies outside.</exception>
    public static Stability OverYears(
        IReadOnlyList<double> values, IReadOnlyList<int> years, Percentage percentage, int enough, double confidence)
    {
        if (values.Count != years.Count)
            throw new ArgumentException("Each value has one year.", nameof(years));
        ArgumentOutOfRangeException.ThrowIfLessThan(enough, 1);
        var pooled = Quantile.Of(new Sample(values), percentage, QuantileType.Type2);
        var byYear = values.Select((value, i) => (Year: years[i], Value: value))
            .GroupBy(pair => pair.Year, pair => pair.Value).OrderBy(group => group.Key);
        List<StableYear> each = [.. byYear.Select(group => Year(group.Key, [.. group], pooled ?? 0))];
        List<YearCount> counts = [.. each.Select(year => new YearCount(year.Year, year.Beyond.K, year.Beyond.N))];
        List<StableYear> known = [.. each.Where(year => year.Estimate is not null)];
        return new Stability(
            pooled,
            each,
            CochranArmitage.Test(counts),
            Statistics.Testing.Homogeneity.Test([.. counts.Select(year => new BeyondCount(year.Beyond, year.N))]),
            QuantileRegression.Fit(values, years, percentage),
            MannKendall.Test(
                [.. known.Select(year => year.Year)], [.. known.Select(year => year.Estimate!.Value!.Value)]));

        StableYear Year(int year, double[] own, double line) => new(
            year,
            own.Length < enough
                ? null
                : Estimate.FromComplete(new Sample(own), percentage, QuantileType.Type2, confidence),
            ShareInterval.FromCounts(own.Count(value => value > line), own.Length, confidence));
    }

    /// <summary>Compares the years before a year with those from it; null when either side has no values.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or a number lies outside.</exception>
    public static StabilityBreak? BreakAt(
        int year, IReadOnlyList<double> values, IReadOnlyList<int> years, Percentage percentage, double confidence)
    {
        if (values.Count != years.Count)
            throw new ArgumentException("Each value has one year.", nameof(years));
        var before = values.Where((_, i) => years[i] < year).ToArray();
        var from = values.Where((_, i) => years[i] >= year).ToArray();
        if (before.Length == 0 || from.Length == 0)
            return null;
        var pooled = Quantile.Of(new Sample(values), percentage, QuantileType.Type2)!.Value;
        return new StabilityBreak(
            Estimate.FromComplete(new Sample(before.AsSpan()), percentage, QuantileType.Type2, confidence),
            Estimate.FromComplete(new Sample(from.AsSpan()), percentage, QuantileType.Type2, confidence),
            FisherExact.Test([Beyond(before, pooled), Beyond(from, pooled)]));
    }

    private static BeyondCount Beyond(double[] values, double line) =>
        new(values.Count(value => value > line), values.Length);
}
