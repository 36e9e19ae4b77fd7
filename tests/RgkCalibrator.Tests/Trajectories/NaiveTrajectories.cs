using System.Text;
using RgkCalibrator.Intake;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

/// <summary>A trajectory, and its volume within each of the asked durations.</summary>
internal sealed record NaiveTrajectory(TrajectoryRow Row, IReadOnlyList<long> Within);

/// <summary>
/// The rules of trajectories one after another, day by day, without a thought of speed or memory: what the kernel must agree with. Rows must be
/// without faults.
/// </summary>
internal sealed class NaiveTrajectories(TrajectorySettings settings, IReadOnlyList<DurationStep> steps)
{
    /// <summary>O1 and A.</summary>
    private readonly DateOnly _last = settings.Observed.Last;
    private readonly DateOnly _censored = settings.Observed.Last.AddDays(-settings.GapDays - 1);

    public IReadOnlyList<NaiveTrajectory> Of(IEnumerable<TestRow> rows)
    {
        var lines = rows.Where(row => row.Start <= _last).Select(NaiveLine.Of).ToList();
        var births = lines.GroupBy(line => line.Client).ToDictionary(client => client.Key, MostFrequentBirth);
        return [.. lines
            .GroupBy(line => (line.Client, line.Product, line.Unit, Provider: settings.SplitByProvider ? line.Provider : string.Empty))
            .OrderBy(group => CodePoints(group.Key.Client), StringComparer.Ordinal)
            .ThenBy(group => CodePoints(group.Key.Product), StringComparer.Ordinal)
            .ThenBy(group => group.Key.Unit.Name(), StringComparer.Ordinal)
            .ThenBy(group => CodePoints(group.Key.Provider), StringComparer.Ordinal)
            .SelectMany(group => Chains([.. group]).Select((chain, index) => Trajectory(chain, group.Key.Provider, index + 1, births[group.Key.Client])))];
    }

    /// <summary>A day on which care is declared opens a chain when more than G days free of care lie before it.</summary>
    private IEnumerable<List<NaiveLine>> Chains(List<NaiveLine> lines)
    {
        var careDays = lines.SelectMany(line => line.Days).ToHashSet();
        var openings = careDays.Order()
            .Where(day => !Enumerable.Range(1, settings.GapDays + 1).Any(back => careDays.Contains(day.AddDays(-back))))
            .ToList();
        return lines.GroupBy(line => openings.Last(day => day <= line.Start)).OrderBy(chain => chain.Key).Select(chain => chain.ToList());
    }

    private NaiveTrajectory Trajectory(List<NaiveLine> chain, string provider, int sequence, DateOnly? birth)
    {
        var (start, end, hasCareStart) = Dates(chain);
        var isStartKnown = Difference(start, settings.Observed.First) > settings.GapDays || (hasCareStart && start >= settings.Observed.First);
        var isEndKnown = Difference(_last, end) > settings.GapDays;
        var isTooRecent = start > _censored;
        var row = new TrajectoryRow
        {
            ClientId = chain[0].Client,
            ProductCode = chain[0].Product,
            ProviderId = provider,
            Sequence = sequence,
            Start = start,
            End = end,
            VolumeTicks = chain.Sum(line => line.Volume),
            Unit = chain[0].Unit,
            Lines = chain.Count,
            IsStartKnown = isStartKnown,
            IsEndKnown = isEndKnown,
            TimeDays = isTooRecent ? null : NaiveLine.DaysFrom(start, isEndKnown ? end : _censored).Count(),
            IsEvent = isTooRecent ? null : isEndKnown,
            AgeAtStart = Birthdays(birth, start),
            IsInCohort = isStartKnown && !isTooRecent && start >= settings.Cohort.First && start <= settings.Cohort.Last,
        };
        return new NaiveTrajectory(row, [.. steps.Select(step => chain.Sum(line => line.VolumeBefore(Limit(step, start))))]);
    }

    /// <summary>The declared dates, unless true dates replace them; true dates that contradict one another are left alone.</summary>
    private static (DateOnly Start, DateOnly End, bool HasCareStart) Dates(List<NaiveLine> chain)
    {
        var (careStart, careEnd) = (chain.Min(line => line.CareStart), chain.Max(line => line.CareEnd));
        var (start, end) = (chain.Min(line => line.Start), chain.Max(line => line.End));
        return (careEnd ?? end) < (careStart ?? start) ? (start, end, false) : (careStart ?? start, careEnd ?? end, careStart is not null);
    }

    private static int Difference(DateOnly later, DateOnly day) => later.DayNumber - day.DayNumber;

    private static DateOnly Limit(DurationStep step, DateOnly start) => step.Unit switch
    {
        DurationUnit.Month => start.AddMonths(step.Length),
        DurationUnit.Week => start.AddDays(7 * step.Length),
        _ => Enumerable.Range(1, 366).Select(start.AddDays).First(day => (day.Month, day.Day) == (8, 1)),
    };

    private static DateOnly? MostFrequentBirth(IEnumerable<NaiveLine> client) => client
        .Where(line => line.Birth is not null)
        .GroupBy(line => line.Birth)
        .OrderByDescending(births => births.Count()).ThenBy(births => births.Key)
        .FirstOrDefault()?.Key;

    /// <summary>Birthdays from birth up to and including a day; the one of 29 February is on 1 March where there is none.</summary>
    private static int? Birthdays(DateOnly? birth, DateOnly day) => birth is not { } born || born > day
        ? null
        : Enumerable.Range(born.Year + 1, Math.Max(0, day.Year - born.Year))
            .Count(year => new DateOnly(year, born.Month, 1).AddDays(born.Day - 1) <= day);

    private static string CodePoints(string text) => Convert.ToHexString(new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetBytes(text));
}

/// <summary>A line with its volume in ticks.</summary>
internal sealed record NaiveLine(string Client, string Product, CareUnit Unit, string Provider, DateOnly Start, DateOnly End, long Volume)
{
    public DateOnly? Birth { get; init; }

    public DateOnly? CareStart { get; init; }

    public DateOnly? CareEnd { get; init; }

    public IEnumerable<DateOnly> Days => DaysFrom(Start, End);

    public static NaiveLine Of(TestRow row)
    {
        var isMinutes = row.Unit is "01" or "minuut";
        var ticks = decimal.Round(row.Volume!.Value * (isMinutes ? 100 : 6000), MidpointRounding.AwayFromZero);
        var unit = row.Unit is "16" or "dagdeel" ? CareUnit.Dagdeel : CareUnit.Uur;
        return new NaiveLine(row.Client!, row.Product!, unit, row.Provider ?? string.Empty, row.Start!.Value, row.End!.Value, (long)ticks)
        {
            Birth = row.Birth,
            CareStart = row.CareStart,
            CareEnd = row.CareEnd,
        };
    }

    public static IEnumerable<DateOnly> DaysFrom(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
            yield return day;
    }

    /// <summary>Every day has the same whole number of ticks; the last one also has what is left.</summary>
    public long VolumeBefore(DateOnly limit)
    {
        var (share, rest) = Math.DivRem(Volume, Days.Count());
        return Days.Where(day => day < limit).Sum(day => share + (day == End ? rest : 0));
    }
}
