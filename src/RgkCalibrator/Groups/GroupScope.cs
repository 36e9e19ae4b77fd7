using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Groups;

/// <summary>Which trajectories of a product a group holds.</summary>
/// <param name="Id">The subgroup's id; empty for the whole product, <see cref="RestId"/> for what is in no subgroup.</param>
/// <param name="Label">The subgroup's name in documents; empty for the whole product and the rest.</param>
public sealed record GroupScope(string Id, string Label)
{
    /// <summary>Stands for the trajectories that are in no subgroup.</summary>
    public const string RestId = Catalogue.Subgroup.RestId;

    /// <summary>All trajectories of a product.</summary>
    public static GroupScope Whole { get; } = new(string.Empty, string.Empty);

    /// <summary>
    /// Columns that its rule asks for and no file has, or that were not read: no basis for the group. Without assignments a follow-up is seen only
    /// where care began again.
    /// </summary>
    public IReadOnlyList<CanonicalColumn> Missing { get; init; } = [];

    /// <summary>The names of <see cref="Missing"/>, with commas between.</summary>
    public string MissingNames => string.Join(", ", Missing.Select(column => column.Name()));

    /// <summary>Of the whole product: trajectories in the cohort that are in no subgroup and not in the rest, since their order or age is not known.</summary>
    public int Unplaced { get; init; }

    /// <summary>Of the whole product: trajectories outside the cohort that had begun before what is observed, by a start message; whether durations take them or not.</summary>
    public int StartedBefore { get; init; }

    /// <summary>
    /// Where the product is observed by care years: those of the trajectories in the cohort, blocks of twelve months from the start, each in the group
    /// of the age on its first day. Complete are those that were observed to their last day or in which the care is known to have ended. Those
    /// of one child belong together. Else null.
    /// </summary>
    public Group? CareYears { get; init; }

    /// <summary>The name in documents; empty for the whole product.</summary>
    public Wording Name => Id == RestId ? new Wording("Overige trajecten", "Other trajectories") : Wording.Same(Label);
}
