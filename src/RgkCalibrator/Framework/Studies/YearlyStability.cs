using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Framework.Studies;

/// <summary>How many of each start year go on beyond a duration, of those that could be followed for so long.</summary>
/// <param name="Years">In ascending order, with exact limits.</param>
/// <param name="Trend">Whether the share rises or falls.</param>
/// <param name="Homogeneity">Whether it differs between years in any way.</param>
/// <param name="Break">Whether it differs before and from the break; null when either has none.</param>
public sealed record OutlastingYears(
    IReadOnlyList<(int Year, ShareInterval Share)> Years, ChiSquareResult Trend, ChiSquareResult Homogeneity, FisherResult? Break)
{
    internal static OutlastingYears Of(FixedFollowUp followed, int breakYear, double confidence)
    {
        var years = followed.Years.Zip(followed.Outlasts).GroupBy(pair => pair.First, pair => pair.Second).OrderBy(year => year.Key)
            .Select(year => new YearCount(year.Key, year.LongCount(outlasts => outlasts), year.LongCount())).ToList();
        var (before, from) = (Together(years.Where(year => year.Year < breakYear)), Together(years.Where(year => year.Year >= breakYear)));
        return new OutlastingYears(
            [.. years.Select(year => (year.Year, ShareInterval.FromCounts(year.Beyond, year.N, confidence)))],
            CochranArmitage.Test(years),
            Statistics.Testing.Homogeneity.Test([.. years.Select(year => new BeyondCount(year.Beyond, year.N))]),
            before.N == 0 || from.N == 0 ? null : FisherExact.Test([before, from]));
    }

    private static BeyondCount Together(IEnumerable<YearCount> years) =>
        years.Aggregate(new BeyondCount(0, 0), (sum, year) => new BeyondCount(sum.Beyond + year.Beyond, sum.N + year.N));
}

/// <summary>Whether a line holds over the years in which trajectories start.</summary>
/// <param name="Followed">Those that could be followed for the line's duration.</param>
/// <param name="Starts">How many of the cohort start in each year, followed or not, in ascending order.</param>
/// <param name="Volume">Their volume within the duration; a year with too few of them has no percentile.</param>
/// <param name="VolumeBreak">The years before the break against those from it; null when either has none.</param>
/// <param name="Outlasting">How many go on beyond the duration.</param>
/// <param name="Ends">Whether trajectories from before the break end at the same pace as those from it (log-rank, of the whole cohort); null when either has none.</param>
public sealed record YearlyStability(
    FixedFollowUp Followed,
    IReadOnlyList<(int Year, int Count)> Starts,
    Stability Volume,
    StabilityBreak? VolumeBreak,
    OutlastingYears Outlasting,
    ChiSquareResult? Ends)
{
    /// <summary>The level of <see cref="DriftP"/> under which a line is said to drift.</summary>
    public const double Level = 0.05;

    /// <summary>
    /// The smallest p-value of the tests for a trend and for any difference between years, of volumes and of durations, after Holm over these four; null
    /// with fewer than two years that have enough trajectories.
    /// </summary>
    public double? DriftP => Volume.Years.Count(year => year.Estimate is not null) < 2
        ? null
        : Holm.Adjusted([Volume.Trend.P, Volume.Homogeneity.P, Outlasting.Trend.P, Outlasting.Homogeneity.P]).Min();

    /// <summary>Whether it drifts: of lines that do not, at most one in twenty seems to.</summary>
    public bool? HasDrift => DriftP is { } p ? p < Level : null;

    /// <summary>The years of trajectories that were followed for the duration of their line.</summary>
    internal static YearlyStability Of(FixedFollowUp followed, FrameworkSettings settings)
    {
        var (group, percentage) = (followed.Group, settings.Percentage);
        return new YearlyStability(
            followed,
            StartsOf(group),
            Stability.OverYears(followed.Volumes, followed.Years, percentage, settings.Tiers.IndicativeFrom, settings.Confidence),
            Stability.BreakAt(settings.BreakYear, followed.Volumes, followed.Years, percentage, settings.Confidence),
            OutlastingYears.Of(followed, settings.BreakYear, settings.Confidence),
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

        SurvivalSample Sample(Func<int, bool> isMeant)
        {
            int[] places = [.. Enumerable.Range(0, times.Length).Where(place => isMeant(group.Start[place]))];
            return new SurvivalSample(Array.ConvertAll(places, place => times[place]), Array.ConvertAll(places, place => ends[place]));
        }
    }
}
