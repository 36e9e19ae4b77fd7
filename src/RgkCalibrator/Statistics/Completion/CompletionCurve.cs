namespace RgkCalibrator.Statistics.Completion;

/// <summary>A share with the lowest and the highest that was seen of earlier periods.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Lowest">The lowest of earlier periods, at most <paramref name="Share"/>.</param>
/// <param name="Highest">The highest of them, at least <paramref name="Share"/>, and at most 1.</param>
public sealed record Completeness(double Share, double Lowest, double Highest)
{
    /// <summary>Nothing is missing.</summary>
    public static Completeness Whole { get; } = new(1, 1, 1);
}

/// <summary>
/// Which part of all that will arrive of a period has arrived so many periods after it, learned from earlier periods by
/// chain ladder: Mack (1993), Distribution-free calculation of the standard error of chain ladder reserve estimates,
/// ASTIN Bulletin 23(2), doi:10.2143/AST.23.2.2005092.
/// </summary>
/// <remarks>
/// The factor from delay d to d + 1 is Σ C(i, d + 1)/Σ C(i, d) over the periods i of which both are known, C(i, d) what
/// arrived within d periods; the share within d is the product of 1/factor from d on. It is the Kaplan-Meier estimate
/// in reversed time of delays of which only those short enough to be seen are known. The lowest and the highest are of
/// the periods that are old enough to be complete.
/// </remarks>
public sealed class CompletionCurve
{
    private readonly Completeness[] _shares;

    private CompletionCurve(IReadOnlyList<double> factors, Completeness[] shares, double learned) =>
        (Factors, _shares, Learned) = (factors, shares, learned);

    /// <summary>
    /// The factors from each delay to the next, 1 or more; infinite where nothing arrived within the first of them.
    /// </summary>
    public IReadOnlyList<double> Factors { get; }

    /// <summary>From delay 0 to the longest, at which all has arrived.</summary>
    public IReadOnlyList<Completeness> Shares => _shares;

    /// <summary>How much it was learned from.</summary>
    public double Learned { get; }

    /// <summary>Learns a curve.</summary>
    /// <param name="triangle">What arrived.</param>
    /// <param name="periods">From how many periods, the latest of which both delays are known; 1 or more.</param>
    /// <returns>Null where no period is old enough to tell of some delay.</returns>
    public static CompletionCurve? From(DelayTriangle triangle, int periods)
    {
        var (longest, factors) = (triangle.Longest, new double[triangle.Longest]);
        for (var delay = 0; delay < longest; delay++)
        {
            var known = KnownTo(delay + 1);
            var before = known.Sum(period => triangle.Within(period, delay));
            var after = known.Sum(period => triangle.Within(period, delay + 1));
            if (after <= 0)
                return null;
            // Where nothing ever arrives so soon, the factor is infinite and the share is nothing.
            factors[delay] = after / before;
        }

        var complete = KnownTo(longest).Where(period => triangle.Within(period, longest) > 0).ToList();
        var shares = new Completeness[longest + 1];
        shares[longest] = Completeness.Whole;
        for (var delay = longest - 1; delay >= 0; delay--)
        {
            var share = shares[delay + 1].Share / factors[delay];
            var seen = complete.ConvertAll(
                period => triangle.Within(period, delay) / triangle.Within(period, longest));
            shares[delay] = new(
                share, Math.Min(share, seen.DefaultIfEmpty(share).Min()),
                Math.Max(share, seen.DefaultIfEmpty(share).Max()));
        }

        return new CompletionCurve(factors, shares, complete.Sum(period => triangle.Within(period, longest)));

        List<int> KnownTo(int delay) =>
        [
            .. triangle.Periods.Where(period =>
                period + delay <= triangle.Last && period + delay > triangle.Last - periods),
        ];
    }

    /// <summary>Which part of a period has arrived so many periods after it; below 0: nothing.</summary>
    public Completeness At(int delay) => delay < 0 ? new(0, 0, 0) : _shares[Math.Min(delay, _shares.Length - 1)];
}
