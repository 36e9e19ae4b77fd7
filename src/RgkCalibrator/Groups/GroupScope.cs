using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Groups;

/// <summary>The choice of trajectories of a product that a group holds.</summary>
/// <param name="Id">
/// The subgroup's id; empty for the whole product, <see cref="RestId"/> for what is in no subgroup.
/// </param>
/// <param name="Label">The subgroup's name in documents; empty for the whole product and the rest.</param>
public sealed record GroupScope(string Id, string Label)
{
    /// <summary>The id of the group of trajectories that are in no subgroup.</summary>
    public const string RestId = Catalogue.Subgroup.RestId;

    /// <summary>What readers call what is in no subgroup.</summary>
    public static Wording RestName { get; } = new("Overige trajecten", "Other trajectories");

    /// <summary>All trajectories of a product.</summary>
    public static GroupScope Whole { get; } = new(string.Empty, string.Empty);

    /// <summary>
    /// Columns that its rule asks for and no file has, or that were not read: the group has no basis then. Without
    /// assignments a follow-up is seen only where care began again.
    /// </summary>
    public IReadOnlyList<CanonicalColumn> Missing { get; init; } = [];

    /// <summary>The names of <see cref="Missing"/>, with commas between.</summary>
    public string MissingNames => string.Join(", ", Missing.Select(column => column.Name()));

    /// <summary>
    /// Trajectories of the whole product in the cohort that are in no subgroup and not in the rest, since their order
    /// or age is not known.
    /// </summary>
    public int Unplaced { get; init; }

    /// <summary>
    /// Trajectories of the whole product outside the cohort that had begun before the observed period, by a start
    /// message, whether estimates of durations take them or not.
    /// </summary>
    public int StartedBefore { get; init; }

    /// <summary>The name in documents; empty for the whole product.</summary>
    public Wording Name => Id == RestId ? RestName : Wording.Same(Label);
}
