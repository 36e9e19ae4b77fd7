using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Requests;

/// <summary>What is told of the child and the care that is asked for; null: it was not told.</summary>
public sealed record RequestFacts
{
    /// <summary>The highest age, in full years, that is taken for one.</summary>
    public const int HighestAge = Trajectories.Age.Highest;

    /// <summary>Nothing is told.</summary>
    public static RequestFacts None { get; } = new();

    /// <summary>Full years at the start of the care, 0 to <see cref="HighestAge"/>.</summary>
    public int? Age { get; init; }

    /// <summary>Whether the child has a stay at the start of the care.</summary>
    public bool? WithStay { get; init; }

    /// <summary>Whether the child had this care before.</summary>
    public CareOrder? Order { get; init; }

    /// <summary>Whether the child has other ambulatory care at the start.</summary>
    public bool? IsConcurrent { get; init; }

    /// <summary>Where the care is given.</summary>
    public string? Location { get; init; }

    /// <summary>The intervention.</summary>
    public string? Intervention { get; init; }

    /// <summary>The municipality's code.</summary>
    public string? Municipality { get; init; }

    /// <summary>What is told, in the form in which rules of the catalogue ask for it; null: nothing.</summary>
    internal string? ValueOf(ConditionKind kind) => kind switch
    {
        ConditionKind.Age => Age is { } age ? Numbers.Whole(age) : null,
        ConditionKind.Location => Location,
        ConditionKind.WithStay => YesNo(WithStay),
        ConditionKind.Order => Order?.Name(),
        ConditionKind.Intervention => Intervention,
        ConditionKind.Concurrent => YesNo(IsConcurrent),
        ConditionKind.Municipality => Municipality,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown condition."),
    };

    private static string? YesNo(bool? fact) => fact switch
    {
        null => null,
        true => "true",
        false => "false",
    };
}
