using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>
/// The lines of the care that lies directly beside trajectories: of ambulatory trajectories of other products of the
/// same client that touch the first days, in the sense in which a trajectory is concurrent. What lies beside that other
/// care, and not beside the trajectory itself, does not count.
/// </summary>
internal sealed class LinesBeside
{
    private readonly TrajectorySet _set;
    private readonly SubgroupSplit?[] _splits;

    /// <summary>Takes the products that get lines; other care has none.</summary>
    internal LinesBeside(TrajectorySet set, IEnumerable<SubgroupSplit> splits)
    {
        var byCode = splits.ToDictionary(split => split.Product.Code, StringComparer.Ordinal);
        (_set, _splits) = (set, [.. set.Products.Select(met => byCode.GetValueOrDefault(met.Code))]);
    }

    /// <summary>The lines beside a trajectory, each once; one whose subgroup is not known has none.</summary>
    internal LineName[] Of(CohortMember member)
    {
        var all = _set.Partitions[member.Partition].Trajectories;
        ref readonly var own = ref all[member.Index];
        if (!own.Has(TrajectoryFacts.Concurrent))
            return [];
        var lines = new List<LineName>();
        for (var i = FirstOf(all, member.Index); i < all.Length && all[i].Client == own.Client; i++)
        {
            if (IsBeside(in own, in all[i]) && _splits[all[i].Product]?.LineOf(in all[i]) is { } line)
                lines.Add(line);
        }

        return [.. lines.Distinct()];
    }

    private bool IsBeside(in Trajectory own, in Trajectory other) =>
        other.Product != own.Product && other.Has(TrajectoryFacts.Ambulatory)
        && other.Start <= own.Start + _set.Settings.AtStartDays && other.End >= own.Start;

    // The trajectories of a client stand side by side.
    private static int FirstOf(Trajectory[] all, int place)
    {
        while (place > 0 && all[place - 1].Client == all[place].Client)
            place--;
        return place;
    }
}
