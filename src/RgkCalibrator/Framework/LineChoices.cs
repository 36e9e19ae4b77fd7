using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>
/// Choices by which estimates become lines that comparisons alone offer: what leaves the building is about the usual
/// ones.
/// </summary>
public sealed record LineChoices
{
    /// <summary>Those of a draft.</summary>
    public static LineChoices Usual { get; } = new();

    /// <summary>
    /// Whether the volume is the percentile of whole trajectories, in place of what they use within the duration.
    /// </summary>
    public bool HasWholeVolumes { get; init; }

    /// <summary>
    /// Whether a line is the pair of volume and duration that holds the asked share together, in place of the
    /// percentile of each by itself. The pair is of whole trajectories, and no line shares it with another.
    /// </summary>
    public bool IsJoint { get; init; }

    /// <summary>
    /// The duration of the volume of a group, an allowed one, in place of the proposed one where it is not null.
    /// </summary>
    public Func<Group, DurationStep?> DurationOf { get; init; } = static _ => null;

    /// <summary>
    /// The duration of the line of care that lies beside a trajectory: the longest of these and of its own line counts
    /// for the trajectory. Null: that of its own line counts for each.
    /// </summary>
    public Func<LineName, DurationStep?>? DurationBeside { get; init; }
}
