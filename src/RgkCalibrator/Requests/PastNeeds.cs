using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Requests;

/// <summary>At least this share of past trajectories needed at most this volume.</summary>
/// <param name="Volume">In the product's unit.</param>
/// <param name="AtLeast">The share.</param>
public sealed record PastVolume(decimal Volume, Percentage AtLeast);

/// <summary>At least this share of past trajectories ended within this duration.</summary>
/// <param name="Duration">One that the catalogue allows the product.</param>
/// <param name="AtLeast">The share.</param>
public sealed record PastDuration(DurationStep Duration, Percentage AtLeast);

/// <summary>What past trajectories of one line needed, as far as it was released.</summary>
/// <param name="Code">The product.</param>
/// <param name="Subgroup">The id of the subgroup; empty for a whole product.</param>
public sealed record PastNeed(string Code, string Subgroup)
{
    /// <summary>The duration within which the volumes are; null without volumes.</summary>
    public DurationStep? Within { get; init; }

    /// <summary>Ascending; empty where none were released.</summary>
    public IReadOnlyList<PastVolume> Volumes { get; init; } = [];

    /// <summary>Ascending; empty where none were released.</summary>
    public IReadOnlyList<PastDuration> Durations { get; init; } = [];

    /// <summary>The line that was proposed; null where it was not released.</summary>
    public LineValue? Proposed { get; init; }

    /// <summary>The share inside that line, 0 to 1; null where it was not released.</summary>
    public decimal? WithinBoth { get; init; }
}

/// <summary>What past trajectories needed, as a packet of <c>derive</c> released it.</summary>
/// <param name="IsSynthetic">Whether they are made up.</param>
/// <param name="Lines">A need for each line of the packet.</param>
public sealed record PastNeeds(bool IsSynthetic, IReadOnlyList<PastNeed> Lines)
{
    /// <summary>The need of a line; null where the packet has none.</summary>
    public PastNeed? Of(string code, string subgroup) =>
        Lines.FirstOrDefault(need => need.Code == code && need.Subgroup == subgroup);
}
