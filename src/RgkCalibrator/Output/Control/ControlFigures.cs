using RgkCalibrator.Control;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Review;

namespace RgkCalibrator.Output.Control;

/// <summary>What the restricted files of a control are written from.</summary>
/// <param name="When">The days of the control.</param>
/// <param name="Lines">The lines, in the order of the catalogue.</param>
/// <param name="Mirrors">What each provider is told.</param>
internal sealed record ControlFigures(
    ControlPeriod When, IReadOnlyList<ControlledLine> Lines, IReadOnlyList<Mirror> Mirrors)
{
    /// <summary>All lines of each provider together, by what is measured.</summary>
    internal required IReadOnlyList<ProviderTotal> Totals { get; init; }

    /// <summary>What of the framework could not be held against trajectories.</summary>
    internal required IReadOnlyList<FrameworkGap> Gaps { get; init; }

    /// <summary>What turned volumes into euros.</summary>
    internal required UnitPrices Prices { get; init; }

    /// <summary>The share that is aimed at beyond a line, 0 to 1.</summary>
    internal required double Aim { get; init; }

    /// <summary>Whether the rows are made up.</summary>
    internal required bool IsSynthetic { get; init; }

    /// <summary>The children for which every figure of others stands at least.</summary>
    internal required int SmallestGroup { get; init; }
}
