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
    private readonly Dictionary<(Estimator, int), Observed> _withinEach = [];

    internal LineEvidence(
        ProductGroups product, Group group, FrameworkSettings settings, LineChoices choices)
    {
        (Group, _settings, Choices) = (group, settings, choices);
        var own = group.Product.OwnOf(group.Subgroup);
        (SharesDuration, SharesVolume) = (own == OwnMeasures.Volume, own == OwnMeasures.Duration);
        Whole = product.Parts.Count == 0 ? null : product.Whole;
        _ofDuration = SharesDuration ? product.SharingDuration : group;
        Tier = settings.Tiers.Of(CountOfTier());
        var isTooFew = Tier == Tier.None;
        Lack = group.Scope.Missing.Count > 0 ? Framework.Lack.NoColumn : isTooFew ? Framework.Lack.TooFew : null;
        Duration = Lack is null ? DurationBy(settings.Estimator).ProposedDuration(settings.Percentage) : null;
        if (Duration is not null && choices.DurationOf(group) is { } duration)
            Duration = Duration with { Step = duration, Index = IndexOf(duration) };
    }

    internal Group Group { get; }

    internal LineChoices Choices { get; }

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
    internal Observed VolumesBy(Estimator estimator)
    {
        if (Choices.HasWholeVolumes)
            return Observed.Volumes(Group, estimator);
        return (Group.CareYears is null ? WithinEach(estimator, Duration!.Index) : null)
            ?? Observed.LineVolumes(Group, estimator, Duration!.Index);
    }

    /// <summary>Estimates for the trajectories that the duration is taken from.</summary>
    internal GroupEstimates DurationBy(Estimator estimator) => By(_ofDuration, estimator);

    /// <summary>Estimates for the trajectories of the line itself.</summary>
    internal GroupEstimates OwnBy(Estimator estimator) => By(Group, estimator);

    /// <summary>
    /// How many trajectories lie inside a duration, by its place among the allowed ones, and a volume in the product's
    /// unit; each inside the longest duration that counts for it, where that is asked.
    /// </summary>
    internal Coverage CoverageBy(Estimator estimator, int step, decimal volume)
    {
        var volumes = VolumesBy(estimator);
        return WithinEach(estimator, step) is { } each
            ? OwnBy(estimator).Coverage(each, volumes, volume)
            : OwnBy(estimator).Coverage(step, volumes, volume);
    }

    /// <summary>
    /// Volumes within the longest of a duration and of those of the lines beside each trajectory; null where that is
    /// not asked.
    /// </summary>
    private Observed? WithinEach(Estimator estimator, int step)
    {
        if (Choices.DurationBeside is not { } beside)
            return null;
        if (!_withinEach.TryGetValue((estimator, step), out var within))
        {
            _withinEach[(estimator, step)] = within = Observed.VolumesWithinEach(
                Group, estimator, Longest(step, beside), Group.Product.AllowedDurations[step]);
        }

        return within;
    }

    /// <summary>
    /// The duration of a line beside counts as the first allowed one that is as long, and as the longest that a line of
    /// the product may have at most.
    /// </summary>
    private int[] Longest(int step, Func<LineName, DurationStep?> durationBeside)
    {
        var (allowed, longest) = (Group.Product.AllowedDurations, Group.Product.LongestStep());
        var steps = new int[Group.Cohort];
        for (var place = 0; place < steps.Length; place++)
        {
            steps[place] = step;
            foreach (var line in Group.Beside(place))
            {
                if (durationBeside(line) is { } beside)
                    steps[place] = Math.Max(steps[place], Math.Min(FirstAsLong(beside), longest));
            }
        }

        return steps;

        int FirstAsLong(DurationStep beside) => allowed.Count(one => one.InWeeks() < beside.InWeeks());
    }

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
