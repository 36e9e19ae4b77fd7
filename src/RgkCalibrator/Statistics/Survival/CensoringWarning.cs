using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>Whether so many ends are unseen that a high percentile leans on few.</summary>
internal static class CensoringWarning
{
    /// <summary>A warning when more than a quarter is censored.</summary>
    public static EstimateWarnings Of(long count, long events) =>
        (Int128)4 * (count - events) > count ? EstimateWarnings.MuchCensored : EstimateWarnings.None;
}
