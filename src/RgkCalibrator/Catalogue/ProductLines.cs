using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Catalogue;

/// <summary>A framework line now in force.</summary>
/// <param name="Volume">In the product's unit; more than 0.</param>
/// <param name="Duration">The duration as published.</param>
public sealed record CurrentLine(decimal Volume, DurationStep Duration)
{
    /// <summary>The subgroup it is for; null: the whole product.</summary>
    public string? SubgroupId { get; init; }

    /// <summary>The subgroup's name as published; null exactly where <see cref="SubgroupId"/> is.</summary>
    public string? Label { get; init; }

    /// <summary>The intensity as published, in the product's intensity unit; null: not published.</summary>
    public decimal? Intensity { get; init; }
}

/// <summary>A norm that was not computed here: of a contract or a national guideline.</summary>
/// <param name="Volume">In the product's unit; more than 0.</param>
/// <param name="Duration">The duration that belongs to it.</param>
/// <param name="Source">Where it was published; shown with every line that rests on it.</param>
public sealed record ExistingLine(decimal Volume, DurationStep Duration, string Source);
