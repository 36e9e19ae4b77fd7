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
            return Without(group, tier, settings);
        var estimates = new GroupEstimates(group, settings.Estimator, settings);
        var duration = DurationOf(group.Product, estimates, settings.Percentage);
        var chosen = Propose(group.Product, estimates, settings.Percentage, duration, duration);
        if (chosen.Volume is null)
            return Without(group, tier, settings);
        return new DraftLine(group, tier, Basis.History, chosen, At(estimates, settings.Compared))
        {
            Estimator = settings.Estimator,
            Other = At(new GroupEstimates(group, OtherThan(settings.Estimator), settings), settings.Percentage),
            Joint = JointLine.Of(group, settings.Percentage, settings.Estimator),
        };

        Proposal At(GroupEstimates by, Percentage percentage) =>
            Propose(group.Product, by, percentage, DurationOf(group.Product, by, percentage), duration);
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

    private static DraftLine Without(Group group, Tier tier, FrameworkSettings settings)
    {
        var basis = group.Product.Existing is null ? Basis.Insufficient : Basis.Norm;
        return new DraftLine(group, tier, basis, Nothing(settings.Percentage), Nothing(settings.Compared))
        {
            Estimator = settings.Estimator,
            Other = Nothing(settings.Percentage),
        };
    }

    private static Estimator OtherThan(Estimator estimator) => estimator == Estimator.Completed ? Estimator.Corrected : Estimator.Completed;

    private static Proposal Propose(
        Product product, GroupEstimates estimates, Percentage percentage, ProposedDuration duration, ProposedDuration volumeWithin)
    {
        var volume = VolumeOf(product, estimates.VolumeWithin(volumeWithin.Index, percentage));
        return volume is null
            ? new Proposal(percentage, duration, null, null, null)
            : new Proposal(
                percentage, duration, volume, estimates.Coverage(duration.Index, volumeWithin.Index, volume.Value), IntensityOf(product, volume.Value, volumeWithin.Step));
    }

    private static decimal? IntensityOf(Product product, decimal volume, DurationStep duration) => product.IntensityUnit switch
    {
        null => null,
        IntensityUnit.MinuutPerWeek => volume * product.TicksPerUnit / Ticks.PerMinute / WeeksOf(duration),
        IntensityUnit.UurPerWeek or IntensityUnit.DagdeelPerWeek or IntensityUnit.EtmaalPerWeek =>
            volume * product.TicksPerUnit / Ticks.PerUnit / WeeksOf(duration),
        _ => throw new ArgumentOutOfRangeException(nameof(product), product.IntensityUnit, "Unknown unit of intensity."),
    };

    /// <summary>The first step within which at least the share ends. The limits of the shares say which steps the data leave open.</summary>
    private static ProposedDuration DurationOf(Product product, GroupEstimates estimates, Percentage percentage)
    {
        var steps = product.AllowedDurations;
        var longest = product.MaximumDuration is { } maximum ? steps.Count(step => WeeksOf(step) <= WeeksOf(maximum)) - 1 : steps.Count - 1;
        var reached = StepAt(within => within.Share);
        var index = Math.Min(reached, longest);
        var isUnstable = StepAt(within => within.Upper) < index || StepAt(within => within.Lower) > index;
        return new ProposedDuration(steps[index], index, reached <= longest, estimates.Within[index], isUnstable, estimates.Duration(percentage));

        // The number of steps where none holds so many.
        int StepAt(Func<EstimatedShare, double> share) =>
            estimates.Within.TakeWhile(within => !EstimatedShare.Reaches(share(within), percentage, estimates.Count)).Count();
    }

    private static ProposedVolume? VolumeOf(Product product, Estimate inTicks)
    {
        if (inTicks.Value is not { } value)
            return null;
        var rounded = VolumeRounding.Up((decimal)value / product.TicksPerUnit, product.VolumeStep);
        return new ProposedVolume(rounded, Estimation.Scaled(inTicks, product.TicksPerUnit));
    }
}
