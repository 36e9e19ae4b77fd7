namespace RgkCalibrator.Groups;

/// <summary>The trajectories of a product, and its parts that get a line.</summary>
/// <param name="Whole">All of the cohort.</param>
/// <param name="Parts">
/// The subgroups, and the rest where it has a current line, trajectories or care years; empty for a product without
/// subgroups.
/// </param>
/// <param name="SharingDuration">
/// Those whose duration is not their group's own; also such of which only the group is not known.
/// </param>
public sealed record ProductGroups(Group Whole, IReadOnlyList<Group> Parts, Group SharingDuration)
{
    /// <summary>A product that is one group.</summary>
    public ProductGroups(Group whole)
        : this(whole, [], whole)
    {
    }

    /// <summary>The groups that get a line: the parts, or the whole of a product without subgroups.</summary>
    public IReadOnlyList<Group> Lines => Parts.Count == 0 ? [Whole] : Parts;

    /// <summary>The whole, and its parts.</summary>
    public IEnumerable<Group> All => Parts.Prepend(Whole);
}
