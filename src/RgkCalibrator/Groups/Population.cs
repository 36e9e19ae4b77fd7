using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>Which trajectories of the cohort count; usually all.</summary>
public sealed record Population
{
    private static readonly HashSet<CareByIntervention> NoCare = [];

    /// <summary>All trajectories of the cohort.</summary>
    public static Population All { get; } = new();

    /// <summary>Whether trajectories count that have another ambulatory product beside them.</summary>
    public bool HasConcurrent { get; init; } = true;

    /// <summary>Whether trajectories count in which an intervention is registered.</summary>
    public bool HasInterventions { get; init; } = true;

    /// <summary>A municipality whose trajectories do not count; null: none is left out.</summary>
    public string? WithoutMunicipality { get; init; }

    /// <summary>Care whose trajectories do not count: situations that providers registered.</summary>
    internal IReadOnlySet<CareByIntervention> WithoutRegistered { get; init; } = NoCare;

    /// <summary>The columns that tell what counts, beside the usual ones.</summary>
    public IEnumerable<CanonicalColumn> Asked()
    {
        if (!HasInterventions || WithoutRegistered.Count > 0)
            yield return CanonicalColumn.Intervention;
        if (WithoutMunicipality is not null)
            yield return CanonicalColumn.Municipality;
    }

    /// <summary>Whether a trajectory counts.</summary>
    internal bool Holds(TrajectorySet set, in Trajectory trajectory) =>
        (HasConcurrent || !trajectory.Has(TrajectoryFacts.Concurrent))
        && (HasInterventions || set.Interventions[trajectory.Intervention].Length == 0)
        && (WithoutMunicipality is null || set.Municipalities[trajectory.Municipality] != WithoutMunicipality)
        && (WithoutRegistered.Count == 0 || !WithoutRegistered.Contains(CareByIntervention.Of(set, in trajectory)));
}

/// <summary>Care of a product by a provider with an intervention, as these are declared.</summary>
/// <param name="ProductCode">The present code of the product.</param>
/// <param name="Provider">The main provider.</param>
/// <param name="Intervention">The main intervention; not empty.</param>
public sealed record CareByIntervention(string ProductCode, string Provider, string Intervention)
{
    internal static CareByIntervention Of(TrajectorySet set, in Trajectory trajectory) => new(
        set.Products[trajectory.Product].Code, set.Providers[trajectory.Provider],
        set.Interventions[trajectory.Intervention]);
}
