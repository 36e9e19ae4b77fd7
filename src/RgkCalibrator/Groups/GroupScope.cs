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

    /// <summary>Of the whole product: trajectories in the cohort that are in no subgroup and not in the rest, since their order or age is not known.</summary>
    public int Unplaced { get; init; }

    /// <summary>The care years, where the product is observed by them; else null.</summary>
    public CareYearSample? CareYears { get; init; }
}
