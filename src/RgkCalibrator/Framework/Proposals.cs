using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>From the trajectories of groups to proposed lines.</summary>
public static class Proposals
{
    /// <summary>The line of a group that is a whole product, at both percentiles of the settings.</summary>
    public static DraftLine ForGroup(Group group, FrameworkSettings settings) =>
        ForProduct(new ProductGroups(group), settings)[0];

    /// <summary>
    /// The lines of a product, in the order of its groups. A measure that several lines share is taken from all of them
    /// together: the duration from all trajectories that share it, the volume from what each uses within the duration
    /// of its own line.
    /// </summary>
    /// <param name="product">The groups.</param>
    /// <param name="settings">How estimates become lines.</param>
    /// <param name="choices">Choices of a comparison; null: the usual ones.</param>
    public static IReadOnlyList<DraftLine> ForProduct(
        ProductGroups product, FrameworkSettings settings, LineChoices? choices = null)
    {
        var lines = product.Lines.Select(group =>
            new LineEvidence(product, group, settings, choices ?? LineChoices.Usual)).ToList();
        var sharing = lines.Where(line => line is { SharesVolume: true, Lack: null }).ToList();
        var shared = sharing.Count == 0 ? [] : Enum.GetValues<Estimator>().ToDictionary(
            by => by, by => Observed.Together(sharing.ConvertAll(line => line.VolumesBy(by)), by));
        return [.. lines.Select(line => LineOf(line, shared, settings))];
    }

    private static DraftLine LineOf(
        LineEvidence line, Dictionary<Estimator, Observed> shared, FrameworkSettings settings)
    {
        var (estimator, percentage) = (settings.Estimator, settings.Percentage);
        if (line.Lack is { } lack)
            return Without(line, lack, settings);
        var chosen = line.Choices.IsJoint ? Joint(line, settings) : At(estimator, percentage);
        if (chosen?.Volume is null)
            return Without(line, Lack.NotReached, settings);
        return new DraftLine(line.Group, line.Tier, Basis.History, chosen, At(estimator, settings.Compared))
        {
            Estimator = estimator,
            Tiers = settings.Tiers,
            Other = At(estimator == Estimator.Completed ? Estimator.Corrected : Estimator.Completed, percentage),
            // Whole volumes of trajectories go with no volume of a care year.
            Joint = line.Group.CareYears is null ? CalibratedPair.Of(line.Group, percentage, estimator) : null,
            Whole = line.Whole,
            Volumes = line.VolumesBy(estimator),
            SharedVolumes = line.SharesVolume ? shared[estimator] : null,
            SharesDuration = line.SharesDuration,
        };

        Proposal At(Estimator by, Percentage percentage) =>
            Propose(line, line.SharesVolume ? shared[by] : line.VolumesBy(by), by, percentage, settings);
    }

    private static DraftLine Without(LineEvidence line, Lack lack, FrameworkSettings settings)
    {
        // A norm from outside is for the whole product.
        var basis = line.Whole is not null || line.Group.Product.Existing is null ? Basis.Insufficient : Basis.Norm;
        return new DraftLine(line.Group, line.Tier, basis, Nothing(settings.Percentage), Nothing(settings.Compared))
        {
            Estimator = settings.Estimator,
            Tiers = settings.Tiers,
            Other = Nothing(settings.Percentage),
            Lack = lack,
            Whole = line.Whole,
        };

        static Proposal Nothing(Percentage percentage) => new(percentage, null, null, null, null);
    }

    private static Proposal? Joint(LineEvidence line, FrameworkSettings settings) =>
        JointProposal.Of(line, settings) is { Duration: { } duration, Volume: { } volume } joint
            ? joint with { Intensity = PerWeek(line.Group.Product, volume.Value, duration.Step) }
            : null;

    private static Proposal Propose(
        LineEvidence line, Observed volumes, Estimator by, Percentage percentage, FrameworkSettings settings)
    {
        var (product, duration) = (line.Group.Product, line.DurationBy(by).ProposedDuration(percentage));
        var estimate = volumes.Percentile(percentage, settings);
        if (estimate.Value is not { } ticks)
            return new Proposal(percentage, duration, null, null, null);
        var volume = VolumeRounding.Up((decimal)ticks / product.TicksPerUnit, product.VolumeStep);
        return new Proposal(
            percentage,
            duration,
            new ProposedVolume(volume, Estimation.Scaled(estimate, product.TicksPerUnit)),
            line.CoverageBy(by, duration.Index, volume),
            PerWeek(product, volume, line.VolumeDuration));
    }

    /// <summary>Volume per week in the product's intensity unit; null where it has none.</summary>
    internal static decimal? PerWeek(Product product, decimal volume, DurationStep duration) =>
        product.IntensityUnit switch
        {
            null => null,
            IntensityUnit.MinuutPerWeek => volume * product.TicksPerUnit / Ticks.PerMinute / duration.InWeeks(),
            IntensityUnit.UurPerWeek or IntensityUnit.DagdeelPerWeek or IntensityUnit.EtmaalPerWeek =>
                volume * product.TicksPerUnit / Ticks.PerUnit / duration.InWeeks(),
            var unit => throw new ArgumentOutOfRangeException(nameof(product), unit, "Unknown unit of intensity."),
        };
}
