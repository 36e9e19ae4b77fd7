using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Benchmarks.Coverage;

/// <summary>A distribution of durations of which all is known.</summary>
/// <param name="Name">For readers.</param>
/// <param name="Draw">One duration, above 0.</param>
/// <param name="ShareAt">The exact share at or below a duration, 0 to 1.</param>
/// <param name="IsWhole">Whether durations are whole numbers.</param>
internal sealed record DurationLaw(
    string Name, Func<Draws, double> Draw, Func<double, double> ShareAt, bool IsWhole = false)
{
    private const int Halvings = 200;
    private const int Slices = 4000;

    // The median of a gamma distribution of shape 2 and scale 1: 1 − e⁻ˣ(1 + x) = ½.
    private const double MedianOfTwo = 1.6783469900166605;
    private const double Median = 365;
    private const double DaysInMonth = 30.4375;

    // Care is granted for a term: so many of a hundred last exactly so many months, the others end when they end.
    private static readonly (double Months, double Percent)[] Terms =
        [(3, 5), (6, 10), (9, 4), (12, 12), (18, 5), (24, 4)];

    /// <summary>Days, with a long tail.</summary>
    public static DurationLaw LogNormal { get; } =
        new("lognormal", draws => draws.LogNormal(Median, 1), days => Shares.LogNormal(days, Median, 1));

    /// <summary>Days, of shape 2.</summary>
    public static DurationLaw Gamma { get; } = new(
        "gamma",
        draws => draws.GammaOfTwo(Median / MedianOfTwo),
        days => Shares.GammaOfTwo(days, Median / MedianOfTwo));

    /// <summary>Whole days: three of five short and two long.</summary>
    public static DurationLaw MixtureInDays { get; } = new(
        "discrete mixture, days",
        draws => Math.Ceiling(draws.Uniform() < 0.6 ? draws.LogNormal(200, 0.6) : draws.GammaOfTwo(450)),
        days => (0.6 * Shares.LogNormal(Math.Floor(days), 200, 0.6)) + (0.4 * Shares.GammaOfTwo(Math.Floor(days), 450)),
        IsWhole: true);

    /// <summary>Whole months, and two of five last exactly one of the usual terms.</summary>
    public static DurationLaw MixtureInMonths { get; } = new(
        "discrete mixture, months", Months, ShareOfMonths, IsWhole: true);

    public static IReadOnlyList<DurationLaw> All { get; } = [LogNormal, Gamma, MixtureInDays, MixtureInMonths];

    /// <summary>inf{x : F(x) ≥ p}.</summary>
    public double Percentile(Percentage percentage) =>
        Exactly(First(duration => ShareAt(duration) >= percentage.Share));

    /// <summary>
    /// The length of the window, in the unit of the durations, over which starts spread evenly, so that this share
    /// still runs at its end.
    /// </summary>
    public double WindowFor(double running) => First(window => RunningAfter(window) <= running);

    /// <summary>The share that still runs at the end of a window over which starts spread evenly.</summary>
    public double RunningAfter(double window)
    {
        if (!IsWhole)
            return Enumerable.Range(0, Slices).Average(slice => 1 - ShareAt((slice + 0.5) / Slices * window));
        var whole = (int)window;
        var running = Enumerable.Range(1, whole).Sum(time => 1 - ShareAt(time));
        return (running + ((window - whole) * (1 - ShareAt(whole + 1)))) / window;
    }

    /// <summary>The smallest number for which something is so that stays so.</summary>
    public static double First(Func<double, bool> isSo)
    {
        var (no, yes) = (0.0, 1.0);
        while (!isSo(yes))
            (no, yes) = (yes, 2 * yes);
        for (var i = 0; i < Halvings && yes - no > 1e-10 * yes; i++)
        {
            var middle = (no + yes) / 2;
            (no, yes) = isSo(middle) ? (no, middle) : (middle, yes);
        }

        return yes;
    }

    private double Exactly(double percentile) => IsWhole ? Math.Round(percentile) : percentile;

    private static double Months(Draws draws)
    {
        var left = draws.Uniform() * 100;
        foreach (var (months, percent) in Terms)
        {
            if (left < percent)
                return months;
            left -= percent;
        }

        return Math.Ceiling(draws.LogNormal(Median, 1) / DaysInMonth);
    }

    private static double ShareOfMonths(double months)
    {
        var whole = Math.Floor(months);
        var terms = Terms.Where(term => term.Months <= whole).Sum(term => term.Percent) / 100;
        return terms
            + ((1 - (Terms.Sum(term => term.Percent) / 100)) * Shares.LogNormal(whole * DaysInMonth, Median, 1));
    }
}
