using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Disclosure;

/// <summary>Known values in ascending order, each with its child and with the trajectories that it stands for. Not to be shown.</summary>
internal sealed class KnownValues
{
    // Weights add up to a share with the error of their sum.
    private const double Slack = 1e-9;

    private readonly double[] _values;
    private readonly int[] _child;
    private readonly double[] _upTo;
    private readonly double _total;

    /// <summary>The values of known trajectories, in their order.</summary>
    internal KnownValues(KnownTrajectories known, IReadOnlyList<double> values)
    {
        int[] order = [.. Enumerable.Range(0, values.Count)];
        _values = [.. values];
        Array.Sort(_values, order);
        _child = Array.ConvertAll(order, i => known.Group.Child[known.Places[i]]);
        _upTo = new double[order.Length];
        for (var i = 0; i < order.Length; i++)
            _upTo[i] = (i == 0 ? 0 : _upTo[i - 1]) + known.Weights[order[i]];
        _total = known.Total;
        Children = _child.Distinct().Count();
    }

    /// <summary>Different children among the known trajectories.</summary>
    internal int Children { get; }

    /// <summary>The smallest value that at least the share is at or below; null where even the largest holds less. Selected, never interpolated.</summary>
    internal double? At(Percentage percentage)
    {
        var needed = _total * percentage.Halves / Percentage.HalvesInWhole * (1 - Slack);
        var place = Array.FindIndex(_upTo, sum => sum >= needed);
        return place < 0 ? null : _values[place];
    }

    /// <summary>Whether enough children lie between a value and its neighbours among others, and beyond it where it has none.</summary>
    internal bool IsApart(double value, IReadOnlyList<double> others, DisclosureProfile profile)
    {
        var below = others.Where(other => other < value).DefaultIfEmpty(double.NegativeInfinity).Max();
        var above = others.Where(other => other > value).DefaultIfEmpty(double.PositiveInfinity).Min();
        return AreEnough(below, value, profile) && AreEnough(value, above, profile);
    }

    /// <summary>Whether enough children have a value above one bound and at or below the other.</summary>
    private bool AreEnough(double above, double upTo, DisclosureProfile profile)
    {
        var (from, to) = (FirstAbove(above), FirstAbove(upTo));
        return profile.AreEnough(new ArraySegment<int>(_child, from, to - from));
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
