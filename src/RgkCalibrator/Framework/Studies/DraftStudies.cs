using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework.Studies;

/// <summary>The studies that accompany the lines of a draft; restricted.</summary>
/// <param name="Differentiation">Per product and factor, whether the levels need lines of their own.</param>
/// <param name="Stability">Per line with a proposal, whether it is stable over the years.</param>
/// <param name="Funnels">Per line with a proposal and measure, the providers compared with it.</param>
public sealed record DraftStudies(
    IReadOnlyList<FactorComparison> Differentiation,
    IReadOnlyList<YearlyStability> Stability,
    IReadOnlyList<ProviderFunnel> Funnels)
{
    /// <summary>The studies of a draft, and its lines with their findings.</summary>
    /// <param name="groups">Whole products, each with its parts behind it.</param>
    /// <param name="lines">The lines of these groups.</param>
    /// <param name="pooled">For each product with parts the line of the whole.</param>
    /// <param name="trajectories">The trajectories that the groups were made from.</param>
    /// <param name="settings">The choices that move numbers.</param>
    internal static (DraftStudies Studies, IReadOnlyList<DraftLine> Lines) Of(
        IReadOnlyList<Group> groups,
        IReadOnlyList<DraftLine> lines,
        IReadOnlyList<DraftLine> pooled,
        TrajectorySet trajectories,
        FrameworkSettings settings)
    {
        var knownTo = DayNumber.ToDate(trajectories.Observation.CensoredAt);
        var followed = lines.Select(line => FollowedOf(line, knownTo)).ToList();
        var stability = followed.ConvertAll(one => one is null ? null : YearlyStability.FromFollowed(one, settings));
        var funnels = lines.Zip(followed).Where(pair => pair.Second is not null).SelectMany(pair =>
            ProviderFunnel.OfLine(pair.Second!, pair.First.Chosen.Volume!.Value, trajectories.Providers, settings));
        var differentiation = DifferentiationOf(groups, [.. lines, .. pooled], knownTo, settings);
        var unnamed = trajectories.Providers.Index().Where(provider => provider.Item.Length == 0)
            .Select(provider => provider.Index).ToHashSet();
        var studied = lines.Select((line, i) => line with
        {
            Followed = followed[i],
            UnnamedProviders = unnamed,
            Advice = AdviceOn(line, differentiation),
            HasDrift = stability[i]?.HasDrift,
            LargestProviderShare = ProviderFunnel.LargestShare(line.Group, trajectories.Providers),
            Outliers = followed[i] is { } own
                ? TukeyFences.FromValues(own.Units(), settings.Percentage, settings.Confidence)
                : null,
        });
        var studies = new DraftStudies(differentiation, [.. stability.OfType<YearlyStability>()], [.. funnels]);
        return (studies, [.. studied]);
    }

    private static PartitionAdvice? AdviceOn(DraftLine line, IReadOnlyList<FactorComparison> all) =>
        line.Group.Subgroup.Length == 0 ? null : all
            .Where(one => one.Factor == Factor.Subgroup && one.Product.Code == line.Group.Product.Code)
            .Max(one => (PartitionAdvice?)one.Advice);

    private static Observed? FollowedOf(DraftLine line, DateOnly knownTo) =>
        line.Chosen is { Volume: not null, Duration: { } duration }
            ? Observed.Followed(line.Group, duration.Index, knownTo)
            : null;

    private static IReadOnlyList<FactorComparison> DifferentiationOf(
        IReadOnlyList<Group> groups, IReadOnlyList<DraftLine> lines, DateOnly knownTo, FrameworkSettings settings)
    {
        var all = new List<FactorComparison>();
        foreach (var product in groups.GroupBy(group => group.Product.Code, StringComparer.Ordinal))
        {
            var line = lines.First(line => ReferenceEquals(line.Group, product.First()));
            if (FollowedOf(line, knownTo) is not { Step: { } step } whole)
                continue;
            var parts = product.Skip(1).Select(part => Observed.Followed(part, step, knownTo)).ToList();
            all.AddRange(Framework.Studies.Differentiation.OfProduct(whole, parts, settings));
        }

        return Framework.Studies.Differentiation.Adjusted(all);
    }
}
