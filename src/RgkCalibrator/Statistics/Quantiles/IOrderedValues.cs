namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>Finite values in ascending order, each reached by its rank.</summary>
public interface IOrderedValues
{
    /// <summary>The number of values, 0 or more; equal values count each.</summary>
    long Count { get; }

    /// <summary>The value at a rank from 1 (the smallest) to <see cref="Count"/> (the largest).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rank lies outside.</exception>
    double AtRank(long rank);
}
