namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>The tails of an interval, equally likely on both sides.</summary>
internal static class EqualTails
{
    /// <summary>The chance of each tail.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static double ChanceOf(double confidence) => confidence is > 0 and < 1
        ? (1 - confidence) / 2
        : throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");
}
