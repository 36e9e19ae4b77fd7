using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>Which trajectories of the cohort count; usually all.</summary>
public sealed record Population
{
    /// <summary>All trajectories of the cohort.</summary>
    public static Population All { get; } = new();

    /// <summary>Whether trajectories count that have another ambulatory product beside them.</summary>
    public bool HasConcurrent { get; init; } = true;

    /// <summary>Whether trajectories count in which an intervention is registered.</summary>
    public bool HasInterventions { get; init; } = true;

    /// <summary>A municipality whose trajectories do not count; null: none is left out.</summary>
    public string? WithoutMunicipality { get; init; }

    /// <summary>The columns that tell what counts, beside the usual ones.</summary>
    public IEnumerable<CanonicalColumn> Asked()
    {
        if (!HasInterventions)
            yield return CanonicalColumn.Intervention;
        if (WithoutMunicipality is not null)
            yield return CanonicalColumn.Municipality;
    }

    /// <summary>Whether a trajectory counts.</summary>
    internal bool Holds(TrajectorySet set, in Trajectory trajectory) =>
        (HasConcurrent || !trajectory.Has(TrajectoryFacts.Concurrent))
        && (HasInterventions || set.Interventions[trajectory.Intervention].Length == 0)
        && (WithoutMunicipality is null || set.Municipalities[trajectory.Municipality] != WithoutMunicipality);
}
