namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>
/// The exact order-statistic interval of a percentile, with equal tails: whatever the distribution, the percentile lies
/// between the values at two ranks with at least the confidence. David and Nagaraja (2003), Order Statistics, section
/// 7.1, doi:10.1002/0471722162.
/// </summary>
/// <remarks>
/// With X binomial(n, p): the lower rank is the largest l with P(X ≤ l − 1) ≤ α/2, the upper one the smallest u with
/// P(X ≥ u) ≤ α/2. Chances that are equal to α/2 but for rounding (n = 1, P97.5, 95%) count as equal.
/// </remarks>
public sealed record RankInterval
{
    // The chances are sums of positive terms, good to 13 digits for n = 10⁶: what is nearer to α/2 than this equals it.
    private const double Rounding = 1e-12;

    private RankInterval(long n, (long Rank, double Chance) lower, (long Rank, double Chance) upper)
    {
        N = n;
        (Lower, TailBelow) = lower;
        (Upper, TailAbove) = upper;
    }

    /// <summary>The size of the sample, 0 or more.</summary>
    public long N { get; }

    /// <summary>The rank of the lower limit, 1 to n; 0 means that there is no lower limit.</summary>
    public long Lower { get; }

    /// <summary>The rank of the upper limit, 1 to n; n + 1 means that there is no upper limit.</summary>
    public long Upper { get; }

    /// <summary>P(X ≤ l − 1): the chance that the percentile lies below the interval, at most α/2.</summary>
    public double TailBelow { get; }

    /// <summary>P(X ≥ u): the chance that the percentile lies above the interval, at most α/2.</summary>
    public double TailAbove { get; }

    /// <summary>The confidence of the interval, at least the one asked for.</summary>
    public double Coverage => 1 - TailBelow - TailAbove;

    /// <summary>The ranks for a sample of size n; the work grows with √n.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// n is negative, or the confidence does not lie between 0 and 1.
    /// </exception>
    public static RankInterval ForSize(long n, Percentage percentage, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var binomial = BinomialWeights.ForSize(n, percentage);
        var limit = EqualTails.ChanceOf(confidence) * (1 + Rounding);
        var below = binomial.TailFromBelow(limit);
        var above = binomial.TailFromAbove(limit);
        return new RankInterval(
            n,
            (binomial.First + below.Count, below.Chance),
            (binomial.Last + 1 - above.Count, above.Chance));
    }

    /// <summary>The limits in a sample of this size; null where there is none.</summary>
    /// <exception cref="ArgumentException">The sample has another size.</exception>
    public (double? Lower, double? Upper) On(IOrderedValues sample)
    {
        if (sample.Count != N)
            throw new ArgumentException("The interval belongs to a sample of another size.", nameof(sample));
        return (Lower < 1 ? null : sample.AtRank(Lower), Upper > N ? null : sample.AtRank(Upper));
    }
}
