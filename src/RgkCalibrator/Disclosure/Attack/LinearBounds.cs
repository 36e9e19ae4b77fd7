namespace RgkCalibrator.Disclosure.Attack;

/// <summary>
/// What sums of unknown numbers can be, none of them below zero, when other sums of them are known to lie between a
/// least and a most: linear programming by the simplex method (Dantzig, 1951) with the rule of Bland (1977,
/// doi:10.1287/moor.2.2.103), by which it always ends. It is meant for some dozens of unknowns.
/// </summary>
internal sealed class LinearBounds
{
    private const double Slack = 1e-9;

    // The unknown that is taken out again once the others have values at which all is met.
    private const int Artificial = -1;

    private readonly int _unknowns;
    private readonly Tableau? _met;

    /// <summary>Takes what is known.</summary>
    /// <param name="unknowns">How many numbers are unknown.</param>
    /// <param name="known">Of each known sum the weights of all unknowns, and from where to where it lies.</param>
    internal LinearBounds(int unknowns, IReadOnlyList<(double[] Weights, double Least, double Most)> known)
    {
        _unknowns = unknowns;
        var tableau = new Tableau(
            [.. known.SelectMany(sum => new[]
            {
                [.. sum.Weights, sum.Most], (double[])[.. sum.Weights.Select(weight => -weight), -sum.Least],
            })],
            unknowns);
        _met = tableau.CanBeMet() ? tableau : null;
    }

    /// <summary>
    /// The least and the most that a sum with these weights can be; null where nothing meets all that is known. The
    /// most is infinite where nothing known limits it.
    /// </summary>
    internal (double Least, double Most)? Of(double[] weights)
    {
        if (weights.Length != _unknowns)
            throw new ArgumentException("Each unknown has one weight.", nameof(weights));
        return _met is null
            ? null
            : (-_met.Most(Array.ConvertAll(weights, weight => -weight)), _met.Most(weights));
    }

    /// <summary>
    /// The unknowns that are taken as zero at its left, the others by them: a row says that its own unknown, and the
    /// entries times the others, add up to its last entry. Numbers from the count of unknowns on are what a row leaves.
    /// </summary>
    private sealed class Tableau
    {
        private readonly List<double[]> _rows;
        private readonly int[] _own;
        private List<int> _others;

        internal Tableau(double[][] rows, int unknowns)
        {
            _rows = [.. rows];
            _own = [.. Enumerable.Range(unknowns, rows.Length)];
            _others = [.. Enumerable.Range(0, unknowns)];
        }

        private Tableau(Tableau other)
        {
            _rows = other._rows.ConvertAll(row => row.ToArray());
            (_own, _others) = ([.. other._own], [.. other._others]);
        }

        /// <summary>Goes to values at which no unknown is below zero; false where there are none.</summary>
        internal bool CanBeMet()
        {
            if (_rows.TrueForAll(row => row[^1] >= 0))
                return true;
            // Enough of one more unknown meets all; then as little of it as possible is taken.
            for (var i = 0; i < _rows.Count; i++)
                _rows[i] = [.. _rows[i][..^1], -1, _rows[i][^1]];
            _others.Add(Artificial);
            Exchange(_rows.IndexOf(_rows.MinBy(row => row[^1])!), _others.Count - 1, null);
            if (Climb(one => one == Artificial ? -1 : 0) < -Slack)
                return false;
            if (Array.IndexOf(_own, Artificial) is >= 0 and var row)
                Exchange(row, Enumerable.Range(0, _others.Count).MaxBy(one => Math.Abs(_rows[row][one])), null);
            var column = _others.IndexOf(Artificial);
            _others = [.. _others.Where(one => one != Artificial)];
            for (var i = 0; i < _rows.Count; i++)
                _rows[i] = [.. _rows[i][..column], .. _rows[i][(column + 1)..]];
            return true;
        }

        /// <summary>The most that the unknowns with these weights add up to.</summary>
        internal double Most(double[] weights) =>
            new Tableau(this).Climb(one => one >= 0 && one < weights.Length ? weights[one] : 0);

        private double Climb(Func<int, double> weightOf)
        {
            // The sum, and the entries times the others, add up to the last entry.
            double[] sum = [.. _others.Select(one => -weightOf(one)), 0];
            for (var i = 0; i < _rows.Count; i++)
            {
                for (var j = 0; j < sum.Length; j++)
                    sum[j] += weightOf(_own[i]) * _rows[i][j];
            }

            while (Entering(sum) is { } column)
            {
                if (Leaving(column) is not { } row)
                    return double.PositiveInfinity;
                Exchange(row, column, sum);
            }

            return sum[^1];
        }

        private int? Entering(double[] sum) => Enumerable.Range(0, _others.Count)
            .Where(column => sum[column] < -Slack).Select(column => (int?)column)
            .MinBy(column => _others[column!.Value]);

        private int? Leaving(int column) => Enumerable.Range(0, _rows.Count)
            .Where(row => _rows[row][column] > Slack).Select(row => (int?)row)
            .MinBy(row => (_rows[row!.Value][^1] / _rows[row.Value][column], _own[row.Value]));

        /// <summary>The unknown of a row and that of a column change places.</summary>
        private void Exchange(int row, int column, double[]? sum)
        {
            var (pivot, exchanged) = (1 / _rows[row][column], _rows[row]);
            for (var j = 0; j < exchanged.Length; j++)
                exchanged[j] *= j == column ? 0 : pivot;
            foreach (var other in sum is null ? _rows : _rows.Append(sum))
            {
                if (ReferenceEquals(other, exchanged))
                    continue;
                var factor = other[column];
                for (var j = 0; j < other.Length; j++)
                    other[j] -= factor * exchanged[j];
                other[column] = -factor * pivot;
            }

            exchanged[column] = pivot;
            (_own[row], _others[column]) = (_others[column], _own[row]);
        }
    }
}
