namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>A percentile as a straight line over the years.</summary>
/// <param name="Intercept">Of the first year, in the unit of the values.</param>
/// <param name="Slope">Per year, in the unit of the values.</param>
public sealed record RegressionLine(double Intercept, double Slope);

/// <summary>
/// The line with a share p of the values at or below it: it minimises Σ ρ(x − a − bt) with ρ(r) = r(p − 1(r &lt; 0)).
/// Koenker and Bassett (1978), Regression quantiles, Econometrica 46(1), doi:10.2307/1913643.
/// </summary>
/// <remarks>
/// For every slope the best intercept is a percentile of the residuals, and the sum is convex in the slope. The search
/// finds the slope at which its derivative, a whole number of half percents, changes sign. Where a range of slopes is
/// equally good, the result is its middle, with the percentile of type 2 of the residuals as intercept.
/// </remarks>
public sealed class QuantileRegression
{
    private const int Halvings = 110;
    private const double SamePoint = 1e-9;

    private readonly int[] _years;
    private readonly double[][] _values;
    private readonly Percentage _percentage;
    private readonly long _rank;
    private readonly long _n;

    private QuantileRegression(IReadOnlyList<double> values, IReadOnlyList<int> years, Percentage percentage)
    {
        var byYear = values.Select((value, i) => (Year: years[i], Value: FiniteValue.Of(value)))
            .GroupBy(pair => pair.Year).OrderBy(group => group.Key).ToList();
        _years = [.. byYear.Select(group => group.Key - byYear[0].Key)];
        _values = [.. byYear.Select(group => group.Select(pair => pair.Value).Order().ToArray())];
        (_percentage, _n) = (percentage, values.Count);
        _rank = Math.Max(1, percentage.Rank(_n));
    }

    /// <summary>Fits the line; null with values of fewer than two years.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or a value is infinite or not a number.</exception>
    public static RegressionLine? Fit(IReadOnlyList<double> values, IReadOnlyList<int> years, Percentage percentage)
    {
        if (values.Count != years.Count)
            throw new ArgumentException("Each value has one year.", nameof(years));
        var regression = new QuantileRegression(values, years, percentage);
        return regression._years.Length < 2 ? null : regression.Best();
    }

    private RegressionLine Best()
    {
        var (from, to) = (Through(Turning(descent => descent > 0)), Through(Turning(descent => descent >= 0)));
        var slope = (from + to) / 2;
        var isFlat = (Int128)_rank * Percentage.HalvesInWhole == (Int128)_n * _percentage.Halves && _rank < _n;
        return new RegressionLine(
            (RemainderAt(_rank, slope) + RemainderAt(isFlat ? _rank + 1 : _rank, slope)) / 2, slope);
    }

    private double RemainderAt(long rank, double slope)
    {
        var (year, index) = AtRank(rank, slope);
        return Remainder(year, index, slope);
    }

    // Up to which slope it is so; a steeper line than from the lowest to the highest value within a year is never best.
    private double Turning(Func<Int128, bool> isSo)
    {
        var steepest = 1 + _values.Max(values => values[^1]) - _values.Min(values => values[0]);
        return Bisection.Between(-steepest, steepest, Halvings, slope => isSo(Descent(slope))).High;
    }

    // The best line goes through two points: their slope has no rounding of the search in it.
    private double Through(double slope)
    {
        var (year, index) = AtRank(_rank, slope);
        var (remainder, scale) = (Remainder(year, index, slope), 1 + Math.Abs(_values[year][index]));
        var on = Enumerable.Range(0, _years.Length)
            .SelectMany(y => _values[y].Select(value => (Year: _years[y], Value: value)))
            .Where(point => Math.Abs(point.Value - (slope * point.Year) - remainder) <= SamePoint * scale)
            .ToList();
        var exact = (on[^1].Value - on[0].Value) / (on[^1].Year - on[0].Year);
        return Math.Abs(exact - slope) <= SamePoint * scale ? exact : slope;
    }

    // Minus the derivative of the sum, in half percents.
    private Int128 Descent(double slope)
    {
        var (year, index) = AtRank(_rank, slope);
        var (halves, rest) = (_percentage.Halves, Percentage.HalvesInWhole - _percentage.Halves);
        var remainder = Remainder(year, index, slope);
        Int128 descent = 0;
        for (var y = 0; y < _years.Length; y++)
        {
            long below = y == year ? index : CountUpTo(y, remainder, slope, isInclusive: y < year);
            var above = _values[y].Length - below - (y == year ? 1 : 0);
            descent += (Int128)_years[y] * ((halves * above) - (rest * below));
        }

        return descent + (_years[year] * ((rest * (Int128)(_rank - 1)) - (halves * (Int128)(_n - _rank))));
    }

    // The value whose remainder has a rank; of equals the earlier year comes first.
    private (int Year, int Index) AtRank(long wanted, double slope)
    {
        for (var year = 0; year < _years.Length; year++)
        {
            var last = _values[year].Length - 1;
            var index = (int)Bisection.First(0, last, i => RankOf(year, (int)i, slope) >= wanted);
            if (index <= last && RankOf(year, index, slope) == wanted)
                return (year, index);
        }

        throw new InvalidOperationException("Every rank belongs to one value.");
    }

    private long RankOf(int year, int index, double slope)
    {
        var (remainder, rank) = (Remainder(year, index, slope), index + 1L);
        for (var y = 0; y < _years.Length; y++)
            rank += y == year ? 0 : CountUpTo(y, remainder, slope, isInclusive: y < year);
        return rank;
    }

    private int CountUpTo(int year, double remainder, double slope, bool isInclusive) =>
        (int)Bisection.First(0, _values[year].Length - 1, index =>
        {
            var other = Remainder(year, (int)index, slope);
            return isInclusive ? other > remainder : other >= remainder;
        });

    private double Remainder(int year, int index, double slope) => _values[year][index] - (slope * _years[year]);
}
