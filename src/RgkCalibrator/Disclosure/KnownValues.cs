using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// Known values in ascending order, each with its child and its weight: how many trajectories it stands for. Not to
/// be shown.
/// </summary>
internal sealed class KnownValues
{
    // Weights add up to a share with the error of their sum.
    private const double Slack = 1e-9;

    private readonly double[] _values;
    private readonly int[] _children;
    private readonly double[] _weights;
    private readonly double _total;

    /// <summary>Sorts values.</summary>
    /// <param name="known">The trajectories.</param>
    /// <param name="values">The value of each of them.</param>
    internal KnownValues(Observed known, IReadOnlyList<double> values)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        _values = Array.ConvertAll(order, i => values[i]);
        _children = Array.ConvertAll(order, i => known.Group.Child[known.Places[i]]);
        _weights = Array.ConvertAll(order, i => known.Weights[i]);
        _total = known.Total;
        Children = _children.Distinct().Count();
    }

    /// <summary>Different children among the known trajectories.</summary>
    internal int Children { get; }

    /// <summary>
    /// The percentile: the smallest value that at least so large a share is at or below. It is selected, never
    /// interpolated. Null where even the largest value holds less.
    /// </summary>
    internal double? At(Percentage percentage)
    {
        var needed = _total * percentage.Halves / Percentage.HalvesInWhole * (1 - Slack);
        var sum = 0.0;
        var place = Array.FindIndex(_weights, weight => (sum += weight) >= needed);
        return place < 0 ? null : _values[place];
    }

    /// <summary>
    /// Whether enough children lie between a value and the nearest of some others on either side; on a side without
    /// others, whether enough lie beyond the value.
    /// </summary>
    internal bool IsApart(double value, IReadOnlyList<double> others, DisclosureProfile profile)
    {
        var below = others.Where(other => other < value).DefaultIfEmpty(double.NegativeInfinity).Max();
        var above = others.Where(other => other > value).DefaultIfEmpty(double.PositiveInfinity).Min();
        return AreEnough(below, value, profile) && AreEnough(value, above, profile);
    }

    /// <summary>
    /// Whether a value lies above some others with enough children between, whatever lies above it; without others,
    /// whether enough lie at or below it.
    /// </summary>
    internal bool IsOnTop(double value, IReadOnlyList<double> others, DisclosureProfile profile) =>
        others.All(other => other < value)
            && AreEnough(others.DefaultIfEmpty(double.NegativeInfinity).Max(), value, profile);

    /// <summary>Whether enough children have a value above one bound and at or below the other.</summary>
    internal bool AreEnough(double above, double upTo, DisclosureProfile profile)
    {
        var (from, to) = (FirstAbove(above), FirstAbove(upTo));
        return profile.AreEnough(new ArraySegment<int>(_children, from, to - from));
    }

    private int FirstAbove(double bound)
    {
        var (from, to) = (0, _values.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = _values[middle] > bound ? (from, middle) : (middle + 1, to);
        }

        return from;
    }
}
