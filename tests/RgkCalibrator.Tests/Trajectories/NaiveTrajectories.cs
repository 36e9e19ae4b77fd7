using System.Text;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

/// <summary>A trajectory, and its volume within each of the asked durations.</summary>
internal sealed record NaiveTrajectory(TrajectoryRow Row, IReadOnlyList<long> Within)
{
    public DateOnly? Birth { get; init; }
}

/// <summary>
/// The rules of trajectories one after another, day by day, without a thought of speed or memory: what the kernel must
/// agree with. Rows must be without faults.
/// </summary>
internal sealed class NaiveTrajectories(TrajectorySettings settings, IReadOnlyDictionary<string, ProductRules> rules)
{
    /// <summary>O1 and A.</summary>
    private readonly DateOnly _last = settings.ObservedThen().Last;
    private readonly DateOnly _censored = settings.ObservedThen().Last.AddDays(-settings.GapDays - 1);

    /// <summary>Of products of which nothing is to be known but steps, which all have.</summary>
    public NaiveTrajectories(TrajectorySettings settings, IReadOnlyList<DurationStep> steps)
        : this(settings, new Dictionary<string, ProductRules>()) => Usual = new ProductRules(steps);

    private ProductRules Usual { get; } = ProductRules.None;

    public IReadOnlyList<NaiveTrajectory> Of(IEnumerable<TestRow> rows)
    {
        var lines = rows.Where(row => row.Start <= _last).Select(NaiveLine.Of).Select(Known).ToList();
        var births = lines.GroupBy(line => line.Client).ToDictionary(client => client.Key, MostFrequentBirth);
        var all = lines
            .GroupBy(line => (
                line.Client,
                line.Product,
                line.Unit,
                Provider: settings.SplitByProvider ? line.Provider : string.Empty))
            .OrderBy(group => CodePoints(group.Key.Client), StringComparer.Ordinal)
            .ThenBy(group => CodePoints(group.Key.Product), StringComparer.Ordinal)
            .ThenBy(group => group.Key.Unit.Name(), StringComparer.Ordinal)
            .ThenBy(group => CodePoints(group.Key.Provider), StringComparer.Ordinal)
            .SelectMany(group => OfGroup([.. group], births[group.Key.Client]))
            .ToList();
        return [.. all.Select(one => one with { Row = WithBeside(one.Row, lines, all) })];
    }

    /// <summary>
    /// What was known on the last day: no later day of a line, no later message, and no stop that ends nothing.
    /// </summary>
    private NaiveLine Known(NaiveLine given)
    {
        var line = given with
        {
            CareStart = DateOrNone(given.CareStart),
            CareEnd = given.CareEnd > _last ? null : DateOrNone(given.CareEnd),
        };
        var isPause = settings.EndKnowledge == EndKnowledge.Stops
            && (line.EndReason is "20" or "37" || (line.EndReason == "38" && !settings.SplitByProvider));
        var careEnd = isPause ? null : line.CareEnd;
        if (settings.AsKnownOn is null)
            return line with { CareEnd = careEnd };
        return line with
        {
            Volume = line.VolumeBefore(_last.AddDays(1)),
            End = line.End > _last ? _last : line.End,
            CareStart = line.CareStart > _last ? null : line.CareStart,
            CareEnd = careEnd > _last ? null : careEnd,
        };
    }

    private static DateOnly? DateOrNone(DateOnly? day) =>
        day?.Year is <= 1969 or >= 2099 || day == new DateOnly(1970, 1, 1) ? null : day;

    private IEnumerable<NaiveTrajectory> OfGroup(List<NaiveLine> lines, DateOnly? birth)
    {
        var sequence = 0;
        DateOnly? previousEnd = null;
        foreach (var chain in Chains(lines))
        {
            var parts = Parts(chain)
                .Select(
                    (part, index) =>
                        Trajectory(part, birth, ++sequence, index > 0 ? CareOrder.FollowUp : Order(part, previousEnd)))
                .ToList();
            previousEnd = parts.Max(part => part.Row.End);
            foreach (var part in parts)
                yield return part;
        }
    }

    /// <summary>
    /// A day on which care is declared opens a chain when more than G days free of care lie before it.
    /// </summary>
    private IEnumerable<List<NaiveLine>> Chains(List<NaiveLine> lines)
    {
        var careDays = lines.SelectMany(line => line.Days).ToHashSet();
        var openings = careDays.Order()
            .Where(day => !Enumerable.Range(1, settings.GapDays + 1).Any(back => careDays.Contains(day.AddDays(-back))))
            .ToList();
        return lines.GroupBy(line => openings.Last(day => day <= line.Start))
            .OrderBy(chain => chain.Key)
            .Select(chain => chain.ToList());
    }

    /// <summary>The first days of assignments cut a chain.</summary>
    private IEnumerable<List<NaiveLine>> Parts(List<NaiveLine> chain)
    {
        if (!RulesOf(chain[0].Product).IsCut)
            return [chain];
        var openings = chain.Where(line => line.Assignment.Length > 0)
            .GroupBy(line => line.Assignment)
            .Select(lines => lines.Min(line => line.Start))
            .Append(chain.Min(line => line.Start)).ToList();
        return chain.GroupBy(line => openings.Where(day => day <= line.Start).Max())
            .OrderBy(part => part.Key)
            .Select(part => part.ToList());
    }

    private CareOrder Order(List<NaiveLine> part, DateOnly? previousEnd)
    {
        var start = Dates(part).Start;
        if (previousEnd is { } end)
            return Difference(start, end) - 1 <= settings.FollowUpDays ? CareOrder.FollowUp : CareOrder.First;
        return Difference(start, settings.Observed.First) > settings.FollowUpDays ? CareOrder.First : CareOrder.Unknown;
    }

    private NaiveTrajectory Trajectory(List<NaiveLine> chain, DateOnly? birth, int sequence, CareOrder order)
    {
        var (start, end, hasCareStart, hasCareEnd) = Dates(chain);
        var isStartKnown = IsStartKnown(start, hasCareStart);
        var isEndKnown = IsEndKnown(end, hasCareEnd);
        var isTooRecent = start > _censored;
        var row = new TrajectoryRow
        {
            ClientId = chain[0].Client,
            ProductCode = chain[0].Product,
            ProviderId = settings.SplitByProvider ? chain[0].Provider : string.Empty,
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
            AgeAtStart = Birthdays(birth, start) is > 30 ? null : Birthdays(birth, start),
            EntryDays = hasCareStart
                ? Positive(NaiveLine.DaysFrom(start, settings.Observed.First.AddDays(-1)).Count())
                : null,
            Order = order,
            WithStay = null,
            AnyStay = null,
            Concurrent = null,
            AnyConcurrent = null,
            MainProvider = MainOf(chain, line => line.Provider),
            Location = MainOf(chain, line => line.Location),
            Intervention = MainOf(chain, line => line.Intervention),
            Municipality = MainOf(chain, line => line.Municipality),
            IsInCohort = isStartKnown && !isTooRecent && IsCohortDay(start),
        };
        var limits = RulesOf(chain[0].Product).Steps.Select(step => Limit(step, start)).Concat(CareYearLimits(row));
        return new NaiveTrajectory(row, [.. limits.Select(limit => chain.Sum(line => line.VolumeBefore(limit)))])
        {
            Birth = birth,
        };
    }

    private static int? Positive(int days) => days > 0 ? days : null;

    private bool IsStartKnown(DateOnly start, bool hasCareStart) =>
        Difference(start, settings.Observed.First) > settings.GapDays
            || (hasCareStart && start >= settings.Observed.First);

    private bool IsEndKnown(DateOnly end, bool hasCareEnd) =>
        Difference(_last, end) > settings.GapDays
            || (settings.EndKnowledge == EndKnowledge.Stops && hasCareEnd && end <= _last);

    private bool IsCohortDay(DateOnly start) => start >= settings.Cohort.First && start <= settings.Cohort.Last;

    private IEnumerable<DateOnly> CareYearLimits(TrajectoryRow row) => RulesOf(row.ProductCode).HasCareYears
        ? Enumerable.Range(0, 50)
            .Where(year => row.Start.AddMonths(12 * year) <= row.End)
            .Select(year => row.Start.AddMonths(12 * (year + 1)))
        : [];

    private TrajectoryRow WithBeside(TrajectoryRow row, List<NaiveLine> lines, List<NaiveTrajectory> all)
    {
        if (RulesOf(row.ProductCode).Role != CareRole.Ambulatory)
            return row;
        var stays = lines.Where(line => line.Client == row.ClientId && RulesOf(line.Product).Role == CareRole.Stay)
            .SelectMany(line => line.Days)
            .ToHashSet();
        var others = all.Select(other => other.Row)
            .Where(other =>
                other.ClientId == row.ClientId && (other.ProductCode, other.Unit) != (row.ProductCode, row.Unit))
            .Where(other => RulesOf(other.ProductCode).Role == CareRole.Ambulatory)
            .SelectMany(other => NaiveLine.DaysFrom(other.Start, other.End)).ToHashSet();
        List<DateOnly> atStart = [.. NaiveLine.DaysFrom(row.Start, row.Start.AddDays(settings.AtStartDays))];
        List<DateOnly> any = [.. NaiveLine.DaysFrom(row.Start, row.End)];
        return row with
        {
            WithStay = atStart.Any(stays.Contains),
            AnyStay = any.Any(stays.Contains),
            Concurrent = atStart.Any(others.Contains),
            AnyConcurrent = any.Any(others.Contains),
        };
    }

    private ProductRules RulesOf(string product) => rules.GetValueOrDefault(product, Usual);

    private static string MainOf(List<NaiveLine> chain, Func<NaiveLine, string> value) => chain.GroupBy(value)
        .OrderByDescending(lines => lines.Sum(line => line.Volume)).ThenBy(lines => lines.Min(line => line.Start))
        .ThenBy(lines => CodePoints(lines.Key), StringComparer.Ordinal).First().Key;

    /// <summary>
    /// The declared dates, unless true dates replace them; true dates that contradict one another, or declared care,
    /// are left alone.
    /// </summary>
    private static (DateOnly Start, DateOnly End, bool HasCareStart, bool HasCareEnd) Dates(List<NaiveLine> chain)
    {
        var (start, end) = (chain.Min(line => line.Start), chain.Max(line => line.End));
        var (careStart, careEnd) = (StartMessage(chain), EndMessage(chain));
        return (careEnd ?? end) < (careStart ?? start)
            ? (start, end, false, false)
            : (careStart ?? start, careEnd ?? end, careStart is not null, careEnd is not null);
    }

    private static DateOnly? StartMessage(List<NaiveLine> chain)
    {
        var careStart = chain.Min(line => line.CareStart);
        var isContradicted = chain.Any(line => line.End < careStart || (line.Start < careStart
            && !Covering(chain, line).Any(other => other.CareStart is not null)));
        return isContradicted ? null : careStart;
    }

    private static DateOnly? EndMessage(List<NaiveLine> chain)
    {
        var careEnd = chain.Max(line => line.CareEnd);
        var last = chain.GroupBy(line => (line.Start, line.End)).MaxBy(lines => lines.Key)!;
        var isOfEarlierLine = last.Any(line => !chain.Any(other =>
            other.CareEnd is not null && (other == line || IsOfOneAssignment(line, other))));
        var isContradicted = chain.Any(line => line.Start > careEnd || (line.End > careEnd
            && !Covering(chain, line).Any(other => other.CareEnd is not null)));
        return isOfEarlierLine || isContradicted ? null : careEnd;
    }

    /// <summary>The lines whose messages also speak for a line.</summary>
    private static IEnumerable<NaiveLine> Covering(List<NaiveLine> chain, NaiveLine line) =>
        chain.Where(other => other.Provider == line.Provider || IsOfOneAssignment(line, other));

    private static bool IsOfOneAssignment(NaiveLine one, NaiveLine other) =>
        one.Assignment.Length > 0 && one.Assignment == other.Assignment;

    private static int Difference(DateOnly later, DateOnly day) => later.DayNumber - day.DayNumber;

    private static DateOnly Limit(DurationStep step, DateOnly start) => step.Unit switch
    {
        DurationUnit.Month => start.AddMonths(step.Length),
        DurationUnit.Week => start.AddDays(7 * step.Length),
        _ => Enumerable.Range(1, 366).Select(start.AddDays).First(day => (day.Month, day.Day) == (8, 1)),
    };

    private static DateOnly? MostFrequentBirth(IEnumerable<NaiveLine> client) => client
        .Where(line => line.Birth is not null && Birthdays(line.Birth, line.Start) is not > 30)
        .GroupBy(line => line.Birth)
        .OrderByDescending(births => births.Count()).ThenBy(births => births.Key)
        .FirstOrDefault()?.Key;

    /// <summary>
    /// Birthdays from birth up to and including a day; the one of 29 February is on 1 March where there is none.
    /// </summary>
    public static int? Birthdays(DateOnly? birth, DateOnly day) => birth is not { } born || born > day
        ? null
        : Enumerable.Range(born.Year + 1, Math.Max(0, day.Year - born.Year))
            .Count(year => new DateOnly(year, born.Month, 1).AddDays(born.Day - 1) <= day);

    private static string CodePoints(string text) =>
        Convert.ToHexString(new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetBytes(text));
}
