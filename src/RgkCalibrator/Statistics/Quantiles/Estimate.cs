namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>
/// The method of an estimate. For complete values it is the type of percentile, with the same number.
/// </summary>
public enum Method
{
    /// <inheritdoc cref="QuantileType.Type1"/>
    Type1 = QuantileType.Type1,

    /// <inheritdoc cref="QuantileType.Type2"/>
    Type2 = QuantileType.Type2,

    /// <inheritdoc cref="QuantileType.Type4"/>
    Type4 = QuantileType.Type4,

    /// <inheritdoc cref="QuantileType.Type5"/>
    Type5 = QuantileType.Type5,

    /// <inheritdoc cref="QuantileType.Type6"/>
    Type6 = QuantileType.Type6,

    /// <inheritdoc cref="QuantileType.Type7"/>
    Type7 = QuantileType.Type7,

    /// <inheritdoc cref="QuantileType.Type8"/>
    Type8 = QuantileType.Type8,

    /// <inheritdoc cref="QuantileType.Type9"/>
    Type9 = QuantileType.Type9,

    /// <summary>The product-limit estimator (Kaplan–Meier), for times of which some are censored.</summary>
    Km,

    /// <summary>Inverse probability of censoring weights, for volumes of which some still grow.</summary>
    Ipcw,

    /// <summary>A weighted mean of all values (Harrell–Davis): a diagnostic.</summary>
    HarrellDavis,

    /// <summary>A bootstrap that resamples clients; it gives limits only.</summary>
    BootstrapClient,

    /// <summary>A bootstrap that resamples providers; it gives limits only.</summary>
    BootstrapProvider,
}

/// <summary>Warnings about an estimate.</summary>
[Flags]
public enum EstimateWarnings
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>
    /// With delayed entry: an end among fewer than ten at risk while others were still to enter, at or before the
    /// percentile.
    /// </summary>
    SmallEarlyRiskSet = 1,

    /// <summary>More than a quarter is censored.</summary>
    MuchCensored = 2,
}

/// <summary>
/// How far the data go when they do not reach a percentile. It is shown as "more than the last value", never as that
/// value.
/// </summary>
/// <param name="Last">The largest value that was seen, censored or not, in the unit of the sample.</param>
/// <param name="Share">The share at or below it, 0 to 1.</param>
public sealed record Shortfall(double Last, double Share);

/// <summary>A percentile with its interval, in the unit of the sample.</summary>
/// <param name="Percentage">Which percentile.</param>
/// <param name="Method">How the value was found.</param>
/// <param name="N">The number of values, 0 or more.</param>
/// <param name="Events">How many of them are complete; of a sample without censoring, all.</param>
/// <param name="Value">Null when it is not reached.</param>
/// <param name="Lower">The lower limit; null when there is none.</param>
/// <param name="Upper">The upper limit; null when there is none.</param>
/// <param name="Confidence">Of the interval, between 0 and 1.</param>
/// <param name="Reached">Whether the data reach this percentile; not so in an empty sample.</param>
public sealed record Estimate(
    Percentage Percentage,
    Method Method,
    long N,
    long Events,
    double? Value,
    double? Lower,
    double? Upper,
    double Confidence,
    bool Reached)
{
    /// <summary>How far the data go; null when the percentile is reached, and in an empty sample.</summary>
    public Shortfall? Shortfall { get; init; }

    /// <summary>The warnings about it.</summary>
    public EstimateWarnings Warnings { get; init; }

    /// <summary>
    /// The percentile of complete values. The interval is that of ranks, so it is the same for each type.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The type is unknown, or the confidence does not lie between 0 and 1.
    /// </exception>
    public static Estimate FromComplete(
        IOrderedValues sample, Percentage percentage, QuantileType type, double confidence)
    {
        var (value, n) = (Quantile.Of(sample, percentage, type), sample.Count);
        var (lower, upper) = RankInterval.ForSize(n, percentage, confidence).On(sample);
        return new Estimate(percentage, (Method)type, n, n, value, lower, upper, confidence, value is not null);
    }
}
