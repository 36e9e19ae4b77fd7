namespace RgkCalibrator.Statistics.Completion;

/// <summary>What arrived of each period, by how many periods later it did.</summary>
/// <remarks>
/// Periods are numbered, as months are. What arrived before the end of its period counts as of delay 0.
/// </remarks>
/// <param name="last">The last period that was observed as a whole: what arrives later is not known.</param>
/// <param name="longest">What arrives later than this many periods counts as of this delay; 1 or more.</param>
public sealed class DelayTriangle(int last, int longest)
{
    private readonly SortedDictionary<int, double[]> _arrived = [];

    /// <summary>The last period that was observed as a whole.</summary>
    public int Last { get; } = last;

    /// <summary>The longest delay.</summary>
    public int Longest { get; } = longest;

    /// <summary>The periods of which anything arrived, ascending.</summary>
    internal IEnumerable<int> Periods => _arrived.Keys;

    /// <summary>Adds what arrived in a period; what arrived after the last one is left out.</summary>
    /// <param name="period">The period that it is of.</param>
    /// <param name="arrived">The period in which it arrived.</param>
    /// <param name="count">How much, 0 or more.</param>
    public void Add(int period, int arrived, double count)
    {
        if (arrived > Last || period > Last)
            return;
        if (!_arrived.TryGetValue(period, out var delays))
            _arrived[period] = delays = new double[Longest + 1];
        delays[Math.Clamp(arrived - period, 0, Longest)] += count;
    }

    /// <summary>How much of a period arrived with a delay of at most so many periods.</summary>
    internal double Within(int period, int delay) => _arrived[period].AsSpan(0, delay + 1).ToArray().Sum();
}
