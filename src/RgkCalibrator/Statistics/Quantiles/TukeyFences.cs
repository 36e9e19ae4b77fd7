namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>
/// Values far from the others on the log scale: outside Q₁ − 1.5·IQR to Q₃ + 1.5·IQR of the logarithms, with quartiles
/// of type 2. Tukey (1977), Exploratory Data Analysis, section 2D. They are flagged and never dropped.
/// </summary>
/// <param name="Lower">In the unit of the values; what is smaller is flagged. Null without values above zero.</param>
/// <param name="Upper">In the unit of the values; what is larger is flagged. Null without values above zero.</param>
/// <param name="Below">How many are flagged as small.</param>
/// <param name="Above">How many are flagged as large.</param>
/// <param name="WithoutLogarithm">
/// How many are zero or less: they take no part in the fences and are not flagged.
/// </param>
/// <param name="With">The percentile of all values.</param>
/// <param name="Without">The percentile without those flagged, to show how much they move it.</param>
public sealed record TukeyFences(
    double? Lower, double? Upper, long Below, long Above, long WithoutLogarithm, Estimate With, Estimate Without)
{
    private const double Reach = 1.5;

    /// <summary>The fences of these values, in any order.</summary>
    /// <exception cref="ArgumentException">
    /// A value is infinite or not a number, or the confidence lies outside.
    /// </exception>
    public static TukeyFences FromValues(ReadOnlySpan<double> values, Percentage percentage, double confidence)
    {
        var all = Array.ConvertAll(values.ToArray(), FiniteValue.Of);
        double[] positive = [.. all.Where(value => value > 0)];
        var (lower, upper) = Fences(positive);
        double[] kept = [.. all.Where(value => value <= 0 || (value >= lower && value <= upper))];
        return new TukeyFences(
            lower,
            upper,
            positive.LongCount(value => value < lower),
            positive.LongCount(value => value > upper),
            all.Length - positive.Length,
            Estimate.FromComplete(new Sample(all.AsSpan()), percentage, QuantileType.Type2, confidence),
            Estimate.FromComplete(new Sample(kept.AsSpan()), percentage, QuantileType.Type2, confidence));
    }

    // Back from the logarithms without exp(log x), which would put x itself on the wrong side when all values are
    // equal.
    private static (double? Lower, double? Upper) Fences(double[] positive)
    {
        var sample = new Sample(positive.AsSpan());
        if (Middle(sample, 25) is not { } first || Middle(sample, 75) is not { } third)
            return (null, null);
        var step = Math.Pow(third / first, Reach);
        return (first / step, third * step);
    }

    // The logarithm of a quartile midway between two values is the mean of theirs: the quartile is their geometric
    // mean.
    private static double? Middle(Sample sample, int percent)
    {
        if (sample.Count == 0)
            return null;
        var percentage = Percentage.Of(percent);
        var rank = percentage.Rank(sample.Count);
        var (one, next) = (sample.AtRank(rank), sample.AtRank(Math.Min(rank + 1, sample.Count)));
        var isFlat = rank * Percentage.HalvesInWhole == sample.Count * percentage.Halves;
        return isFlat && next > one ? Math.Sqrt(one) * Math.Sqrt(next) : one;
    }
}
