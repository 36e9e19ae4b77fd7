using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>From the trajectories of a group to a proposed line.</summary>
public static class Proposing
{
    /// <summary>The line of a group at both percentiles of the settings.</summary>
    public static DraftLine Of(Group group, FrameworkSettings settings)
    {
        var tier = settings.Tiers.Of(group.Count);
        if (tier == Tier.None)
        {
            var basis = group.Product.Existing is null ? Basis.Insufficient : Basis.Norm;
            return new DraftLine(group, tier, basis, Nothing(settings.Percentage), Nothing(settings.Compared));
        }

        var duration = DurationOf(group, settings.Percentage, settings.Confidence);
        var chosen = Propose(group, settings.Percentage, settings, duration, duration);
        var own = DurationOf(group, settings.Compared, settings.Confidence);
        return new DraftLine(group, tier, Basis.History, chosen, Propose(group, settings.Compared, settings, own, duration));
    }

    /// <summary>The weeks of a duration: a year has 52, and so a month 52/12; a school year has 40.</summary>
    public static decimal WeeksOf(DurationStep step) => step.Unit switch
    {
        DurationUnit.Month => step.Length * 52m / 12m,
        DurationUnit.Week => step.Length,
        DurationUnit.SchoolYear => 40m * step.Length,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Unit, "Unknown duration unit."),
    };

    private static Proposal Nothing(Percentage percentage) => new(percentage, null, null, null, null);

    private static Proposal Propose(
        Group group, Percentage percentage, FrameworkSettings settings, ProposedDuration duration, ProposedDuration volumeWithin)
    {
        var volume = VolumeOf(group, percentage, settings, volumeWithin.Index);
        var coverage = CoverageOf(group, duration.Index, volumeWithin.Index, volume.Value);
        return new Proposal(percentage, duration, volume, coverage, IntensityOf(group.Product, volume.Value, volumeWithin.Step));
    }

    private static decimal? IntensityOf(Product product, decimal volume, DurationStep duration) => product.IntensityUnit switch
    {
        null => null,
        IntensityUnit.MinuutPerWeek => volume * product.TicksPerUnit / Ticks.PerMinute / WeeksOf(duration),
        IntensityUnit.UurPerWeek or IntensityUnit.DagdeelPerWeek or IntensityUnit.EtmaalPerWeek =>
            volume * product.TicksPerUnit / Ticks.PerUnit / WeeksOf(duration),
        _ => throw new ArgumentOutOfRangeException(nameof(product), product.IntensityUnit, "Unknown unit of intensity."),
    };

    /// <summary>
    /// The first step within which at least ⌈pn⌉ of the trajectories end. The ranks of the percentile's interval, taken in the same way, say which
    /// steps the data leave open.
    /// </summary>
    private static ProposedDuration DurationOf(Group group, Percentage percentage, double confidence)
    {
        var steps = group.Product.AllowedDurations;
        var longest = group.Product.MaximumDuration is { } maximum ? steps.Count(step => WeeksOf(step) <= WeeksOf(maximum)) - 1 : steps.Count - 1;
        var within = steps.Select((_, step) => group.EndsWithin(step).Count(true)).ToList();
        var reached = StepAt(percentage.Rank(group.Count));
        var index = Math.Min(reached, longest);
        var interval = RankInterval.Of(group.Count, percentage, confidence);
        var isUnstable = interval.Lower == 0 || StepAt(interval.Lower) < index || StepAt(interval.Upper) > index;
        return new ProposedDuration(steps[index], index, reached <= longest, within[index], isUnstable);

        // The number of steps where none holds so many: so it is for the rank n + 1, which stands for no limit.
        int StepAt(long rank) => within.TakeWhile(count => count < rank).Count();
    }

    private static ProposedVolume VolumeOf(Group group, Percentage percentage, FrameworkSettings settings, int step)
    {
        var estimate = Estimates.Of(Estimation.SampleOf(group.VolumeWithin(step)), percentage, settings.Type, settings.Confidence);
        var raw = (decimal)estimate.Value!.Value / group.Product.TicksPerUnit;
        var value = VolumeRounding.Up(raw, group.Product.VolumeStep);
        return new ProposedVolume(value, Estimation.Scaled(estimate, group.Product.TicksPerUnit));
    }

    private static Coverage CoverageOf(Group group, int durationStep, int volumeStep, decimal volume)
    {
        var limit = group.Product.TicksOf(volume);
        var ends = group.EndsWithin(durationStep);
        var within = group.VolumeWithin(volumeStep);
        var (inDuration, inVolume, both, whole) = (0, 0, 0, 0);
        for (var i = 0; i < group.Count; i++)
        {
            var (fitsDuration, fitsVolume) = (ends[i], within[i] <= limit);
            inDuration += fitsDuration ? 1 : 0;
            inVolume += fitsVolume ? 1 : 0;
            both += fitsDuration && fitsVolume ? 1 : 0;
            whole += group.Volume[i] <= limit ? 1 : 0;
        }

        return new Coverage(group.Count, inDuration, inVolume, both, whole);
    }
}
