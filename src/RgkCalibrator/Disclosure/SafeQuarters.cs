namespace RgkCalibrator.Disclosure;

/// <summary>
/// The four parts into which a line divides its trajectories, as shares of them: differences of the three shares that
/// the line shows, so that they tell nothing new.
/// </summary>
public sealed record SafeQuarters
{
    private SafeQuarters(double both, double withinDuration, double withinVolume) =>
        (Both, OnlyDuration, OnlyVolume, Neither) =
            (both, withinDuration - both, withinVolume - both, 1 - withinDuration - withinVolume + both);

    /// <summary>Within volume and duration.</summary>
    public double Both { get; }

    /// <summary>Within the duration, above the volume.</summary>
    public double OnlyDuration { get; }

    /// <summary>Within the volume, beyond the duration.</summary>
    public double OnlyVolume { get; }

    /// <summary>Above the volume and beyond the duration.</summary>
    public double Neither { get; }

    /// <summary>
    /// The parts of a line; null where one of its shares is not shown or is a band, or where its volume is of other
    /// trajectories than its duration.
    /// </summary>
    public static SafeQuarters? From(SafeLine line)
    {
        var areOfOne = line is { IsPerCareYear: false, SharesVolume: false, SharesDuration: false };
        if (!areOfOne || line.WithinBoth is not { IsBand: false, Value: var both }
            || line.WithinDuration is not { IsBand: false, Value: var duration }
            || line.WithinVolume is not { IsBand: false, Value: var volume })
        {
            return null;
        }

        var parts = new SafeQuarters(both, duration, volume);
        // Rounding can make a small part seem less than nothing.
        return Math.Min(Math.Min(parts.OnlyDuration, parts.OnlyVolume), parts.Neither) > 0 ? parts : null;
    }
}
