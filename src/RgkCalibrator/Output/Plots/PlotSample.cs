using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Output.Plots;

/// <summary>A point of a cumulative curve.</summary>
/// <param name="At">The value, in the unit of the measure.</param>
/// <param name="Share">The share at or below it, 0 to 1.</param>
/// <param name="Lower">The lower limit of the share; null where there is none.</param>
/// <param name="Upper">The upper limit of the share; null where there is none.</param>
public sealed record StepPoint(double At, double Share, double? Lower, double? Upper);

/// <summary>
/// Whole trajectories of a group by one measure, with their percentiles and their curve by the estimator of the
/// settings, which are those of the estimates of a run.
/// </summary>
public sealed class PlotSample
{
    // A percentile at the very edge of the axis would be lost.
    private const double BesideEdge = 1.02;

    private readonly double[] _raw;
    private readonly double[] _values;
    private readonly double _scale;
    private readonly Lazy<Sample> _complete;
    private readonly Lazy<Ipcw> _volumes;
    private readonly Lazy<KaplanMeier> _durations;

    /// <summary>The whole trajectories of a group.</summary>
    public PlotSample(Group group, PlotMeasure measure, FrameworkSettings settings)
    {
        (Group, Measure, Settings) = (group, measure, settings);
        var (volumes, durations) = (
            Observed.Volumes(group, Estimator.Corrected), Observed.Durations(group, Estimator.Corrected));
        (_raw, _scale) = measure == PlotMeasure.Volume
            ? (volumes.Values(), group.Product.TicksPerUnit)
            : (durations.Values(), 1);
        _values = _scale == 1 ? _raw : Array.ConvertAll(_raw, value => value / _scale);
        _complete = new(() => new Sample(_raw.AsSpan(0, group.Count)));
        _volumes = new(() => new Ipcw(volumes.VolumeSample()));
        _durations = new(() => new KaplanMeier(durations.SurvivalSample()));
    }

    /// <summary>The trajectories.</summary>
    public Group Group { get; }

    /// <summary>What is measured.</summary>
    public PlotMeasure Measure { get; }

    /// <summary>The percentiles, the estimator and the confidence of intervals.</summary>
    public FrameworkSettings Settings { get; }

    /// <summary>Whether the values are months.</summary>
    public bool CountsMonths => Measure == PlotMeasure.Duration && Group.CountsMonths;

    /// <summary>
    /// The values of the cohort, in the unit of the measure: complete trajectories first; of one that still runs as far
    /// as it was followed.
    /// </summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>The values of complete trajectories.</summary>
    public ReadOnlySpan<double> Complete => _values.AsSpan(0, Group.Count);

    /// <summary>The values of trajectories that still run.</summary>
    public ReadOnlySpan<double> Running => _values.AsSpan(Group.Count);

    /// <summary>The percentile that lines are proposed at.</summary>
    public Estimate Chosen => Percentile(Settings.Percentage);

    /// <summary>The percentile that is shown beside it.</summary>
    public Estimate Compared => Percentile(Settings.Compared);

    /// <summary>The same trajectories by another estimator.</summary>
    public PlotSample By(Estimator estimator) => new(Group, Measure, Settings with { Estimator = estimator });

    /// <summary>A percentile, as the estimates of a run have it.</summary>
    public Estimate Percentile(Percentage percentage) => Estimation.Scaled(
        Settings.Estimator == Estimator.Completed
            ? Estimate.FromComplete(_complete.Value, percentage, Settings.Type, Settings.Confidence)
        : Measure == PlotMeasure.Volume
            ? _volumes.Value.Percentile(percentage, Estimation.Limits, Settings.Confidence)
            : _durations.Value.Percentile(percentage, Estimation.Limits, Settings.Confidence),
        _scale);

    /// <summary>Classes of the values, at most so many, that hold the values of these markers.</summary>
    public FineClasses Classes(IEnumerable<PlotMarker> markers, int most) =>
        FineClasses.For(Values, markers.Select(marker => marker.Value * BesideEdge).DefaultIfEmpty(0).Max(), most);

    /// <summary>
    /// The cumulative share at the values of the sample, ascending: at each where there are few, else at the last in
    /// each of so many equal ranges up to the end, which leaves every point where it is.
    /// </summary>
    public IReadOnlyList<StepPoint> Curve(double end, int most)
    {
        if (Settings.Estimator == Estimator.Corrected && Measure == PlotMeasure.Duration)
        {
            var curve = _durations.Value.Curve(Estimation.Limits, Settings.Confidence)
                .Select(step => new StepPoint(step.Time, 1 - step.Survival, 1 - step.Upper, 1 - step.Lower));
            return Thinned(curve, point => point.At, end, most);
        }

        var (count, ranks) = (0, new List<(double Raw, int Rank)>());
        foreach (var (raw, times) in _raw.Take(Group.Count).Order().CountBy(raw => raw))
            ranks.Add((raw, count += times));
        return Thinned(ranks, rank => rank.Raw / _scale, end, most).ConvertAll(rank => PointAt(rank.Raw, rank.Rank));
    }

    private StepPoint PointAt(double raw, int rank)
    {
        var share = Settings.Estimator == Estimator.Corrected
            ? _volumes.Value.ShareAt(raw, Estimation.Limits, Settings.Confidence)
            : EstimatedShare.FromCounts(rank, Group.Count, Settings.Confidence);
        return new StepPoint(raw / _scale, share.Share, share.Lower, share.Upper);
    }

    private static List<T> Thinned<T>(IEnumerable<T> ascending, Func<T, double> at, double end, int most)
    {
        var inside = ascending.TakeWhile(item => at(item) <= end).ToList();
        if (inside.Count <= most)
            return inside;
        return [.. inside.Where((item, i) => i + 1 == inside.Count || RangeOf(item) != RangeOf(inside[i + 1]))];

        int RangeOf(T item) => (int)(at(item) / end * most);
    }
}
