using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>A limit for volumes and one for durations, with the shares within and beyond them.</summary>
/// <param name="Volume">In the unit of the volumes.</param>
/// <param name="Duration">In the unit of the durations.</param>
/// <param name="Inside">The share within both, 0 to 1; what is equal to a limit is within.</param>
/// <param name="OverVolume">The share beyond the volume, 0 to 1, whatever its duration.</param>
/// <param name="OverDuration">The share beyond the duration, 0 to 1, whatever its volume.</param>
public sealed record JointLimits(double Volume, double Duration, double Inside, double OverVolume, double OverDuration);

/// <summary>The marginal and the calibrated pair of limits.</summary>
/// <param name="Percentage">The share that was asked for.</param>
/// <param name="Marginal">The percentile of each by itself, which together hold less.</param>
/// <param name="Calibrated">The pair at one common rank that holds at least the share; ties make it hold more.</param>
/// <param name="Rank">The share that may lie below each of the calibrated limits, at most: (j − 1)/n, 0 to 1.</param>
public sealed record JointPair(Percentage Percentage, JointLimits Marginal, JointLimits Calibrated, double Rank);

/// <summary>
/// The share within two percentiles together, and the pair of limits with equal marginal ranks that holds p together.
/// With r the larger of the numbers of smaller volumes and of smaller durations, and j one more than the k-th smallest
/// r, the pair is the j-th volume and the j-th duration. It inverts the diagonal section of the empirical copula:
/// Deheuvels (1979); Nelsen (2006), An Introduction to Copulas, section 3.2, doi:10.1007/0-387-28678-0.
/// </summary>
/// <remarks>
/// With censoring every element that is complete weighs 1/G(t−), as in <see cref="Ipcw"/>, in the ranks and in all
/// shares; shares beyond a limit then hold what is unknown. Null where p is not reached.
/// </remarks>
public sealed class JointCoverage
{
    private readonly double _count;
    private readonly double[] _volumes;
    private readonly double[] _durations;
    private readonly double[] _weights;
    private readonly WeightedRanks _byVolume;
    private readonly WeightedRanks _byDuration;

    private JointCoverage(double count, WeightedPairs pairs)
    {
        _count = count;
        (_volumes, _durations, _weights) = (pairs.Volumes, pairs.Durations, pairs.Weights);
        _byVolume = new WeightedRanks(_volumes, _weights, pairs.LastVolume);
        _byDuration = new WeightedRanks(_durations, _weights, pairs.LastDuration);
    }

    private double Tolerance => FlatTolerance.ForSize(_count) * _count;

    /// <summary>Takes complete pairs.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or a number is not finite.</exception>
    public static JointCoverage FromComplete(ReadOnlySpan<double> volumes, ReadOnlySpan<double> durations)
    {
        if (volumes.Length != durations.Length)
            throw new ArgumentException("Each volume has one duration.", nameof(durations));
        var v = Array.ConvertAll(volumes.ToArray(), FiniteValue.Of);
        var d = Array.ConvertAll(durations.ToArray(), FiniteValue.Of);
        var weights = Array.ConvertAll(v, _ => 1.0);
        return new JointCoverage(
            v.Length, new WeightedPairs(v, d, weights, v.DefaultIfEmpty().Max(), d.DefaultIfEmpty().Max()));
    }

    /// <summary>Takes pairs of which some were still growing.</summary>
    public static JointCoverage FromSample(VolumeSample sample)
    {
        var inverse = new Ipcw(sample).Inverse;
        double[] weights = [.. sample.Places.Zip(sample.Counts, (place, count) => count * inverse[place])];
        var durations = Array.ConvertAll(sample.Places, place => sample.Survival.Times[place]);
        return new JointCoverage(
            sample.Survival.Count,
            new WeightedPairs(sample.Volumes, durations, weights, sample.Largest ?? 0, sample.Survival.Last ?? 0));
    }

    /// <summary>The shares within and beyond a pair of limits.</summary>
    public JointLimits At(double volume, double duration)
    {
        var (inside, withinVolume, withinDuration) = (0.0, 0.0, 0.0);
        for (var i = 0; i < _weights.Length; i++)
        {
            withinVolume += _volumes[i] <= volume ? _weights[i] : 0;
            withinDuration += _durations[i] <= duration ? _weights[i] : 0;
            inside += _volumes[i] <= volume && _durations[i] <= duration ? _weights[i] : 0;
        }

        return new JointLimits(
            volume, duration, inside / _count, (_count - withinVolume) / _count, (_count - withinDuration) / _count);
    }

    /// <summary>
    /// The marginal and the calibrated pair at a percentage; null when the data do not reach it, and in an empty
    /// sample.
    /// </summary>
    public JointPair? Pair(Percentage percentage)
    {
        var needed = _count * percentage.Halves / Percentage.HalvesInWhole;
        if (_weights.Length == 0
            || _byVolume.Percentile(needed, Tolerance) is not { } volume
            || _byDuration.Percentile(needed, Tolerance) is not { } duration)
        {
            return null;
        }

        var ranks = new double[_weights.Length];
        for (var i = 0; i < ranks.Length; i++)
            ranks[i] = Math.Max(_byVolume.Below(_volumes[i]), _byDuration.Below(_durations[i]));
        var rank = new WeightedRanks(ranks, _weights, 0).FirstThatReaches(needed, Tolerance);
        var calibrated = At(_byVolume.FirstBeyond(rank, Tolerance), _byDuration.FirstBeyond(rank, Tolerance));
        return new JointPair(percentage, At(volume, duration), calibrated, rank / _count);
    }

    private sealed record WeightedPairs(
        double[] Volumes, double[] Durations, double[] Weights, double LastVolume, double LastDuration);
}
