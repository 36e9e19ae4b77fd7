namespace RgkCalibrator.Output.Charts;

/// <summary>Between what a value of a start year lies, and its interval, in units of the axis upward.</summary>
/// <param name="Name">The year.</param>
/// <param name="From">Above what the value lies, 0 or more.</param>
/// <param name="To">At or below what it lies; null where it is above all that is told.</param>
/// <param name="Lower">Above what its interval begins; null where that is not told.</param>
/// <param name="Upper">At or below what it ends; null likewise.</param>
/// <param name="Label">The value in a few letters, above its mark.</param>
/// <param name="Spoken">The value and its interval in words, for listeners and for the table.</param>
public sealed record YearPoint(
    string Name, double From, double? To, double? Lower, double? Upper, string Label, string Spoken)
{
    /// <summary>The highest of what is drawn.</summary>
    internal double Last => Math.Max(To ?? From, Upper ?? 0);
}

/// <summary>Values of start years beside each other, with the line of the framework across.</summary>
public sealed record YearChart : ChartModel
{
    /// <summary>What the axis across counts.</summary>
    public required string XTitle { get; init; }

    /// <summary>What the values are.</summary>
    public required string YTitle { get; init; }

    /// <summary>The years in their order; at least two.</summary>
    public required IReadOnlyList<YearPoint> Points { get; init; }

    /// <summary>Values with a line across.</summary>
    public required IReadOnlyList<ChartLevel> Levels { get; init; }

    /// <summary>The largest value that is drawn.</summary>
    internal double Largest => Points.Select(point => point.Last).Concat(Levels.Select(level => level.Value)).Max();

    /// <inheritdoc/>
    public override ChartTable Table =>
        new([XTitle, YTitle], [.. Points.Select(point => (IReadOnlyList<string>)[point.Name, point.Spoken])]);
}
