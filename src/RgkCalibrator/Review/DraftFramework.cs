using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Review;

/// <summary>A draft framework as it went to the working group.</summary>
/// <param name="Percentage">The percentile of its proposals.</param>
/// <param name="IsSynthetic">Whether its data are made up.</param>
/// <param name="Sha256">Of the file that the draft was read from.</param>
/// <param name="Lines">In the order of the catalogue.</param>
public sealed record DraftFramework(
    Percentage Percentage, bool IsSynthetic, string Sha256, IReadOnlyList<DraftedLine> Lines);
