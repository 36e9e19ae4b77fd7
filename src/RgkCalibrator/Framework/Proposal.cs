using RgkCalibrator.Groups;
using RgkCalibrator.Statistics;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>What a line rests on.</summary>
public enum Basis
{
    /// <summary>The trajectories of the past.</summary>
    History,

    /// <summary>A norm from outside, which the catalogue gives with its source.</summary>
    Norm,

    /// <summary>Too few trajectories: the current line is kept.</summary>
    Insufficient,
}

/// <summary>A duration that the data propose.</summary>
/// <param name="Step">The smallest allowed one within which at least the asked share ends; the longest where none does.</param>
/// <param name="Index">Its place among the product's allowed durations.</param>
/// <param name="IsReached">Whether the asked share ends within it.</param>
/// <param name="Within">How many complete trajectories end within it.</param>
/// <param name="IsUnstable">Whether the interval of the percentile reaches into another step.</param>
public sealed record ProposedDuration(DurationStep Step, int Index, bool IsReached, int Within, bool IsUnstable);

/// <summary>A volume that the data propose, for a duration.</summary>
/// <param name="Value">Rounded up to the product's step, in its unit.</param>
/// <param name="Estimate">Before rounding, in the same unit.</param>
public sealed record ProposedVolume(decimal Value, Estimate Estimate);

/// <summary>How many of the complete trajectories lie inside a line.</summary>
/// <param name="All">All complete trajectories.</param>
/// <param name="Duration">Those that end within the duration.</param>
/// <param name="Volume">Those whose volume within the duration is at most the line's.</param>
/// <param name="Both">Those that do both.</param>
/// <param name="WholeVolume">Those whose whole volume is at most the line's.</param>
public sealed record Coverage(int All, int Duration, int Volume, int Both, int WholeVolume);

/// <summary>A line that the data propose at one percentile.</summary>
/// <param name="Percentage">The percentile.</param>
/// <param name="Duration">Null without trajectories enough.</param>
/// <param name="Volume">Null without trajectories enough.</param>
/// <param name="Coverage">Null without trajectories enough.</param>
/// <param name="Intensity">Volume per week of the volume's duration, in the product's intensity unit; null as above, or where the product has none.</param>
public sealed record Proposal(
    Percentage Percentage, ProposedDuration? Duration, ProposedVolume? Volume, Coverage? Coverage, decimal? Intensity);

/// <summary>A line of the draft: the proposal at the chosen percentile, the one that it is compared with, and what they rest on.</summary>
/// <param name="Group">The trajectories.</param>
/// <param name="Tier">How much they can carry.</param>
/// <param name="Basis">What the line rests on.</param>
/// <param name="Chosen">At the chosen percentile.</param>
/// <param name="Compared">At the other percentile; its volume is that within the <em>chosen</em> duration, so that the two can be compared.</param>
public sealed record DraftLine(Group Group, Tier Tier, Basis Basis, Proposal Chosen, Proposal Compared);
