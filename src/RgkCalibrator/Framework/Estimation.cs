using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>One estimate of one measure of one group, in the unit of the measure.</summary>
/// <param name="ProductCode">The product.</param>
/// <param name="Subgroup">Empty for the whole product.</param>
/// <param name="Measure">What was measured: volume, duration_days, duration_months, volume_within_12m …</param>
/// <param name="Population">Which trajectories of the cohort: completed, or all.</param>
/// <param name="Estimate">The estimate.</param>
public sealed record MeasuredEstimate(string ProductCode, string Subgroup, string Measure, string Population, Estimate Estimate);

/// <summary>The raw estimates of groups, before any rounding.</summary>
public static class Estimation
{
    /// <summary>The population of trajectories in the cohort whose end is known: what a spreadsheet would take.</summary>
    public const string Completed = "completed";

    /// <summary>The population of all trajectories in the cohort, those that still run as far as they could be followed.</summary>
    public const string All = "all";

    /// <summary>The scale of the limits of corrected estimates: it keeps its confidence best when there are few ends.</summary>
    internal const SurvivalLimits Limits = SurvivalLimits.LogLog;

    /// <summary>
    /// Every measure of a group at both percentiles: of the complete trajectories by every definition of the settings, and of all by Kaplan-Meier or,
    /// for volumes, by inverse probability of censoring. Durations by Kaplan-Meier also take those that enter late, where the settings of trajectories ask so:
    /// their n and events count them, those of every other row do not.
    /// </summary>
    public static IEnumerable<MeasuredEstimate> Of(Group group, FrameworkSettings settings)
    {
        foreach (var measure in Measures(group))
        {
            var confidence = measure.Clusters is { } clusters ? ClusteredConfidence.Widened(settings.Confidence, clusters) : settings.Confidence;
            foreach (var percentage in new[] { settings.Compared, settings.Percentage })
            {
                foreach (var type in settings.ReportedTypes.Prepend(settings.Type).Distinct().Order())
                    yield return Row(Completed, Estimate.FromComplete(measure.Complete, percentage, type, confidence));
                yield return Row(All, measure.Corrected(percentage, confidence));
            }

            MeasuredEstimate Row(string population, Estimate estimate) =>
                new(group.Product.Code, group.Subgroup, measure.Name, population, Scaled(estimate, measure.Scale) with { Confidence = settings.Confidence });
        }
    }

    /// <summary>The sample of ticks, whose whole numbers a double holds exactly.</summary>
    internal static Sample SampleOf(ReadOnlySpan<long> ticks) => new(CohortSamples.InDoubles(ticks).AsSpan());

    private static IEnumerable<Measure> Measures(Group group)
    {
        var scale = group.Product.TicksPerUnit;
        yield return new("volume", SampleOf(group.Volume), scale, Weighted(CohortSamples.Volumes(group)));
        yield return new("duration_days", SampleOf(group.Days), 1, Survived(CohortSamples.Days(group)));
        yield return new("duration_months", new Sample(group.Months), 1, Survived(CohortSamples.Months(group)));
        for (var step = 0; step < group.Product.AllowedDurations.Count; step++)
        {
            var sample = SampleOf(group.VolumeWithin(step));
            yield return new(MeasureWithin(group.Product.AllowedDurations[step]), sample, scale, Weighted(CohortSamples.VolumesWithin(group, step)));
        }

        if (group.Scope.CareYears is { } years)
            yield return new("volume_care_year", SampleOf(years.Volume), scale, Weighted(CohortSamples.Volumes(years))) { Clusters = years.Child.ToArray() };

        Func<Percentage, double, Estimate> Survived(SurvivalSample sample)
        {
            var curve = new KaplanMeier(sample);
            return (percentage, confidence) => curve.Percentile(percentage, Limits, confidence);
        }

        Func<Percentage, double, Estimate> Weighted(VolumeSample sample)
        {
            var curve = new Ipcw(sample);
            return (percentage, confidence) => curve.Percentile(percentage, Limits, confidence);
        }
    }

    private static Sample SampleOf(ReadOnlySpan<int> whole)
    {
        var values = new double[whole.Length];
        for (var i = 0; i < whole.Length; i++)
            values[i] = whole[i];
        return new Sample(values.AsSpan());
    }

    internal static string MeasureWithin(DurationStep step) => step.Unit switch
    {
        DurationUnit.Month => $"volume_within_{Numbers.Whole(step.Length)}m",
        DurationUnit.Week => $"volume_within_{Numbers.Whole(step.Length)}w",
        DurationUnit.SchoolYear => "volume_within_schooljaar",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Unit, "Unknown duration unit."),
    };

    /// <summary>The same estimate in a unit that is so many times as large.</summary>
    internal static Estimate Scaled(Estimate estimate, double scale) => estimate with
    {
        Value = estimate.Value / scale,
        Lower = estimate.Lower / scale,
        Upper = estimate.Upper / scale,
        Shortfall = estimate.Shortfall is { } shortfall ? shortfall with { Last = shortfall.Last / scale } : null,
    };

    /// <summary>A measure: its complete values, ticks or the like to a unit, and its percentiles over the whole cohort.</summary>
    private sealed record Measure(string Name, Sample Complete, double Scale, Func<Percentage, double, Estimate> Corrected)
    {
        /// <summary>The child of each value, where values of one child are alike; null where they are taken apart.</summary>
        public IReadOnlyList<int>? Clusters { get; init; }
    }
}
