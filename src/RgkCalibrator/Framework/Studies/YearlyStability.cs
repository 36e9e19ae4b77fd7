using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Framework.Studies;

/// <summary>
/// How many trajectories of each start year go on beyond a duration, of those that could be followed for so long.
/// </summary>
/// <param name="Years">In ascending order, with exact limits.</param>
/// <param name="Trend">Whether the share rises or falls.</param>
/// <param name="Homogeneity">Whether it differs between years in any way.</param>
/// <param name="Break">Whether it differs before and from the break; null when either has none.</param>
public sealed record OutlastingYears(
    IReadOnlyList<(int Year, ShareInterval Share)> Years,
    ChiSquareResult Trend,
    ChiSquareResult Homogeneity,
    FisherResult? Break)
{
    internal static OutlastingYears FromFollowed(Observed followed, int breakYear, double confidence)
    {
        var years = followed.Places.GroupBy(followed.StartYear).OrderBy(year => year.Key)
            .Select(year => new YearCount(year.Key, year.LongCount(followed.Outlasts), year.LongCount())).ToList();
        var (before, from) = (Together(year => year < breakYear), Together(year => year >= breakYear));
        return new OutlastingYears(
            [.. years.Select(year => (year.Year, ShareInterval.FromCounts(year.Beyond, year.N, confidence)))],
            CochranArmitage.Test(years),
            Statistics.Testing.Homogeneity.Test([.. years.Select(year => new BeyondCount(year.Beyond, year.N))]),
            before.N == 0 || from.N == 0 ? null : FisherExact.Test([before, from]));

        BeyondCount Together(Func<int, bool> isMeant)
        {
            var meant = years.Where(year => isMeant(year.Year)).ToList();
            return new BeyondCount(meant.Sum(year => year.Beyond), meant.Sum(year => year.N));
        }
    }
}

/// <summary>Whether a line holds over the years in which trajectories start.</summary>
/// <param name="Followed">Those that could be followed for the line's duration.</param>
/// <param name="Starts">How many of the cohort start in each year, followed or not, in ascending order.</param>
/// <param name="Volume">Their volume within the duration; a year with too few of them has no percentile.</param>
/// <param name="VolumeBreak">The years before the break against those from it; null when either has none.</param>
/// <param name="Outlasting">How many go on beyond the duration.</param>
/// <param name="Ends">
/// Whether trajectories from before the break end at the same pace as those from it (log-rank, of the whole cohort);
/// null when either has none.
/// </param>
public sealed record YearlyStability(
    Observed Followed,
    IReadOnlyList<(int Year, int Count)> Starts,
    Stability Volume,
    StabilityBreak? VolumeBreak,
    OutlastingYears Outlasting,
    ChiSquareResult? Ends)
{
    /// <summary>The level of <see cref="DriftP"/> under which a line is said to drift.</summary>
    public const double Level = 0.05;

    /// <summary>
    /// The smallest p-value of the tests for a trend and for any difference between years, of volumes and of durations,
    /// after Holm over these four; null with fewer than two years that have enough trajectories.
    /// </summary>
    public double? DriftP => Volume.Years.Count(year => year.Estimate is not null) < 2
        ? null
        : Holm.Adjusted([Volume.Trend.P, Volume.Homogeneity.P, Outlasting.Trend.P, Outlasting.Homogeneity.P]).Min();

    /// <summary>Whether the line drifts: of lines that do not, at most one in twenty seems to.</summary>
    public bool? HasDrift => DriftP is { } p ? p < Level : null;

    /// <summary>The stability of a line whose trajectories were followed for its duration.</summary>
    internal static YearlyStability FromFollowed(Observed followed, FrameworkSettings settings)
    {
        var (group, percentage, confidence) = (followed.Group, settings.Percentage, settings.Confidence);
        var (volumes, years) = (followed.Units(), followed.Places.Select(followed.StartYear).ToList());
        return new YearlyStability(
            followed,
            StartsOf(group),
            Stability.OverYears(volumes, years, percentage, settings.Tiers.IndicativeFrom, confidence),
            Stability.BreakAt(settings.BreakYear, volumes, years, percentage, confidence),
            OutlastingYears.FromFollowed(followed, settings.BreakYear, confidence),
            EndsOf(group, settings.BreakYear));
    }

    private static List<(int Year, int Count)> StartsOf(Group group)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var start in group.Start)
        {
            var year = DayNumber.ToDate(start).Year;
            counts[year] = counts.GetValueOrDefault(year) + 1;
        }

        return [.. counts.Select(pair => (pair.Key, pair.Value))];
    }

    private static ChiSquareResult? EndsOf(Group group, int breakYear)
    {
        var (times, ends, first) = (group.OwnTimes(), group.Ends(), DayNumber.Of(new DateOnly(breakYear, 1, 1)));
        var (before, from) = (Sample(start => start < first), Sample(start => start >= first));
        return before.Count == 0 || from.Count == 0 ? null : LogRank.Test(before, from);

        SurvivalSample Sample(Func<int, bool> isMeant) => new(
            times.Where((_, place) => isMeant(group.Start[place])).ToArray(),
            ends.Where((_, place) => isMeant(group.Start[place])).ToArray());
    }
}
