using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Survival;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Tables.LineRow>;

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

    internal EstimateWarnings Warnings =>
        (Volume?.Warnings ?? EstimateWarnings.None) | (Duration?.Warnings ?? EstimateWarnings.None);

    internal CalibratedPair? Joint => IsProposed ? Line.Joint : null;

    internal TukeyFences? Outliers => IsProposed ? Line.Outliers : null;
}

/// <summary>
/// intern/lines: each line by both estimators, unrounded and rounded, with what both limits hold together.
/// </summary>
internal static class LineTable
{
    private const string OfProposal = "; of the proposal only.";

    internal static IReadOnlyList<Column> Columns { get; } =
        [.. Basics(), .. Durations(), .. Volumes(), .. Joints(), .. Scopes(), .. Studies()];

    /// <summary>
    /// Three rows a line: the proposal at the chosen percentile (<c>proposed</c>), at the other one, and at the chosen
    /// one by the other estimator.
    /// </summary>
    internal static Table From(IEnumerable<DraftLine> lines) =>
        Table.From(Wording.Same("lines"), Columns, lines.SelectMany(Rows), Language.English);

    private static LineRow[] Rows(DraftLine line) =>
    [
        new(line, line.Chosen, line.Estimator),
        new(line, line.Compared, line.Estimator),
        new(line, line.Other, line.Estimator == Estimator.Corrected ? Estimator.Completed : Estimator.Corrected),
    ];

    private static Column[] Basics() =>
    [
        LineNaming.ProductCode<LineRow>(row => row.Line.Group.Product.Code),
        LineNaming.Subgroup<LineRow>(row => row.Line.Group.Subgroup),
        Column.Selected("p", row => row.Proposal.Percentage.Halves / 2.0, meaning: "The percentile, 0 to 100."),
        Column.OneOf<Estimator>(
            "estimator", row => row.Estimator, meaning: "Whether trajectories that still run count (`corrected`)."),
        Column.Flag("proposed", row => row.IsProposed, meaning: "Whether this row is the proposal."),
        Column.OneOf<Basis>("basis", row => row.Line.Basis, meaning: "What the line rests on."),
        Column.OneOf<Tier>("tier", row => row.Line.Tier, meaning: "What so many trajectories can carry."),
        Column.Whole(
            "n", row => row.IsCorrected ? row.Line.Group.Cohort : row.Line.Group.Count,
            meaning: "Trajectories that the estimator counts, without those that had begun before what is observed."),
        Column.Whole(
            "events", row => row.Line.Group.Count, meaning: "How many trajectories of the cohort are complete."),
        Column.Computed(
            "censored_share", row => row.IsCorrected ? row.Line.CensoredShare : 0,
            meaning: "The share of `n` that still runs, 0 to 1."),
    ];

    private static Column[] Durations() =>
    [
        Column.Text(
            "duration_unit", row => row.Line.Group.CountsMonths ? "month" : "day",
            meaning: "The unit of the durations that are no step of the catalogue: `month` or `day`."),
        .. Estimated("duration", row => row.Duration, "The percentile of the duration in `duration_unit`"),
        Column.Text(
            "duration_not_reached", row => Shown(row.Duration?.Shortfall),
            meaning: "How far durations were seen, and the share that had ended then; empty where the percentile is "
                + "reached."),
        Column.Text(
            "duration", row => row.Proposal.Duration?.Step.Shown().English,
            meaning: "The shortest allowed duration that holds the percentile."),
        Column.Computed(
            "share_within", row => row.Within?.Share, meaning: "The share that ends within `duration`, 0 to 1."),
        Column.Computed("share_lower", row => row.Within?.Lower, meaning: "The lower limit of `share_within`."),
        Column.Computed("share_upper", row => row.Within?.Upper, meaning: "The upper limit of `share_within`."),
        Column.Flag(
            "reached", row => row.Proposal.Duration?.IsReached, meaning: "Whether `duration` holds the percentile."),
        Column.Flag(
            "step_unstable", row => row.Proposal.Duration?.IsUnstable,
            meaning: "Whether the interval of the percentile reaches another allowed duration."),
    ];

    private static Column[] Volumes() =>
    [
        .. Estimated(
            "volume", row => row.Volume, "The percentile of the volume within `duration`, in the product's unit"),
        Column.Computed(
            "volume", row => (double?)row.Proposal.Volume?.Value, meaning: "The volume rounded to the product's step."),
        Column.Computed(
            "intensity", row => (double?)row.Proposal.Intensity,
            meaning: "The volume a week, in the unit of intensity of the catalogue."),
        Column.Text(
            "warnings",
            row => row.Warnings.NamesInFiles(EstimateWarnings.MuchCensored, EstimateWarnings.SmallEarlyRiskSet),
            meaning: "`much-censored`: over a quarter still runs; `small-early-risk-set`: few were followed while "
                + "others were to enter."),
        Covered("duration", coverage => coverage.Duration, "end within the duration"),
        Covered("volume", coverage => coverage.Volume, "use at most the volume within the duration"),
        Covered("both", coverage => coverage.Both, "do both"),
        Covered("whole_volume", coverage => coverage.WholeVolume, "use at most the volume as a whole"),
    ];

    private static Column[] Joints() =>
    [
        .. Limits("marginal", row => row.Joint?.Pair.Marginal, "at the percentile of each measure apart"),
        .. Limits(
            "calibrated", row => row.Joint?.Pair.Calibrated,
            "at the one rank at which both together hold the percentile"),
        Column.Computed(
            "calibrated_line_volume", row => (double?)row.Joint?.Volume,
            meaning: "`calibrated_volume` rounded to the product's step" + OfProposal),
        Column.Text(
            "calibrated_line_duration", row => row.Joint?.Duration?.Shown().English,
            meaning: "The allowed duration that holds `calibrated_duration`" + OfProposal),
    ];

    private static Column[] Scopes() =>
    [
        Column.OneOf<Lack>(
            "lack", row => row.Line.Lack, meaning: "Why the data do not carry the line; empty where they do."),
        Column.Text(
            "missing_columns", row => string.Join(' ', row.Line.Group.Scope.Missing.Select(column => column.Name())),
            meaning: "Columns that the subgroup's rule asks for and no file has."),
        Column.Text(
            "shared",
            row => row.Line.SharedVolumes is not null ? "volume" : row.Line.SharesDuration ? "duration" : null,
            meaning: "The measure that was taken of all lines that share it: `volume` or `duration`; empty where "
                + "none is."),
        Column.Whole(
            "care_years", row => row.Line.Group.CareYears?.Cohort,
            meaning: "Care years in the cohort, of a product that is observed by care years."),
        Column.Whole(
            "care_year_children", row => row.Line.Group.CareYears?.CohortChildren,
            meaning: "The children with such care years."),
        Column.Whole(
            "product_in_no_subgroup", row => row.Line.Group.Scope.Unplaced,
            meaning: "Trajectories of the product in the cohort whose subgroup is not known."),
        Column.Whole(
            "product_begun_before", row => row.Line.Group.Scope.StartedBefore,
            meaning: "Trajectories of the product that had begun before what is observed."),
    ];

    private static Column[] Studies() =>
    [
        Column.Flag(
            "drift", row => row.IsProposed ? row.Line.HasDrift : null,
            meaning: "Whether the line changes over the start years (`drift` of stability.csv)" + OfProposal),
        Column.Computed(
            "largest_provider_share", row => row.Line.LargestProviderShare,
            meaning: "The share of the cohort at the largest main provider, 0 to 1."),
        Column.Whole(
            "outliers_low", row => row.Outliers?.Below,
            meaning: "Volumes within the duration below Tukey's lower fence on the log scale, of starts that could be "
                + "followed for so long"
                + OfProposal),
        Column.Whole(
            "outliers_high", row => row.Outliers?.Above, meaning: "The same above Tukey's upper fence" + OfProposal),
        Column.Computed(
            "followed_volume", row => row.Outliers?.With.Value,
            meaning: "The percentile of these volumes" + OfProposal),
        Column.Computed(
            "followed_volume_without_outliers", row => row.Outliers?.Without.Value,
            meaning: "Their percentile without the outliers" + OfProposal),
    ];

    private static Column[] Estimated(string measure, Func<LineRow, Estimate?> estimate, string meaning) =>
    [
        Column.Computed(
            measure + "_value", row => estimate(row)?.Value, meaning: meaning + "; empty where it is not reached."),
        Column.Computed(measure + "_lower", row => estimate(row)?.Lower, meaning: "The lower limit of its interval."),
        Column.Computed(measure + "_upper", row => estimate(row)?.Upper, meaning: "The upper limit of its interval."),
    ];

    private static Column Covered(string part, Func<Coverage, double> count, string what) => Column.Computed(
        "coverage_" + part, row => row.Proposal.Coverage is { } coverage ? count(coverage) / coverage.All : null,
        meaning: $"The share of trajectories that {what}, 0 to 1.");

    private static Column[] Limits(string pair, Func<LineRow, JointLimits?> limits, string where) =>
    [
        Column.Computed(
            pair + "_volume", row => limits(row)?.Volume,
            meaning: $"The volume of whole trajectories {where}" + OfProposal),
        Column.Computed(
            pair + "_duration", row => limits(row)?.Duration,
            meaning: $"Their duration in `duration_unit` {where}" + OfProposal),
        Column.Computed(
            pair + "_inside", row => limits(row)?.Inside,
            meaning: "The share inside both of these, 0 to 1" + OfProposal),
    ];

    private static string? Shown(Shortfall? shortfall) =>
        shortfall is null ? null : $"> {Numbers.Computed(shortfall.Last)}; F = {Numbers.Computed(shortfall.Share)}";
}
