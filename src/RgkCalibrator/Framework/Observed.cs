using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>
/// One measure of the trajectories of a group, as one estimator takes it: the values of the cohort, the trajectories of
/// which the value is known, and how many trajectories each of these stands for. A place is that of a trajectory in the
/// columns of the group.
/// </summary>
/// <remarks>
/// By <see cref="Estimator.Corrected"/> a known value also stands for those that could not be followed for so long, by
/// the weights of <see cref="Ipcw"/>. By <see cref="Estimator.Completed"/> the complete trajectories are known, and
/// each stands for itself.
/// </remarks>
public sealed class Observed
{
    private readonly Estimator _estimator;
    private readonly DurationStep? _scale;
    private readonly bool _isClustered;
    private readonly DurationStep? _timesOn;
    private readonly int[]? _steps;
    private readonly long[]? _ticksWithinEach;
    private readonly Lazy<(int[] Places, double[] Weights)> _known;

    private Observed(
        Group group, Estimator estimator, int? step = null, DurationStep? scale = null, bool isClustered = false)
    {
        (Group, _estimator, Step, _scale, _isClustered) = (group, estimator, step, scale, isClustered);
        Total = estimator == Estimator.Completed ? group.Count : group.Cohort;
        _known = new(() => estimator == Estimator.Completed ? Unweighted(Enumerable.Range(0, Total)) : Weighted());
    }

    private Observed(Group group, Estimator estimator, int[] steps, DurationStep timesOn)
        : this(group, estimator) => (_timesOn, _steps, _ticksWithinEach) = (
            timesOn, steps, [.. steps.Select((step, place) => group.CohortVolumeWithin(step)[place])]);

    private Observed(Group group, int? step, IEnumerable<int> places)
    {
        (Group, _estimator, Step) = (group, Estimator.Completed, step);
        _known = new(Unweighted(places));
        Total = Places.Count;
    }

    /// <summary>The group of the trajectories.</summary>
    public Group Group { get; }

    /// <summary>
    /// The allowed duration within which volumes are taken, by its place among them; null for whole trajectories.
    /// </summary>
    public int? Step { get; }

    /// <summary>
    /// The allowed duration of each trajectory, by its place among them and that of the trajectory; null for whole
    /// trajectories.
    /// </summary>
    internal Func<int, int>? StepAt => _steps is { } steps ? place => steps[place]
        : Step is { } step ? _ => step
        : null;

    /// <summary>The same duration; null for whole trajectories.</summary>
    public DurationStep? Duration => Step is { } step ? Group.Product.AllowedDurations[step] : null;

    /// <summary>The places of the trajectories of which the value is known, ascending.</summary>
    public IReadOnlyList<int> Places => _known.Value.Places;

    /// <summary>The number of trajectories that each of <see cref="Places"/> stands for, at least 1.</summary>
    public IReadOnlyList<double> Weights => _known.Value.Weights;

    /// <summary>The number of trajectories of which the value is known.</summary>
    public int Count => Places.Count;

    /// <summary>The size of the population that the estimator takes; the weights add up to no more.</summary>
    public int Total { get; }

    /// <summary>
    /// The volumes of the cohort in ticks, whole or within the duration; those of complete trajectories come first.
    /// </summary>
    public ReadOnlySpan<long> Ticks => _ticksWithinEach is { } ticks ? ticks
        : Step is { } step ? Group.CohortVolumeWithin(step)
        : Group.CohortVolume;

    /// <summary>The volumes of whole trajectories.</summary>
    public static Observed Volumes(Group group, Estimator estimator) => new(group, estimator);

    /// <summary>
    /// The volumes within an allowed duration, by its place among them; known where the trajectory ended or was
    /// followed for so long.
    /// </summary>
    public static Observed VolumesWithin(Group group, Estimator estimator, int step) => new(group, estimator, step);

    /// <summary>
    /// The same within an allowed duration of its own for each trajectory of the cohort; how long each was followed is
    /// told on the scale of the duration of most.
    /// </summary>
    internal static Observed VolumesWithinEach(Group group, Estimator estimator, int[] steps, DurationStep ofMost) =>
        new(group, estimator, steps, ofMost);

    /// <summary>
    /// The lengths of trajectories on the scale of a duration; without one on the product's own scale.
    /// </summary>
    public static Observed Durations(Group group, Estimator estimator, DurationStep? scale = null) =>
        new(group, estimator, scale: scale ?? group.OwnScale);

    /// <summary>
    /// The volumes of care years, or of other parts of trajectories. The intervals of a product that is observed by
    /// care years are widened, since those of one child are alike: <see cref="ClusteredConfidence"/>.
    /// </summary>
    internal static Observed PartVolumes(Group parts, Estimator estimator) =>
        new(parts, estimator, isClustered: parts.Product.Observation == Observation.CareYear);

    /// <summary>The volumes that a line is about: of care years where it has them, else within its duration.</summary>
    internal static Observed LineVolumes(Group group, Estimator estimator, int duration) =>
        group.CareYears is { } years ? PartVolumes(years, estimator) : VolumesWithin(group, estimator, duration);

    /// <summary>The volumes of several lines together, each within its own duration.</summary>
    internal static Observed Together(IReadOnlyList<Observed> lines, Estimator estimator)
    {
        var parts = lines.SelectMany(line => line.StepAt is { } stepAt
            ? TrajectoryPart.Within(line.Group, stepAt, line.Total)
            : TrajectoryPart.Whole(line.Group));
        return PartVolumes(TrajectoryPart.ToGroup(lines[0].Group.Product, [.. parts]), estimator);
    }

    /// <summary>
    /// The volumes within an allowed duration of the trajectories that started so early that all could be followed for
    /// it. Without this choice the trajectories of the last years could exceed nothing.
    /// </summary>
    /// <param name="group">The trajectories.</param>
    /// <param name="step">The duration, by its place among the allowed ones.</param>
    /// <param name="knownTo">The last day of which it is known whether care went on after it.</param>
    public static Observed Followed(Group group, int step, DateOnly knownTo)
    {
        var duration = group.Product.AllowedDurations[step];
        return new Observed(group, step, Enumerable.Range(0, group.Cohort)
            .Where(place => duration.LastDay(DayNumber.ToDate(group.Start[place])) <= knownTo));
    }

    /// <summary>The known ones at places that meet a condition; each stands for itself.</summary>
    internal Observed Where(Func<int, bool> meets) => new(Group, Step, Places.Where(meets));

    /// <summary>The number of trajectories that the known ones at places that meet a condition stand for.</summary>
    public double Sum(Func<int, bool> meets)
    {
        var sum = 0.0;
        for (var i = 0; i < Places.Count; i++)
            sum += meets(Places[i]) ? Weights[i] : 0;
        return sum;
    }

    /// <summary>The children of the known ones, in the order of <see cref="Places"/>.</summary>
    public int[] Children() => Array.ConvertAll(_known.Value.Places, place => Group.Child[place]);

    /// <summary>The volumes of the known ones in the product's unit, in the order of <see cref="Places"/>.</summary>
    public double[] Units() => Array.ConvertAll(_known.Value.Places, UnitsAt);

    /// <summary>The volume at a place in the product's unit.</summary>
    public double UnitsAt(int place) => Ticks[place] / (double)Group.Product.TicksPerUnit;

    /// <summary>The year in which the trajectory at a place started.</summary>
    public int StartYear(int place) => DayNumber.ToDate(Group.Start[place]).Year;

    /// <summary>Whether the trajectory at a place goes on beyond the duration.</summary>
    public bool Outlasts(int place) => !Group.EndsWithin(_steps is null ? Step!.Value : _steps[place])[place];

    /// <summary>
    /// A percentile with its interval, by the definition and confidence of the settings; volumes in ticks.
    /// </summary>
    public Estimate Percentile(Percentage percentage, FrameworkSettings settings) =>
        Percentiles(settings.Confidence)(percentage, settings.Type);

    /// <summary>
    /// Sorts the values once for any percentiles; the definition counts for complete trajectories alone.
    /// </summary>
    internal Func<Percentage, QuantileType, Estimate> Percentiles(double confidence)
    {
        var widened = _isClustered ? ClusteredConfidence.Widened(confidence, Group.Child.ToArray()) : confidence;
        var estimate = ByEstimator();
        return (percentage, type) => estimate(percentage, type) with { Confidence = confidence };

        Func<Percentage, QuantileType, Estimate> ByEstimator()
        {
            if (_estimator == Estimator.Completed)
            {
                var (values, places) = (Values(), _known.Value.Places);
                var sample = new Sample(Array.ConvertAll(places, place => values[place]).AsSpan());
                return (percentage, type) => Estimate.FromComplete(sample, percentage, type, widened);
            }

            if (_scale is null)
            {
                var weighted = new Ipcw(VolumeSample());
                return (percentage, _) => weighted.Percentile(percentage, Estimation.Limits, widened);
            }

            var curve = new KaplanMeier(SurvivalSample());
            return (percentage, _) => curve.Percentile(percentage, Estimation.Limits, widened);
        }
    }

    /// <summary>
    /// The values of the cohort: volumes in ticks, whose whole numbers a double holds exactly, or lengths.
    /// </summary>
    internal double[] Values()
    {
        if (_scale is not null)
            return Group.TimesOn(_scale);
        var ticks = Ticks;
        var values = new double[ticks.Length];
        for (var place = 0; place < values.Length; place++)
            values[place] = ticks[place];
        return values;
    }

    /// <summary>How long each of the cohort was followed, and whether its value is known by then.</summary>
    internal (double[] Times, bool[] IsKnown) FollowUp()
    {
        var known = Group.Ends();
        if (_steps is not null)
            return FollowUpWithinEach(known);
        if (Step is not { } step)
            return (Group.OwnTimes(), known);
        var (times, limit) = Group.TimesTo(step);
        for (var place = 0; place < times.Length; place++)
            (times[place], known[place]) = (Math.Min(times[place], limit), known[place] || times[place] >= limit);
        return (times, known);
    }

    private (double[] Times, bool[] IsKnown) FollowUpWithinEach(bool[] known)
    {
        var (times, limits) = (Group.TimesOn(_timesOn!), Group.EndsOn(_timesOn!, _steps!));
        for (var place = 0; place < times.Length; place++)
        {
            known[place] |= times[place] >= limits[place];
            times[place] = Math.Min(times[place], limits[place]);
        }

        return (times, known);
    }

    /// <summary>The values of the cohort with their censoring, for <see cref="Ipcw"/>.</summary>
    internal VolumeSample VolumeSample()
    {
        var (times, known) = FollowUp();
        return new VolumeSample(Values(), times, known);
    }

    /// <summary>The lengths of the cohort and of those with delayed entry, for <see cref="KaplanMeier"/>.</summary>
    internal SurvivalSample SurvivalSample()
    {
        var (delayed, scale) = (Group.Delayed, _scale ?? Group.OwnScale);
        bool[] ends = [.. Group.Ends(), .. delayed.Ends];
        // Whole days need no sorting.
        if (scale.Unit == DurationUnit.Week)
        {
            int[] entryDays = delayed.Count == 0 ? [] : [.. new int[Group.Cohort], .. delayed.EntryDays];
            return new SurvivalSample((int[])[.. Group.CohortDays, .. delayed.Days], ends, entryDays);
        }

        var late = delayed.On(scale);
        double[] entries = delayed.Count == 0 ? [] : [.. new double[Group.Cohort], .. late.Entries];
        return new SurvivalSample((double[])[.. Group.TimesOn(scale), .. late.Times], ends, entries);
    }

    private static (int[] Places, double[] Weights) Unweighted(IEnumerable<int> known)
    {
        int[] places = [.. known];
        return (places, Array.ConvertAll(places, _ => 1.0));
    }

    private (int[] Places, double[] Weights) Weighted()
    {
        var (times, known) = FollowUp();
        var curve = new Ipcw(new VolumeSample(times, times, known));
        int[] places = [.. Enumerable.Range(0, times.Length).Where(place => known[place])];
        return (places, Array.ConvertAll(places, place => curve.WeightAt(times[place])));
    }
}
