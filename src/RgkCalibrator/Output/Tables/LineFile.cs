using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Survival;

using Column = RgkCalibrator.Output.Tables.InternColumn<RgkCalibrator.Output.Tables.LineRow>;

namespace RgkCalibrator.Output.Tables;

/// <summary>A row of a line: one of its proposals.</summary>
/// <param name="Line">The line.</param>
/// <param name="Proposal">At one percentile, by one estimator.</param>
/// <param name="Estimator">By which it was found.</param>
internal sealed record LineRow(DraftLine Line, Proposal Proposal, Estimator Estimator)
{
    internal bool IsProposed => ReferenceEquals(Proposal, Line.Chosen);

    internal bool IsCorrected => Estimator == Estimator.Corrected;

    internal Estimate? Duration => Proposal.Duration?.Estimate;

    internal EstimatedShare? Within => Proposal.Duration?.Within;

    internal Estimate? Volume => Proposal.Volume?.Estimate;

    internal EstimateWarnings Warnings => (Volume?.Warnings ?? EstimateWarnings.None) | (Duration?.Warnings ?? EstimateWarnings.None);

    internal CalibratedPair? Joint => IsProposed ? Line.Joint : null;

    internal TukeyFences? Outliers => IsProposed ? Line.Outliers : null;
}

/// <summary>
/// intern/lines: each line by both estimators, unrounded and rounded, with what both limits hold together. Volumes in the product's unit, durations that
/// are no step in <c>duration_unit</c>, shares 0 to 1; the joint figures are those of the proposal.
/// <c>shared</c> names the measure that was taken of all lines that share it; <c>product_in_no_subgroup</c> counts the cohort's trajectories of the product whose subgroup is not
/// known, <c>product_begun_before</c> those that had begun before what is observed. Where durations take these, <c>n</c> and <c>events</c> do not count them,
/// and <c>warnings</c> tells where few were followed while others were still to enter.
/// Drift (of <c>stability.csv</c>) and outliers too are those of the proposal: of volumes within the duration, of starts that could be followed for so long.
/// </summary>
internal static class LineFile
{
    internal static InternTable<LineRow> Table { get; } =
        new([.. Basics(), .. Durations(), .. Volumes(), .. Joints(), .. Scopes(), .. Studies()]);

    /// <summary>Per line a row for the proposal at the chosen percentile (<c>proposed</c>), at the other one, and at the chosen one by the other estimator.</summary>
    internal static IEnumerable<LineRow> Rows(IEnumerable<DraftLine> lines) => lines.SelectMany(line => new[]
    {
        new LineRow(line, line.Chosen, line.Estimator),
        new LineRow(line, line.Compared, line.Estimator),
        new LineRow(line, line.Other, line.Estimator == Estimator.Corrected ? Estimator.Completed : Estimator.Corrected),
    });

    private static Column[] Basics() =>
    [
        Column.Text("product_code", row => row.Line.Group.Product.Code),
        Column.Text("subgroup", row => row.Line.Group.Subgroup),
        Column.Selected("p", row => row.Proposal.Percentage.Halves / 2.0),
        Column.Text("estimator", row => row.IsCorrected ? "corrected" : "completed"),
        Column.Flag("proposed", row => row.IsProposed),
        Column.Text("basis", row => NameOf(row.Line.Basis)),
        Column.Text("tier", row => NameOf(row.Line.Tier)),
        Column.Whole("n", row => row.IsCorrected ? row.Line.Group.Cohort : row.Line.Group.Count),
        Column.Whole("events", row => row.Line.Group.Count),
        Column.Computed("censored_share", row => row.IsCorrected ? row.Line.CensoredShare : 0),
    ];

    private static Column[] Durations() =>
    [
        Column.Text("duration_unit", row => row.Line.Group.CountsMonths ? "month" : "day"),
        .. Estimated("duration", row => row.Duration),
        Column.Text("duration_not_reached", row => Shown(row.Duration?.Shortfall)),
        Column.Text("duration", row => row.Proposal.Duration?.Step.Shown().English),
        Column.Computed("share_within", row => row.Within?.Share),
        Column.Computed("share_lower", row => row.Within?.Lower),
        Column.Computed("share_upper", row => row.Within?.Upper),
        Column.Flag("reached", row => row.Proposal.Duration?.IsReached),
        Column.Flag("step_unstable", row => row.Proposal.Duration?.IsUnstable),
    ];

    private static Column[] Volumes() =>
    [
        .. Estimated("volume", row => row.Volume),
        Column.Computed("volume", row => (double?)row.Proposal.Volume?.Value),
        Column.Computed("intensity", row => (double?)row.Proposal.Intensity),
        Column.Text("warnings", row => NameOf(row.Warnings)),
        Covered("coverage_duration", coverage => coverage.Duration),
        Covered("coverage_volume", coverage => coverage.Volume),
        Covered("coverage_both", coverage => coverage.Both),
        Covered("coverage_whole_volume", coverage => coverage.WholeVolume),
    ];

    private static Column[] Joints() =>
    [
        .. Limits("marginal", row => row.Joint?.Pair.Marginal),
        .. Limits("calibrated", row => row.Joint?.Pair.Calibrated),
        Column.Computed("calibrated_line_volume", row => (double?)row.Joint?.Volume),
        Column.Text("calibrated_line_duration", row => row.Joint?.Duration?.Shown().English),
    ];

    private static Column[] Scopes() =>
    [
        Column.Text("lack", row => row.Line.Lack is { } lack ? NameOf(lack) : null),
        Column.Text("missing_columns", row => string.Join(' ', row.Line.Group.Scope.Missing.Select(column => column.Name()))),
        Column.Text("shared", row => row.Line.SharedVolumes is not null ? "volume" : row.Line.SharesDuration ? "duration" : null),
        Column.Whole("care_years", row => row.Line.Group.CareYears?.Cohort),
        Column.Whole("care_year_children", row => row.Line.Group.CareYears?.CohortChildren),
        Column.Whole("product_in_no_subgroup", row => row.Line.Group.Scope.Unplaced),
        Column.Whole("product_begun_before", row => row.Line.Group.Scope.StartedBefore),
    ];

    private static Column[] Studies() =>
    [
        Column.Flag("drift", row => row.IsProposed ? row.Line.HasDrift : null),
        Column.Computed("largest_provider_share", row => row.Line.LargestProviderShare),
        Column.Whole("outliers_low", row => row.Outliers?.Below),
        Column.Whole("outliers_high", row => row.Outliers?.Above),
        Column.Computed("followed_volume", row => row.Outliers?.With.Value),
        Column.Computed("followed_volume_without_outliers", row => row.Outliers?.Without.Value),
    ];

    private static Column[] Estimated(string measure, Func<LineRow, Estimate?> estimate) =>
    [
        Column.Computed(measure + "_value", row => estimate(row)?.Value),
        Column.Computed(measure + "_lower", row => estimate(row)?.Lower),
        Column.Computed(measure + "_upper", row => estimate(row)?.Upper),
    ];

    private static Column Covered(string name, Func<Coverage, double> part) =>
        Column.Computed(name, row => row.Proposal.Coverage is { } coverage ? part(coverage) / coverage.All : null);

    private static Column[] Limits(string pair, Func<LineRow, JointLimits?> limits) =>
    [
        Column.Computed(pair + "_volume", row => limits(row)?.Volume),
        Column.Computed(pair + "_duration", row => limits(row)?.Duration),
        Column.Computed(pair + "_inside", row => limits(row)?.Inside),
    ];

    private static string? Shown(Shortfall? shortfall) =>
        shortfall is null ? null : $"> {Numbers.Computed(shortfall.Last)}; F = {Numbers.Computed(shortfall.Share)}";

    private static string NameOf(Basis basis) => basis switch
    {
        Basis.History => "history",
        Basis.Norm => "norm",
        Basis.Insufficient => "insufficient",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Unknown basis."),
    };

    internal static string NameOf(Lack lack) => lack switch
    {
        Lack.TooFew => "too-few",
        Lack.NoColumn => "no-column",
        Lack.NotReached => "not-reached",
        _ => throw new ArgumentOutOfRangeException(nameof(lack), lack, "Unknown lack."),
    };

    internal static string NameOf(Tier tier) => tier switch
    {
        Tier.None => "none",
        Tier.Indicative => "indicative",
        Tier.Provisional => "provisional",
        Tier.Full => "full",
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "Unknown tier."),
    };

    private static string NameOf(EstimateWarnings warnings) => warnings switch
    {
        EstimateWarnings.None => string.Empty,
        EstimateWarnings.MuchCensored => "much-censored",
        EstimateWarnings.SmallEarlyRiskSet => "small-early-risk-set",
        EstimateWarnings.MuchCensored | EstimateWarnings.SmallEarlyRiskSet => "much-censored small-early-risk-set",
        _ => throw new ArgumentOutOfRangeException(nameof(warnings), warnings, "Unknown warnings."),
    };
}
