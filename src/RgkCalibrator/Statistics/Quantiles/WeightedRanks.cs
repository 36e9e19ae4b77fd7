namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>Distinct values in ascending order, each with the cumulative weight up to it.</summary>
internal sealed class WeightedRanks
{
    private readonly double[] _values;
    private readonly double[] _upTo;
    private readonly double _last;

    /// <summary>
    /// Takes values with weights above 0, in any order, and the largest value that was seen with or without a weight.
    /// </summary>
    public WeightedRanks(double[] values, double[] weights, double last)
    {
        (_values, _upTo, _last) = ([.. values], [.. weights], last);
        Array.Sort(_values, _upTo);
        var distinct = 0;
        var sum = 0.0;
        for (var i = 0; i < _values.Length; i++)
        {
            sum += _upTo[i];
            if (i == 0 || _values[i] > _values[distinct - 1])
                _values[distinct++] = _values[i];
            _upTo[distinct - 1] = sum;
        }

        (_values, _upTo) = (_values[..distinct], _upTo[..distinct]);
    }

    /// <summary>The weight of all smaller values.</summary>
    public double Below(double value) => Array.BinarySearch(_values, value) is > 0 and var place ? _upTo[place - 1] : 0;

    /// <summary>The smallest value with at least this cumulative weight, which must exist.</summary>
    public double FirstThatReaches(double weight, double tolerance) => _values[Place(weight - tolerance)];

    /// <summary>The smallest value with more than this cumulative weight, which must exist.</summary>
    public double FirstBeyond(double weight, double tolerance) => _values[Place(weight + tolerance)];

    /// <summary>
    /// The value at this cumulative weight; at a flat the midpoint between it and the next value, or the largest after
    /// the last. Null when there is less weight.
    /// </summary>
    public double? Percentile(double weight, double tolerance)
    {
        var (reached, beyond) = (Place(weight - tolerance), Place(weight + tolerance));
        if (reached == _values.Length)
            return null;
        return (_values[reached] + (beyond == _values.Length ? _last : _values[beyond])) / 2;
    }

    // The first place with at least this weight up to it.
    private int Place(double weight)
    {
        var place = Array.BinarySearch(_upTo, weight);
        return place < 0 ? ~place : place;
    }
}
