using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Output.Plots;

/// <summary>
/// Classes of one round width (1, 2 or 5 times a power of ten) from 0 up. A value on an edge lies in the class that
/// ends there, as what is equal to a limit is within it; 0 lies in the first. Behind the last may stand one without an
/// end, for the few values far out that would press all others together.
/// </summary>
public sealed record FineClasses
{
    private const double FarOut = 1.5;

    private readonly RoundStep _step;

    private FineClasses(double limit, double largest, int most)
    {
        _step = RoundStep.AtLeast(limit / most);
        // Up to a hair: 0.3 is 3 × 0.1 and not four classes.
        Closed = Math.Max(1, (int)Math.Ceiling(limit / Width - 1e-9));
        IsOpen = largest > End;
    }

    /// <summary>The number of classes with an end.</summary>
    public int Closed { get; }

    /// <summary>Whether there is a class without an end behind them.</summary>
    public bool IsOpen { get; }

    /// <summary>The number of all classes.</summary>
    public int Count => Closed + (IsOpen ? 1 : 0);

    /// <summary>The width of each.</summary>
    public double Width => EdgeOf(1);

    /// <summary>The end of the last that has one.</summary>
    public double End => EdgeOf(Closed);

    /// <summary>
    /// Classes that hold all values; those beyond the 99th percentile go to the open one where the largest lies half as
    /// far again.
    /// </summary>
    /// <param name="values">Zero or more, in any order.</param>
    /// <param name="least">A value that lies within the classes that have an end.</param>
    /// <param name="most">At most so many classes with an end; at least 5.</param>
    public static FineClasses For(IReadOnlyCollection<double> values, double least, int most)
    {
        var sample = new Sample(values);
        var largest = sample.Count == 0 ? 0 : sample.AtRank(sample.Count);
        var high = Quantile.Of(sample, Percentage.Of(99), QuantileType.Type1) ?? 0;
        var limit = Math.Max(least, largest > FarOut * high && high > 0 ? high : largest);
        return new FineClasses(limit > 0 ? limit : 1, largest, most);
    }

    /// <summary>The end of a class, by its number from 1; of 0 the beginning of the first.</summary>
    public double EdgeOf(int number) => _step.Multiple(number);

    /// <summary>The class of a value, from 0.</summary>
    public int PlaceOf(double value)
    {
        if (value > End)
            return Closed;
        var place = Math.Clamp((int)Math.Ceiling(value / Width) - 1, 0, Closed - 1);
        // The division may come out a hair beside the edge.
        if (place > 0 && value <= EdgeOf(place))
            return place - 1;
        return place + 1 < Closed && value > EdgeOf(place + 1) ? place + 1 : place;
    }

    /// <summary>How many values lie in each class; they sum to the number of values.</summary>
    public long[] Counts(ReadOnlySpan<double> values)
    {
        var counts = new long[Count];
        foreach (var value in values)
            counts[PlaceOf(value)]++;
        return counts;
    }
}
