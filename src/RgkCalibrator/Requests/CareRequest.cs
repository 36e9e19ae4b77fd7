using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Requests;

/// <summary>Care that is asked for, of one child and one product. Nothing in it tells which child.</summary>
/// <param name="ProductCode">The code as it was given.</param>
/// <param name="Volume">How much.</param>
/// <param name="Duration">How long.</param>
public sealed record CareRequest(string ProductCode, RequestedVolume Volume, RequestedDuration Duration)
{
    /// <summary>What is told of the child and the care.</summary>
    public RequestFacts Facts { get; init; } = RequestFacts.None;

    /// <summary>The duration of the longest trajectory beside it; null: not told.</summary>
    public DurationStep? LongestBeside { get; init; }

    /// <summary>The provider, where a framework has lines by provider; empty: not told.</summary>
    public string Provider { get; init; } = string.Empty;
}
