using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>
/// Which trajectories of a group lie inside a line, and how many each of these stands for: those that end within the
/// duration and use no more than the volume within it.
/// </summary>
internal sealed class LineFit
{
    private readonly Group _group;
    private readonly int _step;
    private readonly long _limit;

    private LineFit(Group group, Estimator estimator, LineValue line, int step)
    {
        (_group, _step, _limit) = (group, step, group.Product.TicksOf(line.Volume));
        Within = Observed.VolumesWithin(group, estimator, step);
    }

    /// <summary>The volumes within the duration.</summary>
    internal Observed Within { get; }

    /// <summary>The volume of the line in ticks.</summary>
    internal long Limit => _limit;

    /// <summary>How many of the cohort one stands for of those that the estimator takes.</summary>
    internal double Each => StandsFor(Within);

    /// <summary>The fit of a line; null where the product does not allow its duration.</summary>
    internal static LineFit? Of(Group group, Estimator estimator, LineValue line) =>
        PlaceOf(group.Product, line.Duration) is { } step
            ? new LineFit(group, estimator, line, step)
            : null;

    /// <summary>
    /// The place of a duration among the allowed ones, under whatever name; null where the product does not allow it.
    /// </summary>
    internal static int? PlaceOf(Product product, DurationStep duration)
    {
        var steps = product.AllowedDurations;
        for (var place = 0; place < steps.Count; place++)
        {
            if (steps[place].IsAlsoCalled(duration))
                return place;
        }

        return null;
    }

    /// <summary>Whether the trajectory at a place is known to lie inside: then it has ended.</summary>
    internal bool Holds(int place) =>
        _group.EndsWithin(_step)[place] && _group.CohortVolumeWithin(_step)[place] <= _limit;

    /// <summary>
    /// The places of those inside, each with the number of the estimator's population that it stands for.
    /// </summary>
    internal IEnumerable<(int Place, double Weight)> Inside()
    {
        for (var i = 0; i < Within.Count; i++)
        {
            if (Holds(Within.Places[i]))
                yield return (Within.Places[i], Within.Weights[i]);
        }
    }

    /// <inheritdoc cref="Each"/>
    internal static double StandsFor(Observed taken) =>
        taken.Total > 0 ? taken.Group.Cohort / (double)taken.Total : 1;
}
