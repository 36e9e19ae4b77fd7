using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>What a volume and a duration come to on the trajectories of a group, by year of starts.</summary>
/// <param name="Trajectories">Trajectories a year.</param>
/// <param name="Outside">Of these, those that exceed the volume or the duration: the work that exceptions make.</param>
/// <param name="Above">
/// What whole trajectories use beyond the volume, a year, in the unit of the product.
/// </param>
public sealed record LineEffect(double Trajectories, double Outside, double Above)
{
    /// <summary>The share inside both, 0 to 1; null without trajectories.</summary>
    public double? Inside => Trajectories > 0 ? 1 - (Outside / Trajectories) : null;

    /// <summary>The effect on all trajectories of a group.</summary>
    /// <param name="group">The trajectories.</param>
    /// <param name="estimator">How those that still run count.</param>
    /// <param name="line">The volume and the duration.</param>
    /// <param name="years">The length of the cohort.</param>
    /// <returns>Null where the product does not allow the duration.</returns>
    public static LineEffect? On(Group group, Estimator estimator, LineValue line, double years) =>
        PlaceOf(group, line.Duration) is { } step
            ? new Reckoning(group, estimator, group.Product.TicksOf(line.Volume), step, years).Sum(_ => true)
            : null;

    /// <summary>The same for the trajectories of each main provider, by its number in the trajectory set.</summary>
    public static IReadOnlyDictionary<int, LineEffect> ByProvider(
        Group group, Estimator estimator, LineValue line, double years)
    {
        if (PlaceOf(group, line.Duration) is not { } step)
            return new Dictionary<int, LineEffect>();
        var reckoning = new Reckoning(group, estimator, group.Product.TicksOf(line.Volume), step, years);
        return group.Covariates.ToArray().Select(one => one.Provider).Distinct()
            .ToDictionary(provider => provider, provider =>
                reckoning.Sum(place => group.Covariates[place].Provider == provider));
    }

    // The 40 weeks of a published line are the school year of a catalogue.
    private static int? PlaceOf(Group group, DurationStep duration)
    {
        var steps = group.Product.AllowedDurations;
        for (var place = 0; place < steps.Count; place++)
        {
            if (steps[place] == duration || steps[place].InWeeks() == duration.InWeeks())
                return place;
        }

        return null;
    }

    private sealed class Reckoning(Group group, Estimator estimator, long limit, int step, double years)
    {
        private readonly Observed _within = Observed.VolumesWithin(group, estimator, step);
        private readonly Observed _whole = Observed.Volumes(group, estimator);

        internal LineEffect Sum(Func<int, bool> counts)
        {
            var all = _within.Sum(counts);
            var inside = _within.Sum(place => counts(place) && Fits(place));
            var above = 0.0;
            for (var i = 0; i < _whole.Count; i++)
            {
                if (counts(_whole.Places[i]))
                    above += Math.Max(0, _whole.Ticks[_whole.Places[i]] - limit) * _whole.Weights[i];
            }

            return new LineEffect(
                all / years, (all - inside) / years, above / group.Product.TicksPerUnit / years);
        }

        private bool Fits(int place) =>
            group.EndsWithin(step)[place] && group.CohortVolumeWithin(step)[place] <= limit;
    }
}
