using RgkCalibrator.Groups;
using RgkCalibrator.Statistics;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>One estimate of one measure of one group, in the unit of the measure.</summary>
/// <param name="ProductCode">The product.</param>
/// <param name="Subgroup">Empty for the whole product.</param>
/// <param name="Measure">What was measured: volume, duration_days, duration_months, volume_within_12m …</param>
/// <param name="Population">Which trajectories: completed.</param>
/// <param name="Estimate">The estimate.</param>
public sealed record MeasuredEstimate(string ProductCode, string Subgroup, string Measure, string Population, Estimate Estimate);

/// <summary>The raw estimates of groups, before any rounding.</summary>
public static class Estimation
{
    /// <summary>The population of all estimates so far: trajectories in the cohort whose end is known.</summary>
    public const string Completed = "completed";

    /// <summary>Every measure of a group at both percentiles, by every definition of the settings.</summary>
    public static IEnumerable<MeasuredEstimate> Of(Group group, FrameworkSettings settings)
    {
        foreach (var (measure, sample, scale) in Measures(group))
        {
            foreach (var percentage in new[] { settings.Compared, settings.Percentage })
            {
                foreach (var type in settings.ReportedTypes.Prepend(settings.Type).Distinct().Order())
                {
                    var estimate = Scaled(Estimates.Of(sample, percentage, type, settings.Confidence), scale);
                    yield return new MeasuredEstimate(group.Product.Code, group.Subgroup, measure, Completed, estimate);
                }
            }
        }
    }

    /// <summary>The sample of ticks, whose whole numbers a double holds exactly.</summary>
    internal static Sample SampleOf(ReadOnlySpan<long> ticks)
    {
        var values = new double[ticks.Length];
        for (var i = 0; i < ticks.Length; i++)
            values[i] = ticks[i];
        return new Sample(values.AsSpan());
    }

    private static IEnumerable<(string Measure, Sample Sample, double Scale)> Measures(Group group)
    {
        yield return ("volume", SampleOf(group.Volume), group.Product.TicksPerUnit);
        yield return ("duration_days", SampleOf(group.Days), 1);
        yield return ("duration_months", new Sample(group.Months), 1);
        for (var step = 0; step < group.Product.AllowedDurations.Count; step++)
            yield return (MeasureWithin(group.Product.AllowedDurations[step]), SampleOf(group.VolumeWithin(step)), group.Product.TicksPerUnit);
    }

    private static Sample SampleOf(ReadOnlySpan<int> whole)
    {
        var values = new double[whole.Length];
        for (var i = 0; i < whole.Length; i++)
            values[i] = whole[i];
        return new Sample(values.AsSpan());
    }

    private static string MeasureWithin(DurationStep step) => step.Unit switch
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
    };
}
