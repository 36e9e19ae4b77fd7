namespace RgkCalibrator.Statistics.Survival;

/// <summary>
/// The part of the variance of a weighted share that comes from the estimation of G, while elements are added to the
/// share one by one: Σ c/(n·G(u−)·G(u)) · g(1 − g) over the times u of censorings, with g the share inside among those
/// who outlast u. After Bang and Tsiatis (2000), Estimating medical costs with censored data, Biometrika 87(2),
/// doi:10.1093/biomet/87.2.329.
/// </summary>
/// <remarks>
/// With G(u−)·G(u) in the place of the square of G, and g among those left after the ends at u, the variance of a share
/// of durations is Greenwood's to the last digit. Adding an element costs the logarithm of the number of times.
/// </remarks>
internal sealed class CensoringVariance
{
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly double[] _tree;
    private double _total;
    private double _linear;
    private double _square;

    /// <summary>Starts at 0 for a sample, given 1/G before each time and after the last.</summary>
    public CensoringVariance(SurvivalSample sample, double[] inverse)
    {
        var places = sample.Times.Length;
        (_first, _second, _tree) = (new double[places + 1], new double[places + 1], new double[2 * (places + 1)]);
        for (var u = 0; u < places; u++)
        {
            var left = sample.AtRisk[u] - sample.Events[u];
            var isLast = left == sample.Censored[u];
            var weight = isLast ? 0 : sample.Censored[u] * inverse[u] * inverse[u + 1] / sample.Count;
            var outlasting = isLast ? 1 : left * inverse[u];
            _first[u + 1] = _first[u] + (weight / outlasting);
            _second[u + 1] = _second[u] + (weight / (outlasting * outlasting));
        }
    }

    /// <summary>The variance for the elements added so far, 0 or more.</summary>
    public double Value => Math.Max(0, _linear - _square);

    /// <summary>Adds an element, given the place of its time and its weight.</summary>
    public void Add(int place, double weight)
    {
        // g is a sum of weights over those who outlast u; its square grows by 2wg + w² at every u before the time of
        // the element.
        var (weights, products) = Before(place);
        var growth = products + (_second[place] * (_total - weights));
        _square += weight * ((2 * growth) + (weight * _second[place]));
        _linear += weight * _first[place];
        _total += weight;
        var product = weight * _second[place];
        for (var node = place + 1; node < _first.Length; node += node & -node)
        {
            _tree[2 * node] += weight;
            _tree[(2 * node) + 1] += product;
        }
    }

    // Fenwick (1994), doi:10.1002/spe.4380240306: sums over all places before this one.
    private (double Weights, double Products) Before(int place)
    {
        var (weights, products) = (0.0, 0.0);
        for (var node = place; node > 0; node -= node & -node)
        {
            weights += _tree[2 * node];
            products += _tree[(2 * node) + 1];
        }

        return (weights, products);
    }
}
