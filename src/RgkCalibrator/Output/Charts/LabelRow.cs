namespace RgkCalibrator.Output.Charts;

/// <summary>
/// Puts labels in one row, each as near to its own place as the others allow. They keep the order of their places, so
/// that straight leaders from label to place never cross. Least squares under an order: pool adjacent violators (Ayer
/// and others, 1955, doi:10.1214/aoms/1177728423).
/// </summary>
internal static class LabelRow
{
    /// <summary>The centres of labels that want to stand at <paramref name="places"/>.</summary>
    /// <param name="places">Ascending.</param>
    /// <param name="widths">Of the labels, the air between them included; together no wider than the row.</param>
    /// <param name="from">Where the row begins.</param>
    /// <param name="to">Where it ends.</param>
    public static IReadOnlyList<double> Centres(
        IReadOnlyList<double> places, IReadOnlyList<double> widths, double from, double to)
    {
        // Without the widths of the labels before it, each label's place only has to ascend.
        var before = widths.Select((_, i) => widths.Take(i).Sum()).ToList();
        var starts = Ascending([.. places.Select((place, i) => place - (widths[i] / 2) - before[i])]);
        var last = Math.Max(from, to - widths.Sum());
        return [.. starts.Select((start, i) => Math.Clamp(start, from, last) + before[i] + (widths[i] / 2))];
    }

    private static List<double> Ascending(IReadOnlyList<double> values)
    {
        var blocks = new Stack<(double Sum, int Count)>();
        foreach (var value in values)
        {
            var block = (Sum: value, Count: 1);
            while (blocks.TryPeek(out var left) && left.Sum / left.Count > block.Sum / block.Count)
            {
                blocks.Pop();
                block = (left.Sum + block.Sum, left.Count + block.Count);
            }

            blocks.Push(block);
        }

        return [.. blocks.Reverse().SelectMany(block => Enumerable.Repeat(block.Sum / block.Count, block.Count))];
    }
}
