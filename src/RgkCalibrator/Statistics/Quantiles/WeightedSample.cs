namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>
/// A sample of values with whole-number counts. It answers as the sample in which each value is repeated as often as it
/// counts, but the work depends on the number of values only.
/// </summary>
public sealed class WeightedSample : IOrderedValues
{
    /// <summary>The largest count of one value, so that no total overflows a long.</summary>
    public const long LargestCount = 1_000_000_000;

    private readonly double[] _ascending;
    private readonly long[] _countUpTo;

    /// <summary>
    /// The sample of these values, in any order; a value may come twice, and a count of 0 adds nothing.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A value is infinite or not a number, or a count lies outside 0 to 10⁹.
    /// </exception>
    public WeightedSample(IEnumerable<(double Value, long Count)> values)
    {
        var counted = values.ToArray();
        _ascending = Array.ConvertAll(counted, pair => FiniteValue.Of(pair.Value));
        _countUpTo = Array.ConvertAll(counted, pair => Checked(pair.Count));
        Array.Sort(_ascending, _countUpTo);
        for (var i = 1; i < _countUpTo.Length; i++)
            _countUpTo[i] += _countUpTo[i - 1];
    }

    /// <inheritdoc/>
    public long Count => _countUpTo.Length == 0 ? 0 : _countUpTo[^1];

    /// <inheritdoc/>
    public double AtRank(long rank)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rank, Count);
        return _ascending[Bisection.First(0, _countUpTo.Length - 1, place => _countUpTo[place] >= rank)];
    }

    private static long Checked(long count) => count is >= 0 and <= LargestCount
        ? count
        : throw new ArgumentOutOfRangeException(nameof(count), count, "A count lies between 0 and 10⁹.");
}
