using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Catalogue;

/// <summary>A framework line now in force.</summary>
/// <param name="Volume">In the product's unit; more than 0.</param>
/// <param name="Duration">The duration as published.</param>
public sealed record CurrentLine(decimal Volume, DurationStep Duration)
{
    /// <summary>
    /// The subgroup it is for; null: the whole product, or where that has subgroups what is in none of them.
    /// </summary>
    public string? SubgroupId { get; init; }

    /// <summary>The intensity as published, in the product's intensity unit; null: not published.</summary>
    public decimal? Intensity { get; init; }
}

/// <summary>A reason for which care may go beyond a line: <em>buiten het kader</em>.</summary>
/// <param name="Id">Unique within the product.</param>
/// <param name="Summary">What it is, in the words of documents.</param>
public sealed record ExceptionGround(string Id, string Summary);

/// <summary>A norm that was not computed here: of a contract or a national guideline.</summary>
/// <param name="Volume">In the product's unit; more than 0.</param>
/// <param name="Duration">The duration that belongs to it.</param>
/// <param name="Source">Where it was published; shown with every line that rests on it.</param>
public sealed record ExistingLine(decimal Volume, DurationStep Duration, string Source);
