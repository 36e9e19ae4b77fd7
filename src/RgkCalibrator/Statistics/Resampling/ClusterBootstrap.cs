using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Resampling;

/// <summary>The settings of a bootstrap.</summary>
public sealed record BootstrapSettings
{
    /// <summary>The usual settings: 1,999 replicates, so that the limits of 95% are order statistics.</summary>
    /// <param name="seed">
    /// Any number; the same seed gives the same answer on every machine and any number of threads.
    /// </param>
    /// <param name="replicates">At least 1; under 39 there are no limits of 95%.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside.</exception>
    public BootstrapSettings(long seed, int replicates = 1999, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        if (confidence is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");
        (Seed, Replicates, Confidence) = (seed, replicates, confidence);
    }

    /// <summary>The seed, any number.</summary>
    public long Seed { get; }

    /// <summary>The number of resamples, at least 1.</summary>
    public int Replicates { get; }

    /// <summary>The confidence of the intervals, between 0 and 1.</summary>
    public double Confidence { get; }
}

/// <summary>A percentile interval by resampling clusters.</summary>
/// <param name="Percentage">Which percentile.</param>
/// <param name="Clusters">The number of clusters, 0 or more.</param>
/// <param name="Reached">In how many replicates the percentile was reached.</param>
/// <param name="Lower">Null when there is none.</param>
/// <param name="Upper">Null when there is none: too many replicates do not reach the percentile.</param>
/// <param name="Confidence">Of the interval, between 0 and 1.</param>
public sealed record BootstrapInterval(
    Percentage Percentage, int Clusters, int Reached, double? Lower, double? Upper, double Confidence);

/// <summary>
/// The percentile interval of a bootstrap that draws whole clusters (clients, or providers) with replacement, as many
/// as there are: Davison and Hinkley (1997), Bootstrap Methods and their Application, sections 2.4 and 3.8,
/// doi:10.1017/CBO9780511802843.
/// </summary>
/// <remarks>
/// It shows the sensitivity of the usual interval. One cluster alone has no interval, since all its replicates are
/// equal.
/// </remarks>
public static class ClusterBootstrap
{
    // (R + 1)·α/2 is meant as a whole number, and 0.05 is not one twentieth.
    private const double Rounding = 1e-9;

    /// <summary>
    /// The interval of each percentage, in the order given. The work is replicates × elements, over all processors.
    /// </summary>
    public static IReadOnlyList<BootstrapInterval> Intervals(
        IClustered sample, IReadOnlyList<Percentage> percentages, BootstrapSettings settings)
    {
        Percentage[] ascending = [.. percentages.Distinct().OrderBy(percentage => percentage.Halves)];
        var values = Array.ConvertAll(ascending, _ => new double[settings.Replicates]);
        if (sample.Clusters > 1)
            Fill(values, sample, ascending, settings);
        return [.. percentages.Select(percentage =>
            Interval(sample, percentage, values[Array.IndexOf(ascending, percentage)], settings))];
    }

    private static void Fill(
        double[][] values, IClustered sample, Percentage[] ascending, BootstrapSettings settings) =>
        Parallel.For(
            0,
            settings.Replicates,
            () => (Drawn: new int[sample.Clusters], Replicate: sample.NewReplicate(ascending)),
            (index, _, own) =>
            {
                Draw(own.Drawn, SplitMix64.ForStream(settings.Seed, index));
                var percentiles = own.Replicate.Percentiles(own.Drawn);
                for (var i = 0; i < values.Length; i++)
                    values[i][index] = percentiles[i];
                return own;
            },
            _ => { });

    private static void Draw(int[] drawn, SplitMix64 random)
    {
        Array.Clear(drawn);
        for (var i = 0; i < drawn.Length; i++)
            drawn[random.BelowFrom64Bits(drawn.Length)]++;
    }

    private static BootstrapInterval Interval(
        IClustered sample, Percentage percentage, double[] values, BootstrapSettings settings)
    {
        var tail = (int)(((settings.Replicates + 1) * (1 - settings.Confidence) / 2) + Rounding);
        if (sample.Clusters < 2)
            return new BootstrapInterval(percentage, sample.Clusters, 0, null, null, settings.Confidence);
        Array.Sort(values);
        return new BootstrapInterval(
            percentage,
            sample.Clusters,
            values.Count(double.IsFinite),
            tail < 1 ? null : Limit(values[tail - 1]),
            tail < 1 ? null : Limit(values[^tail]),
            settings.Confidence);
    }

    private static double? Limit(double value) => double.IsFinite(value) ? value : null;
}
