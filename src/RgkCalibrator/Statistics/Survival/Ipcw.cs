using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>
/// Inverse probability of censoring weights: F(v) = Σ w·1(V ≤ v) / n with w = event / G(t−) and G the Kaplan-Meier
/// estimator of the censoring, ∏ (1 − c/(Y − d)). Robins and Rotnitzky (1992), doi:10.1007/978-1-4757-1229-2_14; for
/// volumes that grow with time Zhao and Tsiatis (1997), Biometrika 84(2), doi:10.1093/biomet/84.2.339.
/// </summary>
/// <remarks>
/// A Kaplan-Meier curve of volumes would be wrong: who uses more per day is censored at a larger volume. The weights
/// are not divided by their sum: what lies beyond the last known volume stays unknown. The error is that of Bang and
/// Tsiatis (2000), doi:10.1093/biomet/87.2.329, and limits are where the limits of the curve cross the percentile
/// (Brookmeyer and Crowley 1982, doi:10.2307/2530286): on durations everything, limits included, is that of
/// <see cref="KaplanMeier"/>, and without censoring the percentile is that of type 2.
/// </remarks>
public sealed class Ipcw
{
    // What is still to come weighs at least 1, or nothing at all.
    private const double LessThanOne = 0.5;

    private readonly VolumeSample _sample;
    private readonly StepCurve _curve;

    /// <summary>The estimator of a sample; the work grows with n·log n.</summary>
    public Ipcw(VolumeSample sample)
    {
        _sample = sample;
        Inverse = InverseOfCensoring(sample.Survival);
        _curve = Weighted();
    }

    /// <summary>
    /// Σw/n: the share of the distribution that is known, 0 to 1; 1 when the element with the longest time has ended.
    /// </summary>
    public double KnownShare => _curve.KnownShare;

    /// <summary>1/G just before each distinct time, and once more after the last.</summary>
    internal double[] Inverse { get; }

    /// <summary>The weight of an element whose end was seen at this time: 1/G(t−), at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not one of the sample.</exception>
    public double WeightAt(double time) => Array.BinarySearch(_sample.Survival.Times, time) is >= 0 and var place
        ? Inverse[place]
        : throw new ArgumentOutOfRangeException(nameof(time), "Not a time of this sample.");

    /// <summary>
    /// The percentile: the smallest volume that a share p does not exceed; at a flat, the midpoint to the next known
    /// volume.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The confidence does not lie between 0 and 1, or the limits are unknown.
    /// </exception>
    public Estimate Percentile(Percentage percentage, SurvivalLimits limits, double confidence) =>
        _curve.Percentile(percentage, Method.Ipcw, limits, confidence);

    /// <summary>The known share at or below a volume; unknown volumes are not counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The confidence does not lie between 0 and 1, or the limits are unknown.
    /// </exception>
    public EstimatedShare ShareAt(double volume, SurvivalLimits limits, double confidence)
    {
        var known = _sample.Survival.EventCount;
        // Of nothing and of all there is no error to reckon with; their exact limits stand.
        return _curve.ShareAt(volume, limits, confidence)
            ?? EstimatedShare.FromCounts(_curve.StepAt(volume) < 0 ? 0 : known, known, confidence);
    }

    private static double[] InverseOfCensoring(SurvivalSample sample)
    {
        var inverse = new double[sample.Times.Length + 1];
        inverse[0] = 1;
        for (var place = 0; place < sample.Times.Length; place++)
        {
            double left = sample.AtRisk[place] - sample.Events[place];
            var isLast = left == sample.Censored[place];
            inverse[place + 1] = isLast ? inverse[place] : inverse[place] * (left / (left - sample.Censored[place]));
        }

        return inverse;
    }

    private StepCurve Weighted()
    {
        var (volumes, n, size) = (_sample.Volumes, (double)_sample.Survival.Count, _sample.Volumes.Length);
        var (at, survival, logError) = (new double[size], new double[size], new double[size]);
        var variance = new CensoringVariance(_sample.Survival, Inverse);
        var (steps, sum) = (0, 0.0);
        for (var i = 0; i < volumes.Length; i++)
        {
            var weight = _sample.Counts[i] * Inverse[_sample.Places[i]];
            variance.Add(_sample.Places[i], weight);
            sum += weight;
            if (i + 1 < volumes.Length && volumes[i + 1] == volumes[i])
                continue;
            var beyond = n - sum < LessThanOne ? 0 : (n - sum) / n;
            (at[steps], survival[steps]) = (volumes[i], beyond);
            logError[steps++] = Math.Sqrt(((beyond * (1 - beyond)) + variance.Value) / n) / beyond;
        }

        return new StepCurve
        {
            Sample = _sample.Survival,
            At = at[..steps],
            Survival = survival[..steps],
            LogError = logError[..steps],
            Last = _sample.Largest ?? 0,
        };
    }
}
