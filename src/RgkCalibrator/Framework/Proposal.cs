using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>A duration that follows from the data.</summary>
/// <param name="Step">
/// The smallest allowed one within which at least the asked share ends; the longest where none does.
/// </param>
/// <param name="Index">Its place among the product's allowed durations.</param>
/// <param name="IsReached">Whether the asked share ends within it.</param>
/// <param name="Within">The share that ends within it, with its interval.</param>
/// <param name="IsUnstable">
/// Whether the intervals of the shares leave open which step is the first that holds the asked share.
/// </param>
/// <param name="Estimate">
/// The percentile before steps: in months where all allowed durations are months, else in days.
/// </param>
public sealed record ProposedDuration(
    DurationStep Step, int Index, bool IsReached, EstimatedShare Within, bool IsUnstable, Estimate Estimate);

/// <summary>A volume for a duration that follows from the data.</summary>
/// <param name="Value">The volume, rounded up to the product's step, in its unit.</param>
/// <param name="Estimate">The percentile before rounding, in the same unit.</param>
public sealed record ProposedVolume(decimal Value, Estimate Estimate);

/// <summary>
/// How many trajectories lie inside a line; where some still run, the known ones count for as many as they stand for.
/// </summary>
/// <param name="All">All of the population.</param>
/// <param name="Duration">Those that end within the duration.</param>
/// <param name="Volume">
/// Those whose volume within the duration is at most the line's; for care years the same share of all.
/// </param>
/// <param name="Both">Those of which both hold.</param>
/// <param name="WholeVolume">Those whose whole volume is at most the line's.</param>
public sealed record Coverage(double All, double Duration, double Volume, double Both, double WholeVolume);

/// <summary>The line that follows from the data at one percentile.</summary>
/// <param name="Percentage">The percentile.</param>
/// <param name="Duration">Null without enough trajectories.</param>
/// <param name="Volume">Null without enough trajectories, or where the percentile is not reached.</param>
/// <param name="Coverage">Null where the volume is null.</param>
/// <param name="Intensity">
/// Volume per week of the volume's duration, in the product's intensity unit; null where the volume is null, or where
/// the product has no such unit.
/// </param>
public sealed record Proposal(
    Percentage Percentage, ProposedDuration? Duration, ProposedVolume? Volume, Coverage? Coverage, decimal? Intensity);
