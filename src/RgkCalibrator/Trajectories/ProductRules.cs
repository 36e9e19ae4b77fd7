namespace RgkCalibrator.Trajectories;

/// <summary>What a product's care is beside other care.</summary>
public enum CareRole
{
    /// <summary>
    /// It neither counts beside other care nor is asked what lies beside it: surcharges, and what the catalogue does
    /// not know.
    /// </summary>
    None,

    /// <summary>Its trajectories are with stay or without, single or concurrent.</summary>
    Ambulatory,

    /// <summary>Its lines make ambulatory trajectories 'with stay'.</summary>
    Stay,
}

/// <summary>What building trajectories must know of a product.</summary>
/// <param name="Steps">The durations within which volumes are wanted, ascending.</param>
public sealed record ProductRules(IReadOnlyList<DurationStep> Steps)
{
    /// <summary>Of a product without rules.</summary>
    public static ProductRules None { get; } = new([]);

    /// <summary>What its care is beside other care.</summary>
    public CareRole Role { get; init; } = CareRole.None;

    /// <summary>Whether its chains are cut where a new assignment begins.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether volumes are wanted of each block of twelve months.</summary>
    public bool HasCareYears { get; init; }
}
