using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>
/// Finds percentiles of a rising distribution function in one pass over its steps, by the rule of
/// <see cref="StepCurve"/>.
/// </summary>
internal sealed class PercentileScan
{
    private readonly double[] _shares;
    private readonly double[] _found;
    private double _tolerance;
    private double _start;
    private int _next;

    /// <summary>Takes percentages in ascending order.</summary>
    public PercentileScan(IReadOnlyList<Percentage> ascending)
    {
        _shares = [.. ascending.Select(percentage => percentage.Share)];
        _found = new double[_shares.Length];
    }

    /// <summary>Whether all are found.</summary>
    public bool IsDone => _next == _shares.Length;

    /// <summary>Whether the last step lies on a percentile, so that the largest value counts.</summary>
    public bool IsOnFlat => !double.IsNaN(_start);

    /// <summary>The smallest share at which a step can find the next percentile.</summary>
    public double Threshold => IsDone ? double.PositiveInfinity : _shares[_next] - _tolerance;

    /// <summary>Starts again, for a sample of this size.</summary>
    public void Start(double count)
    {
        Array.Fill(_found, double.PositiveInfinity);
        (_tolerance, _start, _next) = (FlatTolerance.ForSize(count), double.NaN, 0);
    }

    /// <summary>Takes the next step of the function: its value, and the share up to it.</summary>
    public void Step(double value, double share)
    {
        while (share >= Threshold)
        {
            if (double.IsNaN(_start))
                _start = value;
            if (share < _shares[_next] + _tolerance)
                return;
            _found[_next++] = (_start + value) / 2;
            _start = double.NaN;
        }
    }

    /// <summary>The percentiles, infinite where not reached; a last flat extends to the largest value.</summary>
    public ReadOnlySpan<double> Finish(double last)
    {
        if (IsOnFlat)
            _found[_next] = (_start + last) / 2;
        return _found;
    }
}
