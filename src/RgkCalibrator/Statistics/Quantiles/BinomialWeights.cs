namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>
/// The binomial distribution as weights that only need to be divided by their sum. Each weight follows from its
/// neighbour by a ratio of whole numbers, so no logarithm of a factorial costs digits when n is large, as it does in
/// MathNet's Binomial.
/// </summary>
internal sealed class BinomialWeights
{
    // Further out, relative to the middle, nothing can be seen in a sum of doubles that reaches a tail of 10⁻¹⁶.
    private const double Negligible = 1e-34;

    private readonly double[] _weights;
    private readonly double _total;

    private BinomialWeights(long first, double[] weights)
    {
        First = first;
        _weights = weights;
        _total = weights.Sum();
    }

    /// <summary>The smallest outcome with a weight that is not negligible.</summary>
    public long First { get; }

    /// <summary>The largest outcome with a weight that is not negligible.</summary>
    public long Last => First + _weights.Length - 1;

    /// <summary>The distribution of the number of n values at or below the percentile.</summary>
    public static BinomialWeights ForSize(long n, Percentage percentage)
    {
        double inside = percentage.Halves;
        var outside = Percentage.HalvesInWhole - inside;
        var start = percentage.Rank(n);
        // At 0% and 100% the first ratio is 0 or 0/0: neither is more than negligible, so that the start stands alone.
        var below = Walk(start, -1, k => k * outside / ((n - k + 1) * inside));
        var above = Walk(start, +1, k => (n - k) * inside / ((k + 1) * outside));
        below.Reverse();
        return new BinomialWeights(start - below.Count, [.. below, 1, .. above]);
    }

    /// <summary>
    /// The number of outcomes, from the smallest upward, whose chances together stay within the limit, and their sum.
    /// </summary>
    public (int Count, double Chance) TailFromBelow(double limit) => Tail(_weights, limit);

    /// <summary>
    /// The number of outcomes, from the largest downward, whose chances together stay within the limit, and their sum.
    /// </summary>
    public (int Count, double Chance) TailFromAbove(double limit) => Tail(Enumerable.Reverse(_weights), limit);

    // From the far end inward: small terms first, and no subtraction from 1.
    private (int Count, double Chance) Tail(IEnumerable<double> inward, double limit)
    {
        var (count, sum) = (0, 0.0);
        foreach (var weight in inward)
        {
            if (sum + weight > limit * _total)
                break;
            sum += weight;
            count++;
        }

        return (count, sum / _total);
    }

    private static List<double> Walk(long start, int direction, Func<long, double> ratio)
    {
        var weights = new List<double>();
        var k = start;
        for (var weight = ratio(k); weight > Negligible; weight *= ratio(k))
        {
            weights.Add(weight);
            k += direction;
        }

        return weights;
    }
}
