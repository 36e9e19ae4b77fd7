using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>
/// The evidence for one line: its group, the trajectories that its duration is taken from, the chosen duration, and its
/// volumes.
/// </summary>
internal sealed class LineEvidence
{
    private readonly FrameworkSettings _settings;
    private readonly Group _ofDuration;
    private readonly Dictionary<(Group, Estimator), GroupEstimates> _estimates = [];

    internal LineEvidence(
        ProductGroups product, Group group, FrameworkSettings settings, DurationStep? duration = null)
    {
        (Group, _settings) = (group, settings);
        var own = group.Product.OwnOf(group.Subgroup);
        (SharesDuration, SharesVolume) = (own == OwnMeasures.Volume, own == OwnMeasures.Duration);
        Whole = product.Parts.Count == 0 ? null : product.Whole;
        _ofDuration = SharesDuration ? product.SharingDuration : group;
        Tier = settings.Tiers.Of(CountOfTier());
        var isTooFew = Tier == Tier.None;
        Lack = group.Scope.Missing.Count > 0 ? Framework.Lack.NoColumn : isTooFew ? Framework.Lack.TooFew : null;
        Duration = Lack is null ? DurationBy(settings.Estimator).ProposedDuration(settings.Percentage) : null;
        if (Duration is not null && duration is not null)
            Duration = Duration with { Step = duration, Index = IndexOf(duration) };
    }

    internal Group Group { get; }

    /// <summary>The whole product, where the group is a part of it.</summary>
    internal Group? Whole { get; }

    internal bool SharesDuration { get; }

    internal bool SharesVolume { get; }

    internal Tier Tier { get; }

    internal Lack? Lack { get; }

    /// <summary>The chosen duration; null where the data do not support a line.</summary>
    internal ProposedDuration? Duration { get; }

    /// <summary>The duration over which the volume is spread: the chosen one, or a care year.</summary>
    internal DurationStep VolumeDuration => VolumePeriod.Of(Duration!.Step, Group.CareYears is not null);

    /// <summary>
    /// The volumes that the line is about, within the <em>chosen</em> duration whatever the estimator.
    /// </summary>
    internal Observed VolumesBy(Estimator estimator) => Observed.LineVolumes(Group, estimator, Duration!.Index);

    /// <summary>Estimates for the trajectories that the duration is taken from.</summary>
    internal GroupEstimates DurationBy(Estimator estimator) => By(_ofDuration, estimator);

    /// <summary>Estimates for the trajectories of the line itself.</summary>
    internal GroupEstimates OwnBy(Estimator estimator) => By(Group, estimator);

    private int IndexOf(DurationStep duration) => Group.Product.AllowedDurations.Index()
        .First(step => step.Item == duration).Index;

    private GroupEstimates By(Group group, Estimator estimator)
    {
        if (!_estimates.TryGetValue((group, estimator), out var estimates))
            _estimates[(group, estimator)] = estimates = new GroupEstimates(group, estimator, _settings);
        return estimates;
    }

    /// <summary>
    /// The care years of one child are one cluster, and count once. A measure that is shared rests on more trajectories
    /// than those of the group.
    /// </summary>
    private int CountOfTier() => Group.CareYears is not { } years
        ? Group.Count
        : Group.Count == 0 ? 0 : SharesDuration ? years.Children : Math.Min(years.Children, Group.Count);
}
