using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Control;

/// <summary>How far a provider stands above what the others have. A reason to talk, never a verdict.</summary>
public enum Signal
{
    /// <summary>Chance alone gives such a share often, or there is nothing to compare with.</summary>
    None,

    /// <summary>
    /// More than chance alone gives once in a thousand times, and within the usual spread between providers.
    /// </summary>
    AboveChance,

    /// <summary>More than both: also above the limit of 99.8% that allows for the usual spread.</summary>
    AboveSpread,
}

/// <summary>Finds signals.</summary>
internal static class Signals
{
    /// <summary>The confidence of the limits, by both of which a provider must stand out.</summary>
    internal const double Confidence = 0.998;

    /// <summary>The signal of one measure: by the exact tail, and by the limit that is widened.</summary>
    internal static Signal Of(ProviderPoint one) => Of(one.Point, one.Widened);

    /// <summary>The same of a share and its widened limits.</summary>
    internal static Signal Of(FunnelPoint? point, FunnelBand? widened)
    {
        if (point?.Flag(Confidence) != FunnelSide.Above)
            return Signal.None;
        return widened is { Upper998: var upper } && point.Share > upper ? Signal.AboveSpread : Signal.AboveChance;
    }

    /// <summary>On which side of the widened limits a provider stands; null where there are none.</summary>
    internal static FunnelSide? Widened(ProviderPoint one, Func<FunnelBand, (double Lower, double Upper)> limits) =>
        one is not { Point: { } point, Widened: { } wide } ? null
        : point.Share > limits(wide).Upper ? FunnelSide.Above
        : point.Share < limits(wide).Lower ? FunnelSide.Below
        : FunnelSide.Within;
}
