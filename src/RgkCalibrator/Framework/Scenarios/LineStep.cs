using RgkCalibrator.Groups;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>
/// The trajectories that come to lie on the other side when one line takes the place of another, for a year in which
/// starts can count. All of them have ended: one that still runs lies inside no line.
/// </summary>
/// <remarks>
/// How many each stands for is as in <see cref="LineEffect"/>, by the line that it lies inside, so that on one scale of
/// durations the difference of what lies outside is <see cref="Leaving"/> less <see cref="Entering"/>.
/// </remarks>
/// <param name="Leaving">Trajectories a year that lie inside the first line and beyond the second.</param>
/// <param name="Entering">The other way round.</param>
/// <param name="VolumeLeaving">What those leaving use as a whole, a year, in the unit of the product.</param>
/// <param name="VolumeEntering">What those entering use as a whole.</param>
public sealed record LineStep(double Leaving, double Entering, double VolumeLeaving, double VolumeEntering)
{
    /// <summary>The steps of main providers, by their numbers in the trajectory set.</summary>
    /// <param name="group">The trajectories.</param>
    /// <param name="estimator">How those that still run count.</param>
    /// <param name="linesOf">The lines of a provider before and after; null: it is left out.</param>
    /// <param name="years">The days on which a start can count, in years.</param>
    /// <returns>Those with lines whose durations the product allows.</returns>
    public static IReadOnlyDictionary<int, LineStep> ByProvider(
        Group group, Estimator estimator, Func<int, (LineValue Before, LineValue After)?> linesOf, double years)
    {
        var steps = new Dictionary<int, LineStep>();
        foreach (var same in group.Providers().ToLookup(linesOf))
        {
            if (same.Key is not { } lines || LineFit.Of(group, estimator, lines.Before) is not { } before
                || LineFit.Of(group, estimator, lines.After) is not { } after)
            {
                continue;
            }

            var (leaving, entering) = (Moved(group, before, after, years), Moved(group, after, before, years));
            foreach (var provider in same)
            {
                var (gone, come) = (leaving.GetValueOrDefault(provider), entering.GetValueOrDefault(provider));
                steps.Add(provider, new LineStep(gone.Count, come.Count, gone.Volume, come.Volume));
            }
        }

        return steps;
    }

    /// <summary>By provider, what lies inside one line and not inside another: trajectories and their volume.</summary>
    private static Dictionary<int, (double Count, double Volume)> Moved(
        Group group, LineFit inside, LineFit outside, double years)
    {
        var moved = new Dictionary<int, (double Count, double Volume)>();
        foreach (var (place, weight) in inside.Inside().Where(one => !outside.Holds(one.Place)))
        {
            var provider = group.Covariates[place].Provider;
            var (count, sum) = moved.GetValueOrDefault(provider);
            var each = weight * inside.Each / years;
            var volume = group.CohortVolume[place] / (double)group.Product.TicksPerUnit;
            moved[provider] = (count + each, sum + (volume * each));
        }

        return moved;
    }
}
