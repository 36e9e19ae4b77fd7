using System.Runtime.CompilerServices;

namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>A sample of finite values, copied and sorted once; it may be empty.</summary>
public sealed class Sample : IOrderedValues
{
    private readonly double[] _ascending;

    /// <summary>The sample of these values, in any order.</summary>
    /// <exception cref="ArgumentException">A value is infinite or not a number.</exception>
    [OverloadResolutionPriority(1)] // An array is a span and an enumerable; the span is copied in one go.
    public Sample(ReadOnlySpan<double> values) => _ascending = Sorted(values.ToArray());

    /// <summary>The sample of these values, in any order.</summary>
    /// <exception cref="ArgumentException">A value is infinite or not a number.</exception>
    public Sample(IEnumerable<double> values) => _ascending = Sorted([.. values]);

    /// <inheritdoc/>
    public long Count => _ascending.Length;

    /// <inheritdoc/>
    public double AtRank(long rank)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rank, Count);
        return _ascending[rank - 1];
    }

    private static double[] Sorted(double[] owned)
    {
        for (var i = 0; i < owned.Length; i++)
            owned[i] = FiniteValue.Of(owned[i]);
        Array.Sort(owned);
        return owned;
    }
}
