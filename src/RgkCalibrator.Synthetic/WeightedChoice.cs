namespace RgkCalibrator.Synthetic;

/// <summary>Draws an item of a list with a chance in proportion to its weight, in whole numbers.</summary>
internal sealed class WeightedChoice
{
    private readonly long[] _cumulative;

    /// <summary>Takes the weights of the items in order; their sum is at least 1.</summary>
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
