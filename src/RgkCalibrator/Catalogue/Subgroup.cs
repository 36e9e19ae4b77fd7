using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Catalogue;

/// <summary>What a subgroup's rule can ask of a trajectory.</summary>
public enum ConditionKind
{
    /// <summary>Full years on the start day: one age, or the first and last with a hyphen, both included.</summary>
    Age,

    /// <summary>The place where the care is given, one of several.</summary>
    Location,

    /// <summary>Whether a stay touches its start: <c>true</c> or <c>false</c>.</summary>
    WithStay,

    /// <summary><c>first</c> or <c>follow-up</c>.</summary>
    Order,

    /// <summary>The intervention, one of several.</summary>
    Intervention,

    /// <summary>Whether other ambulatory care touches its start: <c>true</c> or <c>false</c>.</summary>
    Concurrent,

    /// <summary>The municipality's code, one of several.</summary>
    Municipality,
}

/// <summary>What conditions need of the data.</summary>
public static class ConditionKinds
{
    /// <summary>
    /// The column, of those that are read only where a rule asks, that a condition is about; null: none.
    /// </summary>
    public static CanonicalColumn? Column(this ConditionKind kind) => kind switch
    {
        ConditionKind.Location => CanonicalColumn.Location,
        ConditionKind.Intervention => CanonicalColumn.Intervention,
        ConditionKind.Municipality => CanonicalColumn.Municipality,
        ConditionKind.Age or ConditionKind.WithStay or ConditionKind.Order or ConditionKind.Concurrent => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown condition."),
    };
}

/// <summary>One demand of a subgroup's rule.</summary>
/// <param name="Kind">What is looked at.</param>
/// <param name="Values">The accepted values, in the form that <see cref="ConditionKind"/> describes; at least
/// one.</param>
public sealed record SubgroupCondition(ConditionKind Kind, IReadOnlyList<string> Values);

/// <summary>
/// Which measures of a line are its own. The other one is shared: it is estimated on all trajectories of the product
/// that do not have it for their own.
/// </summary>
public enum OwnMeasures
{
    /// <summary>Volume and duration; the default.</summary>
    Both,

    /// <summary>The volume; the duration is shared.</summary>
    Volume,

    /// <summary>The duration; the volume is shared.</summary>
    Duration,
}

/// <summary>A part of a product's trajectories with a line of its own.</summary>
/// <param name="Id">Unique within the product; letters, digits and hyphens, since it names files; not <see
/// cref="RestId"/>.</param>
/// <param name="Label">The name in documents.</param>
/// <param name="When">What a trajectory must meet, all of it; at least one demand.</param>
public sealed record Subgroup(string Id, string Label, IReadOnlyList<SubgroupCondition> When)
{
    /// <summary>Stands for the trajectories that are in no subgroup, where a product has any.</summary>
    public const string RestId = "rest";

    /// <summary>Which measures of its line are its own.</summary>
    public OwnMeasures Own { get; init; }
}
