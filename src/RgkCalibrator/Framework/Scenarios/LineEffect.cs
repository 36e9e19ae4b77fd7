using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>
/// What a volume and a duration come to on all trajectories of a group, for a year in which starts can count.
/// </summary>
/// <remarks>
/// With <see cref="Estimator.Completed"/> those that ended also stand for those that still run: each for as many as the
/// others, so that the effects of providers add up to the whole. With <see cref="Estimator.Corrected"/> those that no
/// known one stands for, the longest that still run, lie outside; what they use above the volume is not known and does
/// not count.
/// </remarks>
/// <param name="Trajectories">Trajectories a year.</param>
/// <param name="Outside">Of these, those that exceed the volume or the duration: the work that exceptions make.</param>
/// <param name="Above">
/// What whole trajectories use beyond the volume, a year, in the unit of the product; of a product by care years what
/// care years use beyond it.
/// </param>
public sealed record LineEffect(double Trajectories, double Outside, double Above)
{
    /// <summary>The share inside both, 0 to 1; null without trajectories.</summary>
    public double? Inside => Trajectories > 0 ? 1 - (Outside / Trajectories) : null;

    /// <summary>The effects on trajectories that have none in common, of one product, together.</summary>
    public static LineEffect Sum(IReadOnlyList<LineEffect> parts) => new(
        parts.Sum(one => one.Trajectories), parts.Sum(one => one.Outside), parts.Sum(one => one.Above));

    /// <summary>The effect on all trajectories of a group.</summary>
    /// <param name="group">The trajectories.</param>
    /// <param name="estimator">How those that still run count.</param>
    /// <param name="line">The volume and the duration.</param>
    /// <param name="years">The days on which a start can count, in years.</param>
    /// <returns>Null where the product does not allow the duration.</returns>
    public static LineEffect? On(Group group, Estimator estimator, LineValue line, double years) =>
        LineFit.Of(group, estimator, line) is { } fit
            ? new Reckoning(group, estimator, fit, years).By((_, _) => 0, [0])[0]
            : null;

    /// <summary>Whether a product allows a duration, under whatever name.</summary>
    public static bool IsAllowed(Product product, DurationStep duration) =>
        LineFit.PlaceOf(product, duration) is not null;

    /// <summary>The same for the trajectories of each main provider, by its number in the trajectory set.</summary>
    /// <param name="group">The trajectories.</param>
    /// <param name="estimator">How those that still run count.</param>
    /// <param name="lineOf">The volume and the duration of a provider; null: it is left out.</param>
    /// <param name="years">The days on which a start can count, in years.</param>
    /// <returns>Those with a line whose duration the product allows.</returns>
    public static IReadOnlyDictionary<int, LineEffect> ByProvider(
        Group group, Estimator estimator, Func<int, LineValue?> lineOf, double years)
    {
        var effects = new Dictionary<int, LineEffect>();
        foreach (var same in group.Providers().ToLookup(lineOf))
        {
            if (same.Key is not { } line || LineFit.Of(group, estimator, line) is not { } fit)
                continue;
            var reckoning = new Reckoning(group, estimator, fit, years);
            foreach (var (provider, effect) in reckoning.By(ProviderAt, [.. same]))
                effects.Add(provider, effect);
        }

        return effects;
    }

    private static int ProviderAt(Group group, int place) => group.Covariates[place].Provider;

    private sealed class Reckoning(Group group, Estimator estimator, LineFit fit, double years)
    {
        private readonly Observed _used = group.CareYears is { } careYears
            ? Observed.PartVolumes(careYears, estimator)
            : Observed.Volumes(group, estimator);

        /// <summary>The effect on each part of the trajectories that is asked for.</summary>
        /// <param name="partOf">The part of the trajectory, or care year, at a place of a group.</param>
        /// <param name="asked">The parts.</param>
        internal Dictionary<int, LineEffect> By(Func<Group, int, int> partOf, IEnumerable<int> asked)
        {
            var sums = asked.ToDictionary(part => part, _ => new Sums());
            // All count, also those that no known one stands for.
            var counted = fit.Within.Total > 0 ? fit.Within.Total : group.Cohort;
            for (var place = 0; place < counted; place++)
            {
                if (sums.TryGetValue(partOf(group, place), out var sum))
                    sum.All++;
            }

            foreach (var (place, weight) in fit.Inside())
            {
                if (sums.TryGetValue(partOf(group, place), out var sum))
                    sum.Inside += weight;
            }

            for (var i = 0; i < _used.Count; i++)
            {
                var place = _used.Places[i];
                if (sums.TryGetValue(partOf(_used.Group, place), out var sum))
                    sum.Above += Math.Max(0, _used.Ticks[place] - fit.Limit) * _used.Weights[i];
            }

            var (each, eachUsed) = (fit.Each / years, LineFit.StandsFor(_used) / years);
            return sums.ToDictionary(pair => pair.Key, pair => new LineEffect(
                pair.Value.All * each, (pair.Value.All - pair.Value.Inside) * each,
                pair.Value.Above / group.Product.TicksPerUnit * eachUsed));
        }

        private sealed class Sums
        {
            internal double All;
            internal double Inside;
            internal double Above;
        }
    }
}
