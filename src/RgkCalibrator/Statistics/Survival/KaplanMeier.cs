using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>One step of a Kaplan-Meier curve.</summary>
/// <param name="Time">In the unit of the sample.</param>
/// <param name="AtRisk">Who was seen just before it and had not ended.</param>
/// <param name="Events">The ends at this time, 0 or more.</param>
/// <param name="Censored">Who was last seen at this time.</param>
/// <param name="Survival">The share that outlasts the time, 0 to 1.</param>
/// <param name="LogError">Greenwood's standard error of log S; infinite where S is 0.</param>
/// <param name="Lower">The lower limit of S; null when there is none.</param>
/// <param name="Upper">The upper limit of S; null when there is none.</param>
public sealed record SurvivalStep(
    double Time,
    long AtRisk,
    long Events,
    long Censored,
    double Survival,
    double LogError,
    double? Lower,
    double? Upper);

/// <summary>
/// The product-limit estimator S(t) = ∏ (1 − d/Y) over the times of events up to t, with d ends among Y at risk; Kaplan
/// and Meier (1958), JASA 53(282), doi:10.1080/01621459.1958.10501452. With delayed entry: Tsai, Jewell and Wang
/// (1987), Biometrika 74(4), doi:10.1093/biomet/74.4.883.
/// </summary>
/// <remarks>
/// The error is Greenwood's (1926): σ² = Σ d/(Y(Y − d)) for log S. Limits of a percentile are where the limits of the
/// curve cross it: Brookmeyer and Crowley (1982), Biometrics 38(1), doi:10.2307/2530286. Without censoring the
/// percentile is that of type 2.
/// </remarks>
public sealed class KaplanMeier
{
    /// <summary>
    /// With fewer at risk than this, a single end moves the curve so far that it dominates all that follows.
    /// </summary>
    public const int SmallRiskSet = 10;

    private readonly SurvivalSample _sample;
    private readonly double[] _survival;
    private readonly double[] _logError;
    private readonly StepCurve _curve;

    /// <summary>The estimator of a sample; the work is linear in its distinct times.</summary>
    public KaplanMeier(SurvivalSample sample)
    {
        _sample = sample;
        (_survival, _logError) = (new double[sample.Times.Length], new double[sample.Times.Length]);
        Multiply();
        var steps = Enumerable.Range(0, sample.Times.Length).Where(place => sample.Events[place] > 0).ToArray();
        _curve = new StepCurve
        {
            Sample = sample,
            At = Array.ConvertAll(steps, place => sample.Times[place]),
            Survival = Array.ConvertAll(steps, place => _survival[place]),
            LogError = Array.ConvertAll(steps, place => _logError[place]),
            Last = sample.Last ?? 0,
        };
    }

    /// <summary>The steps of the curve at all distinct times; a step may be flat.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The confidence does not lie between 0 and 1, or the limits are unknown.
    /// </exception>
    public IReadOnlyList<SurvivalStep> Curve(SurvivalLimits limits, double confidence)
    {
        var z = StepCurve.ZOf(confidence);
        return [.. Enumerable.Range(0, _survival.Length)
            .Select(place => new SurvivalStep(
                _sample.Times[place],
                _sample.AtRisk[place],
                _sample.Events[place],
                _sample.Censored[place],
                _survival[place],
                _logError[place],
                Limit(StepCurve.Lower(limits, _survival[place], _logError[place], z)),
                Limit(StepCurve.Upper(limits, _survival[place], _logError[place], z)))),];
    }

    /// <summary>
    /// The percentile: the smallest time that a share p does not outlast; at a flat, the midpoint to the next end.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The confidence does not lie between 0 and 1, or the limits are unknown.
    /// </exception>
    public Estimate Percentile(Percentage percentage, SurvivalLimits limits, double confidence)
    {
        var estimate = _curve.Percentile(percentage, Method.Km, limits, confidence);
        return HasSmallEarlyRiskSet(estimate.Value)
            ? estimate with { Warnings = estimate.Warnings | EstimateWarnings.SmallEarlyRiskSet }
            : estimate;
    }

    /// <summary>
    /// The share that does not outlast a time; null where that is none or all, since the curve has no error there.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The confidence does not lie between 0 and 1, or the limits are unknown.
    /// </exception>
    internal EstimatedShare? ShareAt(double time, SurvivalLimits limits, double confidence) =>
        _curve.ShareAt(time, limits, confidence);

    private static double? Limit(double limit) => double.IsNaN(limit) ? null : limit;

    // As long as nobody leaves unseen or enters, the factors are (Y − d₁ − …)/Y: one division, so that shares of whole
    // numbers stay so.
    private void Multiply()
    {
        var (before, start, variance) = (1.0, 0L, 0.0);
        for (var place = 0; place < _survival.Length; place++)
        {
            var (atRisk, events) = (_sample.AtRisk[place], _sample.Events[place]);
            if (place == 0 || _sample.Censored[place - 1] > 0 || _sample.Entering[place] > 0)
                (before, start) = (place == 0 ? 1 : _survival[place - 1], atRisk);
            _survival[place] = before * ((double)(atRisk - events) / start);
            variance += events == 0 ? 0 : events / ((double)atRisk * (atRisk - events));
            _logError[place] = Math.Sqrt(variance);
        }
    }

    // Early: somebody is still to enter. What comes after the percentile does not move it.
    private bool HasSmallEarlyRiskSet(double? percentile)
    {
        var lastEntry = Array.FindLastIndex(_sample.Entering, entering => entering > 0);
        for (var place = 0; place < lastEntry && _sample.Times[place] <= (percentile ?? double.MaxValue); place++)
        {
            if (_sample.Events[place] > 0 && _sample.AtRisk[place] < SmallRiskSet)
                return true;
        }

        return false;
    }
}
