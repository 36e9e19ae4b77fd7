using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Review;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Testing;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Register;

/// <summary>Lays reports beside the trajectories of the region.</summary>
internal sealed class SituationStudy
{
    private readonly TrajectorySet _set;
    private readonly SituationSettings _settings;
    private readonly RegisteredCare _registered;
    private readonly Dictionary<string, ProductGroups> _products;
    private readonly Dictionary<string, List<FollowedLine>> _lines;

    /// <summary>Takes the trajectories of a region.</summary>
    /// <param name="set">All of them.</param>
    /// <param name="products">The groups of each product.</param>
    /// <param name="framework">The lines that trajectories are held against.</param>
    /// <param name="registered">Those that are in some registered situation.</param>
    /// <param name="settings">The choices that move numbers.</param>
    internal SituationStudy(
        TrajectorySet set, IReadOnlyList<ProductGroups> products, GivenFramework framework, RegisteredCare registered,
        SituationSettings settings)
    {
        (_set, _registered, _settings) = (set, registered, settings);
        _products = products.ToDictionary(one => one.Whole.Product.Code, StringComparer.Ordinal);
        var knownTo = DayNumber.ToDate(set.Observation.CensoredAt);
        _lines = products.ToDictionary(
            one => one.Whole.Product.Code,
            one => one.Lines.Select(group => FollowedBy(group, framework, knownTo)).OfType<FollowedLine>().ToList(),
            StringComparer.Ordinal);
    }

    /// <summary>Each report, in its order.</summary>
    internal IReadOnlyList<SituationResult> Results(IReadOnlyList<ReportedSituation> reported) =>
    [
        .. reported.AsParallel().AsOrdered()
            .Select(one => new SituationResult(one, BasisOf(one), Measure(one.Product.Code, [one]))),
    ];

    /// <summary>Each situation by all providers that reported it, in the order in which these are met.</summary>
    internal IReadOnlyList<SituationSum> Sums(IReadOnlyList<ReportedSituation> reported) =>
    [
        .. reported.GroupBy(one => (one.Product, one.Situation, Name: one.Intervention.ToUpperInvariant()))
            .AsParallel().AsOrdered()
            .Select(same => new SituationSum(
                same.Key.Product, same.Key.Situation, same.First().Intervention,
                same.Select(one => one.Provider).Distinct().Count(), same.Sum(one => one.Trajectories),
                Measure(same.Key.Product.Code, [.. same]))),
    ];

    private SituationBasis BasisOf(ReportedSituation one) =>
        one.Intervention.Length > 0 && HasInterventions
            ? SituationBasis.Intervention
            : SituationBasis.ProviderAndProduct;

    private bool HasInterventions => _set.Interventions.Any(name => name.Length > 0);

    private SituationMeasure Measure(string code, IReadOnlyList<ReportedSituation> reported)
    {
        var (product, lines) = (_products[code], _lines[code]);
        var isOwn = OwnOf(reported);
        var own = Count(lines, isOwn);
        var others = Count(lines, (group, place) => !isOwn(group, place) && !_registered.Holds(group, place));
        var p = FisherExact.Test([own.ToBeyond(), others.ToBeyond()]).P;
        var need = own.Followed < _settings.Least || others.Followed < _settings.Least ? NeedFinding.TooFew
            : p < _settings.MoreUnder && own.Share > others.Share ? NeedFinding.More
            : NeedFinding.AsOthers;
        return new SituationMeasure(product.Whole.Product, own, others, p, need)
        {
            PerWeek = PerWeek(lines, isOwn, (_, _) => true),
            PerWeekBeyond = PerWeek(lines, isOwn, (line, place) => line.IsBeyond(BeyondMeasure.Either, place)),
            Weeks = Weeks(product.Whole, isOwn),
        };
    }

    private Func<Group, int, bool> OwnOf(IReadOnlyList<ReportedSituation> reported)
    {
        var numbers = (from one in reported
                       from provider in Places(_set.Providers, one.Provider)
                       from intervention in BasisOf(one) == SituationBasis.Intervention
                           ? Places(_set.Interventions, one.Intervention)
                           : Enumerable.Range(0, _set.Interventions.Count)
                       select (provider, intervention)).ToHashSet();
        return (group, place) => numbers.Contains(
            (group.Covariates[place].Provider, group.Covariates[place].Intervention));
    }

    private static IEnumerable<int> Places(IReadOnlyList<string> names, string name) => names.Index()
        .Where(one => one.Item.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(one => one.Index);

    private static FollowedLine? FollowedBy(Group group, GivenFramework framework, DateOnly knownTo) =>
        framework.LineOf(group) is { } line && LineFit.PlaceOf(group.Product, line.Duration) is { } step
            ? new FollowedLine(Observed.Followed(group, step, knownTo), line.Volume)
            : null;

    private static SituationCount Count(IReadOnlyList<FollowedLine> lines, Func<Group, int, bool> holds) =>
        SituationCount.Sum(lines.Select(line =>
        {
            var group = line.Followed.Group;
            var followed = line.Followed.Places.Where(place => holds(group, place)).ToList();
            return new SituationCount(
                Enumerable.Range(0, group.Cohort).Count(place => holds(group, place)), followed.Count,
                followed.Count(line.IsBeyondVolume), followed.Count(line.Followed.Outlasts),
                followed.Count(place => line.IsBeyond(BeyondMeasure.Either, place)));
        }));

    private double? PerWeek(
        IReadOnlyList<FollowedLine> lines, Func<Group, int, bool> isOwn, Func<FollowedLine, int, bool> isAsked)
    {
        List<double> values =
        [
            .. from line in lines
               where line.HasVolume
               let weeks = (double)line.Followed.Duration!.InWeeks()
               from place in line.Followed.Places
               where isOwn(line.Followed.Group, place) && isAsked(line, place)
               select line.Followed.UnitsAt(place) / weeks,
        ];
        return values.Count < _settings.Least
            ? null
            : Quantile.Of(new Sample(values), _settings.Percentage, _settings.Type);
    }

    private double? Weeks(Group whole, Func<Group, int, bool> isOwn)
    {
        var places = Enumerable.Range(0, whole.Cohort).Where(place => isOwn(whole, place)).ToList();
        if (places.Count < _settings.Least)
            return null;
        var lengths = Observed.Durations(whole.Part(places), Estimator.Corrected, TimeScale.Days);
        return lengths.Percentiles(_settings.Confidence)(_settings.Percentage, _settings.Type).Value / 7;
    }
}
