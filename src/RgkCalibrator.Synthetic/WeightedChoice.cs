namespace RgkCalibrator.Synthetic;

/// <summary>Draws one of a list, each as often as its weight says, from a table of whole numbers.</summary>
internal sealed class WeightedChoice
{
    private readonly long[] _cumulative;

    /// <summary>The weights, in the order of what is chosen: 1 or more in all.</summary>
    internal WeightedChoice(IEnumerable<int> weights)
    {
        long sum = 0;
        _cumulative = [.. weights.Select(weight => sum += weight)];
    }

    internal int Draw(ref SplitMix64 random)
    {
        var mark = random.BelowFrom32Bits((int)_cumulative[^1]);
        var found = Array.BinarySearch(_cumulative, mark + 1);
        return found < 0 ? ~found : found;
    }
}
