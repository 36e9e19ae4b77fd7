using System.Runtime.InteropServices;
using MathNet.Numerics.Distributions;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>An estimated survival curve: the values at which it steps down, and how far.</summary>
internal sealed class StepCurve
{
    // R's sqrt(.Machine$double.eps): nearer to a flat of the curve than this counts as on it.
    private const double FlatTolerance = 1.49e-8;

    // A share k/n and a half percentage differ by 1/(200n) or not at all; from 167,786 elements on the tolerance of R would hide that.
    private const double HalfOfSmallestDifference = 400;

    /// <summary>Ascending; one for each step down.</summary>
    public required double[] At { get; init; }

    /// <summary>The share that lies beyond each value; 0 only when it is exactly so.</summary>
    public required double[] Survival { get; init; }

    /// <summary>The standard error of log S at each value.</summary>
    public required double[] LogError { get; init; }

    /// <summary>The largest value that was seen, censored or not.</summary>
    public required double Last { get; init; }

    /// <summary>The size of the sample, at least 1 when there is a step.</summary>
    public required long Count { get; init; }

    /// <summary>The value and its limits: inf{x : F(x) ≥ p}, at a flat the midpoint to the next step, after the last step to the last value.</summary>
    public (double? Value, double? Lower, double? Upper) Percentile(Percentage percentage, SurvivalLimits limits, double confidence)
    {
        var share = percentage.Share;
        var z = ZOf(confidence);
        return (
            Crossing(share, i => 1 - Survival[i]),
            Crossing(share, i => 1 - Lower(limits, Survival[i], LogError[i], z)),
            Crossing(share, i => 1 - Upper(limits, Survival[i], LogError[i], z)));
    }

    /// <summary>The lower limit of a survival; not a number where there is none.</summary>
    public static double Lower(SurvivalLimits limits, double survival, double logError, double z) => limits switch
    {
        SurvivalLimits.Log => survival > 0 ? survival * Math.Exp(-z * logError) : double.NaN,
        SurvivalLimits.LogLog => LogLog(survival, -z * logError),
        SurvivalLimits.Plain => survival > 0 ? Math.Max(0, survival - (z * logError * survival)) : double.NaN,
        _ => throw new ArgumentOutOfRangeException(nameof(limits), limits, "Unknown scale of limits."),
    };

    /// <summary>The upper limit of a survival; not a number where there is none.</summary>
    public static double Upper(SurvivalLimits limits, double survival, double logError, double z) => limits switch
    {
        SurvivalLimits.Log => survival > 0 ? Math.Min(1, survival * Math.Exp(z * logError)) : double.NaN,
        SurvivalLimits.LogLog => LogLog(survival, z * logError),
        SurvivalLimits.Plain => survival > 0 ? Math.Min(1, survival + (z * logError * survival)) : double.NaN,
        _ => throw new ArgumentOutOfRangeException(nameof(limits), limits, "Unknown scale of limits."),
    };

    /// <summary>How near to a share a step must come to be on it, in a sample of this size.</summary>
    public static double ToleranceOf(double count) => Math.Min(FlatTolerance, 1 / (HalfOfSmallestDifference * Math.Max(1, count)));

    /// <summary>How many standard errors an interval reaches to each side.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static double ZOf(double confidence) => confidence is > 0 and < 1
        ? Normal.InvCDF(0, 1, 1 - ((1 - confidence) / 2))
        : throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");

    private static double LogLog(double survival, double shift) =>
        survival is > 0 and < 1 ? Math.Exp(Math.Log(survival) * Math.Exp(shift / Math.Log(survival))) : double.NaN;

    // Where few are left a curve of limits can turn back: as in R's survival the step with the smallest share that is enough counts, the
    // first of equals. Of a curve that only rises that is the first step. At S = 0 there is no limit, which is not a number.
    private double? Crossing(double share, Func<int, double> shareAt)
    {
        var tolerance = ToleranceOf(Count);
        var (onFlat, beyond, last) = (Step.None, Step.None, double.NaN);
        for (var i = 0; i < At.Length; i++)
        {
            last = shareAt(i) - share;
            if (last >= -tolerance && last < onFlat.Excess)
                onFlat = new Step(At[i], last);
            if (last >= tolerance && last < beyond.Excess)
                beyond = new Step(At[i], last);
        }

        return Math.Abs(last) < tolerance ? (onFlat.At + Last) / 2 : (onFlat.At + beyond.At) / 2;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Step(double? At, double Excess)
    {
        public static Step None => new(null, double.PositiveInfinity);
    }
}
