namespace RgkCalibrator.Output.Charts;

/// <summary>
/// From numbers to pixels: <paramref name="From"/> is painted at <paramref name="Start"/>, <paramref name="To"/> at
/// <paramref name="End"/>.
/// </summary>
internal sealed record Scale(double From, double To, double Start, double End)
{
    public double At(double value) => Start + ((value - From) / (To - From) * (End - Start));

    /// <summary>The ticks whose labels, centred on them, leave air beside each other; the first always does.</summary>
    public IReadOnlyList<AxisTick> Legible(IEnumerable<AxisTick> ticks, TextStyle style) =>
        Apart(ticks, tick => (style.WidthOf(tick.Label) / 2) + 4);

    /// <summary>The ticks whose labels leave air above each other; the first always does.</summary>
    public IReadOnlyList<AxisTick> LegibleUpward(IEnumerable<AxisTick> ticks, TextStyle style) =>
        Apart(ticks, _ => style.Pitch / 2);

    private List<AxisTick> Apart(IEnumerable<AxisTick> ticks, Func<AxisTick, double> half)
    {
        var apart = new List<AxisTick>();
        var taken = double.NegativeInfinity;
        foreach (var tick in ticks)
        {
            // Along the axis, whichever way it runs.
            var place = Math.Abs(At(tick.Value) - Start);
            if (place - half(tick) < taken)
                continue;
            taken = place + half(tick);
            apart.Add(tick);
        }

        return apart;
    }
}
