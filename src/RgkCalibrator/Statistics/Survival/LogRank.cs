using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>
/// The log-rank test whether two groups of durations end at the same pace: (O − E)²/V with, at every time of an end, E
/// = d·Y₁/Y and V = d·(Y₁/Y)(1 − Y₁/Y)(Y − d)/(Y − 1). Mantel (1966); Peto and Peto (1972), JRSS A 135(2),
/// doi:10.2307/2344317.
/// </summary>
public static class LogRank
{
    /// <summary>Tests two groups; the result has no degrees of freedom when nothing can differ.</summary>
    /// <exception cref="ArgumentException">A sample has delayed entry.</exception>
    public static ChiSquareResult Test(SurvivalSample first, SurvivalSample second)
    {
        if (first.HasDelayedEntry || second.HasDelayedEntry)
            throw new ArgumentException("The test takes durations that were seen from their beginning.", nameof(first));
        var (seen, expected, variance) = (0.0, 0.0, 0.0);
        foreach (var time in first.Times.Concat(second.Times).Distinct())
        {
            var ((events1, atRisk1), (events2, atRisk2)) = (At(first, time), At(second, time));
            var (events, atRisk) = (events1 + events2, atRisk1 + atRisk2);
            if (events == 0)
                continue;
            var share = atRisk1 / atRisk;
            seen += events1;
            expected += events * share;
            variance += atRisk > 1 ? events * share * (1 - share) * (atRisk - events) / (atRisk - 1) : 0;
        }

        var excess = seen - expected;
        return variance > 0
            ? ChiSquareResult.FromStatistic(excess * excess / variance, 1)
            : ChiSquareResult.FromStatistic(0, 0);
    }

    private static (double Events, double AtRisk) At(SurvivalSample sample, double time)
    {
        var place = Array.BinarySearch(sample.Times, time);
        if (place >= 0)
            return (sample.Events[place], sample.AtRisk[place]);
        return (0, ~place == sample.Times.Length ? 0 : sample.AtRisk[~place]);
    }
}
