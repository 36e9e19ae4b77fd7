using System.Diagnostics.CodeAnalysis;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Framework;

/// <summary>The estimator of the figures that lines are made from.</summary>
public enum Estimator
{
    /// <summary>
    /// All trajectories in the cohort, those that still run as far as they could be followed; the default.
    /// </summary>
    Corrected,

    /// <summary>
    /// Complete trajectories alone, as a spreadsheet takes them: durations and volumes tend to come out too low.
    /// </summary>
    Completed,
}

/// <summary>
/// The choices by which estimates become lines. Each moves numbers, so each is printed with every result.
/// </summary>
public sealed record FrameworkSettings
{
    /// <summary>The percentile that lines are proposed at.</summary>
    public Percentage Percentage { get; init; } = Percentage.Of(80);

    /// <summary>The percentile that is shown beside it: another one, higher or lower.</summary>
    public Percentage Compared { get; init; } = Percentage.Of(75);

    /// <summary>The estimator of the figures that lines are made from.</summary>
    public Estimator Estimator { get; init; } = Estimator.Corrected;

    /// <summary>
    /// The definition of the percentile of complete trajectories; type 2 is the definition of all other percentiles.
    /// </summary>
    public QuantileType Type { get; init; } = QuantileType.Type2;

    /// <summary>Definitions that are reported beside it: Excel's PERCENTIEL.EXC and PERCENTIEL.INC.</summary>
    public IReadOnlyList<QuantileType> ReportedTypes { get; init; } = [QuantileType.Type6, QuantileType.Type7];

    /// <summary>The confidence of intervals, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The year from which starts are compared with those before it: the first framework is of 2021.</summary>
    public int BreakYear { get; init; } = 2021;

    /// <summary>
    /// Resamples of each bootstrap, by client and by provider; 0: none are drawn. Under 39 there are no limits of 95%.
    /// </summary>
    public int Bootstraps { get; init; }

    /// <summary>The seed of the resamples: the same number gives the same ones on every machine.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// The numbers of trajectories from which an estimate is in each tier; unless given, those that the percentile of
    /// the lines needs.
    /// </summary>
    [AllowNull]
    public TierSettings Tiers { get => field ?? TierSettings.For(Percentage); init; }
}
