using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Output.Plots;

/// <summary>A point of a cumulative curve.</summary>
/// <param name="At">In the unit of the measure.</param>
/// <param name="Share">The share at or below it, 0 to 1.</param>
/// <param name="Lower">The lower limit of the share; null where there is none.</param>
/// <param name="Upper">The upper limit of the share; null where there is none.</param>
public sealed record CurvePoint(double At, double Share, double? Lower, double? Upper);

/// <summary>
/// Whole trajectories of a group by one measure, with what the estimator of the settings says of them: that of the
/// estimates of a run.
/// </summary>
public sealed class WholeSample
{
    private readonly double[] _raw;
    private readonly double[] _values;
    private readonly double _scale;
    private readonly FrameworkSettings _settings;
    private readonly Lazy<Sample> _complete;
    private readonly Lazy<Ipcw> _volumes;
    private readonly Lazy<KaplanMeier> _durations;

    private WholeSample(Group group, PlotMeasure measure, FrameworkSettings settings)
    {
        (Group, Measure, _settings) = (group, measure, settings);
        (_raw, _scale) = measure == PlotMeasure.Volume ? (CohortSamples.InDoubles(group.CohortVolume), group.Product.TicksPerUnit) : (group.OwnTimes(), 1);
        _values = _scale == 1 ? _raw : Array.ConvertAll(_raw, value => value / _scale);
        _complete = new(() => new Sample(_raw.AsSpan(0, group.Count)));
        _volumes = new(() => Ipcw.Of(CohortSamples.Volumes(group)));
        _durations = new(() => KaplanMeier.Of(CohortSamples.OwnTimes(group)));
    }

    /// <summary>The trajectories.</summary>
    public Group Group { get; }

    /// <summary>What is measured.</summary>
    public PlotMeasure Measure { get; }

    /// <summary>Whether the values are months.</summary>
    public bool CountsMonths => Measure == PlotMeasure.Duration && Group.CountsMonths;

    /// <summary>
    /// Of the cohort, in the unit of the measure: complete trajectories first; of one that still runs as far as it was
    /// followed.
    /// </summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>Those of complete trajectories.</summary>
    public ReadOnlySpan<double> Complete => _values.AsSpan(0, Group.Count);

    /// <summary>Those of trajectories that still run.</summary>
    public ReadOnlySpan<double> Running => _values.AsSpan(Group.Count);

    /// <summary>Which estimator speaks.</summary>
    public Estimator Estimator => _settings.Estimator;

    /// <summary>The percentile that lines are proposed at.</summary>
    public Estimate Chosen => Percentile(_settings.Percentage);

    /// <summary>The percentile that is shown beside it.</summary>
    public Estimate Compared => Percentile(_settings.Compared);

    /// <summary>The confidence of intervals.</summary>
    public double Confidence => _settings.Confidence;

    /// <summary>The whole trajectories of a group.</summary>
    public static WholeSample Of(Group group, PlotMeasure measure, FrameworkSettings settings) => new(group, measure, settings);

    /// <summary>A percentile, as the estimates of a run have it.</summary>
    public Estimate Percentile(Percentage percentage) => Estimation.Scaled(
        Estimator == Estimator.Completed ? Estimates.Of(_complete.Value, percentage, _settings.Type, Confidence)
        : Measure == PlotMeasure.Volume ? _volumes.Value.Percentile(percentage, Estimation.Limits, Confidence)
        : _durations.Value.Percentile(percentage, Estimation.Limits, Confidence),
        _scale);

    /// <summary>
    /// The cumulative share at the values of the sample, ascending: at each where there are few, else at the last in
    /// each of so many equal stretches up to the end, which leaves every point where it is.
    /// </summary>
    public IReadOnlyList<CurvePoint> Curve(double end, int most)
    {
        if (Estimator == Estimator.Corrected && Measure == PlotMeasure.Duration)
        {
            return Thinned(
                [.. _durations.Value.Curve(Estimation.Limits, Confidence)
                    .Select(step => new CurvePoint(step.Time, 1 - step.Survival, 1 - step.Upper, 1 - step.Lower))],
                point => point.At,
                end,
                most);
        }

        double[] known = [.. _raw.AsSpan(0, Group.Count)];
        Array.Sort(known);
        return [.. Thinned([.. known.Distinct()], raw => raw / _scale, end, most).Select(raw => PointAt(raw, known))];
    }

    private CurvePoint PointAt(double raw, double[] ascending)
    {
        var share = Estimator == Estimator.Corrected
            ? _volumes.Value.ShareAt(raw, Estimation.Limits, Confidence)
            : EstimatedShare.Of(CountAt(ascending, raw), ascending.Length, Confidence);
        return new CurvePoint(raw / _scale, share.Share, share.Lower, share.Upper);
    }

    // The value is one of them: the last place that holds it.
    private static int CountAt(double[] ascending, double value)
    {
        var (from, to) = (0, ascending.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (ascending[middle] <= value)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }

    private static List<T> Thinned<T>(IReadOnlyList<T> ascending, Func<T, double> at, double end, int most)
    {
        var inside = ascending.TakeWhile(item => at(item) <= end).ToList();
        if (inside.Count <= most)
            return inside;
        return [.. inside.Where((item, i) => i + 1 == inside.Count || (int)(at(item) / end * most) != (int)(at(inside[i + 1]) / end * most))];
    }
}
