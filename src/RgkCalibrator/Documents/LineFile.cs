using RgkCalibrator.Engine;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Statistics;

namespace RgkCalibrator.Documents;

/// <summary>intern/lines.csv: each line by both estimators, unrounded and rounded, with what both limits hold together.</summary>
internal static class LineFile
{
    private static readonly string[] Columns =
    [
        "product_code", "subgroup", "p", "estimator", "proposed", "basis", "tier", "n", "events", "censored_share",
        "duration_unit", "duration_value", "duration_lower", "duration_upper", "duration_not_reached", "duration", "share_within", "share_lower", "share_upper", "reached", "step_unstable",
        "volume_value", "volume_lower", "volume_upper", "volume", "intensity", "warnings",
        "coverage_duration", "coverage_volume", "coverage_both", "coverage_whole_volume",
        "marginal_volume", "marginal_duration", "marginal_inside",
        "calibrated_volume", "calibrated_duration", "calibrated_inside", "calibrated_line_volume", "calibrated_line_duration",
        "lack", "missing_columns", "shared", "care_years", "care_year_children", "product_in_no_subgroup", "product_begun_before",
        "drift", "largest_provider_share", "outliers_low", "outliers_high", "followed_volume", "followed_volume_without_outliers",
    ];

    /// <summary>
    /// Per line a row for the proposal at the chosen percentile (<c>proposed</c> 1), at the other one, and at the chosen one by the other estimator.
    /// Volumes in the product's unit, durations that are no step in <c>duration_unit</c>, shares 0 to 1; the joint figures are those of the proposal.
    /// <c>shared</c> names the measure that was taken of all lines that share it; <c>product_in_no_subgroup</c> counts the cohort's trajectories of the product whose subgroup is not
    /// known, <c>product_begun_before</c> those that had begun before what is observed. Where durations take these, <c>n</c> and <c>events</c> do not count them,
    /// and <c>warnings</c> tells where few were followed while others were still to enter.
    /// Drift (of <c>stability.csv</c>) and outliers too are those of the proposal: of volumes within the duration, of starts that could be followed for so long.
    /// </summary>
    internal static void Write(IEnumerable<DraftLine> lines, Stream output)
    {
        var csv = new CsvWriter(output);
        csv.Header(Columns);
        foreach (var line in lines)
        {
            var other = line.Estimator == Estimator.Corrected ? Estimator.Completed : Estimator.Corrected;
            WriteRow(csv, line, line.Chosen, line.Estimator);
            WriteRow(csv, line, line.Compared, line.Estimator);
            WriteRow(csv, line, line.Other, other);
        }

        csv.Flush();
    }

    private static void WriteRow(CsvWriter csv, DraftLine line, Proposal proposal, Estimator estimator)
    {
        var group = line.Group;
        csv.Text(group.Product.Code);
        csv.Text(group.Subgroup);
        csv.Value(proposal.Percentage.Halves / 2m);
        csv.Text(estimator == Estimator.Corrected ? "corrected" : "completed");
        csv.Flag(ReferenceEquals(proposal, line.Chosen));
        csv.Text(NameOf(line.Basis));
        csv.Text(NameOf(line.Tier));
        csv.Value(estimator == Estimator.Corrected ? group.Cohort : group.Count);
        csv.Value(group.Count);
        csv.Text(Numbers.Computed(estimator == Estimator.Corrected ? line.CensoredShare : 0));
        csv.Text(group.CountsMonths ? "month" : "day");
        WriteRaw(csv, proposal.Duration?.Estimate);
        WriteDuration(csv, proposal.Duration);
        WriteVolume(csv, proposal);
        WriteCoverage(csv, proposal.Coverage);
        WriteJoint(csv, ReferenceEquals(proposal, line.Chosen) ? line.Joint : null);
        WriteScope(csv, line);
        WriteStudied(csv, line, ReferenceEquals(proposal, line.Chosen));
        csv.EndLine();
    }

    private static void WriteRaw(CsvWriter csv, Estimate? estimate)
    {
        csv.Text(Computed(estimate?.Value));
        csv.Text(Computed(estimate?.Lower));
        csv.Text(Computed(estimate?.Upper));
        csv.Text(estimate?.Shortfall is { } shortfall ? $"> {Numbers.Computed(shortfall.Last)}; F = {Numbers.Computed(shortfall.Share)}" : string.Empty);
    }

    private static void WriteDuration(CsvWriter csv, ProposedDuration? duration)
    {
        csv.Text(duration?.Step.Shown().English ?? string.Empty);
        csv.Text(Computed(duration?.Within.Share));
        csv.Text(Computed(duration?.Within.Lower));
        csv.Text(Computed(duration?.Within.Upper));
        csv.Text(Flag(duration?.IsReached));
        csv.Text(Flag(duration?.IsUnstable));
    }

    private static void WriteVolume(CsvWriter csv, Proposal proposal)
    {
        var estimate = proposal.Volume?.Estimate;
        csv.Text(Computed(estimate?.Value));
        csv.Text(Computed(estimate?.Lower));
        csv.Text(Computed(estimate?.Upper));
        csv.Text(Computed((double?)proposal.Volume?.Value));
        csv.Text(Computed((double?)proposal.Intensity));
        csv.Text(NameOf((estimate?.Warnings ?? EstimateWarnings.None) | (proposal.Duration?.Estimate.Warnings ?? EstimateWarnings.None)));
    }

    private static void WriteCoverage(CsvWriter csv, Coverage? coverage)
    {
        csv.Text(Computed(coverage?.Duration / coverage?.All));
        csv.Text(Computed(coverage?.Volume / coverage?.All));
        csv.Text(Computed(coverage?.Both / coverage?.All));
        csv.Text(Computed(coverage?.WholeVolume / coverage?.All));
    }

    private static void WriteJoint(CsvWriter csv, JointLine? joint)
    {
        WriteLimits(csv, joint?.Pair.Marginal);
        WriteLimits(csv, joint?.Pair.Calibrated);
        csv.Text(Computed((double?)joint?.Volume));
        csv.Text(joint?.Duration?.Shown().English ?? string.Empty);
    }

    private static void WriteScope(CsvWriter csv, DraftLine line)
    {
        var scope = line.Group.Scope;
        csv.Text(line.Lack is { } lack ? NameOf(lack) : string.Empty);
        csv.Text(string.Join(' ', scope.Missing.Select(column => column.Name())));
        csv.Text(line.SharedVolumes is not null ? "volume" : line.SharesDuration ? "duration" : string.Empty);
        csv.Text(scope.CareYears is { } years ? Numbers.Whole(years.Cohort) : string.Empty);
        csv.Text(scope.CareYears is { } some ? Numbers.Whole(some.CohortChildren) : string.Empty);
        csv.Value(scope.Unplaced);
        csv.Value(scope.StartedBefore);
    }

    private static void WriteStudied(CsvWriter csv, DraftLine line, bool isProposed)
    {
        var fences = isProposed ? line.Outliers : null;
        csv.Text(Flag(isProposed ? line.HasDrift : null));
        csv.Text(Computed(line.LargestProviderShare));
        csv.Text(fences is null ? string.Empty : Numbers.Whole(fences.Below));
        csv.Text(fences is null ? string.Empty : Numbers.Whole(fences.Above));
        csv.Text(Computed(fences?.With.Value));
        csv.Text(Computed(fences?.Without.Value));
    }

    private static void WriteLimits(CsvWriter csv, JointLimits? limits)
    {
        csv.Text(Computed(limits?.Volume));
        csv.Text(Computed(limits?.Duration));
        csv.Text(Computed(limits?.Inside));
    }

    private static string Computed(double? value) => value is { } number ? Numbers.Computed(number) : string.Empty;

    private static string Flag(bool? value) => value is { } flag ? flag ? "1" : "0" : string.Empty;

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
