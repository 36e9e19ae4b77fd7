using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>From the trajectories of a group to a proposed line.</summary>
public static class Proposing
{
    /// <summary>The line of a group that is a whole product, at both percentiles of the settings.</summary>
    public static DraftLine Of(Group group, FrameworkSettings settings) => Of(new ProductGroups(group), settings)[0];

    /// <summary>
    /// The lines of a product, in the order of its groups. A measure that several lines share is taken of all of them together: the duration of all
    /// trajectories that share it, the volume of what each uses within the duration of its own line.
    /// </summary>
    public static IReadOnlyList<DraftLine> Of(ProductGroups product, FrameworkSettings settings)
    {
        var bases = product.Lines.Select(group => new LineBase(product, group, settings)).ToList();
        var sharing = bases.Where(line => line.SharesVolume).Select(line => line.Volumes).OfType<LineVolumes>().ToList();
        var shared = sharing.Count == 0 ? null : new SharedVolumes(sharing);
        return [.. bases.Select(line => LineOf(line, shared, settings))];
    }

    /// <summary>The weeks of a duration: a year has 52, and so a month 52/12; a school year has 40.</summary>
    public static decimal WeeksOf(DurationStep step) => step.Unit switch
    {
        DurationUnit.Month => step.Length * 52m / 12m,
        DurationUnit.Week => step.Length,
        DurationUnit.SchoolYear => 40m * step.Length,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Unit, "Unknown duration unit."),
    };

    private static DraftLine LineOf(LineBase line, SharedVolumes? shared, FrameworkSettings settings)
    {
        if (line.Lack is { } lack)
            return Without(line, lack, settings);
        var chosen = At(settings.Estimator, settings.Percentage);
        if (chosen.Volume is null)
            return Without(line, Lack.NotReached, settings);
        return new DraftLine(line.Group, line.Tier, Basis.History, chosen, At(settings.Estimator, settings.Compared))
        {
            Estimator = settings.Estimator,
            Other = At(OtherThan(settings.Estimator), settings.Percentage),
            // Whole volumes of trajectories go with no volume of a care year.
            Joint = line.Volumes!.Step is null ? null : JointLine.Of(line.Group, settings.Percentage, settings.Estimator),
            Whole = line.Whole,
            Volumes = line.Volumes,
            SharedVolumes = line.SharesVolume ? shared?.By(settings.Estimator) : null,
            SharesDuration = line.SharesDuration,
        };

        Proposal At(Estimator by, Percentage percentage) =>
            Propose(line, line.SharesVolume ? shared!.By(by) : line.Volumes!, by, percentage, settings);
    }

    private static Proposal Nothing(Percentage percentage) => new(percentage, null, null, null, null);

    private static DraftLine Without(LineBase line, Lack lack, FrameworkSettings settings)
    {
        // A norm from outside is for the whole product.
        var basis = line.Whole is not null || line.Group.Product.Existing is null ? Basis.Insufficient : Basis.Norm;
        return new DraftLine(line.Group, line.Tier, basis, Nothing(settings.Percentage), Nothing(settings.Compared))
        {
            Estimator = settings.Estimator,
            Other = Nothing(settings.Percentage),
            Lack = lack,
            Whole = line.Whole,
        };
    }

    private static Estimator OtherThan(Estimator estimator) => estimator == Estimator.Completed ? Estimator.Corrected : Estimator.Completed;

    /// <summary>The volume is that within the <em>chosen</em> duration, whatever the percentile and the estimator.</summary>
    private static Proposal Propose(LineBase line, LineVolumes volumes, Estimator by, Percentage percentage, FrameworkSettings settings)
    {
        var (product, duration) = (line.Group.Product, DurationOf(line.Group.Product, line.DurationBy(by), percentage));
        var volume = VolumeOf(product, volumes.Percentile(by, percentage, settings));
        return volume is null
            ? new Proposal(percentage, duration, null, null, null)
            : new Proposal(
                percentage, duration, volume, line.OwnBy(by).Coverage(duration.Index, line.Volumes!, volume.Value), IntensityOf(product, volume.Value, line.VolumeDuration));
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
    internal static ProposedDuration DurationOf(Product product, GroupEstimates estimates, Percentage percentage)
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
