namespace RgkCalibrator.Framework;

/// <summary>Rounds an estimated volume to one that a line can have.</summary>
public static class VolumeRounding
{
    private const decimal UsualStep = 1m;
    private const decimal SmallStep = 0.5m;
    private const decimal SmallBelow = 10m;

    /// <summary>The step at a volume: the product's own, else 1, and ½ under 10.</summary>
    public static decimal StepAt(decimal volume, decimal? productStep) =>
        productStep ?? (volume < SmallBelow ? SmallStep : UsualStep);

    /// <summary>The largest multiple of the step that is not above the volume.</summary>
    public static decimal Down(decimal volume, decimal? productStep)
    {
        var step = StepAt(volume, productStep);
        return decimal.Floor(volume / step) * step;
    }

    /// <summary>The volume one step below: what rounds up to a volume lies above it.</summary>
    public static decimal Before(decimal volume, decimal? productStep) =>
        volume - (productStep ?? (volume <= SmallBelow ? SmallStep : UsualStep));

    /// <summary>The smallest multiple of the step that is not below the volume.</summary>
    /// <param name="volume">In units, 0 or more.</param>
    /// <param name="productStep">The product's own step, above 0; null for the usual ones.</param>
    public static decimal Up(decimal volume, decimal? productStep)
    {
        var step = StepAt(volume, productStep);
        return decimal.Ceiling(volume / step) * step;
    }
}
