using System.Runtime.InteropServices;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>
/// Blocks of twelve months from the start of the trajectories in the cohort that were observed to their last day, or in which the care is known to
/// have ended. Those of one child belong together: a cluster.
/// </summary>
public sealed class CareYearSample
{
    private readonly List<int> _child = [];
    private readonly List<long> _volume = [];

    /// <summary>Care years.</summary>
    public int Count => _child.Count;

    /// <summary>Different children among them.</summary>
    public int Children => _child.Distinct().Count();

    /// <summary>The child, by the number that it has in the groups of its product.</summary>
    public ReadOnlySpan<int> Child => CollectionsMarshal.AsSpan(_child);

    /// <summary>Volume in ticks of the product's unit; can be 0.</summary>
    public ReadOnlySpan<long> Volume => CollectionsMarshal.AsSpan(_volume);

    /// <summary>The care years of a product that a test takes, which is given the trajectory and the first day of the year.</summary>
    /// <returns>Null where the trajectories were built without volumes of care years.</returns>
    internal static CareYearSample? Of(TrajectorySet set, int product, CareYearTest test)
    {
        if (!set.HasCareYears(product))
            return null;
        var (sample, child) = (new CareYearSample(), 0);
        foreach (var partition in set.Partitions)
        {
            foreach (var client in partition.Clients)
            {
                foreach (ref readonly var trajectory in partition.Trajectories.AsSpan(client.First, client.Count))
                {
                    if (trajectory.Product == product && set.Observation.IsInCohort(in trajectory))
                        sample.Add(set, child, in trajectory, partition.Within, test);
                }

                child++;
            }
        }

        return sample;
    }

    private void Add(TrajectorySet set, int child, in Trajectory trajectory, long[] within, CareYearTest test)
    {
        var first = trajectory.WithinOffset + set.StepsOf(trajectory.Product).Count;
        var years = CareYears.Count(in trajectory);
        for (var year = 0; year < years; year++)
        {
            var isEnded = year == years - 1 && set.Observation.IsEndKnown(in trajectory);
            if (!isEnded && !set.Observation.IsObserved(CareYears.LastDay(in trajectory, year)))
                continue;
            if (!test(in trajectory, CareYears.FirstDay(in trajectory, year)))
                continue;
            _child.Add(child);
            _volume.Add(within[first + year] - (year == 0 ? 0 : within[first + year - 1]));
        }
    }
}

/// <summary>Whether a care year belongs to a group, by its trajectory and its first day.</summary>
internal delegate bool CareYearTest(in Trajectory trajectory, int firstDay);
