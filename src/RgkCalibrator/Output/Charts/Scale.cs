namespace RgkCalibrator.Output.Charts;

/// <summary>
/// From numbers to pixels: <paramref name="From"/> is painted at <paramref name="Start"/>, <paramref name="To"/> at
/// <paramref name="End"/>.
/// </summary>
internal sealed record Scale(double From, double To, double Start, double End)
{
    public double At(double value) => Start + ((value - From) / (To - From) * (End - Start));

    /// <summary>The ticks whose labels, centred on them, leave air between each other; the first always does.</summary>
    public IReadOnlyList<AxisTick> Legible(IEnumerable<AxisTick> ticks, TextStyle style)
    {
        var legible = new List<AxisTick>();
        var taken = double.NegativeInfinity;
        foreach (var tick in ticks)
        {
            var half = (style.WidthOf(tick.Label) / 2) + 4;
            if (At(tick.Value) - half < taken)
                continue;
            taken = At(tick.Value) + half;
            legible.Add(tick);
        }

        return legible;
    }
}
