using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Monitoring;
using RgkCalibrator.Review;

namespace RgkCalibrator.Output.Monitoring;

/// <summary>What the restricted files of a monitor are written from.</summary>
/// <param name="When">The days.</param>
/// <param name="Lines">The lines, in the order of the catalogue.</param>
/// <param name="Products">What was declared by product.</param>
/// <param name="Years">The region against its aims.</param>
/// <param name="Arrivals">How complete the declarations are.</param>
internal sealed record MonitorFigures(
    MonitorPeriod When, IReadOnlyList<MonitoredLine> Lines, IReadOnlyList<MonitoredProduct> Products,
    IReadOnlyList<YearTotal> Years, Arrivals Arrivals)
{
    /// <summary>What of the framework could not be held against trajectories.</summary>
    internal required IReadOnlyList<FrameworkGap> Gaps { get; init; }

    /// <summary>What turned volumes into euros.</summary>
    internal required UnitPrices Prices { get; init; }

    /// <summary>What the region wants to reach.</summary>
    internal required Aims Aims { get; init; }

    /// <summary>How prices went up.</summary>
    internal required PriceIndex Index { get; init; }

    /// <summary>What counts as complete and as a signal.</summary>
    internal required MonitorSettings Settings { get; init; }

    /// <summary>The percentile of volumes, and the confidence.</summary>
    internal required FrameworkSettings Chosen { get; init; }

    /// <summary>Whether the rows are made up.</summary>
    internal required bool IsSynthetic { get; init; }
}
