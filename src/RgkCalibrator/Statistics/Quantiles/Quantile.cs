namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>
/// Sample percentiles by the definitions of Hyndman and Fan (1996), doi:10.1080/00031305.1996.10473566.
/// </summary>
public static class Quantile
{
    // In 24ths the thirds of type 8 and the eighths of type 9 are whole numbers.
    private const int Whole = 24;
    private const int StepsBetweenRanks = Percentage.HalvesInWhole * Whole;

    /// <summary>
    /// The percentile of a sample; null when it is empty. The place between two ranks is a whole number of steps, so
    /// that no rounding moves it; before the first and after the last value it is that value, as in R.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The type is unknown.</exception>
    public static double? Of(IOrderedValues sample, Percentage percentage, QuantileType type)
    {
        var (rank, steps) = type switch
        {
            QuantileType.Type1 => (percentage.Rank(sample.Count), 0),
            QuantileType.Type2 => Averaged(sample.Count, percentage),
            _ => Linear(sample.Count, percentage, Ends(type)),
        };
        return sample.Count == 0 ? null : Between(Clamped(sample, rank), Clamped(sample, rank + 1), steps);
    }

    private static (long Rank, int Steps) Averaged(long n, Percentage percentage)
    {
        var rank = percentage.Rank(n);
        var isFlat = (Int128)rank * Percentage.HalvesInWhole == (Int128)n * percentage.Halves;
        return (rank, isFlat ? StepsBetweenRanks / 2 : 0);
    }

    // The place is a + p(n + 1 − a − b), with a and b in 24ths.
    private static (long Rank, int Steps) Linear(long n, Percentage percentage, (int A, int B) ends)
    {
        var place = ((Int128)ends.A * Percentage.HalvesInWhole)
            + (percentage.Halves * ((Whole * ((Int128)n + 1)) - ends.A - ends.B));
        var (rank, steps) = Int128.DivRem(place, StepsBetweenRanks);
        return ((long)rank, (int)steps);
    }

    private static (int A, int B) Ends(QuantileType type) => type switch
    {
        QuantileType.Type4 => (0, Whole),
        QuantileType.Type5 => (Whole / 2, Whole / 2),
        QuantileType.Type6 => (0, 0),
        QuantileType.Type7 => (Whole, Whole),
        QuantileType.Type8 => (Whole / 3, Whole / 3),
        QuantileType.Type9 => (3 * Whole / 8, 3 * Whole / 8),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown type of percentile."),
    };

    private static double Clamped(IOrderedValues sample, long rank) => sample.AtRank(Math.Clamp(rank, 1, sample.Count));

    // From the lower value upward and not as a weighted sum of both: rounding then never makes percentiles cross.
    private static double Between(double lower, double upper, int steps) => steps switch
    {
        0 => lower,
        StepsBetweenRanks / 2 => (lower + upper) / 2,
        _ => lower + ((upper - lower) * ((double)steps / StepsBetweenRanks)),
    };
}
