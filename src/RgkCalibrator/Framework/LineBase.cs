using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>What a line is made of: its group, the trajectories that its duration is taken of, its chosen duration, and its volumes.</summary>
internal sealed class LineBase
{
    private readonly FrameworkSettings _settings;
    private readonly Group _ofDuration;
    private readonly Dictionary<(Group, Estimator), GroupEstimates> _estimates = [];

    internal LineBase(ProductGroups product, Group group, FrameworkSettings settings)
    {
        (Group, _settings) = (group, settings);
        var own = group.Product.OwnOf(group.Subgroup);
        (SharesDuration, SharesVolume) = (own == OwnMeasures.Volume, own == OwnMeasures.Duration);
        Whole = product.Parts.Count == 0 ? null : product.Whole;
        _ofDuration = SharesDuration ? product.SharingDuration : group;
        Tier = settings.Tiers.Of(CountOfTier());
        Lack = group.Scope.Missing.Count > 0 ? Framework.Lack.NoColumn : Tier == Tier.None ? Framework.Lack.TooFew : null;
        if (Lack is not null)
            return;
        Duration = Proposing.DurationOf(group.Product, DurationBy(settings.Estimator), settings.Percentage);
        Volumes = LineVolumes.Of(group, Duration.Index);
    }

    internal Group Group { get; }

    /// <summary>The whole product, where the group is a part of it.</summary>
    internal Group? Whole { get; }

    internal bool SharesDuration { get; }

    internal bool SharesVolume { get; }

    internal Tier Tier { get; }

    internal Lack? Lack { get; }

    /// <summary>The chosen duration; null where something lacks, as <see cref="Volumes"/>.</summary>
    internal ProposedDuration? Duration { get; }

    internal LineVolumes? Volumes { get; }

    /// <summary>What the volume is spread over: the chosen duration, or a care year.</summary>
    internal DurationStep VolumeDuration => Volumes!.Step is null ? DurationStep.Months(12) : Duration!.Step;

    /// <summary>Estimates of the trajectories that the duration is taken of.</summary>
    internal GroupEstimates DurationBy(Estimator estimator) => By(_ofDuration, estimator);

    /// <summary>Estimates of the trajectories of the line itself.</summary>
    internal GroupEstimates OwnBy(Estimator estimator) => By(Group, estimator);

    private GroupEstimates By(Group group, Estimator estimator)
    {
        if (!_estimates.TryGetValue((group, estimator), out var estimates))
            _estimates[(group, estimator)] = estimates = new GroupEstimates(group, estimator, _settings);
        return estimates;
    }

    /// <summary>The care years of one child are one cluster, and count once. A measure that is shared leans on more than the group.</summary>
    private int CountOfTier() => Group.Scope.CareYears is not { } years
        ? Group.Count
        : Group.Count == 0 ? 0 : SharesDuration ? years.Children : Math.Min(years.Children, Group.Count);
}

/// <summary>The volumes that lines share, by each estimator.</summary>
internal sealed class SharedVolumes(IReadOnlyList<LineVolumes> lines)
{
    private readonly Dictionary<Estimator, LineVolumes> _by = [];

    internal LineVolumes By(Estimator estimator)
    {
        if (!_by.TryGetValue(estimator, out var shared))
            _by[estimator] = shared = LineVolumes.Shared(lines, estimator);
        return shared;
    }
}
