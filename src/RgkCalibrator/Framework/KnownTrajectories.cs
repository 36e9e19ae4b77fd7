using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Framework;

/// <summary>
/// The trajectories of a group of which a figure is known, each with the number of trajectories that it stands for: itself, or also those that
/// could not be followed for so long. By the weights of <see cref="Ipcw"/>.
/// </summary>
public sealed class KnownTrajectories
{
    private KnownTrajectories(Group group, int[] places, double[] weights, int total) =>
        (Group, Places, Weights, Total) = (group, places, weights, total);

    /// <summary>The group of them all.</summary>
    public Group Group { get; }

    /// <summary>Places in the columns of the group.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>For each of <see cref="Places"/>, at least 1.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Trajectories of the population; the weights add up to no more.</summary>
    public int Total { get; }

    /// <summary>Those of which it is known what they did within an allowed duration, by its place among them.</summary>
    public static KnownTrajectories Within(Group group, Estimator estimator, int step)
    {
        if (estimator == Estimator.Completed)
            return Complete(group);
        var (times, limit) = group.TimesTo(step);
        var known = group.Ends();
        for (var place = 0; place < times.Length; place++)
            (times[place], known[place]) = (Math.Min(times[place], limit), known[place] || times[place] >= limit);
        return Weighted(group, times, known);
    }

    /// <summary>Those of which it is known what they did as a whole: the complete ones, at their places.</summary>
    public static KnownTrajectories Whole(Group group, Estimator estimator) => estimator == Estimator.Completed
        ? Complete(group)
        : Weighted(group, group.OwnTimes(), group.Ends());

    /// <summary>How many trajectories of the population those stand for that meet a condition.</summary>
    public double Sum(Func<int, bool> meets)
    {
        var sum = 0.0;
        for (var i = 0; i < Places.Count; i++)
            sum += meets(Places[i]) ? Weights[i] : 0;
        return sum;
    }

    private static KnownTrajectories Complete(Group group) =>
        new(group, [.. Enumerable.Range(0, group.Count)], [.. Enumerable.Repeat(1.0, group.Count)], group.Count);

    private static KnownTrajectories Weighted(Group group, double[] times, bool[] known)
    {
        var curve = new Ipcw(new VolumeSample(times, times, known));
        int[] places = [.. Enumerable.Range(0, times.Length).Where(place => known[place])];
        return new KnownTrajectories(group, places, Array.ConvertAll(places, place => curve.WeightAt(times[place])), times.Length);
    }
}
