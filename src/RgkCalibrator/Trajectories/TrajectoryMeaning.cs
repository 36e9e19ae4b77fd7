namespace RgkCalibrator.Trajectories;

/// <summary>What a trajectory is, and of which product.</summary>
/// <param name="Settings">What a trajectory is.</param>
/// <param name="Rules">What is to be known of products, by their codes; of a product without any, nothing.</param>
internal sealed record TrajectoryMeaning(
    TrajectorySettings Settings, IReadOnlyDictionary<string, ProductRules> Rules)
{
    /// <summary>
    /// The code of the product that lines count as, by the code of their own, of the same unit; null or without their
    /// code: their own.
    /// </summary>
    internal IReadOnlyDictionary<string, string>? CountedAs { get; init; }
}
