using System.Runtime.InteropServices;
using MathNet.Numerics.Distributions;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>An estimated survival curve: the values at which it steps down, and how far.</summary>
internal sealed class StepCurve
{
    /// <summary>The times of the elements, with their ends.</summary>
    public required SurvivalSample Sample { get; init; }

    /// <summary>The values at which the curve steps down, ascending.</summary>
    public required double[] At { get; init; }

    /// <summary>The share that lies beyond each value; 0 only when it is exactly so.</summary>
    public required double[] Survival { get; init; }

    /// <summary>The standard error of log S at each value.</summary>
    public required double[] LogError { get; init; }

    /// <summary>The largest value that was seen, censored or not.</summary>
    public required double Last { get; init; }

    /// <summary>The share at or below the last step, 0 to 1.</summary>
    public double KnownShare => Survival.Length == 0 ? 0 : 1 - Survival[^1];

    /// <summary>
    /// The percentile and its limits: inf{x : F(x) ≥ p}, at a flat the midpoint to the next step, after the last step
    /// to the last value. A warning is given when more than a quarter is censored.
    /// </summary>
    public Estimate Percentile(Percentage percentage, Method method, SurvivalLimits limits, double confidence)
    {
        var (share, z, count, events) = (percentage.Share, ZOf(confidence), Sample.Count, Sample.EventCount);
        var value = Crossing(share, i => 1 - Survival[i]);
        var lower = Crossing(share, i => 1 - Lower(limits, Survival[i], LogError[i], z));
        var upper = Crossing(share, i => 1 - Upper(limits, Survival[i], LogError[i], z));
        return new Estimate(percentage, method, count, events, value, lower, upper, confidence, value is not null)
        {
            Shortfall = value is null && count > 0 ? new Shortfall(Last, KnownShare) : null,
            Warnings = (Int128)4 * (count - events) > count ? EstimateWarnings.MuchCensored : EstimateWarnings.None,
        };
    }

    /// <summary>
    /// The share at or below a value; null where that is none or all, since the curve has no error there.
    /// </summary>
    public EstimatedShare? ShareAt(double value, SurvivalLimits limits, double confidence)
    {
        var (step, z) = (StepAt(value), ZOf(confidence));
        if (step < 0 || Survival[step] <= 0)
            return null;
        var (beyond, error) = (Survival[step], LogError[step]);
        return new EstimatedShare(1 - beyond, 1 - Upper(limits, beyond, error, z), 1 - Lower(limits, beyond, error, z));
    }

    /// <summary>The last step at or before a value; −1 before the first.</summary>
    public int StepAt(double value)
    {
        var found = Array.BinarySearch(At, value);
        return found < 0 ? ~found - 1 : found;
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

    /// <summary>How many standard errors an interval reaches to each side.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static double ZOf(double confidence) => Normal.InvCDF(0, 1, 1 - EqualTails.ChanceOf(confidence));

    private static double LogLog(double survival, double shift) =>
        survival is > 0 and < 1 ? Math.Exp(Math.Log(survival) * Math.Exp(shift / Math.Log(survival))) : double.NaN;

    // Where few are left a curve of limits can turn back: as in R's survival the step with the smallest share that is
    // enough counts, the first of equals. Of a curve that only rises that is the first step. At S = 0 there is no
    // limit, which is not a number.
    private double? Crossing(double share, Func<int, double> shareAt)
    {
        var tolerance = FlatTolerance.ForSize(Sample.Count);
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
