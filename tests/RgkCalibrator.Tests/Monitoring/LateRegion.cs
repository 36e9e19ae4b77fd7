using System.Globalization;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Monitoring;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Monitoring;

/// <summary>
/// A line of a region as counts alone: trajectories of months of care, of which each month is declared as late as
/// data/synthetic/after.csv says, and of which fewer go beyond the line since the framework.
/// </summary>
internal sealed class LateRegion
{
    /// <summary>The code of its product.</summary>
    public const string Code = "45C02";

    public static readonly DateOnly Since = new(2025, 9, 1);

    private const int LimitDraws = 20_000;
    private const double Sigma = 0.6;

    // exp(-1.9): of 15% the care goes on beyond the duration, as in the generator.
    private const double Decline = 1.9;

    private static readonly List<(int Months, int Permille)> Late = [.. Truth("arrival")
        .Select(row => (int.Parse(row[4], CultureInfo.InvariantCulture), Permille(row)))];

    private readonly Quarter _first;
    private readonly int _duration;
    private readonly double _limit;
    private readonly List<Drawn> _all = [];

    /// <summary>Draws one.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="perQuarter">Trajectories that start in a quarter.</param>
    /// <param name="months">The duration of the line.</param>
    /// <param name="effect">
    /// Of a thousand that would go beyond the line, how many stay within since the framework.
    /// </param>
    /// <param name="quarters">The quarters in which any start.</param>
    public LateRegion(int seed, int perQuarter, int months, int effect, (Quarter First, Quarter Last) quarters)
    {
        (_first, _duration) = (quarters.First, months);
        _limit = LimitOf(months);
        var random = SplitMix64.ForStream(seed, months);
        foreach (var quarter in Quarter.Between(quarters.First, quarters.Last))
        {
            for (var i = 0; i < perQuarter; i++)
                _all.Add(Draw(quarter.FirstMonth + random.BelowFrom64Bits(3), effect, ref random));
        }
    }

    /// <summary>Of a product, how many of a thousand stay within.</summary>
    public static int EffectOf(string product) => Permille(Truth("effect").Single(row => row[1] == product));

    /// <summary>The chart of what is known when declarations came in up to the end of a month.</summary>
    /// <param name="observedTo">The last observed day, a last day of a month.</param>
    /// <param name="gap">Free days that end a trajectory.</param>
    /// <param name="declaredTo">The last day on which declarations came in; null: all came in.</param>
    /// <param name="ignoresLate">Whether all that could be followed counts as complete, as a naive chart would.</param>
    public QuarterChart Chart(DateOnly observedTo, int gap, DateOnly? declaredTo, bool ignoresLate = false)
    {
        var (settings, duration) = (new MonitorSettings(), DurationStep.Months(_duration));
        var known = declaredTo is { } day ? MonthNumber.Of(day) : int.MaxValue;
        var when = new MonitorPeriod(
            Since, _first.First, observedTo.AddDays(-gap - 1), new Period(_first.First, observedTo));
        var isWhole = declaredTo is null || ignoresLate;
        var arrivals = Arrivals.Learn(
            isWhole ? new([], null) : Declared(known, MonthNumber.Of(observedTo)), observedTo, settings);
        var quarters = _all.Select(one => one.Seen(known, MonthNumber.Of(observedTo))).OfType<Drawn>()
            .ToLookup(one => Quarter.OfMonth(one.Start));
        return QuarterChart.Of([.. when.Quarters().Select(CountOf)], settings.Chart);

        QuarterCount CountOf(Quarter quarter)
        {
            var own = quarters[quarter].ToList();
            var declared = isWhole
                ? RgkCalibrator.Statistics.Completion.Completeness.Whole
                : arrivals.Mean(Code, quarter.FirstMonth, MonthNumber.Of(duration.LastDay(quarter.Last)))!;
            return new QuarterCount(quarter, own.Count(one => IsBeyond(one, 1)), own.Count)
            {
                BeyondIfComplete = own.Count(one => IsBeyond(one, declared.Lowest)),
                State = when.StateOf(quarter, duration, arrivals.IsComplete(declared)),
                Role = when.RoleOf(quarter, settings),
            };
        }
    }

    private DeclaredByMonth Declared(int known, int observedTo)
    {
        var product = new DeclaredProduct(Code, CareUnit.Uur, IsKnown: true);
        var lines = _all.SelectMany(one => one.Months()).Where(line => line.Month <= observedTo)
            .Where(line => line.Arrived <= known)
            .CountBy(line => (line.Month, line.Arrived));
        return new(
            [
                .. lines.Select(one => new DeclaredMonth(
                    product, one.Key.Month, one.Key.Arrived, one.Value, one.Value, 0)),
            ],
            DayNumber.Of(MonthNumber.LastDay(known)));
    }

    private bool IsBeyond(Drawn one, double declared) =>
        one.Volumes.Length > _duration || one.Volumes.Take(_duration).Sum() / declared > _limit;

    private Drawn Draw(int start, int effect, ref SplitMix64 random)
    {
        var drawn = Drawn.Of(start, _duration, ref random);
        var isAfter = MonthNumber.FirstDay(start) >= Since;
        if (!isAfter || !IsBeyond(drawn, 1) || !random.Chance(effect))
            return drawn;
        while (IsBeyond(drawn, 1))
            drawn = Drawn.Of(start, _duration, ref random);
        return drawn;
    }

    // The 80th percentile of the volume within the duration.
    private static double LimitOf(int months)
    {
        var random = SplitMix64.ForStream(1, months);
        var volumes = new double[LimitDraws];
        for (var i = 0; i < volumes.Length; i++)
            volumes[i] = Drawn.Of(0, months, ref random).Volumes.Take(months).Sum();
        Array.Sort(volumes);
        return volumes[LimitDraws * 8 / 10];
    }

    private static IEnumerable<string[]> Truth(string kind) =>
        File.ReadLines(Repository.PathOf("data/synthetic/after.csv")).Select(line => line.Split(','))
            .Where(row => row[0] == kind);

    private static int Permille(string[] row) => int.Parse(row[5], CultureInfo.InvariantCulture);

    /// <summary>A trajectory by the months of its care.</summary>
    private sealed record Drawn(int Start, double[] Volumes, int[] Delays)
    {
        public static Drawn Of(int start, int duration, ref SplitMix64 random)
        {
            var months = 1 + (int)(-Math.Log(1 - Part(ref random)) * duration / Decline);
            var rate = Math.Exp(
                Sigma * Math.Sqrt(-2 * Math.Log(1 - Part(ref random))) * Math.Cos(2 * Math.PI * Part(ref random)));
            var (volumes, delays) = (new double[months], new int[months]);
            for (var month = 0; month < months; month++)
                (volumes[month], delays[month]) = (rate * (0.5 + Part(ref random)), DelayOf(ref random));
            return new(start, volumes, delays);
        }

        public IEnumerable<(int Month, int Arrived)> Months() =>
            Delays.Select((delay, i) => (Start + i, Start + i + delay));

        /// <summary>What is seen of it: from the first month that arrived to the last; null: nothing.</summary>
        public Drawn? Seen(int known, int observedTo)
        {
            var seen = Enumerable.Range(0, Volumes.Length)
                .Where(i => Start + i <= observedTo && Start + i + (long)Delays[i] <= known).ToList();
            if (seen.Count == 0)
                return null;
            var (first, last) = (seen[0], seen[^1]);
            var volumes = new double[last - first + 1];
            foreach (var i in seen)
                volumes[i - first] = Volumes[i];
            return new(Start + first, volumes, Delays[first..(last + 1)]);
        }

        private static int DelayOf(ref SplitMix64 random)
        {
            var (draw, before) = (random.BelowFrom64Bits(1000), 0);
            foreach (var (months, permille) in Late)
            {
                if (draw < permille)
                    return before + 1 + random.BelowFrom64Bits(months - before);
                (draw, before) = (draw - permille, months);
            }

            throw new InvalidOperationException("The arrivals do not add up to a thousand.");
        }

        private static double Part(ref SplitMix64 random) => (random.Next() >> 11) * (1.0 / (1UL << 53));
    }
}
