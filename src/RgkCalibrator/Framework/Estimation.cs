using System.Globalization;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>One estimate of one measure of one group, in the unit of the measure.</summary>
/// <param name="ProductCode">The product.</param>
/// <param name="Subgroup">Empty for the whole product.</param>
/// <param name="Measure">The name of the measure: volume, duration_days, duration_months, volume_within_12m …</param>
/// <param name="Population">The trajectories of the cohort that were taken: completed, or all.</param>
/// <param name="Estimate">The estimate.</param>
public sealed record MeasuredEstimate(
    string ProductCode, string Subgroup, string Measure, string Population, Estimate Estimate);

/// <summary>The raw estimates of groups, before any rounding.</summary>
public static class Estimation
{
    /// <summary>
    /// The population of trajectories in the cohort whose end is known: what a spreadsheet would take.
    /// </summary>
    public const string Completed = "completed";

    /// <summary>
    /// The population of all trajectories in the cohort, those that still run as far as they could be followed.
    /// </summary>
    public const string All = "all";

    /// <summary>
    /// The scale of the limits of corrected estimates: it keeps its confidence best when there are few ends.
    /// </summary>
    internal const SurvivalLimits Limits = SurvivalLimits.LogLog;

    /// <summary>
    /// Every measure of a group at both percentiles: for the complete trajectories by every definition of the settings,
    /// and for all by Kaplan-Meier or, for volumes, by inverse probability of censoring. Durations by Kaplan-Meier also
    /// take trajectories with delayed entry, where the settings of trajectories ask so: their n and events count them,
    /// those of every other row do not.
    /// </summary>
    public static IEnumerable<MeasuredEstimate> Of(Group group, FrameworkSettings settings)
    {
        QuantileType[] types = [.. settings.ReportedTypes.Prepend(settings.Type).Distinct().Order()];
        foreach (var (measure, scale, observedBy) in Measures(group))
        {
            var complete = observedBy(Estimator.Completed).Percentiles(settings.Confidence);
            var corrected = observedBy(Estimator.Corrected).Percentiles(settings.Confidence);
            foreach (var percentage in new[] { settings.Compared, settings.Percentage })
            {
                foreach (var type in types)
                    yield return Row(Completed, complete(percentage, type));
                yield return Row(All, corrected(percentage, settings.Type));
            }

            MeasuredEstimate Row(string population, Estimate estimate) =>
                new(group.Product.Code, group.Subgroup, measure, population, Scaled(estimate, scale));
        }
    }

    private static IEnumerable<(string Name, double Scale, Func<Estimator, Observed> By)> Measures(Group group)
    {
        var scale = group.Product.TicksPerUnit;
        yield return ("volume", scale, by => Observed.Volumes(group, by));
        yield return ("duration_days", 1, by => Observed.Durations(group, by, TimeScale.Days));
        yield return ("duration_months", 1, by => Observed.Durations(group, by, TimeScale.Months));
        foreach (var (step, duration) in group.Product.AllowedDurations.Index())
            yield return (MeasureWithin(duration), scale, by => Observed.VolumesWithin(group, by, step));
        if (group.CareYears is { } years)
            yield return ("volume_care_year", scale, by => Observed.PartVolumes(years, by));
    }

    internal static string MeasureWithin(DurationStep step) => step.Unit switch
    {
        DurationUnit.Month => $"volume_within_{Numbers.Whole(step.Length)}m",
        DurationUnit.Week => $"volume_within_{Numbers.Whole(step.Length)}w",
        DurationUnit.SchoolYear => "volume_within_schooljaar",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Unit, "Unknown duration unit."),
    };

    /// <summary>The duration in a name that <see cref="MeasureWithin"/> made.</summary>
    /// <exception cref="FormatException">It is no such name.</exception>
    internal static DurationStep StepOf(string measure)
    {
        var length = measure[(measure.LastIndexOf('_') + 1)..];
        return length == "schooljaar" ? DurationStep.SchoolYear : new DurationStep(
            int.Parse(length.AsSpan(0, length.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture),
            length[^1] == 'm' ? DurationUnit.Month : DurationUnit.Week);
    }

    /// <summary>The same estimate in a unit that is so many times as large.</summary>
    internal static Estimate Scaled(Estimate estimate, double scale) => estimate with
    {
        Value = estimate.Value / scale,
        Lower = estimate.Lower / scale,
        Upper = estimate.Upper / scale,
        Shortfall = estimate.Shortfall is { } shortfall ? shortfall with { Last = shortfall.Last / scale } : null,
    };
}
