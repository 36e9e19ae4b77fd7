namespace RgkCalibrator.Output.Charts;

/// <summary>A place on an axis with the text that stands there, in the language of the chart.</summary>
public sealed record AxisTick(double Value, string Label);

/// <summary>A range of numbers with its ticks, both ends included.</summary>
public sealed record Axis
{
    // Beyond these a number is shown as programs write it: no chart of care gets there, and a label must not fail.
    private const double LargestGrouped = 1e15;
    private const int MostDecimals = 6;

    /// <summary>
    /// An axis with ticks that the caller chose, such as the durations that a framework line can have.
    /// </summary>
    /// <exception cref="ArgumentException">Fewer than two ticks, or ticks that do not ascend.</exception>
    public Axis(IReadOnlyList<AxisTick> ticks)
    {
        if (ticks.Count < 2)
            throw new ArgumentException("An axis has at least two ticks.", nameof(ticks));
        if (ticks.Zip(ticks.Skip(1)).Any(pair => !(pair.First.Value < pair.Second.Value)))
            throw new ArgumentException("Ticks ascend.", nameof(ticks));
        Ticks = ticks;
    }

    /// <summary>The ticks, ascending; at least two.</summary>
    public IReadOnlyList<AxisTick> Ticks { get; }

    /// <summary>The first tick.</summary>
    public double Min => Ticks[0].Value;

    /// <summary>The last tick.</summary>
    public double Max => Ticks[^1].Value;

    /// <summary>Whether a value lies on the axis, or is missing.</summary>
    internal bool Holds(double? value) => value is null || (Min <= value && value <= Max);

    /// <summary>
    /// The axis from the last round number at or below <paramref name="from"/> to the first at or above
    /// <paramref name="to"/>; round numbers are multiples of 1, 2 or 5 times a power of ten. Values that are all equal
    /// share an axis with zero.
    /// </summary>
    /// <param name="from">The smallest value to be shown.</param>
    /// <param name="to">The largest value to be shown.</param>
    /// <param name="steps">About how many steps, 2 to 20; there are never more than two above it.</param>
    /// <param name="language">The language of the labels.</param>
    /// <exception cref="ArgumentException">An end is not finite, or the axis runs backwards.</exception>
    public static Axis Nice(double from, double to, int steps, Language language)
    {
        if (!double.IsFinite(to - from) || from > to)
        {
            throw new ArgumentException(
                "An axis runs from a finite number to a finite number that is not smaller.", nameof(to));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, 20);
        var (low, high) = Widened(from, to);
        var step = RoundStep.AtLeast((high - low) / steps);
        var (first, last) = (step.IndexAtMost(low), step.IndexAtLeast(high));
        var ticks = Enumerable.Range(0, (int)(last - first) + 1).Select(i => step.Multiple(first + i));
        return new Axis([.. ticks.Select(value => new AxisTick(value, Label(value, step.Decimals, language)))]);
    }

    /// <summary>An axis with a tick at each of the values, labelled with the number.</summary>
    /// <inheritdoc cref="Axis(IReadOnlyList{AxisTick})" path="/exception"/>
    public static Axis At(Language language, params IReadOnlyList<double> values) =>
        new([.. values.Select(value => new AxisTick(value, Label(value, MostDecimals, language)))]);

    private static (double Low, double High) Widened(double from, double to)
    {
        if (from == 0 && to == 0)
            return (0, 1);
        // Values that differ by less than their own rounding error cannot carry distinct ticks.
        var equal = to - from <= 1e-12 * Math.Max(Math.Abs(from), Math.Abs(to));
        return equal ? (Math.Min(from, 0), Math.Max(to, 0)) : (from, to);
    }

    private static string Label(double value, int decimals, Language language) =>
        decimals > MostDecimals || Math.Abs(value) >= LargestGrouped
            ? Numbers.Computed(value)
            : Numbers.Shown(value, decimals, language);
}
