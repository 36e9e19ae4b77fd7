namespace RgkCalibrator.Disclosure.Attack;

/// <summary>
/// What is known of how many lie at or below each of some ascending points: for each two points the least and the most
/// that can lie between them.
/// </summary>
/// <remarks>
/// Statements are difference constraints, and what follows from them are shortest paths: Floyd (Algorithm 97: Shortest
/// path, 1962, doi:10.1145/367766.368168).
/// </remarks>
internal sealed class CountBounds
{
    private readonly int _points;
    private readonly double[] _most;

    internal CountBounds(int points)
    {
        _points = points;
        _most = new double[points * points];
        Array.Fill(_most, double.PositiveInfinity);
        for (var point = 0; point < points; point++)
            _most[(point * points) + point] = 0;
        // The count never falls from one point to the next.
        for (var point = 1; point < points; point++)
            AtMost(point, point - 1, 0);
    }

    /// <summary>States that between two points lie so many.</summary>
    internal void Between(int lower, int upper, double least, double most)
    {
        AtMost(lower, upper, most);
        AtMost(upper, lower, -least);
    }

    /// <summary>Draws all that follows.</summary>
    /// <returns>Whether the statements can all be true.</returns>
    internal bool Tighten()
    {
        for (var via = 0; via < _points; via++)
        {
            var second = _most.AsSpan(via * _points, _points);
            for (var from = 0; from < _points; from++)
            {
                var first = _most[(from * _points) + via];
                if (double.IsPositiveInfinity(first) || from == via)
                    continue;
                var row = _most.AsSpan(from * _points, _points);
                for (var to = 0; to < row.Length; to++)
                    row[to] = Math.Min(row[to], first + second[to]);
            }
        }

        return Enumerable.Range(0, _points).All(point => _most[(point * _points) + point] > -Slack);
    }

    /// <summary>The error of sums of shares.</summary>
    internal const double Slack = 1e-6;

    /// <summary>The most that lie between two points, after <see cref="Tighten"/>.</summary>
    internal double Most(int lower, int upper) => _most[(lower * _points) + upper];

    /// <summary>The least that lie between two points.</summary>
    internal double Least(int lower, int upper) => -_most[(upper * _points) + lower];

    private void AtMost(int from, int to, double count)
    {
        ref var most = ref _most[(from * _points) + to];
        most = Math.Min(most, count);
    }
}
